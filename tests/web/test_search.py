"""The search over what was written: all words, in order, marked, escaped, and no further."""

import gevent
import pytest
from bs4 import BeautifulSoup

from game.classroom import conducting
from game.classroom.erasing import ALL, erase
from game.classroom.links import Role
from game.classroom.notes import Written
from game.core.commands import PublishCommunique, SendCable
from game.core.vocabulary import PATRON, Design, Stage
from game.web.review import finder
from game.web.review.folding import sought
from game.web.review.hits import Search, _pieces
from game.web.wording import search as wording
from tests.analysis.real import asked
from tests.classroom.test_unreadable import spoil
from tests.rooms import Room
from tests.web.archive_desk import PINNED, Desk
from tests.web.test_imports import YEARS, keeps, zipped
from tests.web.test_notes import linked, pins

HOSTILE = 'Is <script>alert("1")</script> a crédible promise?'
CHOSEN = {"design": Design.D2_CARDS, **PINNED}


def writes(room, text, *, to_all=False, group=0):
    """The first ally of a group writes, to the patron or to all."""
    state = room.state(group)
    ally = next(s for s in state.allies if state.seats[s].holders)
    said = PublishCommunique(text) if to_all else SendCable(PATRON, text)
    room.sends(room.holder(group, ally), said)


@pytest.fixture
def desk(monkeypatch):
    """A class in the consultation of round 2, in which something was written."""
    room = Room().makes(6, **CHOSEN, title="Tuesday").begins().until(2, Stage.CONSULTATION)
    desk = Desk(room, monkeypatch)
    writes(room, HOSTILE)
    writes(room, "Our parliament wants a promise in writing; soon is no date.", to_all=True)
    return desk


def finds(desk, asked, client=None, at="/console/library/search"):
    """The hits of a search: where each leads, and its text."""
    answer = (client or desk.client).get(at, query_string=asked)
    assert answer.status_code == 200, answer.text
    soup = BeautifulSoup(answer.text, "html.parser")
    return soup, [
        (hit.a["href"], hit.select_one(".hit__text").get_text()) for hit in soup.select(".hit")
    ]


def own(desk):
    """The address of the search within the class."""
    return f"/console/{desk.room.id}/search"


def test_every_hit_leads_to_the_event_that_wrote_it(desk):
    """In order; with the country, and the words marked as they were written."""
    soup, hits = finds(desk, {"q": "promise"})
    replay = desk.served.site.shelf.replay(desk.room.id, 1)
    assert [text for _, text in hits][:1] == [HOSTILE]
    for href, text in hits[:2]:
        event = replay.event(int(href.rpartition("/")[2]))
        assert event.text == text
    assert [mark.get_text() for mark in soup.select(".hit mark")] == ["promise", "promise"]
    assert not soup.select(".hits script")
    meta = soup.select_one(".hit .meta").get_text()
    assert "Tuesday" in meta
    assert "Group 1, round 2, consultation" in meta
    assert "Cable, " in meta


def test_all_words_must_occur_and_quotes_hold_together(desk):
    """Accents and capitals do not matter; a word is found at its beginning."""
    for q, count in {
        "CREDIBLE prom": 1, "crédible parliament": 0, '"promise in writing"': 1,
        '"writing promise"': 0, "omise": 0, '"in writ"': 0, '""': 0, "“soon is”": 1,
    }.items():  # fmt: skip
        assert len(finds(desk, {"q": q})[1]) == count, q


def test_hits_are_chosen_by_kind_country_session_and_day(desk):
    """Within one session and over all."""

    def count(**chosen):
        return len(finds(desk, {"q": "promise", **chosen})[1])

    soup, hits = finds(desk, {"q": "promise"})
    assert len(hits) == 2
    country = soup.select("#country option")[1]["value"]
    assert (count(kind="cable"), count(kind="communique"), count(kind="note")) == (1, 1, 0)
    names = [option["value"] for option in soup.select("#country option")][1:]
    assert sum(count(country=name) for name in names) == 2
    assert count(country=country) in (0, 2)
    assert (count(session=desk.room.id), count(session="other")) == (2, 0)
    assert (count(since="2099-01-01"), count(until="2099-01-01")) == (0, 2)
    assert desk.client.get("/console/library/search?q=a&since=x").status_code == 400


def test_notes_and_reasons_are_found_too(desk):
    """A note by its words and its tags; after what it is about."""
    pins(desk.client, desk, "A promise, again", "bluff")
    _, hits = finds(desk, {"q": "bluff"})
    assert hits == [(f"/console/{desk.room.id}/group/1/at/7", "A promise, again\n#bluff")]
    assert len(finds(desk, {"q": "promise"})[1]) == 3
    site = desk.served.site
    (note,) = site.notes.of(desk.room.id)
    site.notes.change(note, Written("Another word", ("bluff",)))
    assert [text for _, text in finds(desk, {"q": "bluff"})[1]] == ["Another word\n#bluff"]
    assert len(site.finder._noted[desk.room.id]) == 1


