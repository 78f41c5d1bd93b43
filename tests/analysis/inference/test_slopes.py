"""Slopes within groups: estimates against ordinary least squares, p against every turn of signs."""

from collections import defaultdict
from itertools import product
from statistics import fmean

import numpy as np
import pytest
import statsmodels.api as sm

from tests.analysis.inference.made import analysed, free, moved

ROWS = free(8, moved(7), seed=4)


def cells():
    """Group-rounds with all that the slopes need."""
    found = defaultdict(list)
    for row in ROWS:
        found[row["group"], row["round"]].append(row)
    return {
        place: {
            "B": fmean(row["belief_after"] for row in rows),
            "B0": fmean(row["belief_before"] for row in rows),
            "H": fmean(row["alignment"] == "HEDGE" for row in rows),
            "U": fmean({"endorse": 1, "silent": 0, "dissociate": -1}[r["stance"]] for r in rows),
            "E": float(rows[0]["posture"] == "escalate"),
            "X": 10 * rows[0]["theatre_share"],
        }
        for place, rows in found.items()
    }


CELLS = cells()


def design(places, *columns):
    """Groups, rounds but the first, and more."""
    groups = [[float(g == name) for name in sorted({p[0] for p in places})] for g, _ in places]
    rounds = [[float(r == n) for n in sorted({p[1] for p in places})[1:]] for _, r in places]
    return np.column_stack([np.array(groups), np.array(rounds), *columns])


def of(places, name):
    return np.array([CELLS[place][name] for place in places])


def check(claim, y, x, nuisance, labels):
    """The engine's line against least squares and all 256 turns of signs."""
    result = analysed(ROWS, "D3").claim(claim)
    whole = sm.OLS(y, np.column_stack([nuisance, x])).fit()
    assert result.estimate == pytest.approx(whole.params[-1], abs=1e-8)
    apart = [sm.OLS(values, nuisance).fit().resid for values in (y, x)]
    names = sorted(set(labels))
    here = [np.array([label == name for label in labels]) for name in names]
    s = [float(apart[0][i] @ apart[1][i]) for i in here]
    q = [float(apart[1][i] @ apart[1][i]) for i in here]
    stretch = (len(names) / (len(names) - 1)) ** 0.5
    pairs = [
        (stretch * np.dot(signs, s) / sum(q), stretch * np.dot(signs, q) / sum(q))
        for signs in product((1, -1), repeat=len(names))
    ]

    def accepting(hypothesis):
        far = abs(result.estimate - hypothesis) - 1e-9
        return [abs(a - hypothesis * b) >= far for a, b in pairs]

    def p(hypothesis):
        """As the interval counts: a turn whose b is 1 or more is never left out."""
        return fmean(
            ok or abs(b) >= 1 for ok, (_, b) in zip(accepting(hypothesis), pairs, strict=True)
        )

    assert result.p == pytest.approx(fmean(accepting(0)))
    assert (result.n_ref, result.exact, result.n_clusters) == (256, True, 8)
    for end, inward in ((result.ci_low, 1e-6), (result.ci_high, -1e-6)):
        assert p(end + inward) > 0.05
        assert p(end - inward) <= 0.05


def test_belief_given_belief_before():
    places = list(CELLS)
    nuisance = design(places, of(places, "B0"))
    check("C1", of(places, "B"), of(places, "E"), nuisance, [g for g, _ in places])


@pytest.mark.parametrize(("claim", "name"), [("C2", "H"), ("C3", "U")])
def test_behaviour_given_the_group_a_round_before(claim, name):
    places = [place for place in CELLS if place[1] > 1]
    past = np.array([CELLS[group, number - 1][name] for group, number in places])
    groups = [group for group, _ in places]
    check(claim, of(places, name), of(places, "E"), design(places, past), groups)


def test_forces_given_posture_and_belief_before():
    places = list(CELLS)
    nuisance = design(places, of(places, "E"), of(places, "B0"))
    check("C4", of(places, "B"), of(places, "X"), nuisance, [g for g, _ in places])


def test_the_trend_of_support():
    places = list(CELLS)
    posture, late = of(places, "E"), np.array([number - 3.5 for _, number in places])
    nuisance = design(places, posture)
    check("C6", of(places, "U"), posture * late, nuisance, [g for g, _ in places])


def test_hedging_and_belief_within_seats():
    seats = [(row["group"], row["seat"]) for row in ROWS]
    own = [[float(seat == name) for name in sorted(set(seats))] for seat in seats]
    hedged = np.array([float(row["alignment"] == "HEDGE") for row in ROWS])
    belief = np.array([row["belief_after"] / 10 for row in ROWS])
    check("C7", hedged, belief, np.array(own), [group for group, _ in seats])


def test_a_group_whose_posture_never_changed_is_left_out():
    still = [{**r, "group": "G99", "posture": "hold"} for r in free(1, seed=9)]
    assert analysed(ROWS + still, "D3").claim("C1") == analysed(ROWS, "D3").claim("C1")


def test_forces_that_follow_the_posture_cannot_be_told_from_it():
    fixed = [{**r, "theatre_share": 0.6 if r["posture"] == "escalate" else 0.2} for r in ROWS]
    result = analysed(fixed, "D3").claim("C4")
    assert (result.testable, result.verdict) == (False, "NOT_ENOUGH_DATA")
    assert "forces sent away did not vary" in result.sentence
