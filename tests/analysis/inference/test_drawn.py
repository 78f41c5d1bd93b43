"""What was drawn: every number against a loop over all ways it could have been drawn."""

from collections import defaultdict
from itertools import combinations, product
from statistics import fmean

import pytest

from game.analysis.inference.dataset import Facts, dataset
from game.analysis.inference.rows import ally_round
from game.analysis.inference.testing import estimated
from tests.analysis.inference.made import analysed, arms, draws, moved

CLOSE = 1e-7
SUPPORT = {"endorse": 1, "silent": 0, "dissociate": -1}
VALUES = {
    "C1": lambda row: row["belief_after"],
    "C2": lambda row: float(row["alignment"] == "HEDGE"),
    "C3": lambda row: SUPPORT[row["stance"]],
}
CHANGE = lambda row: row["belief_after"] - row["belief_before"]  # noqa: E731


def cells(rows, value):
    """Means by group and round."""
    found = defaultdict(list)
    for row in rows:
        found[row["group"], row["round"]].append(value(row))
    return {place: fmean(values) for place, values in found.items()}


def difference(y, treated, strata):
    """Weighted difference of means within strata: by hand, from the definition."""
    above = below = 0.0
    for units in strata:
        one = [y[unit] for unit in units if unit in treated]
        none = [y[unit] for unit in units if unit not in treated]
        weight = len(one) * len(none) / len(units)
        above += weight * (fmean(one) - fmean(none))
        below += weight
    return above / below


def by_hand(y, treated, strata):
    """Estimate, and p of any hypothesis, by brute force."""
    every = [
        {unit for chosen in ways for unit in chosen}
        for ways in product(
            *(combinations(units, len([u for u in units if u in treated])) for units in strata)
        )
    ]
    own = {unit: float(unit in treated) for units in strata for unit in units}
    estimate = difference(y, treated, strata)
    pairs = [(difference(y, other, strata), difference(own, other, strata)) for other in every]

    def p(hypothesis):
        far = abs(estimate - hypothesis) - 1e-9
        return fmean(abs(a - hypothesis * b) >= far for a, b in pairs)

    return estimate, p, len(every)


def agree(result, estimate, p, size):
    assert result.estimate == pytest.approx(estimate, abs=CLOSE)
    assert (result.n_ref, result.exact) == (size, True)
    assert result.p == pytest.approx(p(0), abs=CLOSE)
    assert result.min_p == pytest.approx(2 / size)
    for low, high, level in (
        (result.ci_low, result.ci_high, 0.05),
        (result.ci90_low, result.ci90_high, 0.10),
    ):
        for end, inward in ((low, 1e-5), (high, -1e-5)):
            assert p(end + inward) > level
            assert p(end - inward) <= level


@pytest.mark.parametrize("claim", VALUES)
def test_arms_against_every_other_deal(claim):
    """Nine groups, four of them hawkish: 126 ways."""
    deal = ["hawk", "restrained", "hawk", "hawk", "restrained", "restrained", "hawk"]
    rows = arms([*deal, "restrained", "restrained"], moved(9))
    y = defaultdict(list)
    for (group, _), value in cells(rows, VALUES[claim]).items():
        y[group].append(value)
    y = {group: fmean(values) for group, values in y.items()}
    treated = {row["group"] for row in rows if row["treatment"] == "hawk"}

    agree(analysed(rows, "D1").claim(claim), *by_hand(y, treated, [list(y)]))


@pytest.mark.parametrize("claim", VALUES)
def test_rounds_against_every_other_draw(claim):
    """Two groups of six rounds and one of four, one round of it lost: 20 x 20 x 3 ways."""
    rows = draws(2, moved(6), seed=3)
    short = [{**row, "group": "G9"} for row in draws(1, seed=5, rounds=4) if row["round"] < 4]
    rows += short
    y = cells(rows, CHANGE if claim == "C1" else VALUES[claim])
    treated = {(r["group"], r["round"]) for r in rows if r["posture_assigned"] == "escalate"}
    strata = [[unit for unit in y if unit[0] == group] for group in ("G0", "G1", "G9")]

    agree(analysed(rows, "D2").claim(claim), *by_hand(y, treated, strata))


