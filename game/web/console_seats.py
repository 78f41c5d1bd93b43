"""The console's page of a seat: cover it, hand it back, give it time; pause its group."""

from collections.abc import Callable

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.classroom import seats
from game.classroom.live import LiveSession
from game.core.vocabulary import Refused, SeatId
from game.web.console_frames import console_frame
from game.web.console_places import Place, find, group_at, place_at, why_not
from game.web.instructor_pages import console_page
from game.web.instructor_pages.one_seat import SeatPage, seat_page
from game.web.rights import granted
from game.web.site import Site

Answer = AnyResponse | str | tuple[str, int]
GROUP_DEEDS = {"pause": seats.pause_group, "resume": seats.resume_group}


def routes(pages: Blueprint, site: Site) -> None:
    """The routes under /console/SESSION/seat and /console/SESSION/group."""

    @pages.get("/<session>/seat/<int:group>/<seat>")
    def seat(session: str, group: int, seat: str) -> str:
        live = find(site, session)
        return seat_page(page_of_seat(site, live, place_at(live, group, seat)))

    @pages.post("/<session>/seat/<int:group>/<seat>/<deed>")
    def seat_order(session: str, group: int, seat: str, deed: str) -> Answer:
        live = find(site, session)
        place = place_at(live, group, seat)
        return _done(site, live, place, lambda: _obey(site, live, place, deed))

    @pages.post("/<session>/group/<int:group>/<deed>")
    def group_order(session: str, group: int, deed: str) -> Answer:
        live = find(site, session)
        index, obey = group_at(live, group), GROUP_DEEDS.get(deed) or abort(404)
        first = next(iter(live.groups[index].state.seats))
        place = (index, SeatId(request.form.get("seat", first)))
        if place[1] not in live.groups[index].state.seats:
            abort(404)
        return _done(site, live, place, lambda: obey(site.room, live, index))


def page_of_seat(site: Site, live: LiveSession, place: Place) -> SeatPage:
    """The seat as its page shows it."""
    frame = console_frame(site, live, secrets=False, role=granted().role)
    group = frame.groups[place[0]]
    return SeatPage(frame, group, next(item for item in group.seats if item.seat == place[1]))


def _obey(site: Site, live: LiveSession, place: Place, deed: str) -> None:
    match deed:
        case "cover":
            seats.cover_seat(site.room, live, *place)
        case "handback":
            seats.hand_back(site.room, live, *place)
        case "extra":
            percent = request.form.get("percent", type=int)
            if percent is None:
                abort(400)
            seats.give_extra_time(site.room, live, *place, percent)
        case _:
            abort(404)


def _done(site: Site, live: LiveSession, place: Place, obey: Callable[[], None]) -> Answer:
    """Back to where the button stood: the console, or the seat's page."""
    on_console = request.form.get("_back") == "console"
    page = page_of_seat(site, live, place)
    try:
        obey()
    except Refused as reason:
        said = why_not(live, place[0], reason)
        frame = console_frame(site, live, secrets=False, role=granted().role)
        if on_console:
            return console_page(frame, site.room.now(), said), 409
        return seat_page(page_of_seat(site, live, place), said), 409
    return redirect(page.frame.base if on_console else page.base, 303)
