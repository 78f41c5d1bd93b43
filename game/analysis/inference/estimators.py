"""The two estimators: differences within strata of a draw, and slopes within groups.

Both give a contrast over their reference set, and the standard error between groups that goes with
it. Formulas: docs/explain/statistics.md.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from game.analysis.inference.inverting import Contrast
from game.analysis.inference.reference import (
    Matrix,
    Vector,
    count_reassignments,
    flips,
    reassigned_sums,
    reassignments,
)

NEGLIGIBLE = 1e-9


@dataclass(frozen=True, slots=True)
class Estimated:
    """An estimate, its standard error between groups, and how to test it when it is wanted.

    `size` is that of the whole reference set; `test` makes the contrast over it, with a seed for
    the sample that is drawn from a large one. `smaller_arm`: groups, where whole groups were drawn.
    """

    estimate: float
    se: float | None
    df: int | None
    groups: int
    size: int
    test: Callable[[int], Contrast]
    smaller_arm: int


def drawn_difference(
    y: Vector, drawn: Vector, strata: Sequence[str], groups: Sequence[object]
) -> Estimated:
    """Difference of means between drawn and not, within strata; all arrays have shape (units,).

    Strata weigh n1 n0 / (n1 + n0). Those in which nothing varies must have been left out.
    """
    middle = _stratum_means(drawn, strata)
    scale = float((drawn - middle) @ drawn)
    own = float((drawn - middle) @ y) / scale

    def test(seed: int) -> Contrast:
        values = np.column_stack([y, drawn])
        sums = (reassigned_sums(drawn, strata, values, seed) - middle @ values) / scale
        return Contrast(own, sums[:, 0], sums[:, 1])

    whole = len(set(groups)) == len(groups)
    if whole:
        se, df = _between_arms(y, drawn, strata)
    else:
        se, df = _between_groups(y, drawn - middle, own, drawn, groups)
    count, treated = len(set(groups)), int(drawn.sum())
    smaller = min(treated, count - treated) if whole else count
    return Estimated(own, se, df, count, count_reassignments(drawn, strata), test, smaller)


def _stratum_means(values: Vector, strata: Sequence[str]) -> Vector:
    _, codes = np.unique(np.asarray(strata), return_inverse=True)
    total = np.bincount(codes, weights=values) / np.bincount(codes)
    return np.asarray(total[codes], dtype=np.float64)


def _between_arms(
    y: Vector, drawn: Vector, strata: Sequence[str]
) -> tuple[float | None, int | None]:
    """Neyman's, for whole groups drawn: two fewer degrees of freedom than groups, by session."""
    labels, spread, weight, df = np.asarray(strata), 0.0, 0.0, 0
    for stratum in dict.fromkeys(strata):
        here = labels == stratum
        one, none = y[here & (drawn == 1)], y[here & (drawn == 0)]
        if len(one) < 2 or len(none) < 2:
            return None, None
        share = len(one) * len(none) / (len(one) + len(none))
        spread += share**2 * float(one.var(ddof=1) / len(one) + none.var(ddof=1) / len(none))
        weight += share
        df += len(one) + len(none) - 2
    return _apart(spread**0.5 / weight, y), df


def _between_groups(
    y: Vector, weights: Vector, tau: float, x: Vector, groups: Sequence[object]
) -> tuple[float | None, int | None]:
    """Of scores that are independent between groups; one fewer degree of freedom than groups."""
    scores = by_group(weights * (y - tau * x), groups)
    count = len(scores)
    if count < 2:
        return None, None
    scale = float(weights @ x)
    se = float((count / (count - 1) * (scores**2).sum()) ** 0.5 / abs(scale))
    return _apart(se, y), count - 1


def _apart(se: float, y: Vector) -> float:
    """0 where groups are alike: what is left is the dust of binary fractions."""
    return 0.0 if se <= NEGLIGIBLE * max(1.0, float(np.abs(y).max())) else se


def by_group(values: Vector, groups: Sequence[object]) -> Vector:
    """Sums over each group, in the order in which groups appear."""
    codes = {group: place for place, group in enumerate(dict.fromkeys(groups))}
    found = np.bincount([codes[group] for group in groups], weights=values, minlength=len(codes))
    return np.asarray(found, dtype=np.float64)


