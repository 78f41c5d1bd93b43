"""Latecomers: seated when a round begins, never into the middle of one (rules 4)."""

from game.classroom.assignment import ally_distance
from game.classroom.classroom import Classroom
from game.classroom.live import LiveSession
from game.classroom.own_time import give_own_time
from game.classroom.session.events import LateSeated
from game.core.commands import Command, OpenSeat, TakeSeat
from game.core.rules import decide
from game.core.scenario import cast
from game.core.state import GroupState
from game.core.vocabulary import ALLY_SEATS, ParticipantId, SeatId


def seat_latecomers(room: Classroom, live: LiveSession) -> None:
    """Give every waiting participant a seat. The caller holds the whole class."""
    for participant in live.state.late:
        found = find_place([group.state for group in live.groups], live, participant)
        if found is None:
            return
        index, command = found
        group = live.groups[index]
        events = decide(group.state, command, room.now())
        seated = (LateSeated(room.now(), participant, group.group),)
        room.order_all(live, [(group, events)], seated)
        live.index_seats()
        give_own_time(room, live, (participant,))


def find_place(
    states: list[GroupState], live: LiveSession, participant: ParticipantId
) -> tuple[int, Command] | None:
    """A bot-held seat, first one that nobody holds, else a new ally seat in the smallest group,
    else a mirror."""
    playing = [index for index, state in enumerate(states) if not state.ended]
    if taken := [(index, seat) for index in playing for seat in bots_seats(states[index])]:
        index, seat = min(taken, key=lambda at: bool(states[at[0]].seats[at[1]].holders))
        return index, TakeSeat(seat, participant)
    by_size = sorted(playing, key=lambda index: len(states[index].allies))
    for index in by_size:
        if new := _new_seat(states[index], live, participant):
            return index, new
    seats = [(index, seat) for index in by_size for seat in states[index].allies]
    if not seats:
        return None
    index, seat = min(seats, key=lambda place: len(states[place[0]].seats[place[1]].holders))
    return index, TakeSeat(seat, participant)


def bots_seats(state: GroupState) -> tuple[SeatId, ...]:
    """The seats for which a bot moves and which a student may take."""
    scripted = state.opened.patron_kind.scripted
    seats = state.allies if scripted else tuple(state.seats)
    return tuple(seat for seat in seats if state.seats[seat].strategy)


def _new_seat(state: GroupState, live: LiveSession, participant: ParticipantId) -> OpenSeat | None:
    roles = cast(live.scenario, live.state.created.actors)
    for seat in ALLY_SEATS:
        if seat not in state.seats and seat in roles:
            distance = ally_distance(state.opened.arm, seat)
            return OpenSeat(seat, roles[seat].id, distance, participant)
    return None
