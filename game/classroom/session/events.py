"""What happened to a class session. Participants are pseudonyms; names stay in the roster."""

from dataclasses import dataclass

from game.core.vocabulary import (
    Design,
    Expectation,
    GroupId,
    ParticipantId,
    Recognised,
    SeatId,
    SessionId,
)

Factors = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class SessionCreated:
    """The instructor's choices, fixed before anybody joins."""

    at: int
    session: SessionId
    code: str
    title: str
    scenario: str  # SHA-256 of the file
    claims: str
    design: Design
    group_size: int
    cut: str
    factors: Factors
    actors: tuple[str, ...]
    timers: bool
    pace: str  # clock | instructor
    seed: str
    teacher: str
    simulated: bool = False  # a dry run, played by bots
    predictions: bool = True  # whether students are asked what they expect


@dataclass(frozen=True, slots=True)
class ParticipantJoined:
    """Somebody is here; who it is stands in the roster."""

    at: int
    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class ParticipantRemoved:
    """The instructor took somebody off the list; a seat they held is left in its group's stream."""

    at: int
    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class ParticipantReadmitted:
    """Somebody who had been taken off the list is on it again."""

    at: int
    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class WatchingBegan:
    """The participant looks on and holds no seat."""

    at: int
    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class WatchingEnded:
    """The participant plays: dealt with the others, or seated as a latecomer."""

    at: int
    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class StudentPlaced:
    """The instructor, and not chance, gave the participant this seat."""

    at: int
    participant: ParticipantId
    group: GroupId
    seat: SeatId


@dataclass(frozen=True, slots=True)
class SeatsDealt:
    """Groups, seats and Nature have been drawn; each group's stream holds the rest."""

    at: int
    groups: tuple[GroupId, ...]
    dealt: tuple[ParticipantId, ...]


@dataclass(frozen=True, slots=True)
class DealUndone:
    """The deal is void: everybody is back in the lobby, and the next deal is a new draw."""

    at: int


@dataclass(frozen=True, slots=True)
class LateSeated:
    """A late joiner was given a seat."""

    at: int
    participant: ParticipantId
    group: GroupId


@dataclass(frozen=True, slots=True)
class PlayBegan:
    """Round 1 opened."""

    at: int


@dataclass(frozen=True, slots=True)
class SessionPaused:
    """All clocks stand."""

    at: int


@dataclass(frozen=True, slots=True)
class SessionResumed:
    """All clocks go on."""

    at: int


@dataclass(frozen=True, slots=True)
class SessionEnded:
    """`completed` when the last round has been reckoned, `stopped` by the instructor."""

    at: int
    reason: str


@dataclass(frozen=True, slots=True)
class SessionReopened:
    """The session that was stopped goes on."""

    at: int


@dataclass(frozen=True, slots=True)
class DebriefTurned:
    """The instructor showed a page of the debrief to all."""

    at: int
    page: str


@dataclass(frozen=True, slots=True)
class HandRaised:
    """A student asked for help. Only the instructor is told."""

    at: int
    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class HandLowered:
    """The student needs no help any more, or the instructor has been there."""

    at: int
    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class PredictionStated:
    """A student said, before round 1, what to expect of allies. Stated again, the last counts."""

    at: int
    participant: ParticipantId
    expects: Expectation
    reason: str


@dataclass(frozen=True, slots=True)
class RecognitionStated:
    """A student said, before the case was told, whether it was recognised. The last counts."""

    at: int
    participant: ParticipantId
    recognised: Recognised
    round: int | None
    clue: str


SessionEvent = (
    SessionCreated
    | ParticipantJoined
    | ParticipantRemoved
    | ParticipantReadmitted
    | WatchingBegan
    | WatchingEnded
    | StudentPlaced
    | SeatsDealt
    | DealUndone
    | LateSeated
    | PlayBegan
    | SessionPaused
    | SessionResumed
    | SessionEnded
    | SessionReopened
    | DebriefTurned
    | HandRaised
    | HandLowered
    | PredictionStated
    | RecognitionStated
)
