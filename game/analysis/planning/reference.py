"""Tests of many classes at once: the closed forms of the engine, on arrays of classes.

Every claim is a linear contrast. `a` is the contrast over the reference set, `b` that of the
assignment itself, so that p and interval need no search. The engine (game/analysis/inference)
tests one class; tests/analysis/planning/test_engine.py holds the two against each other.
"""

import itertools
from dataclasses import dataclass

import numpy as np

from game.analysis.planning.postures import Flags, Floats, groups_drawn, rounds_drawn, spans

MOST = 2048  # a reference set up to this size is gone through; of a larger one DRAWS are drawn
DRAWS = 999
LEVEL = 0.05
TIE = 1e-9


@dataclass(frozen=True, slots=True)
class Tests:
    """One claim in many classes. Shapes: classes, classes x units, units x members."""

    estimate: Floats
    assigned: Floats
    outcome: Floats
    members: Floats
    whole: bool  # else the assignment itself is added to the members
    groups: Floats  # that entered, by class

    @property
    def p(self) -> Floats:
        """Two-sided, against no difference."""
        far = np.abs(self.outcome @ self.members) >= np.abs(self.estimate)[:, None] - TIE
        own = 0 if self.whole else 1
        return np.asarray((far.sum(axis=1) + own) / (far.shape[1] + own), dtype=np.float64)

    @property
    def width(self) -> Floats:
        """Of the 95 per cent interval; may be infinite."""
        a, b, tau = self.outcome @ self.members, self.assigned @ self.members, self.estimate
        inside = np.abs(b) < 1 - TIE  # the others accept every hypothesis
        one = (tau[:, None] - a) / np.where(inside, 1 - b, 1)
        other = (tau[:, None] + a) / np.where(inside, 1 + b, 1)
        own = 0 if self.whole else 1
        k = int(LEVEL * (a.shape[1] + own) + TIE) - own
        low = np.where(inside, np.minimum(one, other), -np.inf)
        high = np.where(inside, np.maximum(one, other), np.inf)
        ends = np.partition(low, k, axis=1)[:, k], -np.partition(-high, k, axis=1)[:, k]
        return np.asarray(ends[1] - ends[0])


def groups_reference(groups: int, rng: np.random.Generator) -> Flags:
    """Other ways to deal the arms to groups, one a row."""
    several = itertools.combinations(range(groups), groups // 2)
    chosen = list(itertools.islice(several, MOST + 1))
    if len(chosen) > MOST:
        return groups_drawn(DRAWS, groups, rng)
    rows = np.zeros((len(chosen), groups), dtype=np.bool_)
    rows[np.arange(len(chosen))[:, None], np.array(chosen)] = True
    return rows


def rounds_reference(groups: int, rounds: int, rng: np.random.Generator) -> Flags:
    """Other ways to draw the rounds of every group: members x groups x rounds."""
    own = _balanced(rounds)
    if len(own) ** groups > MOST:
        return rounds_drawn((DRAWS, groups), rounds, rng)
    return np.stack([np.stack(pick) for pick in itertools.product(own, repeat=groups)])


def _balanced(rounds: int) -> list[Flags]:
    halves = []
    for span in spans(rounds):
        picks = itertools.combinations(range(span), span // 2)
        halves.append([np.isin(np.arange(span), pick) for pick in picks])
    return [np.concatenate(pick) for pick in itertools.product(*halves)]


def flips_reference(groups: int, rng: np.random.Generator) -> Floats:
    """Signs of groups, one set a row; of two opposite sets one says all."""
    if 2 ** (groups - 1) <= MOST:
        signs = itertools.product((1.0, -1.0), repeat=groups - 1)
        return np.array([(1.0, *rest) for rest in signs])
    return rng.choice((-1.0, 1.0), (DRAWS, groups))


def drawn_tests(y: Floats, z: Flags, reference: Flags, groups: int) -> Tests:
    """Classes x strata x units, against other draws of z. All strata have the same counts."""
    share = float(np.mean(z[0, 0]))
    weight = z[0].size * share * (1 - share)
    assigned = np.asarray((z - share).reshape(len(z), -1), dtype=np.float64)
    members = (reference.reshape(len(reference), -1) - share).T / weight
    outcome = y.reshape(len(y), -1)
    estimate = (outcome * assigned).sum(axis=1) / weight
    count = np.full(len(y), float(groups))
    return Tests(estimate, assigned, outcome, members, len(reference) != DRAWS, count)


def association_tests(y: Floats, e: Flags, lag: Floats, flips: Floats) -> Tests:
    """D3: slope of y on e given group, round and lag, by flips of the scores of groups.

    Groups in which the posture did not vary are left out.
    """
    kept = np.asarray(e.any(axis=2) & ~e.all(axis=2), dtype=np.float64)[:, :, None]
    outcome, posture, before = (_within(part, kept) for part in (y, e, lag))
    spread = (before * before).sum(axis=(1, 2), keepdims=True) + TIE
    for part in (outcome, posture):
        part -= (part * before).sum(axis=(1, 2), keepdims=True) / spread * before
    score, weight = (posture * outcome).sum(axis=2), (posture * posture).sum(axis=2)
    total, groups = weight.sum(axis=1, keepdims=True) + TIE, kept.sum(axis=(1, 2))
    wider = np.sqrt(groups / np.maximum(1, groups - 1))[:, None] / total
    estimate, whole = score.sum(axis=1) / total[:, 0], len(flips) != DRAWS
    return Tests(estimate, wider * weight, wider * score, flips.T, whole, groups)


def _within(values: Floats | Flags, kept: Floats) -> Floats:
    """Without the means of groups and of rounds, over the groups that are kept."""
    own = values * kept
    own = own - own.mean(axis=2, keepdims=True)
    rounds = own.sum(axis=1, keepdims=True) / np.maximum(1, kept.sum(axis=1, keepdims=True))
    return np.asarray((own - rounds) * kept)
