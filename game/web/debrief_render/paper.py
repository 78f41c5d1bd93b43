"""The whole debrief in one document: to read alone, to print, to keep."""

from dataclasses import dataclass

from game.analysis.descriptives import ClassPicture
from game.core.scenario import Scenario
from game.web.debrief_render.matter import Matter, Tested
from game.web.debrief_render.pages import lesson
from game.web.debrief_render.paging import PageRef
from game.web.debrief_render.sections import refs
from game.web.templating import render


@dataclass(frozen=True, slots=True)
class PaperFrame:
    """What stands on the first page. `day` and `design` are words."""

    title: str
    day: str
    design: str
    cut: str = ""
    back: str = ""  # the address of the console


def paper_page(
    frame: PaperFrame, picture: ClassPicture, scenario: Scenario, tested: Tested | None = None
) -> str:
    """Every part, one after the other; the maps of all groups round by round."""
    matter = Matter(picture, scenario, frame.cut, tested=tested)
    parts: dict[str, PageRef] = {}
    for page in refs(matter):
        parts.setdefault(page.section, page)
    return render(
        "debrief/paper.html",
        frame=frame,
        picture=picture,
        scenario=scenario,
        lesson=lesson(matter, parts.values()),
    )
