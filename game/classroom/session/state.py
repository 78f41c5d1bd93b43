"""Where a class session stands: the fold of its own stream."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from game.classroom.session.events import (
    DealUndone,
    DebriefTurned,
    HandLowered,
    HandRaised,
    LateSeated,
    ParticipantJoined,
    ParticipantReadmitted,
    ParticipantRemoved,
    PlayBegan,
    PredictionStated,
    RecognitionStated,
    SeatsDealt,
    SessionCreated,
    SessionEnded,
    SessionEvent,
    SessionPaused,
    SessionReopened,
    SessionResumed,
    StudentPlaced,
    WatchingBegan,
    WatchingEnded,
)
from game.core.vocabulary import GroupId, ParticipantId, SeatId

Hands = tuple[tuple[ParticipantId, int], ...]
Placing = tuple[ParticipantId, GroupId, SeatId]
Predictions = Mapping[ParticipantId, PredictionStated]
Recognitions = Mapping[ParticipantId, RecognitionStated]
TELLING = frozenset({"reveal", "record", "readings"})  # pages of the debrief that tell the case


@dataclass(frozen=True, slots=True)
class SessionState:
    """The fold. `late` joined after the deal and wait for a seat; `watching` want none;
    `removed` were taken off the list; `placings`: whom the instructor gave which seat, whatever
    became of it; `hands` are raised, the first one first, each with the time since when; `told`:
    a page that tells the case has been shown to all."""

    created: SessionCreated
    participants: tuple[ParticipantId, ...] = ()
    late: tuple[ParticipantId, ...] = ()
    watching: tuple[ParticipantId, ...] = ()
    removed: tuple[ParticipantId, ...] = ()
    placings: frozenset[Placing] = frozenset()
    groups: tuple[GroupId, ...] = ()
    dealt_at: int | None = None
    deals: int = 0  # how often seats were dealt; a deal can be undone before round 1
    begun: bool = False
    paused: bool = False
    ended: SessionEnded | None = None
    page: str = ""
    hands: Hands = ()
    predictions: Predictions = field(default_factory=dict)
    recognitions: Recognitions = field(default_factory=dict)
    told: bool = False

    @property
    def phase(self) -> str:
        """lobby, dealt, play or over."""
        if self.ended:
            return "over"
        if self.begun:
            return "play"
        return "dealt" if self.dealt_at is not None else "lobby"

    @property
    def players(self) -> tuple[ParticipantId, ...]:
        """Everybody on the list who does not merely watch."""
        return without(self.participants, *self.watching)


def evolve(state: SessionState, event: SessionEvent) -> SessionState:
    """Apply one fact."""
    match event:
        case SessionCreated():
            return SessionState(event)
        case ParticipantJoined():
            return _waiting(state, event.participant, listed=True)
        case ParticipantRemoved():
            return _removed(state, event.participant)
        case ParticipantReadmitted():
            back = replace(state, removed=without(state.removed, event.participant))
            return _waiting(back, event.participant, listed=True)
        case WatchingBegan():
            late = without(state.late, event.participant)
            return replace(state, late=late, watching=(*state.watching, event.participant))
        case WatchingEnded():
            playing = replace(state, watching=without(state.watching, event.participant))
            return _waiting(playing, event.participant)
        case StudentPlaced():
            return _placed(state, event)
        case SeatsDealt():
            deals = state.deals + 1
            return replace(state, groups=event.groups, dealt_at=event.at, deals=deals)
        case DealUndone():
            return replace(state, groups=(), dealt_at=None, late=(), placings=frozenset())
        case LateSeated():
            return replace(state, late=without(state.late, event.participant))
        case PlayBegan():
            return replace(state, begun=True)
        case SessionPaused():
            return replace(state, paused=True)
        case SessionResumed():
            return replace(state, paused=False)
        case SessionEnded():
            return replace(state, ended=event, paused=False, hands=())
        case SessionReopened():
            return replace(state, ended=None)
        case DebriefTurned():
            return replace(state, page=event.page, told=state.told or tells(event.page))
        case HandRaised():
            return replace(state, hands=_raised(state.hands, event))
        case HandLowered():
            return replace(state, hands=lowered(state.hands, event.participant))
        case PredictionStated() | RecognitionStated():
            return _answered(state, event)
    assert_never(event)


def without(who: tuple[ParticipantId, ...], *gone: ParticipantId) -> tuple[ParticipantId, ...]:
    """Those who are left, in their order."""
    return tuple(one for one in who if one not in gone)


def _waiting(state: SessionState, who: ParticipantId, *, listed: bool = False) -> SessionState:
    """On the list; once the seats are dealt, in the queue for one."""
    everybody = (*state.participants, who) if listed else state.participants
    late = state.late if state.dealt_at is None else (*state.late, who)
    return replace(state, participants=everybody, late=late)


def _placed(state: SessionState, event: StudentPlaced) -> SessionState:
    placing = (event.participant, event.group, event.seat)
    late = without(state.late, event.participant)
    return replace(state, late=late, placings=state.placings | {placing})


def _answered(state: SessionState, said: PredictionStated | RecognitionStated) -> SessionState:
    """The last answer is the one that counts."""
    if isinstance(said, PredictionStated):
        return replace(state, predictions={**state.predictions, said.participant: said})
    return replace(state, recognitions={**state.recognitions, said.participant: said})


def tells(page: str) -> bool:
    """Whether this page of the debrief says what the case was."""
    return page.partition("-")[0] in TELLING


def _removed(state: SessionState, who: ParticipantId) -> SessionState:
    """Off the list; what somebody expected who never came to play is nobody's prediction."""
    others = {one: said for one, said in state.predictions.items() if one != who}
    return replace(
        state,
        participants=without(state.participants, who),
        late=without(state.late, who),
        watching=without(state.watching, who),
        removed=(*state.removed, who),
        hands=lowered(state.hands, who),
        predictions=state.predictions if state.begun else others,
    )


def _raised(hands: Hands, event: HandRaised) -> Hands:
    return (*lowered(hands, event.participant), (event.participant, event.at))


def lowered(hands: Hands, participant: ParticipantId) -> Hands:
    """The raised hands but this one."""
    return tuple(hand for hand in hands if hand[0] != participant)


def replay(events: Iterable[SessionEvent]) -> SessionState:
    """Fold a session's stream."""
    stream = iter(events)
    first = next(stream)
    if not isinstance(first, SessionCreated):
        raise TypeError("a session's stream begins with SessionCreated")
    state = SessionState(first)
    for event in stream:
        state = evolve(state, event)
    return state
