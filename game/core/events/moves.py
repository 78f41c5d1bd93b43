"""What seats did. `source` says who moved; `by` names the pseudonyms (empty for the server)."""

from dataclasses import dataclass

from game.core.pledges import Asked
from game.core.vocabulary import Move, MoveSource, ParticipantId, Posture, SeatId, Stance

By = tuple[ParticipantId, ...]


@dataclass(frozen=True, slots=True)
class BeliefStated:
    """An ally said, before the posture, how likely it is to be defended (0-100)."""

    at: int
    seat: SeatId
    belief: int
    source: MoveSource
    by: By = ()


@dataclass(frozen=True, slots=True)
class CableSent:
    """A private message between the patron and one ally."""

    at: int
    seat: SeatId
    to: SeatId
    text: str
    source: MoveSource
    by: By = ()


@dataclass(frozen=True, slots=True)
class CommuniquePublished:
    """A public message."""

    at: int
    seat: SeatId
    text: str
    source: MoveSource
    by: By = ()


@dataclass(frozen=True, slots=True)
class PutInWriting:
    """A structured request or pledge: in a communiqué when `public`, else in a cable."""

    at: int
    seat: SeatId
    to: SeatId
    asked: Asked
    public: bool
    source: MoveSource
    by: By = ()


@dataclass(frozen=True, slots=True)
class ReadyDeclared:
    """A seat has no more to say or read in this stage."""

    at: int
    seat: SeatId
    source: MoveSource
    by: By = ()


@dataclass(frozen=True, slots=True)
class ForcesCommitted:
    """The patron's posture and division of forces, public at once. Units; garrisons by seat."""

    at: int
    posture: Posture
    theatre: int
    garrisons: tuple[tuple[SeatId, int], ...]
    source: MoveSource
    by: By = ()


@dataclass(frozen=True, slots=True)
class AppraisalStated:
    """Screen A of the response, locked: would it, could it, and all in all (0-100 each)."""

    at: int
    seat: SeatId
    would: int
    could: int
    belief: int
    source: MoveSource
    by: By = ()


@dataclass(frozen=True, slots=True)
class ResponseSealed:
    """Screen B: an ally's move, stance, units, wish for forces at home, and reason; sealed."""

    at: int
    seat: SeatId
    move: Move
    stance: Stance
    units: int
    voice: bool
    reason: str
    source: MoveSource
    by: By = ()


@dataclass(frozen=True, slots=True)
class OrdersSealed:
    """The patron's standing orders: for each ally, come (True) or do not come if attacked."""

    at: int
    orders: tuple[tuple[SeatId, bool], ...]
    source: MoveSource
    by: By = ()
