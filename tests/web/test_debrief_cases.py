"""The debrief: odd sessions, and the case behind the game with its record and questions."""

import re
from dataclasses import replace

import pytest

from game.analysis.descriptives import describe
from game.core.vocabulary import Design, MoveSource
from game.web.debrief_render import (
    PaperFrame,
    debrief_page,
    debrief_pages,
    paper_page,
    student_debrief_page,
)
from tests.analysis import played
from tests.builders import a_scenario
from tests.web import auditing
from tests.web.auditing import read, soup_of
from tests.web.classes import pictured
from tests.web.debriefed import ODD, STRAITS, VIETNAM, frame, odd, pages_of, walled

# ------------------------------------------------------------------ odd sessions


@pytest.mark.parametrize("name", sorted(ODD))
def test_every_page_of_every_session_is_sound(name):
    picture, scenario = odd(name), a_scenario()
    for page in pages_of(picture, scenario):
        auditing.sound(walled(page, picture, scenario))


def test_who_moved_is_marked_where_no_student_did():
    picture = odd("eventful")
    text = soup_of(walled("strips-1", picture, a_scenario())).select("main .wide .chart text")
    letters = [item.get_text() for item in text]
    answers = [a for g in picture.groups for r in g.rounds for a in r.answers]

    for letter, source in (
        ("b", MoveSource.BOT),
        ("t", MoveSource.TIMEOUT),
        ("i", MoveSource.INSTRUCTOR),
    ):
        assert letters.count(letter) == sum(a.source is source for a in answers)
    assert "time ran out" in read(walled("map-2", picture, a_scenario()), "main")


def test_in_a_rehearsal_bots_go_without_saying():
    source = walled("strips-1", pictured(9), STRAITS)

    assert "b" not in [item.get_text() for item in soup_of(source).select(".chart text")]
    assert "bot" not in read(walled("points-1", pictured(9), STRAITS), "main table")


def test_a_session_stopped_before_anybody_answered_still_has_a_last_word():
    empty = describe(replace(played.logged([]), completed=False))
    pages = pages_of(empty, a_scenario())

    assert pages == ["recognised", "reveal-1", "movers", "questions-1"]
    assert "No round was played far enough" in read(walled("movers", empty, a_scenario()), "main")
    auditing.sound(student_debrief_page(frame(0), None, empty, a_scenario()))
    auditing.sound(paper_page(PaperFrame("t", "d", "w"), empty, a_scenario()))


def test_a_group_that_never_answered_is_counted_and_not_drawn():
    picture = odd("stopped")
    shown = [group for group in picture.groups if group.rounds]

    assert [p for p in pages_of(picture, a_scenario()) if p.startswith("map")] == [
        f"map-{group.number}" for group in shown
    ]


def test_seats_that_came_late_have_dashes_before():
    source = walled("strips-1", odd("eventful"), a_scenario())

    assert "none, none, " in read(source, "main")


def test_scripted_patrons_are_named_as_such():
    for name in ("d1", "lottery"):
        said = read(walled("patrons", odd(name), a_scenario()), "main")
        assert "The computer played every patron." in said
        assert "by script" in read(walled("points-1", odd(name), a_scenario()), "main")


# ------------------------------------------------------------------ the case


def test_it_is_asked_before_it_is_said():
    pages = debrief_pages(pictured(9), STRAITS)
    ids = [page.id for page in pages]
    told = STRAITS.reveal.title

    assert ids.index("recognised") == ids.index("reveal-1") - 1
    assert "Did you recognise it, and in which round?" in read(
        walled("recognised", pictured(9), STRAITS)
    )
    assert told not in read(walled("recognised", pictured(9), STRAITS))
    assert told in read(walled("reveal-1", pictured(9), STRAITS))
    assert not [page for page in pages if told in page.title or told in page.heading]


