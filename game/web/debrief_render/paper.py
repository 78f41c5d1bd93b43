"""The whole debrief in one document: to read alone, to print, to keep."""

from dataclasses import dataclass

from game.analysis.descriptives import ClassPicture
from game.core.scenario import Scenario
from game.web.debrief_render.claims import curly
from game.web.debrief_render.matter import Matter, Tested
from game.web.debrief_render.pages import lesson
from game.web.debrief_render.paging import PageRef
from game.web.debrief_render.sections import refs
from game.web.templating import render
from game.web.wording import claims as words


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
        made=_made(tested) if tested else (),
        lesson=lesson(matter, parts.values()),
    )


def _made(tested: Tested) -> tuple[tuple[str, str], ...]:
    """Where the numbers of the claims come from, so that anybody can make them again."""
    analysis, file = tested.analysis, tested.claims
    settings = {name: f"{said}" for name, said in file.settings.items()}
    return (
        ("Made again by", words.COMMAND),
        ("Distant War", analysis.engine_version),
        ("Claims", f"{file.id}, {analysis.claims_hash}"),
        ("Fixed in it", words.FIXED.format(**settings)),
        ("Seed", str(analysis.seed)),
        ("Read", curly(file.read)),
    )
