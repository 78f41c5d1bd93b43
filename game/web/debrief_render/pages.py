"""The pages of a debrief as values, and each of them drawn for the wall or for a phone."""

from collections.abc import Iterable

from markupsafe import Markup

from game.analysis.descriptives import ClassPicture
from game.core.scenario import Scenario
from game.web.debrief_render.matter import Matter, Tested
from game.web.debrief_render.paging import Movement, PageRef, by_movement
from game.web.debrief_render.sections import refs, section_of
from game.web.templating import render
from game.web.wording import claims, debrief, limits
from game.web.wording.words import ALIGNMENTS, BACKWARDS


def debrief_pages(
    picture: ClassPicture, scenario: Scenario, cut: str = "", tested: Tested | None = None
) -> tuple[PageRef, ...]:
    """All pages, in order. `cut` is the length that was played: it ties rounds to the record."""
    return refs(Matter(picture, scenario, cut, tested=tested))


def debrief_page(
    page_id: str,
    picture: ClassPicture,
    scenario: Scenario,
    size: str = "wall",
    *,
    cut: str = "",
    own: int = 0,
    tested: Tested | None = None,
) -> Markup:
    """One page: the body of the wall, or a section of a phone's or a printed page.

    `own` is the number of the reader's group. An unknown page is empty.
    """
    matter = Matter(picture, scenario, cut, own, tested=tested)
    page = next((page for page in refs(matter) if page.id == page_id), None)
    return drawn(matter, page, size == "wall") if page else Markup()


def drawn(matter: Matter, page: PageRef, wall: bool) -> Markup:
    """The page as HTML."""
    section = section_of(page)
    body = render(
        f"debrief/{section.template}.html",
        wall=wall,
        matter=matter,
        words=debrief,
        claim_words=claims,
        limit_words=limits,
        alignments=ALIGNMENTS,
        backwards=BACKWARDS,
        **section.draw(matter, page.id, wall),
    )
    if wall:
        return Markup(body)
    return Markup(render("debrief/section.html", page=page, body=Markup(body)))


def lesson(matter: Matter, pages: Iterable[PageRef]) -> list[tuple[Movement, list[Markup]]]:
    """These pages as parts of a document, movement by movement."""
    return [
        (movement, [drawn(matter, page, wall=False) for page in some])
        for movement, some in by_movement(pages)
    ]
