"""Extra time finds its student: whoever has some on the class list has it in the seat."""

from collections.abc import Collection

from game.classroom.classroom import Classroom
from game.classroom.enrolment.present import extra_percent
from game.classroom.live import LiveSession
from game.core.commands import GiveExtraTime
from game.core.events import Event
from game.core.rules import decide
from game.core.state import GroupState, is_student
from game.core.vocabulary import ParticipantId


def give_own_time(room: Classroom, live: LiveSession, who: Collection[ParticipantId]) -> None:
    """Give the seats of these students what the list says; never less than a seat has already.

    The caller holds the whole class.
    """
    extra = {one: percent for one, percent in extra_percent(room, live).items() if one in who}
    now = room.now()
    decided = [(group, _longer(group.state, extra, now)) for group in live.groups]
    if given := [pair for pair in decided if pair[1]]:
        room.order_all(live, given)


def _longer(state: GroupState, extra: dict[ParticipantId, int], now: int) -> tuple[Event, ...]:
    """The seats of a group whose holders have more extra time than the seat."""
    events: tuple[Event, ...] = ()
    for seat, held in state.seats.items():
        percent = max((extra.get(holder, 0) for holder in held.holders), default=0)
        if percent > held.extra and is_student(state, seat) and not state.ended:
            events += decide(state, GiveExtraTime(seat, percent), now)
    return events
