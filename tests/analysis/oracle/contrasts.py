"""Estimates with their reference sets (claims.md 2.1), one member at a time."""

import itertools
from dataclasses import dataclass
from math import comb, prod, sqrt

import numpy as np
import pandas as pd

MOST = 20_000
DRAWS = 9_999


@dataclass
class Contrast:
    """tau, and a and b of every member of the reference set, the identity included."""

    tau: float
    a: np.ndarray
    b: np.ndarray
    size: int  # of the whole reference set
    exact: bool
    clusters: int
    se: float
    df: int

    def p(self, tau0: float = 0.0) -> float:
        """#{|a - tau0 b| >= |tau - tau0|} / N."""
        return float(np.mean(np.abs(self.a - tau0 * self.b) >= abs(self.tau - tau0) - 1e-9))

    def interval(self, level: float) -> tuple[float, float]:
        """All tau0 that are not rejected, by going outward from tau and halving."""
        return self._end(-1, level), self._end(1, level)

    def kept(self, tau0: float) -> float:
        """p as the interval takes it: members with |b| >= 1 are never excluded."""
        counts = np.abs(self.a - tau0 * self.b) >= abs(self.tau - tau0) - 1e-9
        return float(np.mean(counts | (np.abs(self.b) >= 1 - 1e-9)))

    def _kept(self, tau0: float, level: float) -> bool:
        return self.kept(tau0) > level + 1e-12

    def _end(self, side: int, level: float) -> float:
        step = 1e-6
        while self._kept(self.tau + side * step, level):
            step *= 2
            if step > 1e9:
                return side * float("inf")
        inside, outside = step / 2 if step > 1e-6 else 0.0, step
        for _ in range(100):
            middle = (inside + outside) / 2
            if self._kept(self.tau + side * middle, level):
                inside = middle
            else:
                outside = middle
        return self.tau + side * inside


def drawn(
    units: pd.DataFrame, y: str, z: str, stratum: str, members: bool = True
) -> Contrast | None:
    """D1 and D2: stratum differences of means, over all re-assignments with the same counts.

    A stratum of one kind of unit says nothing and is left out. Without `members`: the estimate.
    """
    strata = [(g[z].to_numpy(float), g[y].to_numpy(float)) for _, g in units.groupby(stratum)]
    strata = [(z_, y_) for z_, y_ in strata if 0 < z_.sum() < len(z_)]
    if not strata:
        return None
    weight = sum(_weight(z_) for z_, _ in strata)
    size = _size(strata)
    a, b = [], []
    for member in _members(strata, size) if members else ():
        parts = list(zip(member, strata, strict=True))
        a.append(sum(((new - new.mean()) * y_).sum() for new, (_, y_) in parts) / weight)
        b.append(sum(((new - new.mean()) * z_).sum() for new, (z_, _) in parts) / weight)
    tau = sum(((z_ - z_.mean()) * y_).sum() for z_, y_ in strata) / weight
    se, df = float("nan"), 0
    return Contrast(tau, np.array(a), np.array(b), size, size <= MOST, len(strata), se, df)


def trends(units: pd.DataFrame, y: str, z: str, members: bool = True) -> Contrast | None:
    """C6 in D2: the coefficient of z x round given z, group and round, over all re-assignments.

    claims.md 2.1 has no formula for it; this is RI, as of the other claims of D2. A re-assignment
    under which the coefficient does not exist counts as extreme.
    """
    units = units.sort_values("group", ignore_index=True)
    clock = units["round"].to_numpy(float) - units["round"].mean()
    dummies = [pd.get_dummies(units[name], dtype=float).to_numpy() for name in ("group", "time")]
    nuisance = np.column_stack(dummies)
    maker = np.eye(len(units)) - nuisance @ np.linalg.pinv(nuisance)
    strata = [(g[z].to_numpy(float), g[y].to_numpy(float)) for _, g in units.groupby("group")]
    real, outcome = units[z].to_numpy(float), units[y].to_numpy(float)
    size = _size(strata)

    def left_over(assigned):
        level, grows = maker @ assigned, maker @ (assigned * clock)
        if (level @ level) > 1e-9:
            grows = grows - level * (level @ grows) / (level @ level)
        return grows

    a, b = [], []
    for member in _members(strata, size) if members else ():
        left = left_over(np.concatenate(member))
        total = left @ left
        a.append(left @ outcome / total if total > 1e-9 else np.inf)
        b.append(left @ (real * clock) / total if total > 1e-9 else 1.0)
    left = left_over(real)
    total = left @ left
    if total < 1e-9:
        return None
    design = np.column_stack([nuisance, real])
    rest = outcome - design @ np.linalg.lstsq(design, outcome, rcond=None)[0]
    scores = pd.DataFrame({"group": units["group"], "S": left * rest, "Q": left * left})
    sums = scores.groupby("group")[["S", "Q"]].sum()
    tau = left @ outcome / total
    se, df = _spread(sums["S"].to_numpy(), sums["Q"].to_numpy(), tau)
    return Contrast(tau, np.array(a), np.array(b), size, size <= MOST, len(strata), se, df)


