"""The library: what is listed, what is found by words, days and choices, and what opens from it."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from game.core.vocabulary import Design, Stage
from game.web.dates import NoDay
from game.web.review.catalogue import A_PAGE, Asked, Page, fitting
from game.web.review.folding import folded, sought
from game.web.review.volumes import Volume
from game.web.wording import library as wording
from tests.rooms import Room
from tests.web.archive_desk import LOTTERY, Desk

NOON = 1_795_000_000_000  # 18 November 2026
A_DAY = 86_400_000
VOLUME = Volume(
    session="s1", title="Séminaire du mardi", code="HK7 M4R", created_at=NOON,
    scenario="The Straits", scenario_id="the-straits", design="D2", design_words="D2, order cards",
    students=12, groups=(1, 2, 3), over=True, simulated=False,
)  # fmt: skip


@pytest.fixture
def desk(monkeypatch):
    """One class played to its end."""
    room = Room().makes(6, **LOTTERY, title="Tuesday <b>seminar</b>").begins().to_the_end()
    return Desk(room, monkeypatch)


def page(desk, asked=""):
    """The library as the instructor sees it."""
    answer = desk.client.get(f"/console/library{asked}")
    return answer.status_code, BeautifulSoup(answer.text, "html.parser")


def titles(soup):
    """The sessions that are listed, in their order."""
    return [link.bdi.get_text() for link in soup.select(".library__list .who a")]


def fits(**asked):
    """Whether the one volume is found."""
    return bool(fitting([VOLUME], Asked(**asked)))


def test_a_session_is_found_by_words_of_its_title_and_by_its_code():
    """Without accents and capitals; all words; the code with its blank or without."""
    for q in ("", "seminaire", "MARDI séminaire", "hk7m4r", "HK7 M4R", '"du mardi"', "hk7"):
        assert fits(q=q), q
    for q in ("lundi", "seminaire lundi", '"mardi du"', "aire", "m4rr"):
        assert not fits(q=q), q


def test_a_session_is_found_by_what_is_chosen():
    """Each by itself, and the days with both their ends."""
    day = "2026-11-18"
    for asked in (
        {"scenario": "the-straits"}, {"design": "D2"}, {"played": "people"}, {"source": "here"},
        {"since": day}, {"until": day}, {"since": day, "until": day},
    ):  # fmt: skip
        assert fits(**asked), asked
    for asked in (
        {"scenario": "other"}, {"design": "D1"}, {"played": "bots"}, {"source": "imported"},
        {"since": "2026-11-20"}, {"until": "2026-11-16"},
    ):  # fmt: skip
        assert not fits(**asked), asked
    for wrong in ("tomorrow", "2026-02-30", "9999-12-31"):
        with pytest.raises(NoDay):
            fits(until=wrong)


def test_a_term_is_turned_page_by_page():
    """Of three hundred, a page at a time; what is no page is the nearest one."""
    many = range(300)
    assert Page.of(many, "2", A_PAGE).items == tuple(range(A_PAGE, 2 * A_PAGE))
    assert {Page.of(many, typed, A_PAGE).number for typed in ("", "0", "-1", "x", "²")} == {1}
    assert Page.of(many, "999", A_PAGE).number == 12
    assert Page.of((), "3", A_PAGE) == Page((), 0, 1, 1)


def test_what_is_found_is_marked_as_it_was_written():
    """Whatever folding made of it: letters that become two, and signs between words."""
    text = "Die STRASSE, Straße – “naïve” strass!"
    found = [text[a:b] for a, b in sought("strasse naive").spans(text)]
    assert found == ["STRASSE", "Straße", "naïve"]
    assert [text[a:b] for a, b in sought('"strasse naive"').spans(text)] == ["Straße – “naïve"]
    assert sought("和平").in_folded(folded("我们要和平现在"))
    assert not sought('  "" !? ')


def test_the_library_lists_what_was_dealt_and_escapes_it(desk):
    """Newest first; a lobby is no session to be read."""
    desk.room.makes(4, title="Waiting")
    desk.room.clock += A_DAY
    desk.room.makes(6, design=Design.D2_CARDS, title="Playing").begins()
    status, soup = page(desk)
    assert (status, titles(soup)) == (200, ["Playing", "Tuesday <b>seminar</b>"])
    assert soup.caption.get_text() == "2 sessions, newest first"
    assert titles(page(desk, "?design=D2-lottery")[1]) == ["Tuesday <b>seminar</b>"]
    none = page(desk, "?q=zzz")[1]
    assert wording.NOTHING_FITS in none.get_text()
    assert none.select_one(".empty a")["href"] == "/console/library"
    status, wrong = page(desk, "?since=soon&q=Tuesday")
    assert (status, wrong.select_one(".wrong").get_text()) == (400, wording.NO_DAY)
    assert wrong.select_one("#q")["value"] == "Tuesday"


def test_a_session_opens_at_its_groups_and_rounds(desk):
    """Each round at the event with which it begins."""
    opened = page(desk, f"?open={desk.room.id}")[1]
    lines = opened.select("#rounds > td > ul > li")
    base = f"/console/{desk.room.id}/group"
    numbers = desk.served.site.shelf.volume(desk.room.id).groups
    assert [line.a["href"] for line in lines] == [f"{base}/{n}/chronicle" for n in numbers]
    replay = desk.served.site.shelf.replay(desk.room.id, 1)
    for link in lines[0].select("ol a"):
        number = int(link.get_text().removeprefix("Round "))
        state = replay.state(int(link["href"].rpartition("/")[2]))
        assert (state.round.number, state.stage, state.open) == (number, Stage.DISPATCH, True)
    assert len(lines[0].select("ol a")) == replay.state(replay.last).round.number
    assert not page(desk, "?open=nobody")[1].select("#rounds")


def test_before_the_first_class_the_library_says_so(monkeypatch):
    """And where one is made."""
    soup = page(Desk(Room().makes(2), monkeypatch))[1]
    assert "No class yet" in soup.get_text()
    assert soup.select_one(".empty a.btn")["href"] == "/console/new"
    assert replace(VOLUME, code="").named == folded(VOLUME.title)
