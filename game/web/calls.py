"""What student and instructor say to each other beside the game: a raised hand, a nudge."""

from collections.abc import Mapping

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.classroom.hands import lower_hand, raise_hand
from game.classroom.live import LiveSession
from game.core.vocabulary import ParticipantId
from game.web.console_places import NoSuchPlace, find, place_of
from game.web.dates import time_of_day
from game.web.instructor_pages.frame import Hand
from game.web.limits import Pace
from game.web.obeying import seat_key
from game.web.site import Site, Visitor


def routes(pages: Blueprint, site: Site) -> None:
    """The instructor's side; who may is said in rights.py."""

    @pages.post("/<session>/nudge")
    def nudge(session: str) -> AnyResponse:
        live = find(site, session)
        one = "seat" in request.form
        for holder in _holders(live) if one else tuple(live.seats):
            if site.nudges.send(live, holder):
                site.hub.seat_changed(live, holder)
        site.hub.presence_changed(live)
        return redirect(f"/console/{live.id}", 303)

    @pages.post("/<session>/lower")
    def lower(session: str) -> AnyResponse:
        live = find(site, session)
        participant = ParticipantId(request.form.get("participant", ""))
        if lower_hand(site.room, live, participant):
            site.hub.seat_changed(live, participant)
        return redirect(f"/console/{live.id}", 303)


def _holders(live: LiveSession) -> tuple[ParticipantId, ...]:
    """The students at the seat that the form names; nobody at one that is not there."""
    try:
        index, seat = place_of(live, f"{request.form.get('group')}-{request.form.get('seat')}")
    except NoSuchPlace:
        return ()
    return live.groups[index].state.seats[seat].holders


def asks_for_help(site: Site, visitor: Visitor, *, up: bool) -> None:
    """The student's side: a hand goes up or down, as often as anybody needs it."""
    live, participant = visitor.live, visitor.entry.participant
    if site.limits.hands.take(seat_key(visitor)) is not Pace.FINE:
        return
    if (raise_hand if up else lower_hand)(site.room, live, participant):
        site.hub.seat_changed(live, participant)


def hands(live: LiveSession, names: Mapping[ParticipantId, str]) -> tuple[Hand, ...]:
    """Who asks for help, the first one first."""
    return tuple(
        Hand(who, names.get(who, str(who)), _place(live, who), time_of_day(at))
        for who, at in live.state.hands
    )


def _place(live: LiveSession, who: ParticipantId) -> str:
    """`Arven in group 3`."""
    place = live.seats.get(who)
    if place is None:
        return ""
    group = live.groups[place[0]]
    return f"{group.countries[place[1]]} in group {group.state.opened.number}"


def nudged(site: Site, live: LiveSession) -> dict[ParticipantId, bool]:
    """Whose nudge stands, and whether they have looked since."""
    found = {who: site.nudges.of(live, who) for who in live.seats}
    return {who: nudge.reached for who, nudge in found.items() if nudge}
