"""Links to one session: where they are opened, and the page on which they are made and revoked."""

from dataclasses import replace

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.classroom.links import Link, Role
from game.web.console_places import find
from game.web.cookies import A_TERM, LINK_COOKIE
from game.web.dates import moment
from game.web.instructor_pages import LinkRow, LinksFrame, links_page
from game.web.paths import PATHS, leads_within
from game.web.render import plain_page
from game.web.review.imported import imported_volume
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
        """The secret becomes a cookie, and is gone from the address. `to` may name a page of the
        link's own session: a moment, say."""
        link = site.links.open(secret)
        to = _leads(site, link) if link else ""
        if link is None or not to:
            site.turned_away.note("nobody", "links.open_link", "", "no such link")
            return plain_page("link_shut"), 404
        wanted = request.args.get("to", "")
        within = leads_within(wanted, f"{PATHS.console}/{link.session}")
        answer = redirect(wanted if within else to, 303)
        name = LINK_COOKIE + link.session
        site.cookies.put(answer, request, name, site.tokens.for_link(link.id), A_TERM)
        return answer


def _leads(site: Site, link: Link) -> str:
    """Where a link leads; nowhere if its session is gone."""
    live, imported = site.room.session(link.session), site.imports.get(link.session)
    base = f"/console/{link.session}"
    if live is None and imported is None:
        return ""
    if link.role is Role.CODER:
        return f"{base}/coding/queue"
    if live is None:
        return f"{base}/review"
    return f"/wall/{live.state.created.code}" if link.role is Role.PROJECTOR else base


def _session(site: Site, session: str) -> LinksFrame:
    """The session to which links are made, own or imported, without its links."""
    if imported := site.imports.get(session):
        simulated = imported_volume(imported).simulated
        return LinksFrame(imported.session, imported.title, (), simulated=simulated, played=False)
    live = find(site, session)
    created = live.state.created
    return LinksFrame(live.id, created.title, (), simulated=created.simulated)


def _keeping(pages: Blueprint, site: Site) -> None:
    def frame(held: LinksFrame, made: str = "") -> LinksFrame:
        rows = tuple(
            LinkRow(
                link.id,
                link.role,
                link.label,
                made=moment(link.made_at),
                used=moment(link.used_at) if link.used_at else "",
                revoked=moment(link.revoked_at) if link.revoked_at else "",
            )
            for link in site.links.of(held.session)
        )
        return replace(held, rows=rows, made=made)

    @pages.get("/console/<session>/links")
    def listed(session: str) -> str:
        return links_page(frame(_session(site, session)))

    @pages.post("/console/<session>/links")
    def make(session: str) -> str:
        held, role = _session(site, session), request.form.get("role", "")
        if role not in held.roles:
            abort(400)
        _, secret = site.links.make(held.session, Role(role), request.form.get("label", ""))
        return links_page(frame(held, f"{site.address}/open/{secret}"))

    @pages.post("/console/<session>/links/revoke")
    def revoke(session: str) -> AnyResponse:
        held = _session(site, session)
        site.links.revoke(held.session, request.form.get("link", ""))
        return redirect(f"/console/{held.session}/links", 303)