def _size(strata):
    return prod(comb(len(z), int(z.sum())) for z, _ in strata)


def _weight(z):
    return z.sum() * (len(z) - z.sum()) / len(z)


def _members(strata, size):
    """Every re-assignment, or the one that happened and a sample of the others."""
    if size <= MOST:
        yield from itertools.product(*(list(_ways(z)) for z, _ in strata))
        return
    yield tuple(z for z, _ in strata)
    draw = np.random.default_rng(0)
    for _ in range(DRAWS):
        yield tuple(draw.permutation(z) for z, _ in strata)


def _ways(z):
    for chosen in itertools.combinations(range(len(z)), int(z.sum())):
        new = np.zeros(len(z))
        new[list(chosen)] = 1
        yield new


def between_groups(units: pd.DataFrame, y: str, z: str, members: bool = True) -> Contrast | None:
    """D1: units are groups, strata sessions; Neyman's standard error."""
    found = drawn(units, y, z, "session", members)
    if found is None:
        return None
    weights, variances, df = [], [], 0
    for _, session in units.groupby("session"):
        one = session.loc[session[z] == 1, y].to_numpy(float)
        nought = session.loc[session[z] == 0, y].to_numpy(float)
        if not len(one) or not len(nought):
            continue
        weights.append(len(one) * len(nought) / (len(one) + len(nought)))
        several = len(one) > 1 and len(nought) > 1
        variance = (
            one.var(ddof=1) / len(one) + nought.var(ddof=1) / len(nought) if several else np.nan
        )
        variances.append(variance)
        df += len(session) - 2
    shares = np.array(weights) / sum(weights)
    found.se = sqrt(float((shares**2 * np.array(variances)).sum()))
    found.df = df
    found.clusters = len(units)
    return found


def between_rounds(units: pd.DataFrame, y: str, z: str, members: bool = True) -> Contrast | None:
    """D2: units are rounds, strata groups; the standard error is that of the groups' contrasts."""
    found = drawn(units, y, z, "group", members)
    if found is None:
        return None
    scores, weights = [], []
    for _, group in units.groupby("group"):
        z_, y_ = group[z].to_numpy(float), group[y].to_numpy(float)
        if 0 < z_.sum() < len(z_):
            scores.append(((z_ - z_.mean()) * y_).sum())
            weights.append(_weight(z_))
    found.se, found.df = _spread(np.array(scores), np.array(weights), found.tau)
    return found


def flipped(
    units: pd.DataFrame, y: str, x: str, given: list[str], dummies: list[str]
) -> Contrast | None:
    """D3: residuals on dummies and covariates, scores by group, signs flipped group by group."""
    nuisance = [pd.get_dummies(units[name], dtype=float).to_numpy() for name in dummies]
    nuisance.append(units[given].to_numpy(float).reshape(len(units), len(given)))
    design = np.column_stack(nuisance)

    def residual(name):
        column = units[name].to_numpy(float)
        return column - design @ np.linalg.lstsq(design, column, rcond=None)[0]

    ex, ey = residual(x), residual(y)
    by_group = pd.DataFrame({"group": units["group"], "S": ex * ey, "Q": ex * ex})
    sums = by_group.groupby("group")[["S", "Q"]].sum()
    return _flips(sums["S"].to_numpy(), sums["Q"].to_numpy())


def _flips(s, q):
    groups, total = len(s), q.sum()
    if groups < 2 or total < 1e-9:
        return None
    tau = s.sum() / total
    factor = sqrt(groups / (groups - 1))
    if 2**groups <= MOST:
        signs = np.array(list(itertools.product((1.0, -1.0), repeat=groups)))
    else:
        draw = np.random.default_rng(0)
        signs = np.vstack([np.ones(groups), draw.choice((1.0, -1.0), size=(DRAWS, groups))])
    a = factor * (signs @ s) / total
    b = factor * (signs @ q) / total
    se, df = _spread(s, q, tau)
    return Contrast(tau, a, b, 2**groups, 2**groups <= MOST, groups, se, df)


def _spread(scores, weights, tau):
    """Standard error of a weighted mean of group contrasts, and its degrees of freedom."""
    groups = len(scores)
    if groups < 2:
        return float("nan"), 0
    around = ((scores - tau * weights) ** 2).sum()
    return sqrt(groups / (groups - 1) * around) / weights.sum(), groups - 1
