"""The projector: a page and a socket that anybody in the room may look at. Never a secret."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flask import Blueprint, abort, request

from game.classroom.codes import shown, tidy
from game.classroom.conducting import turn_debrief
from game.classroom.live import LiveSession
from game.core.views import projector_view
from game.core.views.shapes import PublicView
from game.web import console, rights
from game.web.debrief_render import WallDebrief
from game.web.debriefs import on_the_wall, page_refs, phone_regions
from game.web.entering import ALL, LONGEST_CODE
from game.web.front import class_frame
from game.web.marking import device_of
from game.web.qr import qr_svg
from game.web.render import plain_page
from game.web.room.shown import room_watched
from game.web.site import Site
from game.web.sockets import Watch, Watched, always, group_number
from game.web.wall_render import WallFrame, wall_page, wall_regions


def blueprint(site: Site) -> Blueprint:
    """The route /wall/CODE."""
    pages = Blueprint("wall", __name__, url_prefix="/wall")

    @pages.get("/<code>")
    def wall(code: str) -> str | tuple[str, int]:
        device = device_of(site, request)
        if site.limits.codes.exhausted(ALL, device):
            return plain_page("too_many_tries"), 429
        live = by_code(site, code, device) or abort(404)
        number = request.args.get("group", 1, type=int)
        parts = _parts(site, live, number, _page(site, live, request.args.get("page", "")))
        return wall_page(parts[0], site.room.now(), *parts[1:])

    return pages


def by_code(site: Site, typed: str, device: str | None) -> LiveSession | None:
    """The session under a code; that there is none counts as a wrong try, as at the door."""
    live = site.room.by_code(tidy(typed[:LONGEST_CODE]))
    if live is None:
        site.limits.codes.failed(ALL, device)
    return live


def _page(site: Site, live: LiveSession, asked: str) -> str:
    """The page asked for, by a browser that may turn; by others, one that the class has seen."""
    if rights.may(site, request, rights.TURN_WALL, live):
        return asked
    ids = [ref.id for ref in page_refs(site, live)]
    seen = ids[: ids.index(live.state.page) + 1] if live.state.page in ids else []
    return asked if asked in seen else ""


def _parts(
    site: Site, live: LiveSession, number: int, page: str = ""
) -> tuple[WallFrame, PublicView | None, WallDebrief | None]:
    """The frame, the shown group's common view in play, and the page that is on afterwards."""
    over = live.state.phase == "over"
    group = live.groups[(number - 1) % len(live.groups)] if live.groups else None
    view = projector_view(group.state) if group and not over else None
    debrief = on_the_wall(site, live, page) if over else None
    return wall_frame(site, live, number), view, debrief


def wall_frame(site: Site, live: LiveSession, number: int) -> WallFrame:
    """One moment of the class, and where one joins."""
    return replace(
        class_frame(live, number),
        address=spoken(site.address),
        qr_svg=qr_svg(f"{site.address}/join/{live.state.created.code}"),
    )


def spoken(address: str) -> str:
    """The address as one types it: without http://."""
    return address.removeprefix("http://").removesuffix("/")


def watching(site: Site) -> Watch:
    """What consoles and walls look at, for the sockets."""

    def watch(wish: Mapping[str, Any]) -> Watched | None:
        if wish.get("watch") == "console":
            return console.watching(site, wish)
        if wish.get("watch") in ("room", "check"):
            return room_watched(site, request, wish)
        device = device_of(site, request)
        if site.limits.codes.exhausted(ALL, device):
            return None
        live = by_code(site, str(wish.get("code", "")), device)
        if live and wish.get("watch") == "debrief":
            return Watched(live.id, lambda: ("debrief", phone_regions(site, live)))
        return _wall_watched(site, live, wish) if live else None

    return watch


def _wall_watched(site: Site, live: LiveSession, wish: Mapping[str, Any]) -> Watched:
    shown_group = [group_number(wish.get("group"))]
    grant = rights.may(site, request, rights.TURN_WALL, live)

    def render() -> tuple[str, Mapping[str, str]]:
        return "wall", wall_regions(*_parts(site, live, shown_group[0]))

    def turn(by: int) -> None:
        if live.state.phase != "over":
            shown_group[0] += by
        elif grant and grant.stands():
            turn_page(site, live, by)
        else:
            site.turned_away.note(
                rights.NOBODY, rights.TURN_WALL, shown(live.state.created.code), "no right"
            )

    return Watched(live.id, render, turn, grant.stands if grant else always)


def turn_page(site: Site, live: LiveSession, by: int) -> None:
    """The page before or after the one that is on; the first one if none is."""
    now = on_the_wall(site, live)
    first = [ref.id for ref in page_refs(site, live)[:1]] if by > 0 else []
    following = (now.back if by < 0 else now.on) if now else "".join(first)
    if following:
        turn_debrief(site.room, live, following)
