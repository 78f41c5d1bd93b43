"""What is the same for people: capitals, accents and blanks aside; “Last, First” turned round."""

import unicodedata


class _Kept(dict[int, int | None]):
    """What becomes of a sign when it is folded, found once: marks, blanks and controls go."""

    def __missing__(self, sign: int) -> int | None:
        gone = unicodedata.combining(chr(sign)) or unicodedata.category(chr(sign))[0] in "ZC"
        self[sign] = None if gone else sign
        return self[sign]


_kept = _Kept()


def letters(text: str) -> str:
    """Letters and figures alone, small, without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if sign.isalnum())


def folded(text: str) -> str:
    """Small, without accents and blanks; other signs stay, for `a.b@x` is not `ab@x`."""
    return unicodedata.normalize("NFKD", text.casefold()).translate(_kept)


def names_of(name: str) -> frozenset[str]:
    """The ways to write a name: as it stands, and with a comma turned round."""
    last, comma, first = name.partition(",")
    turned = {folded(f"{first} {last}")} if comma else set()
    return frozenset({folded(name), *turned} - {""})
