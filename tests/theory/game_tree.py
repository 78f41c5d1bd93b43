"""The one-slide model (claims.md 4.1) as a tree for Gambit, written out from the rules' numbers.

Nothing of game/theory is in it: payoffs are those of the table there, types and defence those
of the rules.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import count
from typing import Any

from game.core.numbers import TYPES, Numbers
from game.core.vocabulary import PrivateType

POSTURES = ("escalate", "hold", "draw down")


@dataclass(frozen=True, slots=True)
class Crisis:
    """What is played: the numbers, how many allies, and how much of the pool is away by posture."""

    numbers: Numbers
    allies: int
    away: tuple[float, float, float]

    def defended(self, dealt: PrivateType, posture: int) -> float:
        """Chance that an attacked ally is defended."""
        return self.numbers.defence_chance(dealt) * (1 - self.numbers.drain * self.away[posture])

    def stands(self, p: float) -> float:
        """b - q (1 - p) L."""
        n = self.numbers
        return n.alliance_benefit - n.crisis_chance * (1 - p) * n.crisis_loss

    def hedges(self, p: float) -> float:
        """-h - q (1 - p) (1 - m) L."""
        n = self.numbers
        return -n.plan_b_cost - n.crisis_chance * (1 - p) * (1 - n.plan_b_saves) * n.crisis_loss

    def patron(self, dealt: PrivateType, posture: int, standing: int) -> float:
        """The worth of moving troops, what it costs, and something for each ally that stands."""
        moved = (1, 0, -1)[posture]
        cost = self.numbers.moving_cost * abs(moved)
        return self.numbers.war_value(dealt) * moved - cost + self.numbers.stand_value * standing


def written(crisis: Crisis) -> str:
    """The game in Gambit's format: every node in a line, each before what follows it."""
    names = " ".join(f'"{name}"' for name in ("P", *(f"A{i}" for i in range(crisis.allies))))
    return "\n".join([f'EFG 2 R "crisis" {{ {names} }}', '""', *_nature(crisis)]) + "\n"


def _nature(crisis: Crisis) -> Iterator[str]:
    weights = [Fraction(weight) for weight in crisis.numbers.type_weights]
    chances = " ".join(f'"{t}" {w / sum(weights)}' for t, w in zip(TYPES, weights, strict=True))
    yield f'c "" 1 "type" {{ {chances} }} 0'
    ends = count(1)
    for at, dealt in enumerate(TYPES):
        options = " ".join(f'"{posture}"' for posture in POSTURES)
        yield f'p "" 1 {at + 1} "{dealt}" {{ {options} }} 0'
        for posture in range(3):
            yield from _allies(crisis, dealt, posture, (), ends)


def _allies(
    crisis: Crisis, dealt: PrivateType, posture: int, stood: tuple[bool, ...], ends: Iterator[int]
) -> Iterator[str]:
    """Each ally in turn; it knows the posture, neither the type nor what the others did."""
    if len(stood) == crisis.allies:
        p = crisis.defended(dealt, posture)
        paid = [crisis.stands(p) if stands else crisis.hedges(p) for stands in stood]
        points = " ".join(f"{x:.12f}" for x in (crisis.patron(dealt, posture, sum(stood)), *paid))
        end = next(ends)
        yield f't "" {end} "end {end}" {{ {points} }}'
        return
    yield f'p "" {len(stood) + 2} {posture + 1} "{POSTURES[posture]}" {{ "stand" "hedge" }} 0'
    for stands in (True, False):
        yield from _allies(crisis, dealt, posture, (*stood, stands), ends)


def in_order(solution: Any) -> list[float]:
    """The solution's chances: four types by three postures, then each ally's by posture."""
    return [float(solution[at]) for at in range(len(solution))]
