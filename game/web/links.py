"""Links to one session: where they are opened, and the page on which they are made and revoked."""

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.classroom.links import LINKED, Role
from game.classroom.live import LiveSession
from game.web.console_places import find
from game.web.cookies import A_TERM, LINK_COOKIE
from game.web.dates import moment
from game.web.instructor_pages import LinkRow, LinksFrame, links_page
from game.web.render import plain_page
from game.web.site import Site


def blueprint(site: Site) -> Blueprint:
    """/open/SECRET for who has a link, /console/SESSION/links for the instructor."""
    pages = Blueprint("links", __name__)
    _opening(pages, site)
    _keeping(pages, site)
    return pages


def _opening(pages: Blueprint, site: Site) -> None:
    @pages.get("/open/<secret>")
    def open_link(secret: str) -> AnyResponse | tuple[str, int]:
        """The secret becomes a cookie, and is gone from the address."""
        link = site.links.open(secret)
        live = site.room.session(link.session) if link else None
        if link is None or live is None:
            site.turned_away.note("nobody", "links.open_link", "", "no such link")
            return plain_page("link_shut"), 404
        leads = {
            Role.PROJECTOR: f"/wall/{live.state.created.code}",
            Role.CODER: f"/console/{live.id}/coding/queue",
        }
        answer = redirect(leads.get(link.role, f"/console/{live.id}"), 303)
        name = LINK_COOKIE + live.id
        site.cookies.put(answer, request, name, site.tokens.for_link(link.id), A_TERM)
        return answer


def _keeping(pages: Blueprint, site: Site) -> None:
    def frame(live: LiveSession, made: str = "") -> LinksFrame:
        rows = tuple(
            LinkRow(
                link.id,
                link.role,
                link.label,
                made=moment(link.made_at),
                used=moment(link.used_at) if link.used_at else "",
                revoked=moment(link.revoked_at) if link.revoked_at else "",
            )
            for link in site.links.of(live.id)
        )
        created = live.state.created
        return LinksFrame(live.id, created.title, rows, made, created.simulated)

    @pages.get("/console/<session>/links")
    def listed(session: str) -> str:
        return links_page(frame(find(site, session)))

    @pages.post("/console/<session>/links")
    def make(session: str) -> str:
        live, role = find(site, session), request.form.get("role", "")
        if role not in LINKED:
            abort(400)
        _, secret = site.links.make(live.id, Role(role), request.form.get("label", ""))
        return links_page(frame(live, f"{site.address}/open/{secret}"))

    @pages.post("/console/<session>/links/revoke")
    def revoke(session: str) -> AnyResponse:
        live = find(site, session)
        site.links.revoke(live.id, request.form.get("link", ""))
        return redirect(f"/console/{live.id}/links", 303)