def written_meanwhile(desk, text):
    """As `apart`; and somebody writes while it goes on."""
    left = [text]

    def apart(work, *args):
        while left:
            writes(desk.room, left.pop(), group=1)
        return work(*args)

    return apart


def test_what_is_written_later_is_found_and_what_is_erased_is_not(desk, monkeypatch):
    """The index grows with the streams."""
    assert len(finds(desk, {"q": "promise"})[1]) == 2
    writes(desk.room, "Another promise")
    assert len(finds(desk, {"q": "promise"})[1]) == 3
    writes(desk.room, "A promise too many", group=1)
    desk.served.site.finder.forget(desk.room.id)  # read for the first time
    with monkeypatch.context() as reading:
        reading.setattr(finder, "apart", written_meanwhile(desk, "And a promise meanwhile"))
        assert len(finds(desk, {"q": "promise"})[1]) == 4
    assert len(finds(desk, {"q": "promise"})[1]) == 5
    conducting.end(desk.room.classroom, desk.room.live)
    erase(desk.room.classroom, desk.room.live, ALL)
    assert finds(desk, {"q": "promise"})[1] == []
    assert desk.served.site.finder._indexes == {}


def test_one_session_that_cannot_be_read_hides_no_other(desk):
    """It is searched no more; the others are."""
    old = desk.room.id
    desk.room.makes(3, **CHOSEN, title="Friday").begins().until(2, Stage.CONSULTATION)
    writes(desk.room, "A promise on Friday")
    site = desk.served.site
    spoil(desk.room, str(site.room.listed(old).state.groups[0]), kind="CableSent")
    assert [said.text for said in site.finder.said(desk.room.id)] == ["A promise on Friday"]
    assert list(site.finder.said(old)) == []
    assert len(finds(desk, {"q": "promise"})[1]) == 1


def test_an_imported_session_is_searched_as_its_own(desk):
    """With its reasons; and a file without texts says so."""
    desk.room.clock += YEARS
    session = keeps(desk, zipped(), "Theirs")
    reason = next(
        event.reason for group in asked().groups for event in group.events
        if type(event).__name__ == "ResponseSealed" and len(event.reason) > 3
    )  # fmt: skip
    _, hits = finds(desk, {"q": f'"{reason}"', "session": session})
    assert any(text == reason for _, text in hits)
    assert all(href.startswith(f"/console/{session}/group/") for href, _ in hits)
    desk.client.post(f"/console/library/{session}/remove")
    assert finds(desk, {"q": f'"{reason}"', "session": session})[1] == []
    keeps(desk, zipped(texts=False))
    soup, _ = finds(desk, {"q": "promise"})
    assert wording.WITHOUT_TEXTS in soup.get_text()


def test_a_reviewer_searches_one_session_once_it_is_over(desk):
    """And no other, whatever the address says."""
    reader, _ = linked(desk)
    assert reader.get(own(desk)).status_code == 409
    conducting.end(desk.room.classroom, desk.room.live)
    assert len(finds(desk, {"q": "promise", "session": "other"}, reader, own(desk))[1]) == 2
    assert reader.get("/console/library/search?q=promise").status_code == 401
    projector, _ = linked(desk, Role.PROJECTOR)
    assert projector.get(own(desk)).status_code == 403


def test_hits_are_turned_page_by_page(desk):
    """Twenty a page, counted in all."""
    for number in range(21):
        pins(desk.client, desk, f"needle {number}")
    soup, hits = finds(desk, {"q": "needle", "page": "2"})
    assert [text for _, text in hits] == ["needle 20"]
    assert soup.select_one("#found").get_text() == "21 hits in 1 session"
    assert soup.select_one(".hits")["start"] == "21"
    assert finds(desk, {})[1] == []


def test_long_texts_are_shown_around_the_find():
    """From blank to blank, nothing of the find cut."""
    text = "one " * 100 + "needle " + "two " * 100
    shown = list(_pieces(text, sought("needle").spans(text)))
    assert [piece for piece, marked in shown if marked] == ["needle"]
    assert shown[0][0] == "… "
    assert shown[-1][0] == " …"
    assert len("".join(piece for piece, _ in shown)) < 300
    assert Search.of({"q": "x" * 500}).q == "x" * 200


def test_a_link_may_point_at_a_moment_of_its_own_session_and_nowhere_else(desk):
    """What is found can be shown to a reviewer."""
    site = desk.served.site
    _, secret = site.links.make(desk.room.id, Role.REVIEWER, "")
    base = f"/console/{desk.room.id}"
    for to, leads in {
        f"{base}/group/1/at/57/as/A2": f"{base}/group/1/at/57/as/A2", "": base,
        "/console/other/review": base, "https://evil.example/": base, "//evil.example": base,
        f"{base}/\\evil": base,
    }.items():  # fmt: skip
        answer = desk.served.app.test_client().get(f"/open/{secret}", query_string={"to": to})
        assert answer.headers["Location"] == leads


def test_whoever_is_about_to_search_waits_no_longer_than_needed(desk):
    """The empty form has the texts read meanwhile."""
    finds(desk, {})
    gevent.wait(timeout=5)
    assert desk.served.site.finder._indexes[desk.room.id].fresh
