"""The instructor's pages: sessions, a new one, and the console of each. Read, ask, show."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import Blueprint, Response, abort, make_response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.analysis.export import export_zip
from game.classroom import conducting
from game.classroom.classroom import Classroom
from game.classroom.joining import remove
from game.classroom.live import LiveSession
from game.core.vocabulary import ParticipantId, Refused
from game.web.apart import apart
from game.web.console_frames import console_frame, day, session_row
from game.web.console_new import new_session
from game.web.debriefs import on_paper, page_refs
from game.web.instructor_pages import (
    confirm_page,
    console_page,
    console_regions,
    login_page,
    sessions_page,
)
from game.web.session_log import session_log
from game.web.site import CONSOLE_COOKIE, Site
from game.web.wording.console import NOT_DONE

A_YEAR = 60 * 60 * 24 * 365  # seconds

Action = Callable[[Classroom, LiveSession], object]
ACTIONS: Mapping[str, Action] = {
    "deal": conducting.deal_seats,
    "begin": conducting.begin,
    "next": conducting.advance,
    "close": conducting.close_stage,
    "extend": conducting.extend_stage,
    "pause": conducting.pause,
    "resume": conducting.resume,
    "end": conducting.end,
    "remove": lambda room, live: remove(
        room, live, ParticipantId(request.form.get("participant", ""))
    ),
}


def blueprint(site: Site) -> Blueprint:
    """The routes under /console; all but the door need the instructor's cookie."""
    pages = Blueprint("console", __name__, url_prefix="/console")
    pages.before_request(lambda: _admit(site))
    _lists(pages, site)
    _session(pages, site)
    return pages


def _admit(site: Site) -> AnyResponse | tuple[str, int] | None:
    """By cookie; or by the token in the link, which then disappears from the address."""
    token = request.args.get("token")
    if token and site.tokens.opens_console(token):
        answer = redirect(request.path, 303)
        answer.set_cookie(
            CONSOLE_COOKIE,
            site.tokens.for_console(),
            max_age=A_YEAR,
            httponly=True,
            samesite="Lax",
            secure=request.is_secure,
        )
        return answer
    return None if site.is_console(request) else (login_page(site.address), 401)


def _lists(pages: Blueprint, site: Site) -> None:
    @pages.get("")
    @pages.get("/")
    def sessions() -> str:
        rows = [session_row(live) for live in site.room.sessions()]
        return sessions_page(rows, site.address, site.room.unreadable)

    @pages.route("/new", methods=["GET", "POST"])
    def new() -> AnyResponse | str | tuple[str, int]:
        return new_session(site, request)


def _session(pages: Blueprint, site: Site) -> None:
    def find(session: str) -> LiveSession:
        return site.room.session(session) or abort(404)

    def where(live: LiveSession) -> str:
        return console_frame(site, live, secrets=False).at

    def page(live: LiveSession, sentence: str = "") -> str:
        frame = console_frame(site, live, secrets=request.args.get("secrets") == "1")
        return console_page(frame, site.room.now(), sentence)

    @pages.get("/<session>")
    def console(session: str) -> str:
        return page(find(session))

    @pages.get("/<session>/confirm/<action>")
    def confirm(session: str, action: str) -> str | AnyResponse:
        live = find(session)
        asked = confirm_page(console_frame(site, live, secrets=False), action)
        return asked or redirect(f"/console/{live.id}", 303)

    @pages.post("/<session>/<action>")
    def order(session: str, action: str) -> AnyResponse | tuple[str, int]:
        live = find(session)
        if action not in ACTIONS:
            abort(404)
        with conducting.whole_class(live):  # nothing moves between the look and the order
            here = where(live)
            if request.form.get("_at", here) != here:
                return page(live, NOT_DONE["elsewhere"]), 409
            try:
                ACTIONS[action](site.room, live)
            except Refused:
                return page(live, NOT_DONE[action]), 409
        return redirect(f"/console/{live.id}", 303)

    @pages.post("/<session>/debrief")
    def turn(session: str) -> AnyResponse:
        live, wanted = find(session), request.form.get("page", "")
        if wanted not in {ref.id for ref in page_refs(site, live)}:
            abort(400)
        conducting.turn_debrief(site.room, live, wanted)
        return redirect(f"/console/{live.id}", 303)

    @pages.get("/<session>/debrief")
    def paper(session: str) -> str:
        live = find(session)
        return on_paper(site, live, day(live.state.created.at)) or abort(404)

    @pages.get("/<session>/export.zip")
    def export(session: str) -> Response:
        return _zip(site, find(session))


def _zip(site: Site, live: LiveSession) -> Response:
    """The session as a file to keep."""
    asked = request.args
    log = session_log(site.room, live)
    texts, research = asked.get("texts") == "1", asked.get("research") == "1"
    data = apart(export_zip, log, texts=texts, research=research)
    kind = "-texts" * texts + "-research" * research
    name = f"distant-war-{live.state.created.code}{kind}.zip"
    return make_response(
        data,
        {
            "Content-Type": "application/zip",
            "Content-Disposition": f'attachment; filename="{name}"',
        },
    )


def watching(site: Site, wish: Mapping[str, Any]) -> tuple[LiveSession, Callable[[], Any]] | None:
    """What a connected console looks at, if it may."""
    live = site.room.session(str(wish.get("session", "")))
    if live is None or not site.is_console(request):
        return None
    secrets = wish.get("secrets") == "1"

    def render() -> tuple[str, Mapping[str, str]]:
        return "console", console_regions(console_frame(site, live, secrets=secrets))

    return live, render
