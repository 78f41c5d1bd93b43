"""What the instructor takes back: the closing of a stage, the end of the game."""

from game.classroom.chain import chain
from game.classroom.classroom import Classroom
from game.classroom.conducting import Decided, whole_class
from game.classroom.live import LiveGroup, LiveSession
from game.classroom.notes import unpinned
from game.classroom.session.events import (
    DealUndone,
    SessionEvent,
    SessionPaused,
    SessionReopened,
)
from game.core.commands import Pause, ReopenGame, UndoClosing
from game.core.events import ClosingUndone, Event
from game.core.rules import decide
from game.core.state import GroupState
from game.core.vocabulary import Refusal, Refused

LEAST_SECONDS = 30  # a stage that opens again is open long enough to move in


def undo_closing(room: Classroom, live: LiveSession) -> None:
    """Open the stage again that was closed last, in every group in which somebody was missing.

    Raises:
        Refused: somebody has moved since, or nobody was missing.
    """
    with whole_class(live):
        room.order_all(live, _closings_undone(live, room.now()))


def closed_last(live: LiveSession) -> list[LiveGroup]:
    """The groups that wait for the others, or all once the next stage has opened."""
    playing = [group for group in live.groups if not group.state.ended]
    return [group for group in playing if not group.state.open] or playing


def may_undo(live: LiveSession, now: int) -> bool:
    """Whether there is a closing that can be taken back."""
    try:
        return bool(_closings_undone(live, now))
    except Refused:
        return False


def _closings_undone(live: LiveSession, now: int) -> Decided:
    if live.state.phase != "play":
        raise Refused(Refusal.GAME_OVER if live.state.ended else Refusal.NOT_STARTED)
    command = UndoClosing(LEAST_SECONDS if live.state.created.timers else None)
    decided = [(group, decide(group.state, command, now)) for group in closed_last(live)]
    if not any(isinstance(event, ClosingUndone) for _, events in decided for event in events):
        raise Refused(Refusal.NOTHING_TO_UNDO)
    return [pair for pair in decided if pair[1]]


def undo_deal(room: Classroom, live: LiveSession) -> None:
    """Back to the lobby, before round 1; the next deal is a new draw, and the log holds both.
    Notes on the groups go with them: the next groups have the same numbers.

    Raises:
        Refused: no seats are dealt, or round 1 has begun.
    """
    with whole_class(live):
        if live.state.phase != "dealt":
            raise Refused(Refusal.NOTHING_TO_UNDO)
        room.order_all(live, (), (DealUndone(room.now()),), beside=unpinned(live.id))
        live.groups = []
        live.index_seats()


def may_reopen(live: LiveSession) -> bool:
    """Whether the class was stopped and has not begun its debrief."""
    ended = live.state.ended
    return ended is not None and ended.reason == "stopped" and not live.state.page


def reopen(room: Classroom, live: LiveSession) -> None:
    """Go on with a class that was stopped; it stands still until the instructor says go on.

    Raises:
        Refused: it was played to its end, or its debrief has begun.
    """
    with whole_class(live):
        if not may_reopen(live):
            raise Refused(Refusal.NOTHING_TO_UNDO if live.state.ended else Refusal.NOT_OVER)
        own: tuple[SessionEvent, ...] = (SessionReopened(room.now()),)
        if live.state.begun:
            own = (*own, SessionPaused(room.now()))
        room.order_all(live, [(g, _and_paused(g.state, room.now())) for g in live.groups], own)


def _and_paused(state: GroupState, now: int) -> tuple[Event, ...]:
    again, events = chain(state, [ReopenGame()], now)
    stands = again.stage is None or again.paused_at is not None
    return events if stands else (*events, *decide(again, Pause(), now))
