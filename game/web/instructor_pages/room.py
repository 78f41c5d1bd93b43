"""The room check for the instructor: the address for phones, what they found, what the server
found, and what to do about each."""

from dataclasses import dataclass, field

from markupsafe import Markup

from game.web.doctor import WORDS, Finding
from game.web.templating import render, trusted
from game.web.wording.entering import CLOCK, CONNECTION

WATCH = {"watch": "room"}


@dataclass(frozen=True, slots=True)
class RoomFrame:
    """`address` is what phones open; `server` is only looked at when the page is."""

    address: str
    qr_svg: Markup = field(default=Markup())
    phones: tuple[Finding, ...] = ()
    server: tuple[Finding, ...] = ()


def room_regions(frame: RoomFrame) -> dict[str, str]:
    """What changes while one looks: the phones' reports."""
    return {"phones": _listed(frame.phones)}


def room_page(frame: RoomFrame, now_ms: int) -> str:
    """The whole page. Without scripts it renews itself."""
    regions = {**room_regions(frame), "server": _listed(frame.server)}
    return render(
        "console/room.html",
        frame=frame,
        spoken=frame.address.removeprefix("http://"),
        watch=WATCH,
        now=now_ms,
        regions=trusted(regions),
        connection=CONNECTION,
        clock_words=CLOCK,
    )


def _listed(findings: tuple[Finding, ...]) -> str:
    return render("console/findings.html", findings=findings, words=WORDS)
