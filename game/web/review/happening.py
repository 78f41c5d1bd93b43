"""What happened around a position: a few sentences, those of the present event marked."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.analysis.chronicle import Entry, tell
from game.analysis.chronicle.telling import scene_at
from game.core.events import (
    AppraisalStated,
    BeliefStated,
    ForcesCommitted,
    OrdersSealed,
    ResponseSealed,
)
from game.core.vocabulary import PATRON, Alignment, Distance, Posture, SeatId
from game.web.review.looking import Looking

BEFORE, AFTER = 4, 3  # events around the present one
OF_ALLIES = (BeliefStated, AppraisalStated, ResponseSealed)  # what is decided alone, and sealed


@dataclass(frozen=True, slots=True)
class Sentence:
    """What an event's line says. The codes draw a mark before it: what the patron did, or which
    way an ally went; `broken`: a pledge was."""

    entry: Entry
    posture: Posture | None
    alignment: Alignment | None
    distance: Distance | None
    broken: bool


@dataclass(frozen=True, slots=True)
class Happening:
    """An event: `here` is the present one. `decided`: who sealed something in it, and the way to
    what that seat had before its eyes until then."""

    position: int
    href: str
    at: int
    sentences: tuple[Sentence, ...]
    here: bool
    notes: int  # pinned to it
    decided: tuple[str, str] | None


def around(looking: Looking) -> Iterator[Happening]:
    """The events around the present one, as many at the ends of the log."""
    last, wide = looking.replay.last, BEFORE + AFTER
    first = max(1, min(looking.position - BEFORE, last - wide))
    for position in range(first, min(last, first + wide) + 1):
        yield _happening(looking, position)


def _happening(looking: Looking, position: int) -> Happening:
    told = tell(scene_at(looking.replay, position))
    return Happening(
        position,
        looking.at(position),
        looking.replay.event(position).at,
        tuple(_sentence(looking, entry) for entry in told),
        position == looking.position,
        looking.noted[position],
        _decided(looking, position),
    )


def _decided(looking: Looking, position: int) -> tuple[str, str] | None:
    """Said of the present event alone; the page at the event itself tells that it is sealed."""
    event = looking.replay.event(position)
    if isinstance(event, ForcesCommitted | OrdersSealed):
        seat = PATRON
    elif isinstance(event, OF_ALLIES):
        seat = event.seat
    else:
        return None
    if position != looking.position or not looking.replay.has_seat(position - 1, seat):
        return None
    return looking.name(seat), looking.through(seat, position - 1)


def _sentence(looking: Looking, entry: Entry) -> Sentence:
    code = next((mark for mark in entry.marks if mark in set(Alignment)), None)
    seat: SeatId | None = entry.seats[0] if entry.seats else None
    held = looking.replay.state(entry.position).seats.get(seat) if seat else None
    return Sentence(
        entry,
        next((Posture(mark) for mark in entry.marks if mark in set(Posture)), None),
        Alignment(code) if code else None,
        held.distance if held else None,
        "broken" in entry.marks,
    )
