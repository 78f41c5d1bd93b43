"""What someone asks for: imperative and frozen. reading.py makes one from a plain mapping."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.core.pledges import Asked
from game.core.vocabulary import (
    Distance,
    Move,
    MoveSource,
    ParticipantId,
    Posture,
    SeatId,
    Stage,
    Stance,
)


@dataclass(frozen=True, slots=True)
class StateBelief:
    """An ally says how likely it is to be defended, before the posture (0-100)."""

    belief: int


@dataclass(frozen=True, slots=True)
class SendCable:
    """A private message between the patron and one ally."""

    to: SeatId
    text: str


@dataclass(frozen=True, slots=True)
class PublishCommunique:
    """A message to the whole group."""

    text: str


@dataclass(frozen=True, slots=True)
class PutIn:
    """A request or a pledge, in a communiqué (`public`) or a cable."""

    to: SeatId
    asked: Asked
    public: bool


@dataclass(frozen=True, slots=True)
class DeclareReady:
    """No more to say or to read in this stage."""


@dataclass(frozen=True, slots=True)
class CommitForces:
    """The patron's posture, units in the distant theatre, and garrisons by seat."""

    posture: Posture
    theatre: int
    garrisons: Mapping[SeatId, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StateAppraisal:
    """Screen A: would it, could it, and all in all (0-100 each)."""

    would: int
    could: int
    belief: int


@dataclass(frozen=True, slots=True)
class SealResponse:
    """Screen B: an ally's move, stance, units, wish for forces at home, and reason."""

    move: Move
    stance: Stance
    units: int
    voice: bool
    reason: str


@dataclass(frozen=True, slots=True)
class SealOrders:
    """For every ally: come, or do not come, if it is attacked."""

    orders: Mapping[SeatId, bool] = field(default_factory=dict)


SeatCommand = (
    StateBelief
    | SendCable
    | PublishCommunique
    | PutIn
    | DeclareReady
    | CommitForces
    | StateAppraisal
    | SealResponse
    | SealOrders
)


@dataclass(frozen=True, slots=True)
class FromSeat:
    """A seat's command: for which round and stage, from whom, and who moves for the seat."""

    seat: SeatId
    round: int
    stage: Stage
    command: SeatCommand
    source: MoveSource = MoveSource.STUDENT
    by: tuple[ParticipantId, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenStage:
    """Open the next stage. Seconds of play (None without timers) and the least it stays open."""

    seconds: int | None
    least_seconds: int = 0


@dataclass(frozen=True, slots=True)
class CloseStage:
    """Close the open stage; the rules play for those who have not moved."""

    reason: str


@dataclass(frozen=True, slots=True)
class ExtendStage:
    """More time for the open stage."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop the clock."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Let the clock go on."""


@dataclass(frozen=True, slots=True)
class ShiftClock:
    """Give the open stage the time back in which the server was away."""

    by_ms: int


@dataclass(frozen=True, slots=True)
class EndGame:
    """End the game here: `completed` or `stopped`."""

    reason: str


@dataclass(frozen=True, slots=True)
class UndoClosing:
    """Open the stage again that was closed last. Seconds it then has (None without timers)."""

    seconds: int | None


@dataclass(frozen=True, slots=True)
class ReopenGame:
    """Go on with a game that was stopped."""


@dataclass(frozen=True, slots=True)
class TakeSeat:
    """A participant takes a seat that is there, beside others if it is held."""

    seat: SeatId
    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class LeaveSeat:
    """A participant gives up a seat; if nobody is left in it, a bot moves for it."""

    seat: SeatId
    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class OpenSeat:
    """A new ally seat for a late joiner."""

    seat: SeatId
    actor: str
    distance: Distance
    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class CoverSeat:
    """Let a bot move for a seat: `timeouts` or `instructor` says why."""

    seat: SeatId
    strategy: str
    reason: str = "instructor"


@dataclass(frozen=True, slots=True)
class HandBack:
    """Let the student move for the seat again."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class GiveExtraTime:
    """From now on the seat has so much more time than the stage, in percent (0 to 200)."""

    seat: SeatId
    percent: int


Command = (
    FromSeat
    | OpenStage
    | CloseStage
    | ExtendStage
    | Pause
    | Resume
    | ShiftClock
    | EndGame
    | UndoClosing
    | ReopenGame
    | TakeSeat
    | LeaveSeat
    | OpenSeat
    | CoverSeat
    | HandBack
    | GiveExtraTime
)
