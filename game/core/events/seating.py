"""Who holds a seat, and who moves for it."""

from dataclasses import dataclass

from game.core.vocabulary import Distance, ParticipantId, SeatId


@dataclass(frozen=True, slots=True)
class SeatTaken:
    """A participant now holds the seat (beside others, if it is a mirror seat)."""

    at: int
    seat: SeatId
    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class SeatLeft:
    """A participant no longer holds the seat: taken off the list, or moved by the instructor."""

    at: int
    seat: SeatId
    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class ExtraTimeGiven:
    """The seat's own clock runs longer than the stage's, by so many percent."""

    at: int
    seat: SeatId
    percent: int


@dataclass(frozen=True, slots=True)
class SeatCovered:
    """A bot moves for the seat: `timeouts` (two in a row), `instructor`, or `left` (no holder)."""

    at: int
    seat: SeatId
    strategy: str
    reason: str


@dataclass(frozen=True, slots=True)
class SeatHandedBack:
    """The student is back and moves for the seat again."""

    at: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class SeatOpened:
    """A new ally seat for a late joiner; the pool grows with it."""

    at: int
    seat: SeatId
    actor: str
    distance: Distance
    participant: ParticipantId
