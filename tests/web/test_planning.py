"""What a class could find, said while a session is made; and the claims that will be tested."""

from dataclasses import replace
from math import inf

import pytest

from game.analysis.claims import claims_hash, claims_text
from game.analysis.claims.reading import read_claims
from game.core.vocabulary import Design
from game.web.instructor_pages import console_page, default_form, new_session_page
from game.web.instructor_pages.planning import compared, planned
from game.web.instructor_pages.tested import tested as as_pinned
from game.web.wording import planning as words
from tests.builders import NOW
from tests.web import auditing
from tests.web.auditing import read, soup_of
from tests.web.instructor_screens import CASES, at_response, console, offered

STRAITS = next(item for item in offered() if item.id == "the-straits")


def form(design="D2-lottery", students="24", **more):
    """The recommended class, changed."""
    return replace(default_form(CASES), design=design, students=students, **more)


def said(asked) -> str:
    """What stands in the region."""
    return read(new_session_page(asked, offered()), "#outlook")


def test_a_class_is_told_what_it_could_find():
    shown = said(form())

    assert "about 7 points of belief in this design" in shown
    assert "Belief 8 in 10" in shown.replace("\n", " ")
    assert "points would be found in 8 of 10 classes" in shown
    assert "95 per cent interval" in shown


def test_nobody_expected_nothing_foretold():
    assert said(form(students="")) == words.EMPTY
    assert planned(form(design="D9"), STRAITS) is None
    assert planned(form(), None) is None


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (form("D1", "16"), "at least 9 of them, and here are 8 groups"),
        (form("D3", "18"), "at least 7 groups"),
        (form("D2", "4"), "too few ways in which the cards can fall (1 group)"),
        (form("D2-lottery", "3"), "too few ways in which the postures can be drawn"),
        (form("D1", "60", factors=("war_size",)), "would not be tested"),
    ],
)
def test_a_class_that_could_not_tell_is_told_so(asked, reason):
    shown = said(asked)

    assert reason in shown
    assert "in 10" not in shown


def test_what_is_chosen_changes_what_is_said():
    first = said(form())
    changes = [
        form(students="48"),
        form(design="D2"),
        form(group_size="4"),
        form(scenario="vietnam-1964-75"),  # its first version has eight rounds
    ]
    assert len({first, *map(said, changes)}) == 5


def test_a_small_class_is_an_illustration():
    assert words.ILLUSTRATION in said(form("D2", "8"))
    assert words.ILLUSTRATION not in said(form("D2-lottery", "30"))


def test_association_cards_and_edges_are_said():
    assert words.ASSOCIATION in said(form("D3", "60"))
    assert words.CARDS in said(form("D2", "30"))
    assert words.BEYOND in said(form("D2", "900"))
    assert words.BETWEEN in said(form("D2-lottery", "23"))
    assert words.PART in said(form("D1", "60", factors=("script",), hold=True))
    assert "too few patrons vary" in said(form("D3", "29", group_size="4"))


def test_an_effect_that_no_class_of_this_kind_finds_is_said():
    shown = said(form("D1", "20"))

    assert "four times as large" in shown or "points would be found in 8 of 10" in shown
    assert str(inf) not in shown
    assert "nan" not in shown


def test_the_same_students_in_every_design():
    lines = compared(form(), STRAITS)

    assert [line.name for line in lines if line.chosen] == ["Drawn postures"]
    groups = {line.name: line.groups for line in lines}
    assert groups["Groups compared"] == groups["Drawn postures"] == "12 groups"
    assert groups["Order cards"] == groups["Free play"] == "8 groups"
    best = max(lines, key=lambda line: line.cells[0])
    assert best.name == "Drawn postures"


def test_every_class_from_one_to_three_hundred_can_be_read():
    for design in Design:
        for size in "2346":
            for students in (1, 2, 3, 5, 8, 13, 21, 34, 77, 300):
                asked = form(design.value, str(students), group_size=size)
                assert planned(asked, STRAITS) is not None


def test_the_picture_says_in_words_what_it_shows():
    label = soup_of(new_session_page(form(), offered())).select_one("#outlook svg")["aria-label"]
    assert label.startswith("Belief: 8 in 10; Alignment: ")


def test_the_claims_stand_folded_where_a_session_is_made_and_where_it_is_held():
    pinned = as_pinned(claims_text(), claims_hash())
    made = new_session_page(form(), offered())
    held = console_page(console(at_response(), 40), NOW, "", pinned)

    for page in (made, held):
        for audit in auditing.ALL:
            audit(page)
        fold = read(page, "#tested")
        assert claims_hash() in fold
        for claim in read_claims().claims:
            assert claim.question in fold
            assert claim.against["hrt"] in fold
            assert claim.words in fold
            assert claim.confidence in fold
        assert fold.count("The authors expect") == 8
        assert len(soup_of(page).select("#tested .badge")) == 5
        assert "the abstract only" in fold


def test_a_session_keeps_the_claims_it_was_made_with():
    older = claims_text().replace("smallest_effect: 5\n", "smallest_effect: 7\n", 1)
    page = console_page(console(at_response(), 40), NOW, "", as_pinned(older, "0" * 64))

    first = soup_of(page).select_one("#tested section")
    assert "Too small to matter, below 7" in " ".join(first.get_text(" ").split())
    assert "0" * 64 in read(page, "#tested")
