"""The debrief as pure functions from what the class did to HTML, for the wall, phones and paper.

Every number is the class picture’s or the analysis’s own, rounded in words and never changed.
"""

from game.web.debrief_render.matter import Tested
from game.web.debrief_render.pages import debrief_page, debrief_pages
from game.web.debrief_render.paging import PageRef
from game.web.debrief_render.paper import PaperFrame, paper_page
from game.web.debrief_render.student import debrief_regions, student_debrief_page
from game.web.debrief_render.wall import WallDebrief, turned, wall_debrief

__all__ = [
    "PageRef",
    "PaperFrame",
    "Tested",
    "WallDebrief",
    "debrief_page",
    "debrief_pages",
    "debrief_regions",
    "paper_page",
    "student_debrief_page",
    "turned",
    "wall_debrief",
]
