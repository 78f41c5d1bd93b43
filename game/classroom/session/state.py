"""Where a class session stands: the fold of its own stream."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from game.classroom.session.events import (
    DebriefTurned,
    LateSeated,
    ParticipantJoined,
    ParticipantRemoved,
    PlayBegan,
    SeatsDealt,
    SessionCreated,
    SessionEnded,
    SessionEvent,
    SessionPaused,
    SessionResumed,
)
from game.core.vocabulary import GroupId, ParticipantId


@dataclass(frozen=True, slots=True)
class SessionState:
    """The fold. `late` are participants who joined after the deal and wait for a seat."""

    created: SessionCreated
    participants: tuple[ParticipantId, ...] = ()
    late: tuple[ParticipantId, ...] = ()
    groups: tuple[GroupId, ...] = ()
    dealt_at: int | None = None
    begun: bool = False
    paused: bool = False
    ended: SessionEnded | None = None
    page: str = ""

    @property
    def phase(self) -> str:
        """lobby, dealt, play or over."""
        if self.ended:
            return "over"
        if self.begun:
            return "play"
        return "dealt" if self.dealt_at is not None else "lobby"


def evolve(state: SessionState, event: SessionEvent) -> SessionState:
    """Apply one fact."""
    match event:
        case SessionCreated():
            return SessionState(event)
        case ParticipantJoined():
            late = state.late if state.dealt_at is None else (*state.late, event.participant)
            everybody = (*state.participants, event.participant)
            return replace(state, participants=everybody, late=late)
        case ParticipantRemoved():
            rest = tuple(p for p in state.participants if p != event.participant)
            late = tuple(p for p in state.late if p != event.participant)
            return replace(state, participants=rest, late=late)
        case SeatsDealt():
            return replace(state, groups=event.groups, dealt_at=event.at)
        case LateSeated():
            return replace(state, late=tuple(p for p in state.late if p != event.participant))
        case PlayBegan():
            return replace(state, begun=True)
        case SessionPaused():
            return replace(state, paused=True)
        case SessionResumed():
            return replace(state, paused=False)
        case SessionEnded():
            return replace(state, ended=event, paused=False)
        case DebriefTurned():
            return replace(state, page=event.page)
    assert_never(event)


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
