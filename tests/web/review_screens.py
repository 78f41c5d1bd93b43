"""The pages of the replay, by name: a moment, a seat that comes later, a session, nowhere."""

from collections import Counter
from functools import cache

from game.analysis.replaying import Replay, moments
from game.classroom.notes import Author, Note, Place, Written
from game.core.vocabulary import SessionId
from game.web.instructor_pages.notes import NoteForm, NotesHere, NoteShown
from game.web.review.eyes import page_then
from game.web.review.looking import Looking
from game.web.review.moment_shown import moment_page
from game.web.review.nowhere import nowhere_page
from game.web.review.overview import group_table, overview_page
from game.web.review.volumes import Volume
from tests.analysis.played import SCENARIO, eventful
from tests.builders import NOW
from tests.web.instructor_scenes import HOSTILE, screen

VOLUME = Volume(
    SessionId("s1a2b3"), f"Tuesday {HOSTILE}", "HK7 M4R", NOW, "The Straits", "the-straits", "D3",
    "D3, free play", 9, (1, 2, 3), over=False, simulated=False,
)  # fmt: skip


@cache
def group(number: int) -> Replay:
    """One that talks (1), one that loses seats and gets one (2), a pair at one seat (3)."""
    return Replay.of(SCENARIO, eventful().groups[number - 1].events)


def looking(number: int, kind: str, eyes: str = "", by: int = 0) -> Looking:
    """At the first event of this kind in the group, or so many events beside it."""
    replay = group(number)
    found = next(at for at, e in enumerate(replay.events, 1) if type(e).__name__ == kind) + by
    return Looking(VOLUME, replay, moments(replay), found, eyes, noted=Counter({found: 2}))


def noted(here: Looking) -> NotesHere:
    """Two notes, and the form for another."""
    place = Place(VOLUME.session, here.group, here.position)
    notes = (
        Note("n1", place, Author("", "instructor"), Written("Look at this.", ("belief",)), NOW),
        Note("n2", place, Author("l1", HOSTILE), Written(HOSTILE, ()), NOW, NOW),
    )
    shown = tuple(NoteShown(note, own=note.id == "n1", removable=True) for note in notes)
    return NotesHere(shown, NoteForm(place, known_tags=("belief",)))


def moment(*where: object, **more: object) -> str:
    """The page."""
    here = looking(*where, **more)  # type: ignore[arg-type]
    return moment_page(here, noted(here))


@screen
def review_moment() -> str:
    """Everything is seen: an answer is sealed, with a reason of a nasty kind."""
    return moment(1, "OrdersSealed")


@screen
def review_talk() -> str:
    """Cables, and things put in writing."""
    return moment(1, "CableSent", by=4)


@screen
def review_later() -> str:
    """Through the eyes of a seat that is not there yet."""
    return moment(2, "SeatOpened", "A3", -1)


@screen
def review_session() -> str:
    """All groups, round by round."""
    tables = [group_table(VOLUME, group(number)) for number in VOLUME.groups]
    return overview_page(VOLUME, tables, lambda _: True)


@screen
def review_nowhere() -> str:
    """An event that there is none of."""
    return nowhere_page(VOLUME, group(1), 9999, "")


@screen
def review_seen() -> str:
    """The page that a seat had, alone."""
    here = looking(1, "ResponseSealed", "A2")
    return page_then(VOLUME, here.replay, here.position, here.seats[2])
