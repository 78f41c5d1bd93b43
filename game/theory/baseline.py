"""The scenario's own baseline: what its numbers alone make of escalation (claims.md 4.2, 4.4)."""

from functools import lru_cache

from game.core.numbers import TYPES, Band, Numbers
from game.theory.equilibrium import Equilibrium, Tilt, equilibrium, tilt
from game.theory.model import Row, World, stand_chance

PRECISION = 0.6  # lambda unless a scenario says otherwise (claims.md 4.4)
SENSITIVITY = (0.3, 1.2)  # the other two lambdas a report shows


def world_of(numbers: Numbers, allies: int) -> World:
    """The one-slide model of a game with these numbers and this many allies."""
    total = sum(numbers.type_weights)
    return World(
        prior=tuple(weight / total for weight in numbers.type_weights),
        defence=tuple(numbers.defence_chance(dealt) for dealt in TYPES),
        worth=tuple(_war(numbers, numbers.war_value(dealt)) for dealt in TYPES),
        away=_away(numbers, allies),
        drain=numbers.drain / 2 if numbers.drain_hidden else numbers.drain,
        standing=numbers.stand_value * allies,
        stand_gain=numbers.alliance_benefit + numbers.plan_b_cost,
        stand_risk=numbers.crisis_chance * numbers.plan_b_saves * numbers.crisis_loss,
    )


@lru_cache(maxsize=512)
def scenario_equilibrium(numbers: Numbers, allies: int, precision: float) -> Equilibrium:
    """The logit equilibrium of one round of this game."""
    return equilibrium(world_of(numbers, allies), precision)


def scenario_tilt(numbers: Numbers, allies: int, precision: float = PRECISION) -> Tilt:
    """How far the numbers alone decide the answer: belief points and hedging rate."""
    return tilt(scenario_equilibrium(numbers, allies, precision))


def hedge_chance(numbers: Numbers, belief: int, precision: float = PRECISION) -> float:
    """Logit chance (0-1) of hedging at a stated belief (0-100): baseline B1 of claims.md 4.4."""
    return 1 - stand_chance(world_of(numbers, 1), belief / 100, precision)


def _war(numbers: Numbers, value: float) -> Row:
    """Points of escalate, hold, draw down to a patron for whom the war is worth `value`.

    At mean news: the model's single round stands for all of them.
    """
    moved = value + sum(numbers.news) / len(numbers.news)
    return (moved - numbers.moving_cost, 0, -moved - numbers.moving_cost)


def _away(numbers: Numbers, allies: int) -> Row:
    """Share of the pool away in each posture at its plainest: most, middle and least units.

    With the default bands and two allies these are the .6, .3 and 0 of claims.md 4.1.
    """
    pool = numbers.pool(allies)
    units = (max(numbers.escalate), _middle(numbers.hold), min(numbers.draw_down))
    return tuple(unit / pool for unit in units)


def _middle(band: Band) -> float:
    return (band[0] + band[1]) / 2
