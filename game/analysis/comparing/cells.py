"""What is compared: a fact of a round on one side."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from game.analysis.replaying import Replay
from game.core.vocabulary import SeatId


class Fact(StrEnum):
    """The lines of a comparison, in their order."""

    CARD = "card"
    POSTURE = "posture"
    AWAY = "away"
    GARRISON = "garrison"
    BELIEF = "belief"
    HALVES = "halves"
    STANCE = "stance"
    MOVE = "move"
    UNITS = "units"
    ORDER = "order"
    ATTACK = "attack"
    POINTS = "points"
    REASON = "reason"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Cell:
    """One fact. `same`: two cells are alike when it is equal; None where that is no question.
    `code`: a posture or an alignment, for a picture. `position`: when it came about, if it did."""

    fact: Fact
    text: str
    position: int | None = None
    same: object = None
    code: str = ""
    inferred: bool = False  # of the record


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two. Rounds that it did not play are missing."""

    rounds: Mapping[int, tuple[Cell, ...]]


Places = Mapping[tuple[str, int, SeatId | None], int]


def places(replay: Replay) -> Places:
    """Where each kind of event of a round and seat stands; the last one counts."""
    found: dict[tuple[str, int, SeatId | None], int] = {}
    for position, step in enumerate(replay.steps, start=1):
        seat: SeatId | None = getattr(step.event, "seat", None)
        found[type(step.event).__name__, step.state.round.number, seat] = position
    return found
