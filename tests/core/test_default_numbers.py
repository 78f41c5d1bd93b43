"""The default of every key a scenario may set (rules 13), and what follows from them."""

from dataclasses import asdict, replace

import pytest

from game.core.numbers import Numbers
from game.core.vocabulary import Posture, PrivateType

DEFAULTS = {
    "rounds": 6,
    "income": 10,
    "alliance_benefit": 1,
    "plan_b_cost": 3,
    "crisis_chance": 0.5,
    "crisis_loss": 20,
    "plan_b_saves": 0.8,
    "speaking_cost": 1,
    "gift_giver": 1,
    "gift_receiver": 2,
    "ally_units": 2,
    "garrison_max": 2,
    "pool_base": 6,
    "pool_per_ally": 2,
    "escalate": (5, 6),
    "hold": (2, 4),
    "draw_down": (0, 1),
    "patron_income_per_ally": 5,
    "stand_value": 2,
    "stake_base": 10,
    "stake_resolve": 4,
    "stake_core": 4,
    "costs": (2, 4, 6, 8, 10, 12, 14, 16, 18, 20),
    "war_resolve": 5,
    "war_priority": 5,
    "news": (-2, 0, 2),
    "moving_cost": 1,
    "card_bonus": 6,
    "type_weights": (1, 1, 1, 1),
    "government_changes": True,
    "drain": 0,
    "drain_hidden": False,
    "forecast_prize": 10,
}


def test_every_number_has_the_default_of_the_rule_book():
    """No more numbers, no fewer, no others."""
    assert asdict(Numbers()) == DEFAULTS


@pytest.mark.parametrize("allies", range(1, 6))
def test_a_full_garrison_for_every_ally_is_feasible_in_every_posture(allies):
    """The pool is 6 + 2n; with 6 away 2n remain (rules 1)."""
    numbers = Numbers()
    assert numbers.pool(allies) == 6 + 2 * allies
    away = max(numbers.band(posture)[1] for posture in Posture)
    assert numbers.pool(allies) - away >= allies * numbers.garrison_max


def test_bands_leave_no_unit_between_postures():
    """0-1, 2-4, 5-6: what the units say is one posture and no other."""
    numbers = Numbers()
    said = [
        [p for p in Posture if numbers.band(p)[0] <= units <= numbers.band(p)[1]]
        for units in range(7)
    ]
    down, hold, up = Posture.DRAW_DOWN, Posture.HOLD, Posture.ESCALATE
    assert said == [[down]] * 2 + [[hold]] * 3 + [[up]] * 2


@pytest.mark.parametrize(
    ("changes", "p_star", "prior"),
    [
        ({}, 0.5, 0.5),
        ({"crisis_loss": 40}, 0.75, 0.5),
        ({"stake_base": 12}, 0.5, 0.6),
        ({"type_weights": (3, 1, 1, 1)}, 0.5, (2.7 + 0.5 + 0.5 + 0.1) / 6),
        ({"costs": (10,)}, 0.5, 0.75),
    ],
)
def test_p_star_and_the_prior_follow_from_them(changes, p_star, prior):
    """1 - (b + h) / (q m L), and d weighted by the types dealt."""
    numbers = replace(Numbers(), **changes)
    assert numbers.p_star() == pytest.approx(p_star)
    assert numbers.prior() == pytest.approx(prior)


def test_resolve_and_core_move_stake_and_war_by_their_weights():
    """S = base + resolve + core, v = r (resolve) - s (core), each sign +1 or -1."""
    numbers = Numbers(stake_base=20, stake_resolve=3, stake_core=5, war_resolve=2, war_priority=7)
    found = {t: (numbers.stake(t), numbers.war_value(t)) for t in PrivateType}
    assert found == {
        PrivateType.HIGH_CORE: (28, -5),
        PrivateType.HIGH_PERIPHERY: (18, 9),
        PrivateType.LOW_CORE: (22, -9),
        PrivateType.LOW_PERIPHERY: (12, 5),
    }
