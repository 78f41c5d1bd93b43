"""What is the same for people: capitals, accents and blanks aside; “Last, First” turned round."""

import unicodedata
from typing import Final

# What has no accent that could come off, and what phones write for a sign by themselves.
_PLAIN: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th"}
    | dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'")
    | dict.fromkeys("\u2010\u2011\u2013", "-")
)


class _Kept(dict[int, int | None]):
    """What becomes of a sign when it is folded, found once: marks, blanks and controls go."""

    def __missing__(self, sign: int) -> int | None:
        gone = unicodedata.combining(chr(sign)) or unicodedata.category(chr(sign))[0] in "ZC"
        self[sign] = None if gone else sign
        return self[sign]


_kept = _Kept()


def letters(text: str) -> str:
    """Letters and figures alone, small, without accents."""
    return "".join(sign for sign in _plain(text) if sign.isalnum())


def folded(text: str) -> str:
    """Small, without accents and blanks; other signs stay, for `a.b@x` is not `ab@x`."""
    return _plain(text).translate(_kept)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))


def names_of(name: str) -> frozenset[str]:
    """The ways to write a name: as it stands, and with a comma turned round."""
    last, comma, first = name.partition(",")
    turned = {folded(f"{first} {last}")} if comma else set()
    return frozenset({folded(name), *turned} - {""})
