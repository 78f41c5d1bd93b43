"""The pages about the claims as wall, phone and paper show them, for an analysis made by hand."""

from game.web.debrief_render import PaperFrame, debrief_pages, paper_page, student_debrief_page
from tests.web.classes import as_students
from tests.web.debrief_screens import debrief_on_wall
from tests.web.debriefed import STRAITS, frame

PICTURE = as_students(9)
OF_CLAIMS = ("expected", "claim", "others", "gauge", "limits", "robustness")


def pages_of(found):
    """The ids of the pages about the claims."""
    pages = debrief_pages(PICTURE, STRAITS, "", found)
    return [page.id for page in pages if page.id.partition("-")[0] in OF_CLAIMS]


def walled(page, found, picture=PICTURE):
    """A page on the wall."""
    return debrief_on_wall(page, picture, STRAITS, "", found)


def on_phone(found, picture=PICTURE):
    """The phone of somebody without a seat."""
    return student_debrief_page(frame(0), None, picture, STRAITS, "", "", found)


def on_paper(found, picture=PICTURE):
    """The whole of it."""
    return paper_page(PaperFrame("Tuesday seminar", "a day", "D2"), picture, STRAITS, found)


def signed(value, digits):
    """With a printer's minus."""
    return f"{value:+.{digits}f}".replace("-", "−")
