"""The one-slide model (claims.md 4.1): a patron of a hidden type, a posture, and what allies do.

Nature draws the patron's type; the patron chooses a posture; the allies see the posture, never the
type, and each stands with the patron or hedges. The theatre matters only through the belief p.
"""

from dataclasses import dataclass
from math import exp

Row = tuple[float, ...]  # one number per posture: escalate, hold, draw down
POSTURES = 3


@dataclass(frozen=True, slots=True)
class World:
    """The model's numbers; T types, postures in the order escalate, hold, draw down.

    `prior` and `defence` have shape (T,), chances 0-1; `worth` has shape (T, 3), points a posture
    is worth to each type; `away` has shape (3,), share of the pool sent away (0-1).
    """

    prior: Row
    defence: Row
    worth: tuple[Row, ...]
    away: Row
    drain: float  # c: how far forces sent away reduce the chance of defence
    standing: float  # points to the patron if all its allies stand
    stand_gain: float  # b + h, points
    stand_risk: float  # q m L, points

    def threshold(self) -> float:
        """p*: the belief above which standing pays."""
        return 1 - self.stand_gain / self.stand_risk


def gain_from_standing(world: World, belief: float) -> float:
    """Expected points of standing over hedging at this belief (0-1)."""
    return world.stand_gain - world.stand_risk * (1 - belief)


def stand_chance(world: World, belief: float, precision: float) -> float:
    """Logit response of one ally: the chance (0-1) that it stands. `precision` is lambda."""
    return logistic(precision * gain_from_standing(world, belief))


def logistic(x: float) -> float:
    """1 / (1 + exp(-x)), without overflow."""
    if x < 0:
        return exp(x) / (1 + exp(x))
    return 1 / (1 + exp(-x))


def logit_choice(worth: Row, precision: float) -> Row:
    """Chances of each option under logit choice, shape of `worth`; they sum to 1."""
    best = max(worth)
    weights = [exp(precision * (value - best)) for value in worth]
    total = sum(weights)
    return tuple(weight / total for weight in weights)


def beliefs(world: World, patron: tuple[Row, ...], frequency: Row) -> Row:
    """Bayes' rule: the chance of defence after each posture, shape (3,), 0-1.

    `patron` has shape (T, 3): chance of each posture by type. A posture nobody ever chooses
    (chance 0) tells nothing: the prior stays.
    """
    return tuple(
        _posterior(world, tuple(row[k] for row in patron), frequency[k])
        * (1 - world.drain * world.away[k])
        for k in range(POSTURES)
    )


def _posterior(world: World, likelihood: Row, frequency: float) -> float:
    if frequency <= 0:
        return sum(a * d for a, d in zip(world.prior, world.defence, strict=True))
    rows = zip(world.prior, likelihood, world.defence, strict=True)
    return sum(prior * chance * d for prior, chance, d in rows) / frequency
