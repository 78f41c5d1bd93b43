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
    belief: int


@dataclass(frozen=True, slots=True)
class SendCable:
    to: SeatId
    text: str


@dataclass(frozen=True, slots=True)
class PublishCommunique:
    text: str


@dataclass(frozen=True, slots=True)
class PutIn:
    """A request or a pledge, in a communiqué (`public`) or a cable."""

    to: SeatId
    asked: Asked
    public: bool


@dataclass(frozen=True, slots=True)
class DeclareReady:
    pass


@dataclass(frozen=True, slots=True)
class CommitForces:
    posture: Posture
    theatre: int
    garrisons: Mapping[SeatId, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StateAppraisal:
    would: int
    could: int
    belief: int


@dataclass(frozen=True, slots=True)
class SealResponse:
    move: Move
    stance: Stance
    units: int
    voice: bool
    reason: str


@dataclass(frozen=True, slots=True)
class SealOrders:
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
    reason: str


@dataclass(frozen=True, slots=True)
class ExtendStage:
    seconds: int


@dataclass(frozen=True, slots=True)
class Pause:
    pass


@dataclass(frozen=True, slots=True)
class Resume:
    pass


@dataclass(frozen=True, slots=True)
class ShiftClock:
    by_ms: int


@dataclass(frozen=True, slots=True)
class EndGame:
    reason: str


@dataclass(frozen=True, slots=True)
class TakeSeat:
    seat: SeatId
    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class OpenSeat:
    seat: SeatId
    actor: str
    distance: Distance
    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class CoverSeat:
    seat: SeatId
    strategy: str
    reason: str = "instructor"


@dataclass(frozen=True, slots=True)
class HandBack:
    seat: SeatId


Command = (
    FromSeat
    | OpenStage
    | CloseStage
    | ExtendStage
    | Pause
    | Resume
    | ShiftClock
    | EndGame
    | TakeSeat
    | OpenSeat
    | CoverSeat
    | HandBack
)
