"""The claims file as values: what a card shows, and what the engine is told."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ruamel.yaml import YAML

from game.analysis.claims import claims_text


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim. `expects` and `against` are by theory: hrt, authors (and both, of `against`)."""

    id: str
    name: str
    family: str
    sentence: str
    question: str
    measure: str
    unit: str
    comparison: Mapping[str, str]  # by design
    expects: Mapping[str, str]  # + | - | 0 | + or 0
    source_kind: str  # abstract | our operationalisation
    confidence: str
    words: str
    against: Mapping[str, str]
    smallest_effect: float
    strength: str = ""

    @property
    def ours(self) -> bool:
        """Whether the claim goes further than the abstract."""
        return self.source_kind != "abstract"


@dataclass(frozen=True, slots=True)
class ClaimsFile:
    """The whole file."""

    id: str
    title: str
    article: str
    read: str
    theories: Mapping[str, str]
    caveat: str
    settings: Mapping[str, object]
    claims: tuple[Claim, ...]

    def claim(self, claim_id: str) -> Claim:
        """One of them."""
        return next(claim for claim in self.claims if claim.id == claim_id)


@lru_cache(maxsize=8)
def read_claims(text: str = "") -> ClaimsFile:
    """The file as read; without text, the one that sessions made now are pinned to."""
    data = YAML(typ="safe", pure=True).load(io.StringIO(text or claims_text()))
    return ClaimsFile(
        id=data["id"],
        title=data["title"],
        article=data["article"],
        read=data["read"],
        theories=data["theories"],
        caveat=data["caveat"],
        settings=data["settings"],
        claims=tuple(_claim(item) for item in data["claims"]),
    )


def _claim(item: Mapping[str, object]) -> Claim:
    source = item["source"]
    assert isinstance(source, Mapping)
    plain = {key: value for key, value in item.items() if key != "source"}
    return Claim(
        **plain,  # type: ignore[arg-type]
        source_kind=source["kind"],
        confidence=source["confidence"],
        words=source["words"],
    )
