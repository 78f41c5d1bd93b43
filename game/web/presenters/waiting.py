"""Waiting: for whom, that one's move is safe, and something to look at meanwhile."""

from dataclasses import dataclass

from game.core.views.own import OwnResponse, SeatView
from game.core.views.shapes import PublicView
from game.core.vocabulary import PATRON, Posture, Stage
from game.web.paths import PATHS
from game.web.presenters.answers import Did, did, posture_line
from game.web.presenters.forms import Form, Posting
from game.web.presenters.maps import MapShown, now_shown
from game.web.presenters.ordering import Ordering, ordering
from game.web.presenters.responding import Responding, believed, responding
from game.web.presenters.screen import Screen
from game.web.presenters.stating import Question, before, question
from game.web.presenters.writing import Said, of_round, said
from game.web.wording.figures import capital, listed, units
from game.web.wording.words import STANCES


@dataclass(frozen=True, slots=True)
class Waiting:
    """The screen. One of the last three is there where the rules let one change one's mind."""

    heading: str
    safe: str
    then: str
    own: str
    posture: Posture | None
    posture_line: str
    did: tuple[Did, ...]
    map: MapShown
    said: tuple[Said, ...]
    belief: Form | None
    question: Question
    respond: Responding | None
    orders: Ordering | None


def wait(view: SeatView, posting: Posting) -> Screen:
    """The screen between one's own move and the next stage."""
    public, record = view.public, view.public.present
    division = record.division if record else None
    asked, answered, ordered = _again(view, posting)
    shown = Waiting(
        heading=_heading(view),
        safe=_safe(view, posting),
        then=_then(view),
        own=_own(view),
        posture=division.posture if division else None,
        posture_line=posture_line(public, record) if record else "",
        did=did(view, record),
        map=now_shown(public, "phone", "m"),
        said=said(view, of_round(view, public.round)),
        belief=asked,
        question=question(public),
        respond=answered,
        orders=ordered,
    )
    forms = (asked, answered.form if answered else None, ordered.form if ordered else None)
    return Screen("wait", shown, tuple(item for item in forms if item))


def _again(
    view: SeatView, posting: Posting
) -> tuple[Form | None, Responding | None, Ordering | None]:
    """What may be opened again: as long as the stage is open, and never an appraisal."""
    if not view.public.open:
        return None, None, None
    match view.public.stage:
        case Stage.DISPATCH if view.ally:
            return before(view, posting, again=True), None, None
        case Stage.RESPONSE if view.ally and view.ally.response:
            return None, responding(view, posting, again=True), None
        case Stage.RESPONSE if view.patron:
            return None, None, ordering(view, posting, again=True)
        case _:
            return None, None, None


def _heading(view: SeatView) -> str:
    public = view.public
    if not public.open:
        return "This stage has closed"
    others = [public.name_of(seat) for seat in public.awaited if seat != view.seat]
    return f"Waiting for {listed(others)}" if others else "Everybody has moved"


def _safe(view: SeatView, posting: Posting) -> str:
    """What of this seat is on the server, for good; to the student also, what that means."""
    public = view.public
    done = " You may close this phone." if posting.to == PATHS.play else ""
    if not public.open:
        return ""
    match public.stage:
        case Stage.DISPATCH if view.ally:
            return f"Your answer is on the server.{done}"
        case Stage.RESPONSE:
            what = "decision is" if view.ally else "orders are"
            return f"Sealed. Your {what} on the server.{done}"
        case _:
            return ""


def _then(view: SeatView) -> str:
    """Who has moved, and what happens next by itself."""
    public = view.public
    if not public.open:
        late = public.close_reason == "deadline"
        ran_out = "The clock ran out; where nothing was sent, the rules moved. " if late else ""
        return f"{ran_out}The class goes on together; the next stage opens by itself."
    if public.stage is Stage.COMMITMENT:
        return f"{public.patron.name} divides its forces. All of you see it at once."
    asked = {actor.seat for actor in public.allies}
    if public.stage is not Stage.DISPATCH:
        asked.add(PATRON)  # in the dispatch stage only allies are asked
    there = [public.name_of(s) for s in public.decided if s != view.seat and s in asked]
    moved = f"{listed(there)} {'has' if len(there) == 1 else 'have'} moved. " if there else ""
    opens = "all moves open together" if public.stage is Stage.RESPONSE else "the game goes on"
    return f"{capital(moved)}When the rest have, or when the clock runs out, {opens}."


def _own(view: SeatView) -> str:
    """One's own move, said back."""
    part, public = view.ally, view.public
    if part is None:
        return _orders_line(view, public)
    stated = part.beliefs[-1] if part.beliefs else None
    if public.stage is Stage.DISPATCH and stated and stated.before is not None:
        return f"You said {stated.before} in 100."
    if public.stage is Stage.RESPONSE and part.response:
        return f"{_sealed(part.response)} {believed(part)}".strip()
    return ""


def _sealed(response: OwnResponse) -> str:
    """One's own decision in short sentences."""
    sent = f" You send {units(response.units)}." if response.units else ""
    voice = " You ask for more forces at home." if response.voice else ""
    return f"{response.label}. In public: {STANCES[response.stance].lower()}.{sent}{voice}"


def _orders_line(view: SeatView, public: PublicView) -> str:
    if view.seat != PATRON or view.patron is None or public.stage is not Stage.RESPONSE:
        return ""
    lines = [
        f"{item.name}: {'come' if item.come else 'do not come'}"
        for item in view.patron.defences
        if item.come is not None
    ]
    return f"If attacked. {'; '.join(lines)}." if lines else ""
