"""What an address under /console/SESSION names: a group, a seat of it, a place in a form."""

from flask import abort

from game.classroom.live import LiveSession
from game.core.vocabulary import Refused, SeatId
from game.web.site import Site
from game.web.wording import refusal_sentence
from game.web.wording.seats import NO_SUCH_PLACE

Place = tuple[int, SeatId]  # index of the group, seat


class NoSuchPlace(ValueError):  # noqa: N818  an answer to a form
    """The form names no seat of this class."""

    def __init__(self) -> None:
        super().__init__(NO_SUCH_PLACE)


def find(site: Site, session: str) -> LiveSession:
    """The session, or an answer that there is none."""
    return site.room.session(session) or abort(404)


def group_at(live: LiveSession, number: int) -> int:
    """The index of the group of this number, or an answer that there is none."""
    numbers = [group.state.opened.number for group in live.groups]
    return numbers.index(number) if number in numbers else abort(404)


def place_at(live: LiveSession, number: int, seat: str) -> Place:
    """The group's index and the seat, or an answer that there is none."""
    index = group_at(live, number)
    if seat not in live.groups[index].state.seats:
        abort(404)
    return index, SeatId(seat)


def place_of(live: LiveSession, typed: str) -> Place:
    """The place a form names: `2-A1`.

    Raises:
        NoSuchPlace: it is none of this class.
    """
    number, _, seat = typed.partition("-")
    for index, group in enumerate(live.groups):
        if str(group.state.opened.number) == number and seat in group.state.seats:
            return index, SeatId(seat)
    raise NoSuchPlace


def why_not(live: LiveSession, index: int, reason: Refused) -> str:
    """The sentence of a refusal, with the countries of the group."""
    return refusal_sentence(reason, live.groups[index].countries)
