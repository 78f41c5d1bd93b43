"""The reckoning: points line by line and why, what the others did, what was promised."""

from dataclasses import dataclass

from game.core.views.own import OwnRound, SeatView
from game.web.presenters.answers import Did, did
from game.web.presenters.crisis import awaited_line, ready_form
from game.web.presenters.forms import Form, Posting
from game.web.presenters.maps import MapShown, now_shown
from game.web.presenters.screen import Screen
from game.web.presenters.writing import Said, of_round, said
from game.web.wording import accounts
from game.web.wording.figures import of, plain, points, signed


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an account."""

    why: str
    points: str


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The points of a round and why, what the others did, what was promised."""

    kicker: str
    heading: str
    lines: tuple[Line, ...]
    total: str
    did: tuple[Did, ...]
    said: tuple[Said, ...]
    map: MapShown
    ready: Form | None
    awaited: str


def reckoning(view: SeatView, posting: Posting) -> Screen:
    """The screen of the last stage of a round."""
    public, own = view.public, view.accounts[-1]
    ready = ready_form(view, posting, "ready-reckoning")
    shown = Reckoning(
        kicker=f"Round {public.round} is over",
        heading=f"You stand at {points(view.points)}, {change(own.points)}",
        lines=lines(view, own),
        total=signed(own.points),
        did=did(view, public.present),
        said=said(view, of_round(view, public.round)),
        map=now_shown(public, "phone", "m"),
        ready=ready,
        awaited=awaited_line(view),
    )
    return Screen("reckoning", shown, (ready,) if ready else ())


def change(by: float) -> str:
    """`up 12`, `down 9`, `as before`."""
    if by == 0:
        return "as before"
    return f"up {plain(by)}" if by > 0 else f"down {plain(-by)}"


def lines(view: SeatView, own: OwnRound) -> tuple[Line, ...]:
    """An account, line by line, in words."""
    public = view.public
    names = {
        "patron": public.patron.name,
        "patron_of": of(public.patron.name),
        "home": view.brief.home,
        "theatre": public.theatre,
    }
    move = _move(view, own.number)
    return tuple(
        Line(accounts.line(item.code, move, names), signed(item.points)) for item in own.lines
    )


def _move(view: SeatView, number: int) -> str:
    """What the seat did in that round, in the scenario's words."""
    for record in (*view.public.past, view.public.present):
        for answer in record.answers if record and record.number == number else ():
            if answer.seat == view.seat:
                return f"You {answer.done}".replace(" its ", " your ")
    return "Your move"
