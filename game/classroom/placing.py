"""Who sits where, by the instructor's hand: taken off the list, let in again, moved, watching."""

from game.classroom.chain import chain
from game.classroom.classroom import Classroom
from game.classroom.conducting import Decided, whole_class
from game.classroom.live import LiveSession
from game.classroom.own_time import give_own_time
from game.classroom.roster import guard_unique
from game.classroom.session.events import (
    ParticipantReadmitted,
    ParticipantRemoved,
    SessionEvent,
    StudentPlaced,
    WatchingBegan,
    WatchingEnded,
)
from game.core.commands import Command, GiveExtraTime, LeaveSeat, TakeSeat
from game.core.vocabulary import ParticipantId, Refusal, Refused, SeatId

Place = tuple[int, SeatId]


def remove(room: Classroom, live: LiveSession, participant: ParticipantId) -> None:
    """Take somebody off the list; a seat that nobody else holds goes to a bot."""
    with whole_class(live):
        _guard_running(live)
        if participant not in live.state.participants:
            return
        own = (ParticipantRemoved(room.now(), participant),)
        _settle(room, live, _leaving(live, participant), own)


def readmit(room: Classroom, live: LiveSession, participant: ParticipantId) -> None:
    """Let somebody in again: into the old seat if nobody took it since, else as a latecomer.

    Raises:
        NameRefused: somebody came in under the same name since.
    """
    with whole_class(live):
        _guard_running(live)
        if participant not in live.state.removed:
            raise Refused(Refusal.NOTHING_TO_UNDO)
        roster = room.roster(live.id)
        here = {one: roster[one] for one in live.state.participants if one in roster}
        guard_unique(roster[participant].name, here)
        back: list[SessionEvent] = [ParticipantReadmitted(room.now(), participant)]
        taking: list[tuple[int, Command]] = []
        if place := _empty_former_seat(live, participant):
            taking.append((place[0], TakeSeat(place[1], participant)))
            back.append(_placed(room, live, participant, place))
        _settle(room, live, taking, tuple(back))


def watch(room: Classroom, live: LiveSession, participant: ParticipantId) -> None:
    """Let somebody look on without a seat."""
    with whole_class(live):
        _guard_running(live)
        if participant not in live.state.players:
            raise Refused(Refusal.NOTHING_TO_DO, stage=None)
        own = (WatchingBegan(room.now(), participant),)
        _settle(room, live, _leaving(live, participant), own)


def play(room: Classroom, live: LiveSession, participant: ParticipantId) -> None:
    """Who looked on plays: dealt with the others, or seated when the next round begins."""
    with whole_class(live):
        _guard_running(live)
        if participant not in live.state.watching:
            raise Refused(Refusal.NOTHING_TO_DO, stage=None)
        _settle(room, live, [], (WatchingEnded(room.now(), participant),))


def swap(room: Classroom, live: LiveSession, participant: ParticipantId, to: Place) -> None:
    """Before round 1: the student and those in the other seat change places."""
    with whole_class(live):
        if live.state.phase != "dealt" or participant not in live.seats:
            raise Refused(Refusal.NOT_STARTED if not live.groups else Refusal.STAGE_CLOSED)
        here = live.seats[participant]
        seat = _there(live, to)
        there = live.groups[to[0]].state.seats[seat]
        mine, others = live.groups[here[0]].state.seats[here[1]], there.holders
        if here == to:
            return
        moves: list[tuple[int, Command]] = [(here[0], LeaveSeat(here[1], participant))]
        moves += [(to[0], LeaveSeat(to[1], other)) for other in others]
        moves += [(to[0], TakeSeat(to[1], participant))]
        moves += [(here[0], TakeSeat(here[1], other)) for other in others]
        moves += [(to[0], GiveExtraTime(to[1], mine.extra))]  # it is the student's, not the seat's
        moves += [(here[0], GiveExtraTime(here[1], there.extra))]
        own = [_placed(room, live, participant, to)]
        own += [_placed(room, live, other, here) for other in others]
        _settle(room, live, moves, tuple(own))


def seat_beside(room: Classroom, live: LiveSession, participant: ParticipantId, to: Place) -> None:
    """A mirror seat: the student joins those who hold it, or takes it over from a bot.

    Before round 1 anybody may be moved; afterwards those alone who have no seat.
    """
    with whole_class(live):
        _guard_running(live)
        if not live.groups or participant not in live.state.participants:
            raise Refused(Refusal.NOT_STARTED)
        if participant in live.seats and live.state.phase != "dealt":
            raise Refused(Refusal.STAGE_CLOSED, stage=None)
        taking: list[tuple[int, Command]] = [(to[0], TakeSeat(_there(live, to), participant))]
        own: list[SessionEvent] = []
        if participant in live.state.watching:
            own.append(WatchingEnded(room.now(), participant))
        own.append(_placed(room, live, participant, to))
        _settle(room, live, [*_leaving(live, participant), *taking], tuple(own))


def _guard_running(live: LiveSession) -> None:
    if live.state.ended:
        raise Refused(Refusal.GAME_OVER)


def _there(live: LiveSession, place: Place) -> SeatId:
    index, seat = place
    if not 0 <= index < len(live.groups) or seat not in live.groups[index].state.seats:
        raise Refused(Refusal.NO_SUCH_SEAT, seat=seat)
    return seat


def _placed(
    room: Classroom, live: LiveSession, participant: ParticipantId, to: Place
) -> StudentPlaced:
    return StudentPlaced(room.now(), participant, live.groups[to[0]].group, to[1])


def _leaving(live: LiveSession, participant: ParticipantId) -> list[tuple[int, Command]]:
    place = live.seats.get(participant)
    return [(place[0], LeaveSeat(place[1], participant))] if place else []


def _empty_former_seat(live: LiveSession, participant: ParticipantId) -> Place | None:
    """The seat the participant was taken out of, if nobody holds it now."""
    for index, group in enumerate(live.groups):
        for seat, held in group.state.seats.items():
            if participant in held.former and not held.holders:
                return index, seat
    return None


def _settle(
    room: Classroom,
    live: LiveSession,
    commands: list[tuple[int, Command]],
    own: tuple[SessionEvent, ...],
) -> None:
    """Decide the commands one after the other and commit all, with the session's own events."""
    room.order_all(live, _decided(room, live, commands), own)
    live.index_seats()
    give_own_time(room, live, [c.participant for _, c in commands if isinstance(c, TakeSeat)])


def _decided(room: Classroom, live: LiveSession, commands: list[tuple[int, Command]]) -> Decided:
    """What follows in each group from its own commands."""
    of = {index: [c for place, c in commands if place == index] for index, _ in commands}
    groups = [(live.groups[index], own) for index, own in of.items()]
    return [(group, chain(group.state, own, room.now())[1]) for group, own in groups]
