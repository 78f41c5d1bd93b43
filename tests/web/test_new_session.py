"""Making a session: what is offered, how a class would sit, and what comes back refused."""

from dataclasses import replace

import pytest

from game.classroom.assignment import group_sizes
from game.core.vocabulary import Design
from game.web.instructor_pages import (
    Chosen,
    FieldRefused,
    NewForm,
    default_form,
    new_session_page,
    read_form,
    seating_region,
)
from game.web.instructor_pages.seating import seating, sizes, warning
from tests.web import instructor_screens as screens
from tests.web.auditing import read, soup_of
from tests.web.instructor_screens import CASES, offered


class Fields(dict[str, list[str]]):
    """A posted form, as Werkzeug gives it."""

    def get(self, key, default=""):
        return self.getlist(key)[0] if self.getlist(key) else default

    def getlist(self, key):
        return super().get(key, [])


@pytest.mark.parametrize(
    ("design", "students", "said"),
    [
        (Design.D2_CARDS, 13, "13 students make 4 groups (4, 3, 3, 3)"),
        (Design.D2_CARDS, 5, "5 students make 1 group (5)"),
        (Design.D2_CARDS, 1, "1 student makes 1 group (1)"),
        (Design.D2_CARDS, 40, "40 students make 13 groups (1 of 4, 12 of 3)"),
        (Design.D2_LOTTERY, 11, "11 students make 5 groups (3, 2, 2, 2, 2)"),
    ],
)
def test_how_a_class_would_sit(design, students, said):
    chosen = Chosen(design)

    assert seating(chosen, students).removesuffix("; the computer plays the patrons") == said
    assert sum(sizes(chosen, students)) == students
    seats, most = (2, 5) if chosen.scripted else (3, 6)
    assert sizes(chosen, students) == group_sizes(students, seats, most)


@pytest.mark.parametrize(
    ("design", "enough"),
    [(Design.D2_CARDS, 16), (Design.D2_LOTTERY, 8), (Design.D1, 27), (Design.D3, 27)],
)
def test_a_class_too_small_for_its_design_is_told_so(design, enough):
    assert warning(Chosen(design), enough - 1)
    assert warning(Chosen(design), enough) == ""


def test_the_recommended_seminar_is_chosen_already():
    page = soup_of(screens.get("new-session"))
    checked = {
        item["name"]: item["value"]
        for item in page.select("input[type=radio][checked]")
        if not item["name"].startswith("cut.vietnam")
    }

    assert checked == {
        "scenario": "the-straits",
        "cut.the-straits": "full",
        "design": "D2",
        "pace": "clock",
    }
    assert page.select_one("option[selected]")["value"] == "3"
    assert page.select_one("#timers").has_attr("checked")


def test_what_was_refused_comes_back_as_typed_with_the_sentence_at_its_field():
    page = soup_of(screens.get("new-session-refused"))
    wrong = page.find(id="factors-wrong")

    assert "“Whether they talk” needs student patrons" in wrong.get_text()
    assert wrong.find_parent("details").has_attr("open")
    assert page.select_one("#title")["value"] == screens.HOSTILE
    assert page.select_one("#design-D1").has_attr("checked")
    assert page.select_one("#cut-vietnam-1964-75-short").has_attr("checked")
    assert [item["value"] for item in page.select("input[name^=actors][checked]")] == [
        "bonn",
        "tokyo",
    ]
    assert not page.select_one("#timers").has_attr("checked")


@pytest.mark.parametrize("field", ["scenario", "cut", "design", "group_size", "pace", "title"])
def test_every_field_has_a_place_for_its_refusal(field):
    page = new_session_page(default_form(CASES), offered(), FieldRefused(field, "It cannot be."))

    assert soup_of(page).find(id=f"{field}-wrong").get_text() == "It cannot be."


def test_a_form_read_back_is_the_form_that_was_sent():
    page = soup_of(screens.get("new-session-refused"))
    sent = Fields()
    for item in page.select("form input"):
        if item["type"] in ("text",) or item.has_attr("checked"):
            sent.setdefault(item["name"], []).append(item["value"])
    for item in page.select("form select"):
        sent[item["name"]] = [item.select_one("[selected]")["value"]]
    form = read_form(sent, CASES)

    assert form.scenario == "vietnam-1964-75"
    assert form.cut == "short"
    assert form.cast == ("bonn", "tokyo")
    assert form.levels == {"script": ("hawk", "restrained"), "consultation": ("on", "off")}
    assert (form.timers, form.pace, form.title) == (False, "instructor", screens.HOSTILE)
    assert form.expected == 40


def test_nonsense_in_the_form_is_shown_again_and_never_fatal():
    empty = read_form(Fields(), CASES)
    odd = NewForm("nowhere", design="D9", group_size="many", students="1e9", pace="")

    for form in (empty, odd, replace(odd, design="D1", factors=("script", "nothing"))):
        page = new_session_page(form, offered())
        assert "do not go together yet" in read(page, "#seating") or form.chosen
    assert NewForm(students="999999999").expected is None
    assert NewForm(students="-3").expected is None


def test_who_plays_is_said_with_near_and_far():
    form = replace(default_form(CASES), scenario="vietnam-1964-75", students="6")
    first = seating_region(form, offered())
    chosen = ("vietnam-1964-75/tokyo", "vietnam-1964-75/paris")
    second = seating_region(replace(form, actors=chosen), offered())

    assert "The allies are Seoul (near) and Bonn (far)." in first
    assert "The allies are Tokyo (near) and Paris (far)." in second


def test_arms_are_named_in_words():
    factors = (("script", ("hawk", "restrained")), ("war_size", ("heavy", "light")))

    assert Chosen().words == "D2, order cards"
    assert Chosen(Design.D2_LOTTERY).words == "D2, drawn postures"
    assert (
        Chosen(Design.D1, 3, factors).words
        == "D1, groups compared: what the patron does and how large the war is"
    )
