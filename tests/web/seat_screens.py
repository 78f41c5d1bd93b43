"""The console's pages of one seat, of one student, and of a move by the instructor's hand."""

from dataclasses import replace

from game.core.views import seat_view
from game.core.vocabulary import PATRON, Stage
from game.web.instructor_pages.by_hand import by_hand_page
from game.web.instructor_pages.frame import Person
from game.web.instructor_pages.one_seat import SeatPage, seat_page
from game.web.instructor_pages.one_student import StudentPage, student_page
from game.web.presenters.forms import RefusedForm
from tests.builders import A1
from tests.web.instructor_scenes import (
    HOSTILE,
    at,
    at_response,
    console,
    ended,
    screen,
    scripts,
    shown,
)


def seat_of(frame, seat=A1, **changes):
    """The page of a seat of the first group."""
    group = frame.groups[0]
    status = next(item for item in group.seats if item.seat == seat)
    return SeatPage(frame, group, replace(status, **changes))


@screen
def seat_awaited() -> str:
    """Its move is awaited; it has more time than the others."""
    return seat_page(seat_of(console(at_response(), 10), extra=50))


@screen
def seat_covered() -> str:
    """A bot moves for it; its group is paused."""
    frame = console(at_response(), 10)
    page = seat_of(frame, covered=True, bot="maximiser")
    return seat_page(replace(page, group=replace(page.group, paused=True)))


@screen
def seat_dealt() -> str:
    """Before round 1: anybody may be seated here."""
    return seat_page(seat_of(console(scripts(10), 10, phase="dealt")), "There is no such seat.")


def student_of(frame, who: int = 0):
    """The page of a student of the list."""
    return StudentPage(frame, frame.people[who], "4711 0815")


@screen
def student_lobby() -> str:
    """Before the deal."""
    return student_page(student_of(console([], 6, phase="lobby")))


@screen
def student_dealt() -> str:
    """Has a seat, and may be given another."""
    return student_page(student_of(console(scripts(10), 10, phase="dealt"), 3))


@screen
def student_watching() -> str:
    """Looks on."""
    frame = console(at_response(), 10)
    return student_page(student_of(replace(frame, watching=frame.people[9:]), 9))


@screen
def console_undo() -> str:
    """A stage was closed too early."""
    return shown(replace(console(at_response(), 10), undo=True))


@screen
def console_stopped() -> str:
    """The game was ended by mistake; somebody had been taken off the list."""
    frame = ended("")
    return shown(replace(frame, reopen=True, removed=frame.people[:1], people=frame.people[1:]))


@screen
def student_removed() -> str:
    """Was taken off the list; the name is a hostile one."""
    frame = console(at_response(), 10)
    gone = Person(frame.people[0].participant, HOSTILE)
    return student_page(StudentPage(replace(frame, removed=(gone,)), gone, "4711 0815"))


def by_hand(played, seat, refused=None) -> str:
    """A seat's screen in the instructor's hands."""
    view = seat_view(played[0].state, seat)
    return by_hand_page(seat_of(console(played, 10), seat), view, "nonce", refused)


@screen
def by_hand_commit() -> str:
    """A patron's division."""
    return by_hand(at(1, Stage.COMMITMENT), PATRON)


@screen
def by_hand_refused() -> str:
    """An ally's answer that was not taken."""
    refused = RefusedForm("state_belief", "It must lie between 0 and 100.", (("belief", "101"),))
    return by_hand(at(1, Stage.DISPATCH), A1, refused)


@screen
def by_hand_done() -> str:
    """An ally's answer is entered; the group waits for the other."""
    played = at(1, Stage.DISPATCH)
    played[0].bots_move([A1])
    return by_hand(played, A1)
