"""What every answer and every request has to keep to: strict headers, and no foreign forms."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Request, Response, abort, request

from game.web.turned_away import TurnedAway

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
LARGEST_REQUEST = 256 * 1024
BARE = "default-src 'none'; frame-ancestors 'none'"  # of answers that are no pages
STILL = (  # a page to be looked at inside another of ours: it runs nothing and sends nothing
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-same-origin"
)
EVERYWHERE = (("Content-Security-Policy", BARE), ("X-Content-Type-Options", "nosniff"))


def guard(app: Flask, turned_away: TurnedAway) -> None:
    """Refuse forms sent from other sites, and set the headers of every answer."""
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_REQUEST
    app.before_request(lambda: _refuse_foreign_forms(turned_away))
    app.after_request(_headers)


def _refuse_foreign_forms(turned_away: TurnedAway) -> None:
    if request.method not in SAFE and not same_origin(request):
        turned_away.note("another site", request.endpoint or "nowhere", "", "foreign form")
        abort(403)


def same_host(origin: str | None, environ: Mapping[str, Any]) -> bool:
    """Whether a socket is opened by a page of this very host (a program may say nothing)."""
    return origin is None or _netloc(origin) == environ.get("HTTP_HOST")


def same_origin(asked: Request) -> bool:
    """Whether the browser says that our own page sent this (a program that says nothing may)."""
    site = asked.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = asked.headers.get("Origin")
    return origin is None or _netloc(origin) == asked.host


def _netloc(origin: str) -> str:
    try:
        return urlsplit(origin).netloc
    except ValueError:  # http://[ and the like
        return ""


def _caching() -> str:
    """A file whose address holds its content's hash never changes; a page is always asked anew."""
    if not request.path.startswith("/static/"):
        return "no-store"
    return "public, max-age=31536000, immutable" if "v" in request.args else "no-cache"


def policy(host: str = "") -> str:
    """What a page may load and do: from here alone, and nothing inline."""
    sockets = f" ws://{host} wss://{host}" if host else ""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        f"font-src 'self'; connect-src 'self'{sockets}; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )


def framing(host: str = "") -> str:
    """The same for a page that holds one of ours in a frame."""
    return f"{policy(host)}; frame-src 'self'"


Wsgi = Callable[[dict[str, Any], Any], Any]


def strict(inner: Wsgi) -> Wsgi:
    """Around all there is: what Flask does not answer (the socket's polling) is as strict."""

    def served(environ: dict[str, Any], start_response: Any) -> Any:  # noqa: ANN401
        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:  # noqa: ANN401
            given = {name.lower() for name, _ in headers}
            added = [(n, v) for n, v in EVERYWHERE if n.lower() not in given]
            return start_response(status, [*headers, *added], *more)

        return inner(environ, start)

    return served


def _headers(response: Response) -> Response:
    response.headers.setdefault("Content-Security-Policy", policy(request.host))
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    # "no-referrer" would make browsers send `Origin: null` with our own forms
    response.headers.setdefault("Referrer-Policy", "same-origin")
    if request.is_secure:  # elsewhere browsers ignore it, and complain
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    response.headers["Cache-Control"] = _caching()
    return response
