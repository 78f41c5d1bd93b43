"""Every screen of the instructor, the wall and the debrief, by name: for tests and previews."""

from tests.web.archive_screens import archive_many
from tests.web.calls_screens import console_calls
from tests.web.chronicle_screens import told
from tests.web.coding_screens import coding
from tests.web.console_screens import CASES, offered
from tests.web.debrief_screens import debrief_on_wall
from tests.web.instructor_scenes import (
    ADDRESS,
    HOSTILE,
    LOBBY,
    MAKERS,
    NAMES,
    at,
    at_response,
    console,
    ended,
    get,
    moment,
    names,
    on_wall,
    scripts,
    shown,
)
from tests.web.library_screens import volume
from tests.web.review_screens import moment as reviewed
from tests.web.room_screens import ROOM
from tests.web.roster_screens import known
from tests.web.seat_screens import seat_of
from tests.web.wall_screens import wall_join

__all__ = [
    "ADDRESS",
    "CASES",
    "HOSTILE",
    "LOBBY",
    "MAKERS",
    "NAMES",
    "ROOM",
    "archive_many",
    "at",
    "at_response",
    "coding",
    "console",
    "console_calls",
    "debrief_on_wall",
    "ended",
    "get",
    "known",
    "moment",
    "names",
    "offered",
    "on_wall",
    "reviewed",
    "scripts",
    "seat_of",
    "shown",
    "told",
    "volume",
    "wall_join",
]
