"""What makes a fixed point an equilibrium, and how the model answers to its numbers."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.numbers import Numbers
from game.theory.baseline import world_of
from game.theory.equilibrium import equilibrium
from game.theory.model import (
    beliefs,
    gain_from_standing,
    logistic,
    logit_choice,
    stand_chance,
)

NUMBERS = Numbers()


@st.composite
def worlds(draw):
    """Scenarios within the ranges of rules 13."""
    return world_of(
        replace(
            NUMBERS,
            war_resolve=draw(st.floats(0, 10)),
            war_priority=draw(st.floats(0, 10)),
            stand_value=draw(st.floats(0, 5)),
            drain=draw(st.floats(0, 0.5)),
            moving_cost=draw(st.floats(0, 3)),
        ),
        draw(st.integers(1, 5)),
    )


@given(worlds(), st.sampled_from([0.3, 0.5, 0.6, 1, 1.2, 2]))
def test_beliefs_follow_from_play_and_play_from_beliefs(world, precision):
    found = equilibrium(world, precision)
    stands = tuple(1 - rate for rate in found.hedging)
    for k in range(3):
        assert stands[k] == pytest.approx(stand_chance(world, found.belief[k], precision), abs=1e-9)
    for worth, chances in zip(world.worth, found.patron, strict=True):
        full = tuple(w + world.standing * s for w, s in zip(worth, stands, strict=True))
        assert chances == pytest.approx(logit_choice(full, precision), abs=1e-9)
    assert found.belief == pytest.approx(beliefs(world, found.patron, found.frequency))
    assert sum(found.frequency) == pytest.approx(1)


@given(worlds(), st.sampled_from([0.3, 0.6, 1.2]))
def test_without_drain_beliefs_average_to_the_prior(world, precision):
    """A Bayesian cannot be moved on average: the law of iterated expectations."""
    found = equilibrium(replace(world, drain=0), precision)
    average = sum(f * p for f, p in zip(found.frequency, found.belief, strict=True))
    prior = sum(a * d for a, d in zip(world.prior, world.defence, strict=True))
    assert average == pytest.approx(prior, abs=1e-9)


def test_at_lambda_nought_everybody_tosses_coins():
    found = equilibrium(world_of(NUMBERS, 2), 0)
    assert found.frequency == pytest.approx((1 / 3,) * 3)
    assert found.hedging == pytest.approx((0.5,) * 3)


def test_the_gain_from_standing_is_nought_at_the_threshold():
    world = world_of(NUMBERS, 2)
    assert world.threshold() == pytest.approx(NUMBERS.p_star())
    assert gain_from_standing(world, NUMBERS.p_star()) == pytest.approx(0)
    assert stand_chance(world, NUMBERS.p_star(), 5) == pytest.approx(0.5)


def test_a_posture_never_chosen_leaves_the_prior():
    world = world_of(NUMBERS, 2)
    never = ((1.0, 0.0, 0.0),) * 4
    assert beliefs(world, never, (1.0, 0.0, 0.0))[1:] == pytest.approx((0.5, 0.5))


def test_extreme_odds_do_not_overflow():
    assert logistic(-5000) == 0
    assert logistic(5000) == 1
    assert logit_choice((0.0, 1e6), 5) == (0, 1)
