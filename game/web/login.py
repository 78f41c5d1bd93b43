"""Into the console and out of it: the printed link or the password, leaving, and a new link."""

from collections.abc import Callable

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.web.cookies import CONSOLE_COOKIE, LINK_COOKIE
from game.web.instructor_pages import login_page, new_link_page
from game.web.instructor_pages.notes import given_back
from game.web.marking import device_of
from game.web.render import plain_page
from game.web.rights import NOBODY, Deny, Grant
from game.web.site import Site
from game.web.wording.notes import SHUT

PASSWORD = "password"
NOTED = ("console.note_write", "console.note_change")  # words that must not be lost
A_YEAR = 60 * 60 * 24 * 365  # seconds


def by_token(site: Site) -> Callable[[], AnyResponse | None]:
    """The token in the link lets in, and then disappears from the address."""

    def exchange() -> AnyResponse | None:
        token = request.args.get("token")
        if token and request.path.startswith("/console") and site.tokens.opens_console(token):
            return let_in(site, request.path)
        return None

    return exchange


def let_in(site: Site, to: str) -> AnyResponse:
    """This browser holds the console from now on."""
    answer = redirect(to, 303)
    site.cookies.put(answer, request, CONSOLE_COOKIE, site.tokens.for_console(), A_YEAR)
    return answer


def denied(site: Site) -> Deny:
    """The answer to who may not: how to come in, or that this link does not reach so far."""

    def answer(grant: Grant | None) -> tuple[str, int]:
        if request.method == "POST" and request.endpoint in NOTED:
            return given_back(request.path, request.form, SHUT), 401 if grant is None else 403
        if grant is None:
            return login_page(site.address, password=site.tokens.has_password), 401
        return plain_page("no_right"), 403

    return answer


def routes(pages: Blueprint, site: Site) -> None:
    """Out of this browser, and a new link."""

    @pages.post("/enter")
    def enter() -> AnyResponse | tuple[str, int]:
        device, tries = device_of(site, request), site.limits.passwords
        if tries.exhausted(PASSWORD, device):
            site.turned_away.note(NOBODY, "console.enter", "", "too many tries")
            return _again(site, "many"), 429
        if site.tokens.is_password(request.form.get("password", "")):
            return let_in(site, "/console")
        tries.failed(PASSWORD, device)
        site.turned_away.note(NOBODY, "console.enter", "", "wrong password")
        return _again(site, "wrong"), 401

    @pages.post("/leave")
    def leave() -> AnyResponse:
        return _forget(site, CONSOLE_COOKIE)

    @pages.post("/<session>/leave")
    def leave_session(session: str) -> AnyResponse:
        return _forget(site, LINK_COOKIE + session)

    @pages.route("/link", methods=["GET", "POST"])
    def new_link() -> AnyResponse | str:
        if request.method == "GET":
            return new_link_page()
        site.tokens.replace_console(site.room.writer)
        site.links.tell()
        link = f"{request.host_url}console?token={site.tokens.console}"
        answer = AnyResponse(new_link_page(link), content_type="text/html; charset=utf-8")
        site.cookies.put(answer, request, CONSOLE_COOKIE, site.tokens.for_console(), A_YEAR)
        return answer


def _again(site: Site, why: str) -> str:
    return login_page(site.address, password=site.tokens.has_password, refused=why)


def _forget(site: Site, cookie: str) -> AnyResponse:
    answer = redirect("/console", 303)
    site.cookies.drop(answer, request, cookie)
    return answer
