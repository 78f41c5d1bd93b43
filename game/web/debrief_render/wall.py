"""A page of the debrief as the wall shows it: the question on top, the numbers below."""

from dataclasses import dataclass

from markupsafe import Markup

from game.analysis.descriptives import ClassPicture
from game.core.scenario import Scenario
from game.web.debrief_render.matter import Matter, Tested, counted
from game.web.debrief_render.pages import drawn
from game.web.debrief_render.sections import refs
from game.web.wording.figures import some


@dataclass(frozen=True, slots=True)
class WallDebrief:
    """One page; `back` and `on` are the ids of its neighbours, empty at the ends."""

    id: str
    heading: str
    movement: str  # `2 of 3 · why`
    place: int
    count: int
    body: Markup
    small: Markup  # the same for a narrow screen
    note: str
    coded: bool  # whether the foot explains the filled marks
    simulated: bool
    back: str = ""
    on: str = ""


def wall_debrief(
    page_id: str,
    picture: ClassPicture,
    scenario: Scenario,
    cut: str = "",
    tested: Tested | None = None,
) -> WallDebrief | None:
    """The page of this id; None where there is none (and none has been turned)."""
    matter = Matter(picture, scenario, cut, tested=tested)
    pages = refs(matter)
    place = next((i for i, page in enumerate(pages) if page.id == page_id), None)
    if place is None:
        return None
    page = pages[place]
    return WallDebrief(
        id=page.id,
        heading=page.heading,
        movement=page.movement.place,
        place=place + 1,
        count=len(pages),
        body=drawn(matter, page, wall=True),
        small=drawn(matter, page, wall=False),
        note=_note(matter),
        coded=page.section.startswith("map-"),
        simulated=picture.simulated,
        back=pages[place - 1].id if place else "",
        on=pages[place + 1].id if place + 1 < len(pages) else "",
    )


def turned(
    page_id: str,
    by: int,
    picture: ClassPicture,
    scenario: Scenario,
    cut: str = "",
    tested: Tested | None = None,
) -> str:
    """The id of the page `by` pages on; the first where none is shown, and never past the ends."""
    ids = [page.id for page in refs(Matter(picture, scenario, cut, tested=tested))]
    if page_id not in ids:
        return ids[0] if ids else ""
    return ids[min(len(ids) - 1, max(0, ids.index(page_id) + by))]


def _note(matter: Matter) -> str:
    """Of whom, and of how many."""
    seats = matter.picture.overall.seats
    return f"{counted(matter.played, 'group')}, {some(seats, 'ally', 'allies')} counted"
