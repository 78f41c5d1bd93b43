"""The claims that a session is pinned to, as its instructor reads them before and during play."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.analysis.claims.reading import Claim, ClaimsFile, read_claims
from game.web.wording import tested as words
from game.web.wording.figures import plain


@dataclass(frozen=True, slots=True)
class Item:
    """A claim, and what is said of it: pairs of a heading and words."""

    claim: Claim
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Tested:
    """What the fold shows. `hash` is that of the file's text."""

    file: ClaimsFile
    hash: str
    items: tuple[Item, ...]


def tested(text: str, digest: str) -> Tested:
    """The claims of this text, in the order of the file."""
    file = read_claims(text)
    return Tested(file, digest, tuple(Item(claim, _rows(claim)) for claim in file.claims))


def _rows(claim: Claim) -> tuple[tuple[str, str], ...]:
    said = _said(claim)
    return tuple((head, said[name]) for name, head in words.ROWS if said[name])


def _said(claim: Claim) -> Mapping[str, str]:
    against = {f"against_{who}": why for who, why in claim.against.items()}
    return {
        "sentence": claim.sentence,
        "family": words.FAMILIES[claim.family],
        "hrt": words.expects(claim.id, claim.expects["hrt"]),
        "authors": words.expects(claim.id, claim.expects["authors"]),
        "strength": claim.strength,
        "measure": f"{claim.measure}; {claim.unit}",
        "source": f"{claim.source_kind}: {claim.words}. Confidence: {claim.confidence}",
        "smallest": plain(claim.smallest_effect),
        **against,
    }
