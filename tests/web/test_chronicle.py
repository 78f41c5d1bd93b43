"""The chronicle's page: what is told, what is left out when one chooses, and where it leads."""

import pytest
from bs4 import BeautifulSoup

from game.analysis.chronicle import Kind, entries
from game.classroom.links import Role
from game.core.commands import PublishCommunique, SendCable
from game.core.vocabulary import PATRON, Stage
from game.web.review.chosen import A_PAGE, Chosen, paged
from tests.builders import A1
from tests.rooms import Room
from tests.web.archive_desk import PINNED, Desk

WRITTEN = "<b>If you go in</b>,\nwe shall “look” around"


@pytest.fixture
def desk(monkeypatch):
    """Two groups that talked in round 1 and played to the end."""
    room = Room().makes(6, cut="full", title="A & B", **PINNED).begins()
    room.until(1, Stage.CONSULTATION)
    room.sends(room.holder(0, A1), SendCable(PATRON, WRITTEN))
    room.sends(room.holder(0, PATRON), PublishCommunique("We stand where we stood."))
    return Desk(room.to_the_end(), monkeypatch)


def told(desk, asked="", group=1):
    """The page as the instructor reads it."""
    answer = desk.client.get(f"/console/{desk.room.id}/group/{group}/chronicle{asked}")
    assert answer.status_code == 200
    return BeautifulSoup(answer.text, "html.parser")


def lines(soup):
    """The lines of the list, each with the position to which it leads."""
    return [
        (int(line.a["href"].split("/at/")[1].split("/")[0]), line.div.get_text(" ", strip=True))
        for line in soup.select(".chron li")
    ]


def test_the_text_tells_every_round_and_leads_to_its_moments(desk):
    """In prose, a section a round; what was written stands there as it was, and is no markup."""
    soup = told(desk)
    replay = desk.served.site.shelf.replay(desk.room.id, 1)
    heads = [head.get_text() for head in soup.select(".chronicle__round h2")]
    last = replay.state(replay.last).round.number
    assert heads == ["Before round 1", *(f"Round {n}" for n in range(1, last + 1))]
    assert WRITTEN in soup.select_one("#round-1").get_text()
    assert not soup.select("#main b:-soup-contains('If you go in')")
    base = f"/console/{desk.room.id}/group/1/at/"
    for link in soup.select(".chronicle__at"):
        assert link["href"].startswith(base)
        assert 1 <= int(link["href"].removeprefix(base)) <= replay.last
    assert "REASSURE" in soup.select_one(".code-note").get_text()


def test_event_by_event_every_entry_has_its_line(desk):
    """In order of time within each round, on as few pages as hold them."""
    found = entries(desk.served.site.shelf.replay(desk.room.id, 1))
    seen, number = [], 1
    while True:
        soup = told(desk, f"?view=events&page={number}")
        seen += lines(soup)
        assert len(soup.select(".chron li")) <= A_PAGE
        if not soup.select_one(".pager a[rel=next]"):
            break
        number += 1
    assert [position for position, _ in seen] == [entry.position for entry in found]
    (whole,) = (link["href"] for link in soup.find_all("a", string="All on one page"))
    assert whole.endswith("?view=events&page=all")
    soup = told(desk, "?view=events&page=all")
    assert lines(soup) == seen
    ways = [link["href"] for link in soup.select("nav[aria-label=Rounds] a")]
    assert ways == [f"#{place['id']}" for place in soup.select(".chronicle__round")[1:]]
    for (_, said), entry in zip(seen, found, strict=True):
        assert said.split()[:3] == entry.text.split()[:3]


def test_only_what_was_chosen_is_shown(desk):
    """By seat, stage and kind together; each choice can be taken away, and stands on paper."""
    found = entries(desk.served.site.shelf.replay(desk.room.id, 1))
    soup = told(desk, "?seat=A1&stage=response&kind=answer")
    fits = [e for e in found if A1 in e.seats and e.stage == "response" and e.kind is Kind.ANSWER]
    assert [position for position, _ in lines(soup)] == [entry.position for entry in fits]
    chosen = [option["value"] for option in soup.select("form option[selected]")]
    assert chosen == ["A1", "response", "answer", ""]
    chips = {chip.contents[0].strip(): chip["href"] for chip in soup.select(".chip")}
    assert set(chips) == {"Belmar", "Response", "answers and reasons"}
    assert chips["Response"].endswith("?seat=A1&kind=answer&view=events")
    said = soup.select_one(".chronicle__only").get_text()
    assert said == "Only Belmar, Response, answers and reasons."
    assert not soup.select_one("form details").has_attr("open")


def test_through_a_seats_eyes_nothing_is_told_that_it_did_not_know(desk):
    """No other seat's cable, belief, order or points; and the links keep the eyes."""
    found = entries(desk.served.site.shelf.replay(desk.room.id, 1))
    said = told(desk, "?as=A2").get_text()
    assert "We stand where we stood." in said
    assert WRITTEN not in said
    soup = told(desk, "?as=A2&kind=points")
    own = [entry for entry in found if entry.kind is Kind.POINTS and entry.known_by("A2")]
    assert [text for _, text in lines(soup)] == [entry.text for entry in own]
    assert all(link["href"].endswith("/as/A2") for link in soup.select(".chron a"))
    assert not soup.select(".chron .muted")


def test_nothing_that_fits_and_no_such_group(desk):
    """Said, with the way back; what is no choice is none."""
    soup = told(desk, "?kind=clock&seat=P&stage=commitment&as=A1")
    assert soup.select_one(".empty a")["href"].endswith("/chronicle?view=events")
    assert lines(told(desk, "?seat=A9&kind=None")) == lines(told(desk, "?view=text"))
    assert desk.client.get(f"/console/{desk.room.id}/group/3/chronicle").status_code == 404


def test_a_reviewer_reads_pseudonyms_and_countries_alone(desk):
    """No name of a student and no return number, and no way to play."""
    _, secret = desk.served.site.links.make(desk.room.id, Role.REVIEWER, "A reader")
    client = desk.served.app.test_client()
    client.get(f"/open/{secret}")
    page = client.get(f"/console/{desk.room.id}/group/1/chronicle?view=events")
    assert page.status_code == 200
    assert "Student " not in page.text
    forms = BeautifulSoup(page.text, "html.parser")("form")
    assert {form["method"] for form in forms} == {"get"}


def test_rounds_are_never_split_over_pages():
    """As many to a page as it holds; one that is too long stands alone."""
    sizes = [90, 90, 90, 500, 10, 10]
    pages = [paged(sizes, lambda one: one, str(n)).items for n in range(1, 5)]
    assert pages == [(90, 90), (90,), (500,), (10, 10)]
    assert paged([], lambda one: one, "7").items == ()
    assert Chosen.of({"as": "A1", "kind": "points", "stage": "x"}, (A1,)) == Chosen(
        kind="points", eyes="A1"
    )
