"""The debrief on a phone: one's own part first, then the pages of the class at one's own pace."""

from markupsafe import Markup

from game.analysis.descriptives import ClassPicture
from game.core.scenario import Scenario
from game.core.views.own import SeatView
from game.web.debrief_render.matter import Matter, Tested
from game.web.debrief_render.own import own
from game.web.debrief_render.pages import lesson
from game.web.debrief_render.paging import PageRef, by_movement
from game.web.debrief_render.sections import refs
from game.web.render import SeatFrame
from game.web.templating import render
from game.web.wording.entering import CONNECTION


def debrief_regions(
    picture: ClassPicture,
    scenario: Scenario,
    current: str = "",
    cut: str = "",
    tested: Tested | None = None,
) -> dict[str, str]:
    """What changes while one reads: which page is on the wall. The same for everybody."""
    return {"onscreen": _onscreen(current, refs(Matter(picture, scenario, cut, tested=tested)))}


def student_debrief_page(
    frame: SeatFrame,
    view: SeatView | None,
    picture: ClassPicture,
    scenario: Scenario,
    current: str = "",
    cut: str = "",
    tested: Tested | None = None,
    *,
    pending: bool = False,
) -> str:
    """The whole page. `view` is the reader's own, after the end; None for one without a seat
    (and the frame's group is then 0). `current` is the page on the wall. `pending`: the claims
    come when the debrief begins."""
    matter = Matter(picture, scenario, cut, frame.group, frame.asked, tested)
    pages = refs(matter)
    shown = _sections(frame.group, current, pages)
    return render(
        "debrief/student.html",
        frame=frame,
        picture=picture,
        own=own(matter, view) if view else None,
        patron=scenario.patron.name,
        contents=by_movement(shown),
        lesson=lesson(matter, shown),
        onscreen=Markup(_onscreen(current, pages)),
        current=_section(current, pages),
        watch={"watch": "debrief", "code": frame.code.replace(" ", "")},
        connection=CONNECTION,
        pending=pending,
    )


def _section(current: str, pages: tuple[PageRef, ...]) -> str:
    return next((page.section for page in pages if page.id == current), "")


def _sections(group: int, current: str, pages: tuple[PageRef, ...]) -> list[PageRef]:
    """One page for each part; of the maps one's own, and the one that is on the wall."""
    maps = {f"map-{group}", _section(current, pages)}
    found: dict[str, PageRef] = {}
    for page in pages:
        if not page.section.startswith("map-") or page.section in maps:
            found.setdefault(page.section, page)
    return list(found.values())


def _onscreen(current: str, pages: tuple[PageRef, ...]) -> str:
    page = next((page for page in pages if page.id == current), None)
    return render("debrief/onscreen.html", page=page)
