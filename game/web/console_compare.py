"""Two groups, two seats, or a seat and its country in history, side by side."""

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.web.instructor_pages.compare import Asked, CompareFrame, compare_frame, compare_page
from game.web.review.addresses import Addresses
from game.web.review.chronicle import names
from game.web.review.compared import One, Who
from game.web.review.finding import volume_of
from game.web.review.sides import NothingToCompare, both
from game.web.review.volumes import Volume
from game.web.site import Site

FORM = ("left_seat", "right_seat")


def routes(pages: Blueprint, site: Site) -> None:
    """The comparison within a session."""

    @pages.get("/<session>/compare")
    def compare(session: str) -> str | AnyResponse:
        volume = volume_of(site, session)
        asked = {side: _asked(side) for side in ("left", "right")}
        if any(name in request.args for name in FORM):
            return redirect(_tidy(volume, asked), 303)
        if not request.args:
            asked = _at_first(volume)
        return compare_page(_frame(site, volume, asked["left"], asked["right"]))


def _at_first(volume: Volume) -> dict[str, Who | None]:
    """The first two groups, where there are two."""
    two = volume.groups[:2]
    return {
        side: Who(number) if len(two) > 1 else None
        for side, number in zip(("left", "right"), (*two, 0, 0), strict=False)
    }


def _asked(side: str) -> Who | None:
    return Who.of(request.args.get(side, ""), request.args.get(f"{side}_seat", ""))


def _tidy(volume: Volume, asked: dict[str, Who | None]) -> str:
    """The address that can be shared."""
    said = "&".join(f"{side}={who.written}" for side, who in asked.items() if who)
    return f"{Addresses(volume.session).compare}?{said}"


def _frame(site: Site, volume: Volume, left: Who | None, right: Who | None) -> CompareFrame:
    scenario, said = site.shelf.scenario(volume.session), ""
    ones: tuple[One, ...] = ()
    try:
        ones = both(site, volume, left, right)
    except NothingToCompare as why:
        said = str(why)
    asked = Asked(left, right, _seats(site, volume, left, right), scenario)
    return compare_frame(volume, asked, ones, said)


def _seats(site: Site, volume: Volume, *asked: Who | None) -> tuple[tuple[str, str], ...]:
    """The seats of the groups that are asked for, else of the first, with their countries."""
    numbers = {who.group for who in asked if who and who.group} or set(volume.groups[:1])
    found: dict[str, str] = {}
    for replay in (site.shelf.replay(volume.session, number) for number in sorted(numbers)):
        if replay:
            state = replay.state(replay.last)
            for seat, name in zip(state.seats, names(state, state.seats), strict=True):
                found.setdefault(seat, f"{name} ({seat})")
    return tuple(found.items())
