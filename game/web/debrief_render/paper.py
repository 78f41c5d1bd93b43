"""The report: the whole debrief in one document, to read alone, to print, to keep; beside every
number where it comes from, and at the end every field of the analysis."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from game.analysis.descriptives import ClassPicture
from game.core.scenario import Scenario
from game.web.debrief_render.appendix import appendix
from game.web.debrief_render.claims import curly
from game.web.debrief_render.matter import Matter, Tested
from game.web.debrief_render.pages import drawn
from game.web.debrief_render.paging import Movement, PageRef, by_movement
from game.web.debrief_render.sections import refs
from game.web.debrief_render.tracing import Trace, trace
from game.web.templating import render
from game.web.wording import claims as words
from game.web.wording import tracing

PLACE = re.compile(r" \(\d+\)$")  # of a page among those of its part
Fact = tuple[str, str, bool]  # name, value, whether it is a hash


@dataclass(frozen=True, slots=True)
class PaperFrame:
    """What stands on the first page. `day` and `design` are words; `file` is the export's name."""

    title: str
    day: str
    design: str
    cut: str = ""
    back: str = ""  # the address of the console
    file: str = "FILE.zip"
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the report, and where it comes from."""

    page: PageRef
    body: Markup
    trace: Trace | None


def paper_page(
    frame: PaperFrame, picture: ClassPicture, scenario: Scenario, tested: Tested | None = None
) -> str:
    """Every part, one after the other; the maps of all groups round by round."""
    matter = Matter(picture, scenario, frame.cut, tested=tested)
    parts: dict[str, PageRef] = {}
    for page in refs(matter):
        parts.setdefault(page.section, page)
    analysis = tested.analysis if tested else None
    return render(
        "debrief/paper.html",
        frame=frame,
        facts=(*frame.facts, *_analysed(tested)),
        picture=picture,
        scenario=scenario,
        lesson=_lesson(matter, parts.values(), frame.file),
        contents=_contents(parts.values()),
        appendix=appendix(analysis) if analysis else None,
        tracing=tracing,
    )


def _lesson(
    matter: Matter, pages: Iterable[PageRef], file: str
) -> list[tuple[Movement, list[Part]]]:
    """Movement by movement."""
    return [
        (movement, [Part(one, drawn(matter, one, wall=False), trace(one, file)) for one in some])
        for movement, some in by_movement(pages)
    ]


def _contents(pages: Iterable[PageRef]) -> list[tuple[str, str]]:
    """Section and name; the maps of all groups are one line."""
    kinds: dict[str, tuple[str, str]] = {}
    for page in pages:
        grouped = page.section.startswith("map-")
        kind = "map" if grouped else page.section
        name = tracing.MAPS if grouped else PLACE.sub("", page.title)
        kinds.setdefault(kind, (page.section, name))
    return list(kinds.values())


def _analysed(tested: Tested | None) -> tuple[Fact, ...]:
    """What the results rest on."""
    if tested is None:
        return ()
    found, file = tested.analysis, tested.claims
    used = f"{found.data.groups_used} of {found.data.groups}"
    settings = {name: f"{said}" for name, said in file.settings.items()}
    return (
        (tracing.USED, used, False),
        (tracing.ENGINE, found.engine_version, False),
        (tracing.CLAIMS, f"{file.id}, SHA-256 {found.claims_hash}", True),
        (tracing.FIXED, words.FIXED.format(**settings), False),
        (tracing.SEED, str(found.seed), True),
        (tracing.READ, curly(file.read), False),
    )
