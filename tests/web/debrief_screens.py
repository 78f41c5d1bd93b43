"""Every page of the debrief, by name: on the wall, on phones, on paper."""

from dataclasses import replace
from functools import lru_cache, partial

from game.analysis.descriptives import ClassPicture
from game.analysis.predictions import Expected, RecognisedIn, Recognitions, Told
from game.core.scenario import Scenario
from game.core.views.seat import seat_view
from game.core.vocabulary import PATRON, Expectation, Recognised, SeatId
from game.web.debrief_render import (
    PaperFrame,
    Tested,
    debrief_pages,
    paper_page,
    student_debrief_page,
    wall_debrief,
)
from game.web.instructor_pages import Chosen
from game.web.presenters.asked import Asked, prediction, recognition
from game.web.render import SeatFrame
from game.web.wall_render import wall_page
from tests.builders import A1, A2, NOW
from tests.web.analysed import ALL, AUTHORS, PAYOFFS
from tests.web.classes import as_students, pictured, rehearsal, shipped
from tests.web.instructor_scenes import LOBBY, MAKERS, screen


def debrief_on_wall(
    page: str,
    picture: ClassPicture,
    scenario: Scenario,
    cut: str = "",
    tested: Tested | None = None,
) -> str:
    """The wall with this page."""
    shown = wall_debrief(page, picture, scenario, cut, tested)
    assert shown is not None, page
    frame = replace(LOBBY, phase="over", groups=len(picture.groups))
    return wall_page(frame, NOW, None, shown)


TOLD = Told(
    Expected(more=21, same=6, less=11),
    Recognitions(
        25,
        8,
        4,
        (
            RecognisedIn(1, 0, 1),
            RecognisedIn(2, 1, 0),
            RecognisedIn(3, 1, 1),
            RecognisedIn(4, 2, 1),
            RecognisedIn(5, 1, 0),
            RecognisedIn(6, 1, 0),
            RecognisedIn(None, 2, 1),
        ),
    ),
)
CLUE = "The island that everybody fought over."


def with_answers(picture: ClassPicture) -> ClassPicture:
    """The same class, asked beside the game as students are."""
    return replace(picture, told=TOLD)


def on_phone(students: int, seat: SeatId, current: str = "", group: int = 1, **of: str) -> str:
    """A student's debrief after a rehearsal: the seat of this group."""
    name, cut = of.get("name", "the-straits"), of.get("cut", "")
    log = rehearsal(students, name, cut=cut)
    state = log.states()[group - 1]
    frame = SeatFrame("HK7 M4R", group, "Tuesday seminar", "4711", simulated=True)
    picture, view = pictured(students, name, cut=cut), seat_view(state, seat, 1)
    played = cut or log.groups[0].opened.cut
    return student_debrief_page(frame, view, picture, log.scenario, current, played)


@screen
def phone_ally() -> str:
    return on_phone(40, A1, "strips-1")


@screen
def phone_patron() -> str:
    return on_phone(9, PATRON, "map-3", group=2)


@screen
def phone_vietnam() -> str:
    return on_phone(30, A2, "record", group=3, name="vietnam-1964-75", cut="full")


def phone_asked(asked: Asked) -> str:
    """The same student, asked beside the game."""
    log = rehearsal(9)
    frame = SeatFrame("HK7 M4R", 1, "Tuesday seminar", "4711", asked=asked)
    view, picture = seat_view(log.states()[0], A1, 1), with_answers(as_students(9))
    return student_debrief_page(frame, view, picture, log.scenario, "recognised")


@screen
def phone_recognising() -> str:
    expected = prediction("P07", Expectation.MORE, "It shows that it fights.")
    return phone_asked(Asked(expected, recognition("P07", 6)))


@screen
def phone_recognised() -> str:
    given = (Recognised.GUESS, 4, CLUE)
    return phone_asked(Asked(prediction("P07"), recognition("P07", 6, given, is_open=True)))


@screen
def phone_told() -> str:
    given = (Recognised.YES, 2, "")
    return phone_asked(Asked(None, recognition("P07", 6, given, is_open=False)))


@screen
def phone_without_a_seat() -> str:
    frame = SeatFrame("HK7 M4R", 0, "Tuesday seminar", "")
    return student_debrief_page(frame, None, pictured(9), shipped("the-straits"))


@screen
def paper() -> str:
    frame = PaperFrame("Tuesday seminar", "21 November 2026", Chosen().words, "full", "/console/s1")
    return paper_page(frame, pictured(9, "vietnam-1964-75"), shipped("vietnam-1964-75"))


@screen
def phone_claims() -> str:
    frame = SeatFrame("HK7 M4R", 1, "Tuesday seminar", "4711")
    picture, view = as_students(40), seat_view(rehearsal(40).states()[0], A1, 1)
    straits = shipped("the-straits")
    return student_debrief_page(frame, view, picture, straits, "claim-2", "", AUTHORS)


@screen
def paper_claims() -> str:
    frame = PaperFrame("Tuesday seminar", "21 November 2026", Chosen().words)
    return paper_page(frame, pictured(9), shipped("the-straits"), PAYOFFS)


CLAIMS = {  # analyses made by hand, and the pages at which each is worth a look
    "authors": (
        "expected",
        "claim-1",
        "claim-2",
        "others-1",
        "others-2",
        "gauge",
        "limits-1",
        "robustness",
    ),
    "payoffs": ("claim-1", "claim-2", "others-1", "limits-1"),
    "few": ("claim-2", "others-1", "gauge"),
    "small": ("claim-2",),
    "open": ("claim-3",),
}


def register_claims() -> None:
    """Pages of the claims on the wall."""
    picture, straits = as_students(40), shipped("the-straits")
    for name, pages in CLAIMS.items():
        for page in pages:
            make = partial(debrief_on_wall, page, picture, straits, "", ALL[name])
            MAKERS[f"debrief-{name}-{page}"] = lru_cache(maxsize=1)(make)


def register_debrief() -> None:
    """Every page of three classes on the wall."""
    straits, vietnam = shipped("the-straits"), shipped("vietnam-1964-75")
    classes = (
        ("thirteen", with_answers(as_students(40)), straits, ""),
        ("three", pictured(9), straits, ""),
        ("vietnam", pictured(30, "vietnam-1964-75"), vietnam, "full"),
        ("large-groups", pictured(12, group_size=6), straits, ""),
    )
    for label, picture, scenario, cut in classes:
        for page in debrief_pages(picture, scenario, cut):
            make = partial(debrief_on_wall, page.id, picture, scenario, cut)
            MAKERS[f"debrief-{label}-{page.id}"] = lru_cache(maxsize=1)(make)


register_debrief()
register_claims()
