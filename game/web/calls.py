"""What student and instructor say to each other beside the game: a raised hand, a nudge."""

from collections.abc import Mapping
from datetime import UTC, datetime

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.classroom.hands import lower_hand, raise_hand
from game.classroom.live import LiveSession
from game.core.vocabulary import ParticipantId, SeatId
from game.web.instructor_pages.frame import Hand
from game.web.limits import Pace
from game.web.obeying import seat_key
from game.web.site import Site, Visitor


def routes(pages: Blueprint, site: Site) -> None:
    """The instructor's side; who may is said in rights.py."""

    @pages.post("/<session>/nudge")
    def nudge(session: str) -> AnyResponse:
        live = site.room.session(session) or abort(404)
        one = "seat" in request.form
        number, seat = request.form.get("group", 0, type=int), SeatId(request.form.get("seat", ""))
        for holder in _holders(live, number, seat) if one else tuple(live.seats):
            if site.nudges.send(live, holder):
                site.hub.seat_changed(live, holder)
        site.hub.presence_changed(live)
        return redirect(f"/console/{live.id}", 303)

    @pages.post("/<session>/lower")
    def lower(session: str) -> AnyResponse:
        live = site.room.session(session) or abort(404)
        participant = ParticipantId(request.form.get("participant", ""))
        if lower_hand(site.room, live, participant):
            site.hub.seat_changed(live, participant)
        return redirect(f"/console/{live.id}", 303)


def _holders(live: LiveSession, number: int, seat: SeatId) -> tuple[ParticipantId, ...]:
    """The students at this seat of the group with this number."""
    for group in live.groups:
        held = group.state.seats.get(seat)
        if group.state.opened.number == number and held:
            return held.holders
    return ()


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
        Hand(who, names.get(who, str(who)), _place(live, who), _time_of_day(at))
        for who, at in live.state.hands
    )


def _place(live: LiveSession, who: ParticipantId) -> str:
    """`Arven in group 3`."""
    place = live.seats.get(who)
    if place is None:
        return ""
    state = live.groups[place[0]].state
    actor = live.scenario.by_id()[state.seats[place[1]].actor]
    return f"{actor.name} in group {state.opened.number}"


def _time_of_day(at_ms: int) -> str:
    """By this machine's clock."""
    return f"{datetime.fromtimestamp(at_ms / 1000, UTC).astimezone():%H:%M}"


def nudged(site: Site, live: LiveSession) -> dict[ParticipantId, bool]:
    """Whose nudge stands, and whether they have looked since."""
    found = {who: site.nudges.of(live, who) for who in live.seats}
    return {who: nudge.reached for who, nudge in found.items() if nudge}
