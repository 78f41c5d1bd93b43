"""What the instructor does to one seat or one group: cover, hand back, extra time, pause."""

from game.classroom.classroom import Classroom
from game.classroom.live import LiveSession
from game.core.commands import Command, CoverSeat, GiveExtraTime, HandBack, Pause, Resume
from game.core.rules.absence import COVER_STRATEGY
from game.core.vocabulary import Refusal, Refused, SeatId


def cover_seat(room: Classroom, live: LiveSession, index: int, seat: SeatId) -> None:
    """A bot moves for the seat until its student is back."""
    _order(room, live, index, CoverSeat(seat, COVER_STRATEGY, "instructor"))


def hand_back(room: Classroom, live: LiveSession, index: int, seat: SeatId) -> None:
    """The student moves for the seat again."""
    _order(room, live, index, HandBack(seat))


def give_extra_time(
    room: Classroom, live: LiveSession, index: int, seat: SeatId, percent: int
) -> None:
    """The seat's own clock runs so much longer than the stage's, now and later."""
    _order(room, live, index, GiveExtraTime(seat, percent))


def pause_group(room: Classroom, live: LiveSession, index: int) -> None:
    """One group's clock stands; the class waits for it at the end of the stage."""
    if live.state.paused:
        raise Refused(Refusal.PAUSED)
    _order(room, live, index, Pause())


def resume_group(room: Classroom, live: LiveSession, index: int) -> None:
    """The group's clock goes on."""
    if live.state.paused:
        raise Refused(Refusal.PAUSED)
    _order(room, live, index, Resume())


def _order(room: Classroom, live: LiveSession, index: int, command: Command) -> None:
    if not 0 <= index < len(live.groups):
        raise Refused(Refusal.NO_SUCH_SEAT, seat="")
    with live.lock:
        room.order_group(live, index, command)
