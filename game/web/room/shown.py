"""The console's page of the room check: what phones say, and what the server finds itself."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Request

from game.core.vocabulary import SessionId
from game.web.doctor import Finding
from game.web.instructor_pages import RoomFrame, room_page, room_regions
from game.web.qr import qr_svg
from game.web.rights import grant_of
from game.web.room.itself import itself
from game.web.room.reported import reported
from game.web.site import Site
from game.web.sockets import Watched

ROOM = SessionId("room")  # in place of a class session, for those who look at the check
TRYING = SessionId("check")  # and for the phones that try it


def shown_room(site: Site) -> str:
    """The whole page; the server looks at itself anew."""
    return room_page(_frame(site, itself(site)), site.room.now())


def _frame(site: Site, found: Sequence[Finding] = ()) -> RoomFrame:
    return RoomFrame(
        address=f"{site.address}/check",
        qr_svg=qr_svg(f"{site.address}/check"),
        phones=tuple(reported(site.phones.lately())),
        server=tuple(found),
    )


def room_watched(site: Site, asked: Request, wish: Mapping[str, Any]) -> Watched | None:
    """The instructor's page is told what phones report; a phone that tries it is told nothing."""
    if wish.get("watch") == "check":
        return Watched(TRYING, lambda: ("check", {}))
    grant = grant_of(site, asked, None)
    if grant is None:
        return None
    return Watched(ROOM, lambda: ("room", room_regions(_frame(site))), stands=grant.stands)
