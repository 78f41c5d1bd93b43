"""Each claim's own comparison: which numbers, which estimator, by the design.

D1 and D2 compare what was drawn. C4, whose forces the patron chose, and all of D3 are slopes
within groups. C7 is a slope within ally seats.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np

from game.analysis.inference import panels
from game.analysis.inference.dataset import Dataset
from game.analysis.inference.estimators import (
    Estimated,
    drawn_difference,
    drawn_trend,
    dummies,
    within_slope,
)
from game.analysis.inference.panels import Cell

NO_ARMS = "No two arms of this class differ in the patron’s posture."
NO_DRAWS = "No posture was drawn in this class, or none that varied within a group."
NO_POSTURE = "The posture did not vary within groups."
NO_SHARE = "The forces sent away did not vary once the posture is held fixed."
NO_BELIEFS = "No belief varied within a seat."
NO_BOTH = "No group has near and far allies who answered."


def estimated(data: Dataset, claim: str) -> Estimated | str:
    """The claim's estimate with its reference set, or why there is none."""
    if claim == "C4":
        return _forces(data)
    if claim == "C7":
        return _link(data)
    if claim == "C6" and data.design != "D1":
        return _trend(data)
    cells = outcome(data, claim)
    if claim == "C5" and not cells:
        return NO_BOTH
    return DESIGNS[data.design](cells, claim)


def outcome(data: Dataset, claim: str) -> list[Cell]:
    """The claim's outcome by group and round; in D3 with what it is adjusted for."""
    free = data.design == "D3"
    if claim in ("C1", "C5"):
        gather = panels.means if claim == "C1" else panels.far_minus_near
        if free:
            return gather(data, panels.belief, panels.before)
        return gather(data, panels.belief if data.design == "D1" else panels.change)
    value = {"C2": panels.hedged, "C3": panels.support, "C6": panels.support, "C0": panels.index}
    cells = panels.means(data, value[claim])
    return panels.lagged(cells) if free and claim != "C6" else cells


def _arms(cells: Sequence[Cell], claim: str) -> Estimated | str:
    """D1: whole groups, by their mean over rounds; C6 by their slope over rounds."""
    own: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell in cells:
        if _script(cell.arm) is not None:
            own[cell.unit].append(cell)
    units = {
        unit: _slope(found) if claim == "C6" else float(np.mean([cell.y for cell in found]))
        for unit, found in own.items()
        if claim != "C6" or len(found) > 1
    }
    hawk = {unit: float(_script(own[unit][0].arm) or 0) for unit in units}
    strata = {unit: f"{unit[0]}/{_others(own[unit][0].arm)}" for unit in units}
    dealt: dict[str, set[float]] = defaultdict(set)
    for unit in units:
        dealt[strata[unit]].add(hawk[unit])
    kept = [unit for unit in units if len(dealt[strata[unit]]) > 1]
    if not kept:
        return NO_ARMS
    drawn, y = (np.array([of[unit] for unit in kept]) for of in (hawk, units))
    return drawn_difference(y, drawn, [strata[unit] for unit in kept], kept)


def _script(arm: str) -> int | None:
    """1 for a group whose patron is scripted to escalate, 0 for a restrained one."""
    levels = arm.split("+")
    return 1 if "hawk" in levels else 0 if "restrained" in levels else None


def _others(arm: str) -> str:
    """What else was dealt to the group: compared are groups that are alike in it."""
    return "+".join(part for part in arm.split("+") if part not in ("hawk", "restrained"))


def _slope(cells: Sequence[Cell]) -> float:
    rounds = np.array([cell.round for cell in cells], dtype=np.float64)
    middle = rounds - rounds.mean()
    return float(middle @ np.array([cell.y for cell in cells]) / (middle @ middle))


def _draws(cells: Sequence[Cell], claim: str) -> Estimated | str:
    """D2: rounds within their group, by what was drawn, obeyed or not."""
    kept = drawn_cells(cells)
    if not kept:
        return NO_DRAWS
    return drawn_difference(
        np.array([cell.y for cell in kept]),
        np.array([cell.drawn for cell in kept], dtype=np.float64),
        [cell.stratum for cell in kept],
        [cell.unit for cell in kept],
    )


