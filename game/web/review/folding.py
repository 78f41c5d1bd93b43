"""Texts as a search compares them: no accents, no capitals, words parted by single blanks.

Every sign is folded by itself, so that what was found can be marked in the text as it was written.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

QUOTED = re.compile(r'"([^"]*)"?')
OPENING = str.maketrans("“”„«»", '"""""')


@lru_cache(maxsize=4096)
def _sign(sign: str) -> str:
    """What a sign becomes; a blank for all that is no letter and no figure."""
    parts = unicodedata.normalize("NFKD", sign.casefold())
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return "".join(part if part.isalnum() else " " for part in bare)


def folded(text: str) -> str:
    """The words of a text, each with a blank before it, and one at the end."""
    return f" {' '.join(''.join(map(_sign, text)).split())} "


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: words, of which all must occur, and phrases, which must stand so."""

    terms: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.terms)

    def in_folded(self, text: str) -> bool:
        """Whether all of it occurs in a text that was folded."""
        return all(term in text for term in self.terms)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where the finds stand in the text as it was written, in order, none within another."""
        plain, places = _placed(text)
        found = []
        for term in self.terms:
            at = plain.find(term)
            while at >= 0:
                first, last = _inner(term, at)
                found.append((places[first], places[last] + 1))
                at = plain.find(term, at + 1)
        return _joined(sorted(found))


def sought(typed: str) -> Sought:
    """Words as typed, and what stands in quotation marks as one. A word is found at the beginning
    of words; in scripts that set no blanks between words, anywhere."""
    straight = typed.translate(OPENING)
    phrases = [folded(part) for part in QUOTED.findall(straight)]
    words = folded(QUOTED.sub(" ", straight)).split()
    terms = [*(part for part in phrases if part.strip()), *map(_beginning, words)]
    return Sought(tuple(dict.fromkeys(terms)))


def _beginning(word: str) -> str:
    joined = any(unicodedata.category(sign) == "Lo" for sign in word)
    return word if joined else f" {word}"


def _inner(term: str, at: int) -> tuple[int, int]:
    """The find without the blanks around it: its first place and its last."""
    return at + len(term) - len(term.lstrip()), at + len(term.rstrip()) - 1


def _placed(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its signs the place from which it came."""
    plain, places = [" "], [0]
    for place, sign in enumerate(text):
        for part in _sign(sign):
            if part != " " or plain[-1] != " ":
                plain.append(part)
                places.append(place)
    if plain[-1] != " ":
        plain.append(" ")
        places.append(max(len(text) - 1, 0))
    return "".join(plain), places


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined
