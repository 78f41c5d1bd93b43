"""Two groups, two seats, or a seat and its country in history, side by side."""

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.core.scenario import Scenario, cast
from game.web.instructor_pages.compare import CompareFrame, compare_page
from game.web.review.addresses import Addresses
from game.web.review.compared import One, Who, compared
from game.web.review.finding import volume_of
from game.web.review.sides import NothingToCompare, both, headlines
from game.web.review.volumes import Volume
from game.web.site import Site
from game.web.wording import comparing as wording

FORM = ("left_seat", "right_seat")


def routes(pages: Blueprint, site: Site) -> None:
    """The comparison within a session."""

    @pages.get("/<session>/compare")
    def compare(session: str) -> str | AnyResponse:
        volume = volume_of(site, session)
        asked = {side: _asked(side) for side in ("left", "right")}
        if any(name in request.args for name in FORM):
            return redirect(_tidy(volume, asked), 303)
        return compare_page(_frame(site, volume, asked["left"], asked["right"]))


def _asked(side: str) -> Who | None:
    return Who.of(request.args.get(side, ""), request.args.get(f"{side}_seat", ""))


def _tidy(volume: Volume, asked: dict[str, Who | None]) -> str:
    """The address that can be shared."""
    said = "&".join(f"{side}={who.written}" for side, who in asked.items() if who)
    return f"{Addresses(volume.session).compare}?{said}"


def _frame(site: Site, volume: Volume, left: Who | None, right: Who | None) -> CompareFrame:
    first, scenario = site.shelf.replay(volume.session, 1), site.shelf.scenario(volume.session)
    ones: tuple[One, ...] = ()
    said = ""
    try:
        ones = both(site, volume, left, right)
    except NothingToCompare as why:
        said = str(why)
    cut = first.opened.cut if first else ""
    heads = headlines(scenario, cut) if scenario and cut else {}
    shown = tuple(compared(ones[0], ones[1], heads)) if len(ones) == 2 else ()
    recorded = any(not one.who.group for one in ones)
    return CompareFrame(
        volume=volume,
        left=left or Who(min(volume.groups, default=1)),
        right=right or Who(max(volume.groups, default=1)),
        ones=ones,
        rounds=shown,
        seats=_seats(scenario),
        record=bool(scenario and scenario.record),
        said=said or ("" if shown else wording.NO_ROUND),
        history=scenario if recorded else None,
    )


def _seats(scenario: Scenario | None) -> tuple[tuple[str, str], ...]:
    """The seats there may be, with the country that is first at each."""
    if scenario is None:
        return ()
    named = {"P": scenario.patron.name}
    named |= {seat: actor.name for seat, actor in cast(scenario).items()}
    return tuple((seat, f"{name} ({seat})") for seat, name in named.items())