def drawn_cells(cells: Sequence[Cell]) -> list[Cell]:
    """Those of strata in which the draw varied."""
    known = [cell for cell in cells if cell.drawn is not None]
    seen: dict[str, set[float | None]] = defaultdict(set)
    for cell in known:
        seen[cell.stratum].add(cell.drawn)
    return [cell for cell in known if len(seen[cell.stratum]) > 1]


def _free(cells: Sequence[Cell], claim: str) -> Estimated | str:
    """D3: the slope on the posture given group, round and the lag: an association."""
    kept = _varying(cells, lambda cell: cell.posture)
    if not kept:
        return NO_POSTURE
    posture = np.array([cell.posture for cell in kept], dtype=np.float64)
    lag = np.array([[cell.lag] for cell in kept], dtype=np.float64)
    nuisance = np.hstack([_places(kept), lag])
    y = np.array([cell.y for cell in kept])
    return within_slope(y, posture, nuisance, [cell.unit for cell in kept]) or NO_POSTURE


def _forces(data: Dataset) -> Estimated | str:
    """C4: belief on a tenth of the forces, given posture, belief before, group and round."""
    cells = [c for c in panels.means(data, panels.belief, panels.before) if c.posture is not None]
    kept = _varying(cells, lambda cell: cell.share)
    if not kept:
        return NO_SHARE
    held = np.array([[cell.posture, cell.lag] for cell in kept], dtype=np.float64)
    share = np.array([10 * (cell.share or 0) for cell in kept])
    nuisance = np.hstack([_places(kept), held])
    y = np.array([cell.y for cell in kept])
    return within_slope(y, share, nuisance, [cell.unit for cell in kept]) or NO_SHARE


def _trend(data: Dataset) -> Estimated | str:
    """C6 within groups: the coefficient of escalation x (round - middle), given the rest."""
    cells = outcome(data, "C6")
    drawn = data.design == "D2"
    kept = drawn_cells(cells) if drawn else _varying(cells, lambda cell: cell.posture)
    if not kept:
        return NO_DRAWS if drawn else NO_POSTURE
    y = np.array([cell.y for cell in kept])
    late = np.array([cell.round - (1 + data.rounds[cell.session]) / 2 for cell in kept])
    units = [cell.unit for cell in kept]
    if drawn:
        z = np.array([cell.drawn for cell in kept], dtype=np.float64)
        strata = [cell.stratum for cell in kept]
        return drawn_trend(y, z, late, _places(kept), strata, units) or NO_DRAWS
    posture = np.array([cell.posture for cell in kept], dtype=np.float64)
    nuisance = np.column_stack([_places(kept), posture])
    return within_slope(y, posture * late, nuisance, units) or NO_POSTURE


def _link(data: Dataset) -> Estimated | str:
    """C7: hedging on a tenth of the belief within ally seats."""
    rows = [row for row in data.rows if row.after is not None and row.hedged is not None]
    stated: dict[tuple[str, str, str], set[float | None]] = defaultdict(set)
    for row in rows:
        stated[row.session, row.group, row.seat].add(row.after)
    moving = {seat[:2] for seat, found in stated.items() if len(found) > 1}
    kept = [row for row in rows if (row.session, row.group) in moving]
    if not kept:
        return NO_BELIEFS
    found = within_slope(
        np.array([row.hedged for row in kept], dtype=np.float64),
        np.array([(row.after or 0) / 10 for row in kept]),
        dummies([(row.session, row.group, row.seat) for row in kept]),
        [(row.session, row.group) for row in kept],
    )
    return found or NO_BELIEFS


def _varying(cells: Sequence[Cell], of: Callable[[Cell], float | None]) -> list[Cell]:
    """Those of groups in which it varied from round to round."""
    seen: dict[tuple[str, str], set[float]] = defaultdict(set)
    for cell in cells:
        if (value := of(cell)) is not None:
            seen[cell.unit].add(value)
    return [cell for cell in cells if len(seen[cell.unit]) > 1 and of(cell) is not None]


def _places(cells: Sequence[Cell]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """A column for each group and for each round of each session."""
    groups = dummies([cell.unit for cell in cells])
    return np.hstack([groups, dummies([(cell.session, cell.round) for cell in cells])])


Design = Callable[[Sequence[Cell], str], Estimated | str]
DESIGNS: dict[str, Design] = {"D1": _arms, "D2": _draws, "D3": _free}
