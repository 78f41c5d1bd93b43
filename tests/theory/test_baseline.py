"""The baseline of a scenario's own numbers: rules 14.1 and 14.2."""

from dataclasses import replace

import pytest

from game.core.numbers import TYPES, Numbers
from game.core.payoffs import Attack, security, war
from game.core.vocabulary import Move, Posture
from game.theory.baseline import hedge_chance, scenario_equilibrium, scenario_tilt, world_of
from game.theory.model import gain_from_standing

NUMBERS = Numbers()


@pytest.mark.parametrize("allies", range(1, 6))
@pytest.mark.parametrize("precision", [0.3, 0.5, 0.6, 1, 1.2, 2])
def test_the_default_numbers_are_neutral(allies, precision):
    """Rules 14.1: n = 1-5, tilt 0.0 points and .00."""
    found = scenario_tilt(NUMBERS, allies, precision)
    assert found.belief == pytest.approx(0, abs=1e-9)
    assert found.hedging == pytest.approx(0, abs=1e-9)
    assert scenario_equilibrium(NUMBERS, allies, precision).belief == pytest.approx((0.5,) * 3)


@pytest.mark.parametrize(
    ("changes", "points"),
    [({"war_priority": 0}, 36), ({"war_resolve": 0}, -34), ({"drain": 0.4}, -10)],
)
def test_the_unfair_worlds_tilt_as_the_rule_book_says(changes, points):
    """Rules 14.2, lambda .5: +36, -34, -10. Ours, for two allies: +36.5, -34.4, -9.8."""
    found = scenario_tilt(replace(NUMBERS, **changes), 2, 0.5)
    assert found.belief == pytest.approx(points, abs=0.6)


@pytest.mark.parametrize("r", [0, 3, 5])
@pytest.mark.parametrize("s", [0, 5])
def test_the_war_is_worth_what_the_rules_pay(r, s):
    """The model's worth of a posture is the game's own war line, at mean news."""
    numbers = replace(NUMBERS, war_resolve=r, war_priority=s)
    world = world_of(numbers, 2)
    for dealt, worth in zip(TYPES, world.worth, strict=True):
        assert worth == tuple(war(numbers, dealt, posture, 0) for posture in Posture)


@pytest.mark.parametrize("form", [Move.BUILD_ARMS, Move.ACCOMMODATE, Move.SEEK_PARTNER])
@pytest.mark.parametrize("p", [0, 0.25, 0.5, 1])
def test_the_gain_from_standing_is_what_the_rules_pay(form, p):
    """Every Plan B is worth the same on average, and the model's gain is the difference."""
    q, m = NUMBERS.crisis_chance, NUMBERS.plan_b_saves
    chances = {
        Attack(False): 1 - q,
        Attack(True, defended=True): q * p,
        Attack(True, partnered=True): q * (1 - p) * m,
        Attack(True): q * (1 - p) * (1 - m),
    }
    gain = sum(
        chance * (security(NUMBERS, Move.STAND, attack) - security(NUMBERS, form, attack))
        for attack, chance in chances.items()
    )
    assert gain_from_standing(world_of(NUMBERS, 2), p) == pytest.approx(gain)


def test_plainest_postures_are_the_shares_of_the_slide():
    assert world_of(NUMBERS, 2).away == pytest.approx((0.6, 0.3, 0.0))


def test_a_hidden_drain_counts_half():
    known, hidden = replace(NUMBERS, drain=0.2), replace(NUMBERS, drain=0.4, drain_hidden=True)
    assert scenario_tilt(hidden, 2) == scenario_tilt(known, 2)


def test_doubters_hedge_and_the_convinced_stand():
    assert hedge_chance(NUMBERS, 50) == pytest.approx(0.5)
    assert hedge_chance(NUMBERS, 10) > 0.8
    assert hedge_chance(NUMBERS, 90) < 0.2
