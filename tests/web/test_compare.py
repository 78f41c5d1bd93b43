"""The comparison's page: which two, the same or different, and where each cell leads."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from game.core.scenario import Reading, RecordEntry
from game.web.review.compared import Who
from game.web.wording import comparing as wording
from tests.builders import a_scenario
from tests.rooms import Room
from tests.web.archive_desk import PINNED, Desk

RECORD = (RecordEntry("belmar", "d2", "H", False, "It <i>went</i> elsewhere.", ("S1",)),)


@pytest.fixture
def desk(monkeypatch):
    """Two groups, played to the end, of a case with a record."""
    scenario = replace(a_scenario(), record=RECORD, readings=(Reading("One", "Or **two**."),))
    room = Room(scenario).makes(6, cut="short", title="A & B", **PINNED).begins().to_the_end()
    return Desk(room, monkeypatch)


def page(desk, asked=""):
    """The page, as the instructor reads it."""
    answer = desk.client.get(f"/console/{desk.room.id}/compare{asked}")
    assert answer.status_code == 200
    return BeautifulSoup(answer.text, "html.parser")


def rows(soup, number):
    """A round's rows: label, left, sign, right."""
    found = soup.select(f"#round-{number} tbody tr")
    return {
        row.th.get_text(): [cell.get_text(" ", strip=True) for cell in row("td")] for row in found
    }


def test_two_seats_stand_side_by_side(desk):
    """Every round of both; the sign tells whether they are alike, in a word too."""
    soup = page(desk, "?left=g1-A1&right=g2-A1")
    replays = [desk.served.site.shelf.replay(desk.room.id, n) for n in (1, 2)]
    states = [replay.state(replay.last) for replay in replays]
    for number in range(1, 7):
        played = [state.rounds[number - 1] for state in states]
        moves = [one.responses["A1"].move for one in played]
        said = rows(soup, number)["Move"]
        alike = moves[0].alignment == moves[1].alignment
        assert said[1] == " ".join(wording.SIGNS[alike])
        beliefs = [f"{one.before['A1'].belief} → {one.appraisals['A1'].belief}" for one in played]
        assert rows(soup, number)["Belief, before → after"][::2] == beliefs
    heads = [head.get_text() for head in soup.select("#round-1 thead th")]
    assert heads == ["What", "Group 1: Belmar", "Alike", "Group 2: Belmar"]
    links = [link["href"] for link in soup.select("#round-3 td a")]
    assert all(f"/console/{desk.room.id}/group/" in href for href in links)
    assert all(href.endswith("/as/A1") for href in links)
    assert "REASSURE" in soup.select_one(".code-note").get_text()


def test_two_groups_stand_side_by_side(desk):
    """Their moments are everybody's; no seat's eyes."""
    soup = page(desk, "?left=g1&right=g2")
    assert rows(soup, 1)["Move"][0].endswith("stood with Meridia")
    assert not any("/as/" in link["href"] for link in soup.select("td a"))


def test_a_seat_and_its_country_in_history(desk):
    """Coded beside coded, what is not established said so, with sources and another reading."""
    soup = page(desk, "?left=g1-A1&right=record")
    assert [head.get_text() for head in soup.select("#round-1 thead th")][3] == "Belmar in history"
    assert "Belmar in history: not established." in soup.select_one("#round-1").get_text()
    assert rows(soup, 2)["Move"][2] == "opposes, or steps away"
    assert rows(soup, 2)[wording.RECORDED][2] == "It <i>went</i> elsewhere."
    assert "Points" not in rows(soup, 2)
    assert "A made-up source, p. 1" in soup.get_text()
    assert soup.select_one("main details .dispatch strong").get_text() == "two"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("?left=", wording.NOTHING_CHOSEN),
        ("?left=g1", wording.NOTHING_CHOSEN),
        ("?left=g1&right=g9", wording.NO_SUCH),
        ("?left=g1-A5&right=g2-A1", wording.NO_SUCH),
        ("?left=g1&right=record", wording.NO_COUNTERPART),
        ("?left=record&right=record", wording.NO_COUNTERPART),
        ("?left=g1-A2&right=record", wording.NO_COUNTERPART),
        ("?left=g1&right=g2-A1", wording.UNLIKE),
        ("?left=g1-P&right=g1-A1", wording.UNLIKE),
        ("?left=g0&right=<b>", wording.NOTHING_CHOSEN),
    ],
)
def test_where_there_is_nothing_to_compare_it_is_said(desk, asked, said):
    """And the form stands there to choose again."""
    soup = page(desk, asked)
    assert soup.select_one(".empty").get_text(strip=True) == said
    assert len(soup.select("form select")) == 4


def test_the_first_two_groups_are_compared_at_once(desk):
    """Who opens the page sees what it is for."""
    assert page(desk, "").select_one("main") == page(desk, "?left=g1&right=g2").select_one("main")


def test_the_form_leads_to_an_address_to_share(desk):
    """Group and seat become one word."""
    asked = "?left=g1&left_seat=A2&right=g2&right_seat="
    answer = desk.client.get(f"/console/{desk.room.id}/compare{asked}")
    assert (answer.status_code, answer.location.rpartition("?")[2]) == (303, "left=g1-A2&right=g2")
    asked = "?left=g2&left_seat=A1&right=g1&right_seat=record"
    answer = desk.client.get(f"/console/{desk.room.id}/compare{asked}")
    assert answer.location.endswith("?left=g2-A1&right=record")


def test_what_an_address_can_name():
    """Groups, seats and the record; nothing else."""
    assert Who.of("g12-P") == Who(12, "P")
    assert Who.of("g3", "A4").written == "g3-A4"
    assert Who.of("record").written == "record"
    for wrong in ("", "g", "g0", "g1-A9", "g1-", "G1", "g1 ", "g99999", "g1-A1-A1"):
        assert Who.of(wrong) is None
