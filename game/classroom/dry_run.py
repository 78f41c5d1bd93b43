"""A dry run: a session that bots play at once, to its end, kept like any other. Never evidence.

The instructor sees what a class leaves behind, the debrief included, before there is a class.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from game.classroom.assignment import Plan
from game.classroom.classroom import Classroom
from game.classroom.conducting import plan_of
from game.classroom.erasing import ALL, erased
from game.classroom.live import LiveGroup, LiveSession, first_rows
from game.classroom.making import Choices, make_session
from game.classroom.rehearsal import Troupe, rehearse
from game.classroom.session.events import PlayBegan, SeatsDealt, SessionEnded
from game.core.events import Event, GroupOpened
from game.core.state import GroupState
from game.log.store import Append, Row

MOST_STUDENTS = 200
Played = list[tuple[GroupState, list[Event]]]
Player = Callable[[Plan, int, Troupe, int], Played]


def dry_run(
    room: Classroom, choices: Choices, students: int, troupe: Troupe, player: Player
) -> LiveSession:
    """Make the session and have it played; `player` is `whole_class_played`, perhaps elsewhere.

    Raises:
        ChoiceRefused: as for any session; nothing was made.
    """
    live = make_session(room, replace(choices, simulated=True))
    try:
        played = player(plan_of(live), students, troupe, room.now())
        with live.lock:
            _write(room, live, [events for _, events in played])
    except BaseException:  # no lobby is left behind that students might come into
        erased(room, live.id, ALL)
        raise
    room.tell_session(live)
    return live


def whole_class_played(plan: Plan, students: int, troupe: Troupe, now: int) -> Played:
    """Every group, played to its end."""
    return list(rehearse(plan, min(students, MOST_STUDENTS), troupe, now))


def _write(room: Classroom, live: LiveSession, streams: Sequence[Sequence[Event]]) -> None:
    """All in one go, then in memory as after a restart."""
    groups: list[LiveGroup] = []
    rows: tuple[Row, ...] = ()
    for opened, *events in streams:
        if not isinstance(opened, GroupOpened):
            raise TypeError("a group's stream begins with GroupOpened")
        group = LiveGroup.opened(live.scenario, opened)
        rows += first_rows([opened]) + group.rows(events, None)
        group.absorb(events, None)
        groups.append(group)
    now = room.now()
    own = (
        SeatsDealt(now, tuple(group.group for group in groups), ()),
        PlayBegan(now),
        SessionEnded(now, "completed"),
    )
    room.writer.submit(Append(live.rows(own) + rows))
    live.absorb(own)
    live.groups = groups
