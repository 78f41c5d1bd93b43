"""The table read for any class: between its cells on straight lines, and never beyond its ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import inf

from game.analysis.planning.table import Row, shipped

NUMBERS = ("power", "effect", "width", "findable", "too_little")


@dataclass(frozen=True, slots=True)
class Outlook:
    """What one claim could find in a class of this kind, as in a row of the table."""

    power: float  # share of classes that find a medium effect, whichever theory is right
    effect: float
    width: float
    findable: float
    too_little: float
    between: bool  # no cell says it alone
    beyond: bool  # the class is outside the table: its edge was read


def outlook(setting: str, groups: int, allies: float, rounds: int, claim: str) -> Outlook:
    """`allies` is the mean of the groups."""
    asked, axes = (groups, allies, rounds), _axes(setting)
    if groups < axes[0][0]:
        return Outlook(0, 0, inf, inf, too_little=1, between=False, beyond=False)
    ends = [_ends(value, axis) for value, axis in zip(asked, axes, strict=True)]
    table = shipped()
    corners = [(table[(setting, *marks, claim)], share) for marks, share in _corners(ends)]
    mixed = {name: _mean(corners, name) for name in NUMBERS}
    outside = any(not axis[0] <= v <= axis[-1] for v, axis in zip(asked, axes, strict=True))
    return Outlook(**mixed, between=len(corners) > 1, beyond=outside)


@lru_cache
def _axes(setting: str) -> list[list[int]]:
    """Which groups, allies and rounds were simulated."""
    keys = [key[1:4] for key in shipped() if key[0] == setting]
    return [sorted(set(marks)) for marks in zip(*keys, strict=True)]


def _ends(value: float, axis: Sequence[int]) -> list[tuple[int, float]]:
    """The marks of the axis on either side, each with its share."""
    inside = min(max(value, axis[0]), axis[-1])
    low = max(mark for mark in axis if mark <= inside)
    high = min(mark for mark in axis if mark >= inside)
    if low == high:
        return [(low, 1.0)]
    part = (inside - low) / (high - low)
    return [(low, 1 - part), (high, part)]


def _corners(
    ends: Sequence[Sequence[tuple[int, float]]],
) -> Iterator[tuple[tuple[int, int, int], float]]:
    for (groups, one), (allies, two), (rounds, three) in product(*ends):
        yield (groups, allies, rounds), one * two * three


def _mean(corners: Sequence[tuple[Row, float]], name: str) -> float:
    values = [(float(getattr(row, name)), share) for row, share in corners]
    if any(value == inf for value, _ in values):
        return inf
    return sum(value * share for value, share in values)