def within_slope(
    y: Vector, x: Vector, nuisance: Matrix, groups: Sequence[object]
) -> Estimated | None:
    """Slope of y on x given the nuisance columns, shape (units, k); tested by turning the scores
    of whole groups. None if x does not vary once the rest is held fixed.

    The factor sqrt(G / (G - 1)) is for the nuisance terms, estimated from the same groups.
    """
    apart = residuals(np.column_stack([y, x]), nuisance)
    rest, moved = apart[:, 0], apart[:, 1]
    s, q = by_group(moved * rest, groups), by_group(moved**2, groups)
    total, count = float(q.sum()), len(q)
    if total <= NEGLIGIBLE * max(1.0, float((x**2).sum())) or count < 2:
        return None
    tau = float(s.sum()) / total
    stretch = (count / (count - 1)) ** 0.5 / total

    def test(seed: int) -> Contrast:
        signs = flips(count, seed) * stretch
        return Contrast(tau, signs @ s, signs @ q)

    scores = s - tau * q
    se = _apart(float((count / (count - 1) * (scores**2).sum()) ** 0.5 / total), y)
    return Estimated(tau, se, count - 1, count, 2**count, test, count)


def residuals(values: Matrix, nuisance: Matrix) -> Matrix:
    """What the nuisance columns do not explain of each column of `values`."""
    if not nuisance.shape[1]:
        return values
    fitted, *_ = np.linalg.lstsq(nuisance, values, rcond=None)
    return np.asarray(values - nuisance @ fitted, dtype=np.float64)


def dummies(labels: Sequence[object]) -> Matrix:
    """A column of 0 and 1 for each label, shape (units, labels)."""
    place = {label: column for column, label in enumerate(dict.fromkeys(labels))}
    columns = np.zeros((len(labels), len(place)))
    columns[np.arange(len(labels)), [place[label] for label in labels]] = 1
    return columns


def drawn_trend(
    y: Vector,
    drawn: Vector,
    late: Vector,
    nuisance: Matrix,
    strata: Sequence[str],
    groups: Sequence[object],
) -> Estimated | None:
    """Coefficient of drawn x late given drawn and the nuisance columns, over all re-assignments.

    All have shape (units,). None if it is not identified in this draw.
    """
    keep = np.eye(len(y)) - nuisance @ np.linalg.pinv(nuisance)
    own, crossed = _trend_weights(drawn, late, keep), drawn * late
    scale = float(own @ crossed)
    if scale <= NEGLIGIBLE:
        return None
    tau = float(own @ y) / scale

    def test(seed: int) -> Contrast:
        members = reassignments(drawn, strata, seed)
        return Contrast(tau, *_trends(members, late, keep, np.column_stack([y, crossed])))

    rest = residuals(y[:, None], np.column_stack([nuisance, drawn]))[:, 0]
    se, df = _between_groups(rest, own, tau, own, groups)
    count = len(set(groups))
    return Estimated(tau, se, df, count, count_reassignments(drawn, strata), test, count)


def _trend_weights(drawn: Vector, late: Vector, keep: Matrix) -> Vector:
    """The part of drawn x late that neither drawn nor the nuisance explains."""
    level, cross = keep @ drawn, keep @ (drawn * late)
    size = float(level @ level)
    slope = float(level @ cross) / size if size > NEGLIGIBLE else 0.0
    return np.asarray(cross - slope * level, dtype=np.float64)


def _trends(members: Matrix, late: Vector, keep: Matrix, aims: Matrix) -> tuple[Vector, Vector]:
    """The coefficient in every member for each column of `aims`, shape (units, 2).

    A member that can show no trend counts as being as extreme as any.
    """
    crosses = members * late
    levels, apart = members @ keep, crosses @ keep
    size = (levels * members).sum(axis=1)
    slope = (levels * crosses).sum(axis=1) / np.where(size > NEGLIGIBLE, size, 1)
    scale = (apart * crosses).sum(axis=1) - slope**2 * size
    known = scale > NEGLIGIBLE
    found = (apart @ aims - slope[:, None] * (levels @ aims)) / np.where(known, scale, 1)[:, None]
    return np.where(known, found[:, 0], np.inf), np.where(known, found[:, 1], 1.0)
