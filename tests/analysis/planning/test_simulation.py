"""The simulated classes: drawn as the game draws, alike as the design says, tested exactly."""

from dataclasses import replace

import numpy as np
import pytest

from game.analysis.planning.assumptions import Setting, Truth
from game.analysis.planning.behaviour import World, play
from game.analysis.planning.findable import findable
from game.analysis.planning.making import rows
from game.analysis.planning.postures import groups_drawn, rounds_drawn
from game.analysis.planning.rates import CLAIMS, claim_tests, measured
from game.analysis.planning.table import shipped
from tools.operating import differences, main

LOTTERY = World(Setting.D2_LOTTERY, 5, 3, 6)


def test_draws_are_balanced():
    dice = np.random.default_rng(1)

    assert set(groups_drawn(50, 9, dice).sum(axis=1)) == {4}
    assert set(rounds_drawn((50, 3), 6, dice).sum(axis=2).ravel()) == {3}
    eight = rounds_drawn((50, 3), 8, dice)
    assert set(eight[:, :, :4].sum(axis=2).ravel()) == {2}
    assert set(eight[:, :, 4:].sum(axis=2).ravel()) == {2}


def test_the_same_seed_plays_the_same_classes():
    one, two, other = (
        play(LOTTERY, 3, np.random.default_rng(seed)).after for seed in (5, 5, 6)
    )  # fmt: skip
    assert (one == two).all()
    assert (one != other).any()


def test_a_lottery_is_obeyed_and_cards_three_times_in_four():
    cards = play(replace(LOTTERY, setting=Setting.D2_CARDS), 2000, np.random.default_rng(1))
    lottery = play(LOTTERY, 20, np.random.default_rng(1))

    pressed, restrained = (cards.escalated[cards.drawn == way].mean() for way in (True, False))
    assert pressed - restrained == pytest.approx(0.75, abs=0.01)
    assert (lottery.escalated == lottery.drawn).all()


def test_rows_of_a_group_are_as_alike_as_the_design_says():
    """claims.md 5: belief .42, hedging .18; here of one-ally groups, persons counted in."""
    played = play(World(Setting.D3, 40, 1, 6), 200, np.random.default_rng(3))
    for y, low, high in ((played.after, 0.6, 0.8), (played.hedged, 0.2, 0.4)):
        between = y.mean(axis=2).var() - y.var(axis=2, ddof=1).mean() / 6
        assert low < between / (between + y.var(axis=2, ddof=1).mean()) < high


def test_each_theory_moves_each_claim_its_own_way():
    """Signs of claims.md 2, and about the sizes of section 5."""
    for truth, sign in ((Truth.HRT, 1), (Truth.AUTHORS, -1)):
        found = measured(replace(LOTTERY, truth=truth), 1000, 1, widths=False)
        belief, hedging, support = (sign * found[claim].estimate for claim in CLAIMS)
        assert 6 < belief < 9
        assert -0.14 < hedging < -0.07
        assert 0.17 < support < 0.32


def test_p_values_of_nothing_are_those_of_chance():
    """Randomisation tests are exact: no p is more common than its own size, ties apart."""
    world = World(Setting.D2_LOTTERY, 2, 2, 6)
    dice = np.random.default_rng(2)
    p = claim_tests(world, play(world, 2000, dice), dice)["C1"].p

    for level in (0.05, 0.25, 0.5):
        assert (p <= level).mean() == pytest.approx(level, abs=4 * (level / 2000) ** 0.5)


def test_the_interval_holds_the_truth():
    """95 in 100, for an effect that is the same for everybody."""
    world = replace(LOTTERY, truth=Truth.NULL, groups=2)
    dice = np.random.default_rng(4)
    found = claim_tests(world, play(world, 1500, dice), dice)["C1"]
    assert (found.p > 0.05).mean() == pytest.approx(0.95, abs=0.02)
    assert np.median(found.width) == pytest.approx(22, abs=3)


def test_the_smallest_change_that_is_found_lies_where_power_crosses_eight_in_ten():
    assert findable((0.05, 0.8), (0, -8)) == 8
    assert 4 < findable((0.05, 0.5, 0.99), (0, 4, 8)) < 8
    assert findable((0.05, 0.5, 0.7), (0, 4, 8)) == float("inf")


def test_a_cell_made_again_is_the_cell_of_the_table():
    again = rows(World(Setting.D1, 9, 1, 6), 250, seed=77)

    assert [line for row in again for line in differences(shipped()[row.key], row)] == []
    wrong = replace(again[0], power_hrt=again[0].power_hrt + 0.3)
    assert list(differences(shipped()[wrong.key], wrong)) != []


@pytest.mark.slow
@pytest.mark.statistics
def test_the_table_is_that_of_the_simulation():
    """A few cells of every design, with other draws."""
    assert main(["--check", "--reps", "500"]) == 0
