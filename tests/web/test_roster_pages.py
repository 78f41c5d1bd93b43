"""The pages of the class list: sound, harmless, and complete in what they tell."""

import re

import pytest

from tests.web import auditing
from tests.web import instructor_screens as screens
from tests.web.auditing import read, soup_of

PAGES = [name for name in screens.names() if name.startswith(("roster", "erase"))]


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_sound(name):
    for audit in auditing.ALL:
        audit(screens.get(name))


@pytest.mark.parametrize("name", ["roster-hostile", "roster-faults", "erase-all"])
def test_what_was_written_never_runs(name):
    auditing.harmless(screens.get(name))


def test_who_is_here_who_is_expected_and_who_is_a_guest():
    page = read(screens.get("roster-some"))

    assert "12 students on the list: 5 here , 7 expected, 2 guests besides." in page
    assert "Here, but not on the class list" in page
    assert "Grace Kim 1006" in page


def test_a_guest_can_be_any_line_that_is_free():
    (first, second) = soup_of(screens.get("roster-some")).select("select")

    assert first.select("option")[1].get_text() == "Farid Haddad, 1005"
    assert len(second.select("option")) == 1 + 7


def test_extra_time_is_shown_where_there_is_some():
    rows = soup_of(screens.get("roster-preview")).select("tbody tr")

    assert [row.get_text(" ").split()[-2:] for row in rows if "25 %" in row.get_text()] == [
        ["25", "%"]
    ]
    assert "12 students, 1 with extra time" in read(screens.get("roster-preview"))


def test_how_a_list_was_read_is_said_before_it_is_kept():
    page = read(screens.get("roster-preview-windows"))

    assert "It was read as Windows-1252" in page
    assert "The test student of Canvas, in line 2, was left out." in page
    assert "number from “SIS User ID”" in page
    assert not re.search(r"Émile .* 2 ", page)


def test_what_was_pasted_is_given_back_with_its_faults():
    page = soup_of(screens.get("roster-faults"))

    assert len(page.select("[role=alert] li")) == 2
    assert "alert" in page.select_one("textarea").get_text()


def actions(name: str) -> set[str]:
    """Where the forms and links of a page lead, without the session."""
    page = soup_of(screens.get(name))
    leads = [form["action"] for form in page.select("form")] + [a["href"] for a in page.select("a")]
    return {lead.removeprefix("/console/s1a2b3") for lead in leads}


def test_only_the_instructor_brings_lists_and_erases():
    instructor, other = actions("roster-over"), actions("roster-for-co-instructor")

    assert {"/roster", "/dates", "/erase/names", "/erase/all", "/roster/grades"} <= instructor
    assert other == {"", "/roster/bind", "/roster/release", "/roster/grades"}


def test_what_is_erased_is_not_offered_again():
    assert "The names were erased on 22 March 2027." in read(screens.get("roster-erased"))
    assert actions("roster-erased") == {"", "/roster/grades", "/dates", "/erase/all"}


def test_nothing_is_erased_before_the_end_nor_without_the_code():
    assert actions("erase-too-early") == {""}
    assert "The game is not over." in read(screens.get("erase-too-early"))
    assert soup_of(screens.get("erase-names")).select_one("input#code").has_attr("required")
