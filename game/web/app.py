"""The composed application: blueprints, sockets, error pages, headers."""

import logging
import secrets
from dataclasses import dataclass

from flask import Flask, Response, jsonify, request
from flask_socketio import SocketIO
from werkzeug.exceptions import HTTPException

from game.analysis.export.unpacking import NoExport
from game.authoring import load_text
from game.classroom.classroom import Classroom, UnreadableScenario
from game.classroom.imports import Imports
from game.classroom.links import Links
from game.classroom.notes import Notes
from game.classroom.timekeeper import Timekeeper
from game.core.scenario import Scenario
from game.log.store import CannotWrite
from game.log.writers import Writer
from game.web import api, console, links, login, pages, rights, wall
from game.web.answers import refused
from game.web.archive.archivist import Archivist
from game.web.clock import now_ms, running_ms
from game.web.coding.texts import CodedTexts
from game.web.cookies import Cookies
from game.web.entering import Entrance
from game.web.hub import Hub
from game.web.limits import Limits
from game.web.marking import hand_out
from game.web.nudges import Nudges
from game.web.presence import Presence
from game.web.render import plain_page
from game.web.review.finder import Finder
from game.web.review.finding import StillPlayed, not_read, still_played
from game.web.review.shelf import Shelf
from game.web.room import routes as checking
from game.web.room.phones import Phones
from game.web.security import guard, same_host, strict
from game.web.site import Site
from game.web.sockets import Sockets
from game.web.templating import STATIC
from game.web.tokens import Tokens
from game.web.transport import harden
from game.web.turned_away import TurnedAway
from game.web.wording import malformed_sentence

log = logging.getLogger("game")
FACES = {404: "not_found", 405: "not_found", 400: "malformed", 413: "malformed", 403: "refused"}
CODES = {404: "not_found", 413: "too_large", 403: "foreign_form"}
SENTENCES = {
    403: "It came from another site, and not from a page of ours.",
    404: "This address leads nowhere.",
    405: "This address is not asked in this way.",
    413: "It is larger than anything that a page sends.",
}


@dataclass(frozen=True, slots=True)
class Served:
    """What the server runs."""

    app: Flask
    socketio: SocketIO
    site: Site
    timekeeper: Timekeeper


def create_app(writer: Writer, address: str, password: str = "") -> Served:
    """Compose everything on an open store. With a `password` the console can be opened by it."""
    room = Classroom(writer, now_ms, read_scenario)
    app = Flask("game", static_folder=str(STATIC), template_folder=None)
    socketio = SocketIO(
        app,
        async_mode="gevent",
        manage_session=False,
        cors_allowed_origins=same_host,  # type: ignore[arg-type]  # by the name that was asked for, behind a proxy as well
        max_http_buffer_size=64 * 1024,
    )
    hub = Hub(lambda sid, message: socketio.emit("view", message, to=sid))
    site = _site(room, hub, address, password)
    timekeeper = Timekeeper(room)
    room.listeners += [hub, Archivist(room), site.shelf, site.finder, site.texts]
    guard(app, site.turned_away)
    hand_out(app, site)
    app.before_request(login.by_token(site))
    rights.guard(app, site, login.denied(site))
    _routes(app, site)
    Sockets(site, socketio, wall.watching(site)).register()
    harden(socketio, site)
    app.wsgi_app = strict(app.wsgi_app)  # type: ignore[method-assign, assignment]
    app.register_error_handler(HTTPException, _told)
    app.register_error_handler(StillPlayed, still_played)
    app.register_error_handler(NoExport, not_read)
    app.register_error_handler(Exception, _broken)
    return Served(app, socketio, site, timekeeper)


def _site(room: Classroom, hub: Hub, address: str, password: str) -> Site:
    writer = room.writer
    imports = Imports(writer, now_ms)
    shelf = Shelf(room, imports)
    return Site(
        room,
        writer.read(lambda store: Tokens.of(store, password)),
        hub,
        address,
        Links(writer, now_ms),
        Cookies(address),
        TurnedAway(running_ms),
        Phones(now_ms),
        Presence(running_ms, now_ms()),
        Limits(running_ms),
        Nudges(now_ms),
        shelf,
        Notes(writer, now_ms),
        CodedTexts(shelf),
        imports,
        Finder(room, imports, shelf),
    )


def read_scenario(text: str) -> Scenario:
    """A scenario as stored with its session; it was playable when the session was made."""
    loaded = load_text(text, "scenario.yaml")
    if loaded.scenario is None:
        raise UnreadableScenario("its scenario: " + "; ".join(map(str, loaded.problems[:3])))
    return loaded.scenario


def _routes(app: Flask, site: Site) -> None:
    entrance = Entrance(site)
    app.register_blueprint(pages.blueprint(site, entrance))
    app.register_blueprint(api.blueprint(site, entrance))
    app.register_blueprint(console.blueprint(site))
    app.register_blueprint(wall.blueprint(site))
    app.register_blueprint(links.blueprint(site))
    app.register_blueprint(checking.blueprint(site))


def _told(fault: HTTPException) -> tuple[Response | str, int]:
    """An answer with a face: for people a page, for programs a code."""
    status = fault.code or 500
    if request.path.startswith("/api/"):
        sentence = SENTENCES.get(status, malformed_sentence("message", "what is documented"))
        return jsonify(refused(CODES.get(status, "malformed"), sentence)), status
    said = SENTENCES[status] if status in (403, 413) else ""
    face = FACES.get(status, "malformed" if status < 500 else "broken")
    return plain_page(face, sentence=said), status


def _broken(fault: Exception) -> tuple[Response | str, int]:
    """Our fault: said so, with a reference that stands in the server's log."""
    reference = secrets.token_hex(4)
    known = isinstance(fault, CannotWrite)  # a full disk is no riddle that needs a traceback
    log.error("broken request %s: %s", reference, fault, exc_info=not known)
    if request.path.startswith("/api/"):
        return jsonify(refused("broken", f"The server failed. Reference {reference}.")), 500
    return plain_page("broken", reference=reference), 500
