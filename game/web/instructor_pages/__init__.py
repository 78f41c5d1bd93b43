"""What the instructor sees, as pure functions from frozen values to HTML.

No clock, no dice, no database: the server fills a frame and sends what comes back.
"""

from game.web.instructor_pages.choosing import FieldRefused, NewForm, default_form, read_form
from game.web.instructor_pages.console import (
    REGIONS,
    claims_page,
    confirm_page,
    console_page,
    console_regions,
)
from game.web.instructor_pages.frame import Chosen, ConsoleFrame, Person
from game.web.instructor_pages.linking import LinkRow, LinksFrame, links_page, new_link_page
from game.web.instructor_pages.offering import new_session_page, seating_region
from game.web.instructor_pages.room import RoomFrame, room_page, room_regions
from game.web.instructor_pages.sessions import SessionRow, login_page, sessions_page

__all__ = [
    "REGIONS",
    "Chosen",
    "ConsoleFrame",
    "FieldRefused",
    "LinkRow",
    "LinksFrame",
    "NewForm",
    "Person",
    "RoomFrame",
    "SessionRow",
    "claims_page",
    "confirm_page",
    "console_page",
    "console_regions",
    "default_form",
    "links_page",
    "login_page",
    "new_link_page",
    "new_session_page",
    "read_form",
    "room_page",
    "room_regions",
    "seating_region",
    "sessions_page",
]
