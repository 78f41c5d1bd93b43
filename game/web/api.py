"""The protocol over HTTP, for programs: join, come back, see, move (docs/reference/protocol.md)."""

from collections.abc import Mapping

from flask import Blueprint, Response, jsonify, request

from game.classroom.live import LiveSession
from game.classroom.roster import Entry
from game.web.answers import refused
from game.web.clients import json_of
from game.web.entering import Entrance, EntryRefused
from game.web.faces import face_of, version_of
from game.web.marking import device_of
from game.web.obeying import obey
from game.web.site import Site
from game.web.wording import malformed_sentence

PROTOCOL_VERSION = 1
STATUS = {"malformed": 400, "broken": 500, "too_fast": 429}


def blueprint(site: Site, entrance: Entrance) -> Blueprint:
    """The routes under /api."""
    pages = Blueprint("api", __name__, url_prefix="/api")

    @pages.post("/join")
    def join() -> tuple[Response, int]:
        asked = _body()
        if asked is None:
            return _unreadable()
        device = device_of(site, request)
        return _entered(
            site, lambda: entrance.enter(_text(asked, "code"), _text(asked, "name"), device)
        )

    @pages.post("/return")
    def come_back() -> tuple[Response, int]:
        asked = _body()
        if asked is None:
            return _unreadable()
        device = device_of(site, request)
        return _entered(
            site, lambda: entrance.back(_text(asked, "code"), _text(asked, "number"), device)
        )

    @pages.get("/view")
    def view() -> tuple[Response, int]:
        visitor = site.seat_of(request, "api.view")
        if visitor is None:
            return _nobody()
        face = face_of(visitor)
        return jsonify(version=version_of(face), now=site.room.now(), **json_of(face)), 200

    @pages.post("/command")
    def command() -> tuple[Response, int]:
        visitor = site.seat_of(request, "api.command")
        if visitor is None:
            return _nobody()
        said, _ = obey(site, visitor, _body(), "api.command")
        return jsonify(said), 200 if said["ok"] else STATUS.get(str(said["code"]), 409)

    return pages


def _entered(site: Site, enter: object) -> tuple[Response, int]:
    try:
        live, entry = enter()  # type: ignore[operator]
    except EntryRefused as reason:
        said = refused(reason.code, reason.sentence)
        return jsonify(said | {"field": reason.field}), 409
    return jsonify(_welcome(site, live, entry)), 200


def _welcome(site: Site, live: LiveSession, entry: Entry) -> dict[str, object]:
    site.heard(live, entry.participant)
    return {
        "ok": True,
        "protocol": PROTOCOL_VERSION,
        "token": site.tokens.for_seat(live.id, entry.participant),
        "participant": entry.participant,
        "return_number": entry.return_number,
        "title": live.state.created.title,
    }


def _nobody() -> tuple[Response, int]:
    return jsonify(refused("unknown_token", "This token opens no seat. Join again.")), 401


def _unreadable() -> tuple[Response, int]:
    return jsonify(refused("malformed", malformed_sentence("message", "an object"))), 400


def _body() -> Mapping[str, object] | None:
    """The object that was sent; None if it was none."""
    try:
        body = request.get_json(silent=True)
    except RecursionError:  # nested deeper than any message is
        return None
    return body if isinstance(body, Mapping) else None


def _text(source: Mapping[str, object], key: str) -> str:
    value = source.get(key)
    return value if isinstance(value, str) else ""
