"""The debrief: every page sound, in its order, and its words judging nobody."""

import re

import pytest

from game.web.debrief_render import (
    PaperFrame,
    debrief_page,
    debrief_pages,
    paper_page,
    student_debrief_page,
    turned,
    wall_debrief,
)
from game.web.debrief_render.matter import batches
from game.web.debrief_render.paging import Movement
from tests.web import auditing
from tests.web import instructor_screens as screens
from tests.web.auditing import read, soup_of
from tests.web.classes import as_students, pictured
from tests.web.debriefed import STRAITS, VIETNAM, frame, pages_of, walled

PAGES = [name for name in screens.names() if name.startswith(("debrief", "phone", "paper"))]
ADDRESS = re.compile(r"\S+\.\w+/\S+")  # of a source
BANNED = re.compile(
    rf"{auditing.BANNED}|\bwrong\b|\bwinner\b|\berror|please|!|\bstates\b",
    re.IGNORECASE,
)

# ------------------------------------------------------------------ every page


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_sound(name):
    for audit in auditing.ALL:
        audit(screens.get(name))


@pytest.mark.parametrize("name", PAGES)
def test_the_words_describe_and_judge_nobody(name):
    said = ADDRESS.sub("", read(screens.get(name)))
    said = said.replace("United States", "").replace("Department of State", "")

    assert not BANNED.search(said), BANNED.search(said)


@pytest.mark.parametrize("name", [name for name in PAGES if "thirteen" in name])
def test_the_two_words_never_stand_without_what_they_mean(name):
    said = read(screens.get(name), "main")
    printed = [word for word in ("REASSURE :", "HEDGE :") if word in said]

    if printed:
        assert len(printed) == 2
        assert "the word runs the other way" in said


@pytest.mark.parametrize("name", ["debrief-three-beliefs", "phone-ally", "paper"])
def test_what_bots_played_is_stamped(name):
    assert "SIMULATED" in read(screens.get(name))


def test_what_students_played_is_not_stamped():
    assert "SIMULATED" not in read(screens.get("debrief-thirteen-beliefs"))


def test_the_same_class_gives_the_same_pages():
    picture = pictured(9)

    assert walled("beliefs", picture, STRAITS) == walled("beliefs", picture, STRAITS)
    assert paper_page(PaperFrame("t", "d", "w"), picture, STRAITS) == paper_page(
        PaperFrame("t", "d", "w"), picture, STRAITS
    )


# ------------------------------------------------------------------ which pages


def test_the_pages_of_a_class_in_their_order():
    sections = [page.section for page in debrief_pages(pictured(9), STRAITS)]

    assert list(dict.fromkeys(section.partition("-")[0] for section in sections)) == [
        "beliefs",
        "rounds",
        "distance",
        "strips",
        "map",
        "alignment",
        "forms",
        "points",
        "patrons",
        "forecasts",
        "recognised",
        "reveal",
        "movers",
        "questions",
    ]


def test_every_page_belongs_to_one_of_three_movements_and_says_so():
    picture = pictured(9)
    held = [page.movement for page in debrief_pages(picture, STRAITS)]

    assert list(dict.fromkeys(held)) == list(Movement)
    assert held == sorted(held, key=list(Movement).index)
    assert "2 of 3 · why" in read(walled("patrons", picture, STRAITS), "#top")
    phone = soup_of(student_debrief_page(frame(0), None, picture, STRAITS, "patrons"))
    assert [head.get_text() for head in phone.select(".contents h3")] == [m.place for m in Movement]
    assert [head.get_text() for head in phone.select(".movement")] == [m.place for m in Movement]
    assert "2 of 3 · why" in phone.select_one("#onscreen").get_text()


def test_a_case_with_a_record_has_it_and_one_without_a_disguise_reveals_nothing():
    pages = pages_of(pictured(30, "vietnam-1964-75"), VIETNAM)

    assert "record" in pages
    assert sum(page.startswith("readings") for page in pages) == len(VIETNAM.readings)
    assert not [page for page in pages if page.startswith("reveal")]


def test_ids_are_safe_in_an_address_and_told_apart():
    pages = pages_of(as_students(40), STRAITS)

    assert all(re.fullmatch(r"[a-z]+(-\d+)?", page) for page in pages)
    assert len(pages) == len(set(pages))


@pytest.mark.parametrize(("students", "pages"), [(9, 1), (30, 3), (40, 4)])
def test_as_many_groups_to_a_page_as_fit(students, pages):
    found = [page for page in pages_of(pictured(students), STRAITS) if page.startswith("strips")]

    assert len(found) == pages


@pytest.mark.parametrize(("count", "most", "sizes"), [(13, 9, [7, 6]), (9, 9, [9]), (0, 9, [0])])
def test_batches_are_even(count, most, sizes):
    assert [len(part) for part in batches(count, most)] == sizes


def test_pages_are_turned_one_by_one_and_never_past_the_ends():
    picture = pictured(9)
    ids = pages_of(picture, STRAITS)

    assert turned("", 1, picture, STRAITS) == ids[0]
    assert turned(ids[0], 1, picture, STRAITS) == ids[1]
    assert turned(ids[0], -1, picture, STRAITS) == ids[0]
    assert turned(ids[-1], 1, picture, STRAITS) == ids[-1]
    first, last = wall_debrief(ids[0], picture, STRAITS), wall_debrief(ids[-1], picture, STRAITS)
    assert (first.back, first.on, first.place) == ("", ids[1], 1)
    assert (last.back, last.on, last.place) == (ids[-2], "", len(ids))


def test_a_page_that_is_not_there_is_no_page():
    assert wall_debrief("nothing", pictured(9), STRAITS) is None
    assert debrief_page("nothing", pictured(9), STRAITS) == ""
    assert debrief_page("map-99", pictured(9), STRAITS) == ""
