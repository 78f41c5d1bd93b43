"""What the tests of the debrief share: odd sessions, and how a page is read."""

from functools import lru_cache

from game.analysis.descriptives import ClassPicture, describe
from game.core.scenario import Scenario
from game.web.debrief_render import debrief_pages
from game.web.render import SeatFrame
from tests.analysis import played
from tests.web.auditing import soup_of
from tests.web.classes import shipped
from tests.web.instructor_screens import debrief_on_wall as walled

STRAITS, VIETNAM = shipped("the-straits"), shipped("vietnam-1964-75")
ODD = {
    "stopped": played.stopped,
    "going-on": played.going_on,
    "eventful": played.eventful,
    "d1": played.d1,
    "lottery": played.lottery,
    "free": played.free,
}


@lru_cache
def odd(name: str) -> ClassPicture:
    """A session of the analysis tests."""
    return describe(ODD[name]())


def pages_of(picture: ClassPicture, scenario: Scenario) -> list[str]:
    """The ids of its pages."""
    return [page.id for page in debrief_pages(picture, scenario)]


def cells(source: str) -> list[list[str]]:
    """The rows of all tables, as read."""
    rows = soup_of(source).select("tbody tr")
    return [[cell.get_text(" ", strip=True) for cell in row.select("th, td")] for row in rows]


def frame(group: int) -> SeatFrame:
    """What stands beside the view of somebody in this group; 0: without a seat."""
    return SeatFrame("HK7 M4R", group, "Tuesday seminar", "4711")


__all__ = ["ODD", "STRAITS", "VIETNAM", "cells", "frame", "odd", "pages_of", "walled"]
