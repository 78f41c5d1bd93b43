"""The crisis: who was attacked at home, who was helped, and what everybody had decided."""

from dataclasses import dataclass

from game.core.views.own import SeatView
from game.core.views.shapes import Attacked
from game.web.presenters.answers import Did, did, helped
from game.web.presenters.forms import Form, Posting, form
from game.web.presenters.maps import MapShown, now_shown
from game.web.presenters.screen import Screen
from game.web.wording.figures import listed


@dataclass(frozen=True, slots=True)
class Crisis:
    """Who was attacked, and who was helped."""

    heading: str
    lines: tuple[str, ...]
    partner: str
    did: tuple[Did, ...]
    map: MapShown
    ready: Form | None
    awaited: str


def crisis(view: SeatView, posting: Posting) -> Screen:
    """The screen of the crisis stage."""
    record = view.public.present
    attacks = (record.attacked if record else None) or ()
    ready = ready_form(view, posting, "ready-crisis")
    shown = Crisis(
        heading=_heading(view, attacks),
        lines=_lines(view, attacks),
        partner=_partner(view),
        did=did(view, record),
        map=now_shown(view.public, "phone", "m"),
        ready=ready,
        awaited=awaited_line(view),
    )
    return Screen("crisis", shown, (ready,) if ready else ())


def _heading(view: SeatView, attacks: tuple[Attacked, ...]) -> str:
    """The news in one line: first what befell oneself."""
    if not attacks:
        return "Nobody is attacked this round"
    first = next((attack for attack in attacks if attack.seat == view.seat), attacks[0])
    if first.seat == view.seat or len(attacks) == 1:
        return helped(view, first).removesuffix(".")
    return f"{listed([attack.name for attack in attacks])} are attacked"


def _lines(view: SeatView, attacks: tuple[Attacked, ...]) -> tuple[str, ...]:
    """What the heading does not say."""
    others = [attack for attack in attacks if attack.seat != view.seat]
    return tuple(helped(view, attack) for attack in others) if len(attacks) > 1 else ()


def _partner(view: SeatView) -> str:
    came = view.ally.partner_came if view.ally else None
    if came is None:
        return ""
    return "Your other protector comes." if came else "Your other protector does not come."


def ready_form(view: SeatView, posting: Posting, name: str) -> Form | None:
    """To go on: taken as long as the stage is open and one has not said so."""
    if not view.public.open or view.seat in view.public.decided:
        return None
    return form(view, posting, "declare_ready", name)


def awaited_line(view: SeatView) -> str:
    """For whom the stage waits; the other groups once this one is done."""
    public = view.public
    if not public.open:
        return "This stage has closed. The class goes on together; the next one opens by itself."
    names = [public.name_of(seat) for seat in public.awaited if seat != view.seat]
    return f"Waiting for {listed(names)}." if names else "Everybody else has read this."
