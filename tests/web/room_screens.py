"""The room check, on the console and on a phone, by name."""

from dataclasses import replace

from game.web.doctor import fine, mend, note
from game.web.instructor_pages import RoomFrame, room_page
from game.web.room.check_page import check_page
from game.web.room.phones import Report
from game.web.room.reported import reported
from tests.builders import NOW
from tests.web.instructor_scenes import ADDRESS, HOSTILE, qr, screen

GOOD = Report("websocket", "Chrome", cookies=True, trip=40, at=NOW)
BAD = Report("polling", "Safari", cookies=False, steady=False, trip=2400, offset=200_000, at=NOW)
ROOM = RoomFrame(
    address=f"http://{ADDRESS}/check",
    qr_svg=qr(),
    phones=tuple(reported((GOOD, BAD))),
    server=(
        fine("reach", f"The server answers at http://{ADDRESS}."),
        note("outside", "From inside nobody can know.", "Open it on a phone."),
        mend("disk", "0.1 GB are free on the disk.", "Make room."),
    ),
)


@screen
def room() -> str:
    return room_page(ROOM, NOW)


@screen
def room_nobody() -> str:
    return room_page(replace(ROOM, phones=tuple(reported(()))), NOW)


@screen
def room_hostile() -> str:
    nasty = (mend("disk", HOSTILE, HOSTILE),)
    return room_page(RoomFrame(HOSTILE, phones=nasty, server=nasty), NOW)


@screen
def check_phone() -> str:
    return check_page(ADDRESS, NOW)


@screen
def check_told() -> str:
    return check_page(ADDRESS, NOW, told=True, cookies=True)
