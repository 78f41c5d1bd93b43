"""From ally-rounds to the numbers that a test compares: means over a group's round, or by seat.

Group-rounds weigh equally, so that a dropout does not re-weight rounds. A row without a value that
a claim needs leaves that claim and no other.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from game.analysis.inference.dataset import Dataset
from game.analysis.inference.rows import AllyRound

Numbers = npt.NDArray[np.float64]
Value = Callable[[AllyRound], float | None]


@dataclass(frozen=True, slots=True)
class Cell:
    """One group in one round. `y` is the outcome, `lag` what it is adjusted for in D3."""

    session: str
    group: str
    round: int
    y: float
    lag: float | None
    posture: float | None  # E: escalated
    drawn: float | None  # z: drawn to escalate
    share: float | None
    arm: str
    stratum: str

    @property
    def unit(self) -> tuple[str, str]:
        """The group, which is what is independent."""
        return self.session, self.group


def belief(row: AllyRound) -> float | None:
    """B."""
    return row.after


def before(row: AllyRound) -> float | None:
    """B0."""
    return row.before


def change(row: AllyRound) -> float | None:
    """B - B0."""
    return None if row.after is None or row.before is None else row.after - row.before


def hedged(row: AllyRound) -> float | None:
    """H."""
    return row.hedged


def support(row: AllyRound) -> float | None:
    """U."""
    return row.support


def index(row: AllyRound) -> float | None:
    """C0's [B/100 + (1 - H) + (U + 1)/2] / 3."""
    if row.after is None or row.hedged is None or row.support is None:
        return None
    return (row.after / 100 + 1 - row.hedged + (row.support + 1) / 2) / 3


def means(data: Dataset, value: Value, lag: Value | None = None) -> list[Cell]:
    """A cell a group-round: the mean over its allies of whom every value needed is known."""
    return _cells(data, value, lag, _mean)


def far_minus_near(data: Dataset, value: Value, lag: Value | None = None) -> list[Cell]:
    """The mean over far allies minus that over near ones, where there are both."""
    return _cells(data, value, lag, _contrast)


def lagged(cells: Sequence[Cell]) -> list[Cell]:
    """Each with its group's outcome in the round before as the lag; without it, left out."""
    past = {(cell.unit, cell.round): cell.y for cell in cells}
    return [
        replace(cell, lag=past[cell.unit, cell.round - 1])
        for cell in cells
        if (cell.unit, cell.round - 1) in past
    ]


Gather = Callable[[Sequence[AllyRound], Value], float | None]


def _cells(data: Dataset, value: Value, lag: Value | None, gather: Gather) -> list[Cell]:
    by_round: dict[tuple[str, str, int], list[AllyRound]] = defaultdict(list)
    for row in data.rows:
        if value(row) is not None and (lag is None or lag(row) is not None):
            by_round[row.session, row.group, row.round].append(row)
    found = []
    for place, rows in by_round.items():
        y = gather(rows, value)
        past = gather(rows, lag) if lag else None
        if y is not None and (lag is None or past is not None):
            found.append(_cell(data, place, rows[0], y, past))
    return found


def _cell(
    data: Dataset, place: tuple[str, str, int], row: AllyRound, y: float, lag: float | None
) -> Cell:
    session, group, number = place
    return Cell(
        session=session,
        group=group,
        round=number,
        y=y,
        lag=lag,
        posture=row.escalated,
        drawn={"escalate": 1.0, "restrain": 0.0}.get(row.drawn),
        share=row.share,
        arm=row.arm,
        stratum=data.facts.strata.get(place, f"{session}/{group}"),
    )


def _mean(rows: Sequence[AllyRound], value: Value) -> float | None:
    known = [found for row in rows if (found := value(row)) is not None]
    return sum(known) / len(known) if known else None


def _contrast(rows: Sequence[AllyRound], value: Value) -> float | None:
    far = _mean([row for row in rows if row.far is True], value)
    near = _mean([row for row in rows if row.far is False], value)
    return None if far is None or near is None else far - near
