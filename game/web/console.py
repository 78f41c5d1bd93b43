"""The instructor's pages: sessions, a new one, and the console of each. Read, ask, show."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.analysis.export import export_zip
from game.classroom import conducting, undoing
from game.classroom.classroom import Classroom
from game.classroom.live import LiveSession
from game.classroom.placing import remove
from game.core.vocabulary import ParticipantId, Refused
from game.web import (
    calls,
    console_chronicle,
    console_compare,
    console_grades,
    console_imports,
    console_keeping,
    console_library,
    console_moves,
    console_notes,
    console_roster,
    console_search,
    console_seats,
    console_students,
    login,
    rights,
)
from game.web.apart import apart
from game.web.archive import routes as archive_routes
from game.web.attachments import attachment, export_name
from game.web.coding import routes as coding_routes
from game.web.coding.codings import finished
from game.web.console_frames import console_frame, session_row
from game.web.console_new import new_session
from game.web.console_places import find
from game.web.dates import day
from game.web.debriefs import on_paper, page_refs
from game.web.instructor_pages import (
    claims_page,
    confirm_page,
    console_page,
    console_regions,
    sessions_page,
)
from game.web.instructor_pages.tested import Tested, tested
from game.web.review import overview, replaying
from game.web.review.finding import volume_of
from game.web.review.imported import facts_of
from game.web.review.paper import imported_on_paper
from game.web.room.shown import shown_room
from game.web.site import Site
from game.web.sockets import Watched
from game.web.wording.console import NOT_DONE

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
    "undo": undoing.undo_closing,
    "reopen": undoing.reopen,
    "undeal": undoing.undo_deal,
    "remove": lambda room, live: remove(
        room, live, ParticipantId(request.form.get("participant", ""))
    ),
}


def blueprint(site: Site) -> Blueprint:
    """The routes under /console; who may ask for which is said in rights.py."""
    pages = Blueprint("console", __name__, url_prefix="/console")
    login.routes(pages, site)
    _lists(pages, site)
    _session(pages, site)
    archive_routes.routes(pages, site)
    console_library.routes(pages, site)
    console_imports.routes(pages, site)
    console_notes.routes(pages, site)
    console_search.routes(pages, site)
    console_chronicle.routes(pages, site)
    console_compare.routes(pages, site)
    console_roster.routes(pages, site)
    console_grades.routes(pages, site)
    console_keeping.routes(pages, site)
    calls.routes(pages, site)
    console_seats.routes(pages, site)
    console_moves.routes(pages, site)
    console_students.routes(pages, site)
    overview.routes(pages, site)
    replaying.routes(pages, site)
    coding_routes.routes(pages, site)
    return pages


def _lists(pages: Blueprint, site: Site) -> None:
    @pages.get("")
    @pages.get("/")
    def sessions() -> str:
        rows = [session_row(live) for live in site.room.sessions()]
        return sessions_page(rows, site.address, site.room.unreadable)

    @pages.get("/room")
    def room() -> str:
        return shown_room(site)

    @pages.route("/new", methods=["GET", "POST"])
    def new() -> AnyResponse | str | tuple[str, int]:
        return new_session(site, request)


def _session(pages: Blueprint, site: Site) -> None:
    def where(live: LiveSession) -> str:
        return console_frame(site, live, secrets=False).at

    def page(live: LiveSession, sentence: str = "") -> str:
        secrets = request.args.get("secrets") == "1"
        frame = console_frame(site, live, secrets=secrets, role=rights.granted().role)
        return console_page(frame, site.room.now(), sentence, _pinned(site, live))

    @pages.get("/<session>")
    def console(session: str) -> str | AnyResponse:
        if site.imports.get(session):  # nothing goes on there: it is read
            return redirect(f"/console/{session}/review", 303)
        return page(find(site, session))

    @pages.get("/<session>/claims")
    def claims(session: str) -> str:
        live = find(site, session)
        return claims_page(console_frame(site, live, secrets=False), _pinned(site, live))

    @pages.get("/<session>/confirm/<action>")
    def confirm(session: str, action: str) -> str | AnyResponse:
        live = find(site, session)
        asked = confirm_page(console_frame(site, live, secrets=False), action)
        return asked or redirect(f"/console/{live.id}", 303)

    @pages.post("/<session>/<action>")
    def order(session: str, action: str) -> AnyResponse | tuple[str, int]:
        live = find(site, session)
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
        live, wanted = find(site, session), request.form.get("page", "")
        if wanted not in {ref.id for ref in page_refs(site, live)}:
            abort(400)
        conducting.turn_debrief(site.room, live, wanted)
        return redirect(f"/console/{live.id}", 303)

    @pages.get("/<session>/debrief")
    def paper(session: str) -> str:
        if imported := site.imports.get(session):
            return imported_on_paper(site, imported.session) or abort(404)
        live = find(site, session)
        return on_paper(site, live, day(live.state.created.at)) or abort(404)

    @pages.get("/<session>/export.zip")
    def export(session: str) -> AnyResponse | tuple[str, int]:
        imported = site.imports.get(session)
        live = None if imported else find(site, session)
        wants_texts = request.args.get("texts") == "1"
        if wants_texts and not rights.granted().may(rights.EXPORT_TEXTS, session):
            return rights.refuse(site, rights.EXPORT_TEXTS, session, login.denied(site))
        if not rights.granted().names:
            volume_of(site, session)  # a reader waits for the end
        return _zip(site, session, live.state.created.code if live else session)


def _pinned(site: Site, live: LiveSession) -> Tested:
    """The claims that this session was made with, whatever has become of the file since."""
    digest = live.state.created.claims
    return tested(site.room.document(digest), digest)


def _zip(site: Site, session: str, code: str) -> Response:
    """The session as a file to keep. Rows of those who did not agree to research leave only in the
    file of who conducts the class; what came in a file for research stays one."""
    asked = request.args
    log = site.shelf.log(session) or abort(404)
    texts = asked.get("texts") == "1"
    imported = site.imports.get(session)
    came = bool(log.absent) or (imported is not None and facts_of(imported).research)
    research = asked.get("research") == "1" or not rights.granted().names or came
    if not rights.granted().names and imported is None:
        log = replace(log, codings=finished(site.room, session, log.codings))
    data = apart(export_zip, log, texts=texts, research=research)
    kind = "-texts" * texts + "-research" * research
    return attachment(export_name(code, kind), "application/zip", data)


def watching(site: Site, wish: Mapping[str, Any]) -> Watched | None:
    """What a connected console looks at, if it may."""
    live = site.room.session(str(wish.get("session", "")))
    grant = rights.may(site, request, rights.WATCH_CONSOLE, live) if live else None
    if live is None or grant is None:
        return None
    secrets, role = wish.get("secrets") == "1", grant.role

    def render() -> tuple[str, Mapping[str, str]]:
        frame = console_frame(site, live, secrets=secrets, role=role)
        return "console", console_regions(frame)

    return Watched(live.id, render, stands=grant.stands)