def test_all_of_the_reveal_is_shown_with_its_names_and_sources():
    said = read(str(debrief_page("reveal-1", pictured(9), STRAITS, "phone")))

    assert "What we changed." in said
    assert all(stands in said for _, stands in STRAITS.reveal.names)
    assert "Allied Participation in Vietnam" in said
    parts = [p for p in pages_of(pictured(9), STRAITS) if p.startswith("reveal")]
    walls = " ".join(read(walled(page, pictured(9), STRAITS), "main .wide") for page in parts)
    assert all(stands in walls for _, stands in STRAITS.reveal.names)


def test_on_a_phone_the_reveal_is_folded():
    source = student_debrief_page(frame(1), None, pictured(9), STRAITS)
    fold = soup_of(source).select_one("#reveal details")

    assert not fold.has_attr("open")
    assert STRAITS.reveal.title in fold.get_text()


CODES = {"R": "backing", "M": "with reservations", "H": "opposes, or steps away"}


def test_every_entry_of_the_record_stands_in_its_cell():
    picture = pictured(30, "vietnam-1964-75")
    page = soup_of(str(debrief_page("record", picture, VIETNAM, "phone", cut="full")))
    points = [item.id for item in VIETNAM.dispatches]
    marks = {
        row.th.get_text(): [svg["aria-label"] for svg in row.select("svg")]
        for row in page.select("tbody tr")
    }
    for entry in VIETNAM.record:
        said = marks[VIETNAM.actor(entry.actor).name][points.index(entry.turning_point)]
        assert said == CODES[entry.code] + (", inferred" if entry.inferred else "")
        assert entry.text.split(".")[0] in page.get_text()
    assert sum(len(row) for row in marks.values()) == len(points) * len(marks)
    assert list(marks) == ["Seoul", "Canberra", "Tokyo", "Bonn", "London", "Paris"]


@pytest.mark.parametrize("cut", ["full", "six"])
def test_the_class_stands_under_the_turning_points_it_played(cut):
    picture = pictured(30, "vietnam-1964-75", cut=cut)
    page = soup_of(str(debrief_page("record", picture, VIETNAM, "phone", cut=cut)))
    found = [cell.get_text(" ", strip=True) for cell in page.select("tfoot td")]
    dispatches = VIETNAM.cut(cut).dispatches

    for point, said in zip((item.id for item in VIETNAM.dispatches), found, strict=True):
        if point not in dispatches:
            assert "not played" in said
            continue
        item = picture.rounds[dispatches.index(point)]
        assert f"{100 * item.hedge / item.answers:.0f}%" in said
        assert f"{item.hedge} of {item.answers} moves" in said


def test_without_the_length_that_was_played_the_class_is_left_out():
    picture = pictured(30, "vietnam-1964-75")

    assert "tfoot" not in str(debrief_page("record", picture, VIETNAM, "phone"))


@pytest.mark.parametrize(
    ("design", "said"),
    [
        (Design.D2_CARDS, "History alone does not separate the two: that is why you were random"),
        (Design.D3, "Nor does a class in which patrons chose freely"),
    ],
)
@pytest.mark.parametrize("page", ["record", "readings-1"])
def test_history_alone_does_not_separate_them(page, design, said):
    picture = pictured(30, "vietnam-1964-75", design)

    assert said in read(walled(page, picture, VIETNAM), "main")


def test_questions_come_without_the_authors_notes():
    pages = [p for p in pages_of(pictured(9), STRAITS) if p.startswith("questions")]
    said = " ".join(read(walled(page, pictured(9), STRAITS), "main .wide") for page in pages)
    assert all(question in said for question in STRAITS.questions)
    vietnam = str(debrief_page("questions-1", pictured(30, "vietnam-1964-75"), VIETNAM, "phone"))
    assert not re.search(r"\[[A-Z]+\d", vietnam)


@pytest.mark.parametrize("page", ["beliefs", "alignment", "movers"])
def test_where_patrons_chose_the_page_says_that_nothing_was_drawn(page):
    drawn, free = (
        read(walled(page, pictured(9, design=design), STRAITS), "main .wide")
        for design in (Design.D2_CARDS, Design.D3)
    )

    assert "need not be cause and effect" in free
    assert "need not be cause and effect" not in drawn