def test_a_drawn_card_counts_whether_or_not_it_was_obeyed():
    """Intention to treat: the posture that came of it is not what is compared."""
    rows = draws(3, moved(10))
    disobeyed = [{**row, "posture": "hold"} for row in rows]

    assert analysed(disobeyed, "D2").claim("C1") == analysed(rows, "D2").claim("C1")


def test_far_against_near():
    """C5 is the same comparison of the difference between far and near allies."""
    rows = draws(3, moved(6), seed=8)
    far, near = ([r for r in rows if r["distance"] == where] for where in ("far", "near"))
    apart, close = cells(far, CHANGE), cells(near, CHANGE)
    y = {place: apart[place] - close[place] for place in apart}
    treated = {(r["group"], r["round"]) for r in rows if r["posture_assigned"] == "escalate"}
    strata = [[unit for unit in y if unit[0] == f"G{place}"] for place in range(3)]

    agree(analysed(rows, "D2").claim("C5"), *by_hand(y, treated, strata))


def test_sessions_of_arms_are_strata():
    """Groups are never compared across sessions."""
    first = arms(["hawk"] * 3 + ["restrained"] * 3, seed=1)
    later = [
        {**r, "session": "S2", "group": "H" + r["group"]} for r in arms(["hawk", "restrained"] * 2)
    ]
    raised = [{**r, "belief_after": min(100, r["belief_after"] + 15)} for r in later]

    plain, shifted = (analysed(first + more, "D1").claim("C2") for more in (later, raised))
    assert plain == shifted
    assert plain.n_ref == 20 * 6


def test_a_second_factor_is_held_fixed():
    """Hawks are exchanged only between groups that are alike in what else was dealt."""
    deal = [
        f"{script}+{theatre}" for script in ("hawk", "restrained") for theatre in ("near", "far")
    ]
    rows = arms(["hawk", "hawk", "restrained", "restrained"] * 3)
    named = [{**row, "treatment": deal[int(row["group"][1:]) % 4]} for row in rows]
    assert analysed(named, "D1").claim("C2").n_ref == 20 * 20
    assert analysed(rows, "D1").claim("C2").n_ref == 924


def test_the_mechanism_of_the_draw_is_kept():
    """Eight rounds are drawn within halves: 6 x 6 ways a group, and not 70."""
    rows = []
    for place in range(2):
        halves = [draws(1, seed=place + 2 * half, rounds=4) for half in (0, 1)]
        rows += [
            {**r, "group": f"G{place}", "round": r["round"] + 4 * half}
            for half in (0, 1)
            for r in halves[half]
        ]
    strata = {("S1", r["group"], r["round"]): f"{r['group']}-H{1 + (r['round'] > 4)}" for r in rows}
    whole, halved = (
        dataset([ally_round(r) for r in rows], "D2", facts) for facts in (None, Facts(strata))
    )
    assert estimated(whole, "C1").size == 70**2
    assert estimated(halved, "C1").size == 36**2
    assert estimated(halved, "C1").estimate == pytest.approx(estimated(whole, "C1").estimate)


def test_a_large_set_is_sampled_with_a_seed_that_is_written_down():
    rows = draws(5, moved(6))
    one, again = analysed(rows, "D2"), analysed(rows, "D2")
    result = one.claim("C1")

    assert one == again
    assert (result.exact, result.n_ref) == (False, 10_000)
    assert result.min_p == pytest.approx(2 / 20**5)
    other = analysed([{**row, "group": row["group"] + "x"} for row in rows], "D2")
    assert other.seed != one.seed
    assert other.claim("C1").p == pytest.approx(result.p, abs=0.02)
