"""Moves that the instructor enters for a student: on paper, or by word of mouth."""

import secrets

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.classroom.live import LiveSession
from game.classroom.playing import act_for
from game.core.views import seat_view
from game.web.answers import answer
from game.web.console_places import Place, find, place_at
from game.web.console_seats import page_of_seat
from game.web.formdata import message_of, refused_form
from game.web.instructor_pages.by_hand import by_hand_page
from game.web.render import RefusedForm
from game.web.site import Site


def routes(pages: Blueprint, site: Site) -> None:
    """The routes under /console/SESSION/seat/GROUP/SEAT/move."""

    @pages.get("/<session>/seat/<int:group>/<seat>/move")
    def moves(session: str, group: int, seat: str) -> str:
        live = find(site, session)
        return _page(site, live, place_at(live, group, seat))

    @pages.post("/<session>/seat/<int:group>/<seat>/move/<command>")
    def move_for(
        session: str, group: int, seat: str, command: str
    ) -> AnyResponse | tuple[str, int]:
        live = find(site, session)
        place = place_at(live, group, seat)
        said = answer(
            lambda read: act_for(site.room, live, *place, read),
            message_of(command, request.form),
            live.groups[place[0]].countries,
        )
        if said["ok"]:
            return redirect(f"{page_of_seat(site, live, place).base}/move", 303)
        return _page(site, live, place, refused_form(command, request.form, said)), 409


def _page(site: Site, live: LiveSession, place: Place, refused: RefusedForm | None = None) -> str:
    view = seat_view(live.groups[place[0]].state, place[1])
    return by_hand_page(page_of_seat(site, live, place), view, secrets.token_urlsafe(9), refused)
