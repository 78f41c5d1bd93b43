"""The verdicts: a closed list, decided by rule from numbers alone."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from game.analysis.claims.reading import Claim
from game.analysis.inference.level import LEVEL

Interval = tuple[float, float]


class Verdict(StrEnum):
    """What a class can say of a claim."""

    NOT_ENOUGH_DATA = "NOT_ENOUGH_DATA"
    CONSISTENT_WITH_HRT = "CONSISTENT_WITH_HRT"
    CONSISTENT_WITH_AUTHORS = "CONSISTENT_WITH_AUTHORS"
    EXPLAINED_BY_PAYOFFS = "EXPLAINED_BY_PAYOFFS"
    NO_MEANINGFUL_EFFECT = "NO_MEANINGFUL_EFFECT"
    INCONCLUSIVE = "INCONCLUSIVE"
    OPPOSITE_TO_AUTHORS = "OPPOSITE_TO_AUTHORS"
    LINK_SUPPORTED = "LINK_SUPPORTED"
    LINK_REVERSED = "LINK_REVERSED"


def holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """Holm's adjusted p-values, each at least as large as those before it."""
    adjusted, floor = {}, 0.0
    for place, (name, p) in enumerate(sorted(p_values.items(), key=lambda item: item[1])):
        floor = max(floor, min(1.0, p * (len(p_values) - place)))
        adjusted[name] = floor
    return adjusted


def families(claims: Sequence[Claim]) -> dict[str, str]:
    """The family of each claim."""
    return {claim.id: claim.family for claim in claims}


def verdict(
    claim: Claim, estimate: float, p: float, p_vs_baseline: float, ci90: Interval
) -> Verdict:
    """The verdict on a claim with enough data. `p` is adjusted within the family."""
    if p > LEVEL:
        small = -claim.smallest_effect <= ci90[0] and ci90[1] <= claim.smallest_effect
        return Verdict.NO_MEANINGFUL_EFFECT if small else Verdict.INCONCLUSIVE
    if p_vs_baseline > LEVEL:
        return Verdict.EXPLAINED_BY_PAYOFFS
    return _side(claim, "+" if estimate > 0 else "-")


def _side(claim: Claim, sign: str) -> Verdict:
    """Whose side of zero this is."""
    authors, hrt = (claim.expects[theory].split(" or ") for theory in ("authors", "hrt"))
    if sign in authors and sign in hrt:
        return Verdict.LINK_SUPPORTED
    if sign in authors:
        return Verdict.CONSISTENT_WITH_AUTHORS
    if sign in hrt:
        return Verdict.CONSISTENT_WITH_HRT
    return Verdict.LINK_REVERSED if authors == hrt else Verdict.OPPOSITE_TO_AUTHORS
