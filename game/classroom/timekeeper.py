"""The clock's hand: bots move, stages close when their time is up, the class goes on together.

Deadlines are data in the log, so any process may keep the time, and a restarted one goes on.
"""

from game.classroom import bots
from game.classroom.chain import chain, close_after_bots
from game.classroom.classroom import Classroom
from game.classroom.conducting import advance, whole_class
from game.classroom.live import LiveSession
from game.core.commands import ShiftClock
from game.core.events import Event
from game.core.rules import decide
from game.core.rules.awaited import overdue
from game.core.rules.deadlines import GRACE_MS
from game.core.state import GroupState
from game.core.vocabulary import SessionId

HEARTBEAT = "alive_at"


class Timekeeper:
    """Keeps the time of all running sessions of a classroom."""

    def __init__(self, room: Classroom) -> None:
        self._room = room
        self._delays: dict[SessionId, tuple[object, int]] = {}

    def tick(self) -> None:
        """Do everything that is due."""
        for live in self.running():
            self.serve(live)

    def running(self) -> list[LiveSession]:
        """The sessions in play."""
        return [live for live in self._room.sessions() if live.state.phase == "play"]

    def serve(self, live: LiveSession) -> None:
        """Do everything that is due in one session, in one commit."""
        if live.state.paused:
            return
        now = self._room.now()
        delay = self._bot_delay(live)
        if any(is_due(group.state, delay, now) for group in live.groups):
            with whole_class(live):
                decided = [(g, due_events(g.state, delay, now)) for g in live.groups]
                self._room.order_all(live, [pair for pair in decided if pair[1]])
        self.go_on(live)

    def _bot_delay(self, live: LiveSession) -> int:
        """How long bots take in this stage: settled when it opens."""
        present = [(g.state.round.number, g.state.stage) for g in live.groups[:1]]
        if self._delays.get(live.id, (None, 0))[0] != present:
            self._delays[live.id] = (present, bots.human_delay_ms(live))
        return self._delays[live.id][1]

    def go_on(self, live: LiveSession) -> None:
        """Open the next stage if the pace is the clock's and every group is through."""
        if live.state.created.pace == "clock" and not any(g.state.open for g in live.groups):
            advance(self._room, live)

    # ------------------------------------------------------------------ stops

    def beat(self) -> None:
        """Note that the server is alive."""
        self._room.writer.read(lambda store: store.put_setting(HEARTBEAT, str(self._room.now())))

    def wake(self) -> None:
        """After a stop: give the time of the absence back to every open stage.

        Whatever stands in a session's log is a sign of life too: above all the time that an earlier
        start gave back before it was killed, which must not be given twice.
        """
        last = self._room.writer.read(lambda store: store.setting(HEARTBEAT))
        for live in self.running():
            newest = max(group.last_at for group in live.groups)
            self.give_back(live, max(int(last or 0), newest))
        self.beat()

    def give_back(self, live: LiveSession, since: int) -> None:
        """Nobody could be heard since then (a stop, a sleep): the open stages get the time back."""
        now = self._room.now()
        with whole_class(live):
            decided = [(group, _given_back(group.state, since, now)) for group in live.groups]
            self._room.order_all(live, [pair for pair in decided if pair[1]])


def _given_back(state: GroupState, since: int, now: int) -> tuple[Event, ...]:
    """The clock stood still since then, or since the stage's opening if that was later."""
    return decide(state, ShiftClock(now - max(since, state.stage_at)), now)


def is_due(state: GroupState, delay: int, now: int) -> bool:
    """Whether a bot should move, or the stage close, now."""
    return bool(closing_reason(state, now) or bots.commands_due(state, delay, now))


def due_events(state: GroupState, delay: int, now: int) -> tuple[Event, ...]:
    """What the group's bots and its clock bring about now."""
    state, events = chain(state, bots.commands_due(state, delay, now), now, in_stage=True)
    reason = closing_reason(state, now)
    return events + close_after_bots(state, reason, now) if reason else events


def closing_reason(state: GroupState, now: int) -> str | None:
    """Why the stage should close now; a deadline has a little grace."""
    return overdue(state, now - GRACE_MS if state.deadline is not None else now)
