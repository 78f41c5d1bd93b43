"""The check for phones, open to all; and /healthz, by which our server is known."""

import secrets

from flask import Blueprint, Response, jsonify, make_response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.web.doctor.asking import HEALTHY
from game.web.room.check_page import check_page
from game.web.room.phones import read_report
from game.web.room.shown import ROOM
from game.web.site import Site

COOKIE = "dw_check"
A_WHILE = 900  # seconds that the trial cookie is kept
LONGEST = 24


def blueprint(site: Site) -> Blueprint:
    """The routes /check and /healthz. No session, no secret."""
    pages = Blueprint("check", __name__)

    @pages.get("/healthz")
    def healthy() -> Response:
        return Response(HEALTHY, mimetype="text/plain")

    @pages.get("/check")
    def check() -> Response:
        told = request.args.get("told") == "1"
        shown = check_page(request.host, site.room.now(), told=told, cookies=bool(_cookie()))
        return _trying(make_response(shown))

    @pages.get("/check/ask")
    def ask() -> Response:
        return jsonify(now=site.room.now(), cookies=bool(_cookie()))

    @pages.post("/check/report")
    def report() -> AnyResponse | tuple[str, int]:
        agent = request.headers.get("User-Agent", "")
        found = read_report(request.form, agent, bool(_cookie()), site.room.now())
        if found:
            site.phones.note(_cookie() or secrets.token_hex(8), found)
            site.hub.watchers_changed(ROOM)
        if request.form.get("way") == "plain":
            return redirect("/check?told=1", 303)
        return "", 204 if found else 400

    return pages


def _cookie() -> str:
    """The trial cookie, if it came back. It is drawn at random; a second try replaces the first."""
    return request.cookies.get(COOKIE, "")[:LONGEST]


def _trying(answer: Response) -> Response:
    """A cookie like that of a seat, to see whether it comes back."""
    answer.set_cookie(
        COOKIE,
        _cookie() or secrets.token_hex(8),
        max_age=A_WHILE,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure,
        path="/check",
    )
    return answer
