"""A seat's command, however it came: at a bearable pace, answered, and noted if it was no slip."""

from game.classroom.playing import act
from game.web.answers import Answer, answer, refused
from game.web.limits import Pace
from game.web.site import Site, Visitor
from game.web.wording import REMOVED, TOO_FAST

# No page of ours sends such a command, however late or twice it is tapped.
ODD = frozenset({"malformed", "not_your_seat", "patron_only", "allies_only", "scripted_seat"})
TOO_MANY = "too_fast"


def obey(site: Site, visitor: Visitor, message: object, way: str) -> tuple[Answer, Pace]:
    """Let the seat move; the answer, and how fast it sends. `way` is by what it came."""
    live, participant = visitor.live, visitor.entry.participant
    pace = site.limits.seats.take(seat_key(visitor))
    if pace is not Pace.FINE:
        said = refused(TOO_MANY, TOO_FAST)
    elif visitor.removed:
        said = refused("not_your_seat", REMOVED)
    else:
        said = answer(lambda read: act(site.room, live, participant, read), message, visitor.names)
    code = str(said.get("code", ""))
    if code in ODD or code == TOO_MANY:
        site.turned_away.note("a student", way, site.code_of(live.id), code)
    return said, pace


def seat_key(visitor: Visitor) -> str:
    """The seat's own bucket, by whatever way it sends."""
    return f"{visitor.live.id} {visitor.entry.participant}"


def in_debt(site: Site, visitor: Visitor) -> bool:
    """Whether the seat has been cut off for its flood, and shall come back later."""
    return site.limits.seats.level(seat_key(visitor)) < 0
