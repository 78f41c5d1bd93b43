"""The logit equilibrium of the one-slide model: beliefs and play that bear each other out.

A fixed point in the allies' chance of standing after each posture. Given the posture the allies
are alike and separable, so one chance serves for all of them and the cost does not grow with n.
"""

from dataclasses import dataclass
from math import ceil

from game.theory.model import POSTURES, Row, World, beliefs, logit_choice, stand_chance

TOLERANCE = 1e-13
MOST_STEPS = 20_000
TRACE = 0.1  # step of lambda from the coin toss (0), so that one branch is followed


@dataclass(frozen=True, slots=True)
class Equilibrium:
    """Play in equilibrium. Rows have shape (3,): escalate, hold, draw down; chances 0-1."""

    precision: float  # lambda
    frequency: Row  # how often the posture is chosen
    belief: Row  # p: chance of defence as an ally sees it after the posture
    hedging: Row  # chance that an ally hedges
    patron: tuple[Row, ...]  # shape (T, 3): chance of each posture by type


@dataclass(frozen=True, slots=True)
class Tilt:
    """Effect of escalation that payoff-maximising players alone produce."""

    belief: float  # points, 0-100 scale: escalate minus not
    hedging: float  # rate, 0-1 scale: escalate minus not


def equilibrium(world: World, precision: float) -> Equilibrium:
    """The equilibrium at this lambda, on the branch that begins at random play.

    Raises:
        ArithmeticError: the fixed point was not found.
    """
    stands: Row = (0.5,) * POSTURES
    steps = max(1, ceil(precision / TRACE))
    for step in range(1, steps + 1):
        stands = _settle(world, precision * step / steps, stands)
    patron, frequency, belief = _patron_side(world, precision, stands)
    return Equilibrium(precision, frequency, belief, tuple(1 - s for s in stands), patron)


def tilt(found: Equilibrium) -> Tilt:
    """Escalation against the mean of the other postures, each as often as it is chosen."""
    return Tilt(100 * _contrast(found.belief, found), _contrast(found.hedging, found))


def _contrast(values: Row, found: Equilibrium) -> float:
    _, hold, draw = found.frequency
    return values[0] - (hold * values[1] + draw * values[2]) / (hold + draw)


def _patron_side(world: World, precision: float, stands: Row) -> tuple[tuple[Row, ...], Row, Row]:
    """Posture by type, its frequency and the belief after it, if allies stand like this."""
    liked = tuple(world.standing * chance for chance in stands)
    patron = tuple(
        logit_choice(tuple(w + s for w, s in zip(worth, liked, strict=True)), precision)
        for worth in world.worth
    )
    frequency = tuple(
        sum(prior * row[k] for prior, row in zip(world.prior, patron, strict=True))
        for k in range(POSTURES)
    )
    return patron, frequency, beliefs(world, patron, frequency)


def _response(world: World, precision: float, stands: Row) -> Row:
    _, _, belief = _patron_side(world, precision, stands)
    return tuple(stand_chance(world, p, precision) for p in belief)


def _settle(world: World, precision: float, stands: Row) -> Row:
    """Damped iteration; the damping grows whenever a step has made matters worse."""
    share, last = 1.0, float("inf")
    for _ in range(MOST_STEPS):
        answer = _response(world, precision, stands)
        gap = max(abs(a - s) for a, s in zip(answer, stands, strict=True))
        if gap < TOLERANCE:
            return answer
        if gap >= last:
            share *= 0.7
        last = gap
        stands = tuple(s + share * (a - s) for a, s in zip(answer, stands, strict=True))
    raise ArithmeticError(f"no equilibrium found at lambda {precision}")
