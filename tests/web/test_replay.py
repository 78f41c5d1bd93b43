"""The pages of the replay: every moment has an address, shows what it says, and leads on."""

import pytest
from bs4 import BeautifulSoup

from game.analysis.replaying.moments import BROKEN, CRISIS, HEDGE, OPENED, POSTURE
from game.classroom.links import Role
from game.web.wording.review import KEYS
from tests.pages import DOCS, read, rows, section
from tests.web.auditing import sound, stepped
from tests.web.replay_desk import Reader, played

__all__ = ["played"]  # a fixture


def inside(page, part):
    """A region as it stands in the page."""
    return page.find(id=part).decode_contents().split()


def test_every_step_is_the_page_it_leads_to(played):
    """What a script puts in place is what the address shows to everybody else."""
    reader = Reader(played)
    for position in (1, 30, reader.replay.last):
        for eyes in ("", "/as/A1", "/as/A2?tab=record"):
            path = f"/group/1/at/{position}{eyes}"
            page, step = reader.page(path), reader.step(path)
            sound(reader.asks(path).text)
            stepped(reader.asks(path).text)
            assert step["position"] == position
            assert page.title.string.startswith(step["title"])
            for region, html in step["regions"].items():
                fresh = BeautifulSoup(f"<div id='x'>{html}</div>", "html.parser")
                assert inside(page, region) == inside(fresh, "x"), region
            frame = page.find("iframe")
            assert (frame["src"] if frame else None) == step["screen"]


@pytest.mark.parametrize("kind", [OPENED, POSTURE, HEDGE, CRISIS, BROKEN])
def test_the_links_lead_from_moment_to_moment(played, kind):
    """On and back, each once, and nowhere at the ends."""
    reader, found = Reader(played), []
    position = 0
    if reader.moments.of(kind) and reader.moments.of(kind)[0].position == 1:
        found.append(1)
    page = reader.page("/group/1/at/1")
    while link := page.select_one(f"#go-{kind} a[rel=next]"):
        assert int(link["data-at"]) > position
        position = int(link["data-at"])
        found.append(position)
        page = reader.page(link["href"].removeprefix(reader.base))
        assert page.select_one(".is-here")["id"] == f"line-{position}"
    assert found == sorted({one.position for one in reader.moments.of(kind)})


def test_a_page_sends_a_window_and_not_the_log(played):
    """As many lines at the ends as in the middle; each leads to its own moment."""
    reader = Reader(played)
    for position in (1, 3, 40, reader.replay.last):
        lines = reader.page(f"/group/1/at/{position}/as/A1").select(".chron > li")
        assert len(lines) == 8
        ways = [line.a["href"] for line in lines]
        numbers = [line["id"].removeprefix("line-") for line in lines]
        assert ways == [f"{reader.base}/group/1/at/{number}/as/A1" for number in numbers]
        assert [one["id"] for one in lines if "is-here" in one.get("class", ())] == [
            f"line-{position}"
        ]


def test_what_is_sealed_leads_to_what_was_known(played):
    """At a sealed input, and nowhere else, the way to the event before through that seat's eyes."""
    reader, found = Reader(played), {}
    for position, event in enumerate(reader.replay.events, 1):
        name = type(event).__name__
        if name in found:
            continue
        links = reader.page(f"/group/1/at/{position}").select("#happened .is-here div a")
        found[name] = [one["href"].removeprefix(f"{reader.base}/group/1/at/") for one in links]
        seat = "P" if name in ("ForcesCommitted", "OrdersSealed") else getattr(event, "seat", "")
        assert found[name] in ([], [f"{position - 1}/as/{seat}"])
    sealed = {"BeliefStated", "ForcesCommitted", "AppraisalStated", "ResponseSealed"}
    assert {name for name, ways in found.items() if ways} - {"OrdersSealed"} == sealed


def test_the_form_goes_there_without_scripts(played):
    """A number and a seat become an address; what is too large becomes the last."""
    reader = Reader(played)
    last = reader.replay.last
    for asked, leads in (
        ("at=7&as=", "7"),
        ("at=7&as=A1&tab=record", "7/as/A1?tab=record"),
        ("at=7&as=A9", "7"),
        ("at=9999&as=P&screen=large", f"{last}/as/P?screen=large"),
        ("at=x", "1"),
        ("", "1"),
    ):
        answer = reader.asks(f"/group/1/at?{asked}")
        assert answer.status_code == 303
        assert answer.headers["Location"] == f"{reader.base}/group/1/at/{leads}"


def test_what_is_not_there_is_said_with_a_way_back(played):
    """An event past the last, a seat the group never had; and groups and sessions."""
    reader = Reader(played)
    last = reader.replay.last
    for path, said, back in (
        (f"/group/1/at/{last + 1}", f"has {last}", last),
        ("/group/1/at/0", "no event 0", 1),
        ("/group/1/at/5/as/A5", "no seat A5", 5),
    ):
        answer = reader.asks(path)
        assert answer.status_code == 404
        sound(answer.text)
        assert said in answer.text
        assert f'href="{reader.base}/group/1/at/{back}"' in answer.text
    assert reader.asks("/group/9/at/1").status_code == 404
    assert reader.asks("/group/1/at/5/as/A5/screen").status_code == 404
    assert reader.client.get("/console/nothing/group/1/at/1").status_code == 404


def test_the_overview_leads_to_every_move(played):
    """A mark for every answer and an arrow for every posture, each a link to where it was done."""
    reader = Reader(played)
    page = reader.page("/review")
    sound(reader.asks("/review").text)
    shelf = played.served.site.shelf
    for number, table in enumerate(page.select("table.moves"), start=1):
        replay = shelf.replay(played.room.id, number)
        ways = [a["href"] for a in table.select("tbody a.move")]
        done = [
            f"{reader.base}/group/{number}/at/{at}"
            for at, event in enumerate(replay.events, 1)
            if type(event).__name__ == "ResponseSealed"
        ]
        assert sorted(ways) == sorted(done)
        heads = [int(a["href"].rsplit("/", 1)[1]) for a in table.select("thead a.move")]
        assert heads == [
            at
            for at, event in enumerate(replay.events, 1)
            if type(event).__name__ == "ForcesCommitted"
        ]
        assert table.caption.a["href"] == f"{reader.base}/group/{number}/at/1"


def test_only_ways_that_are_open_are_offered(played):
    """A reviewer is not led to what is denied."""
    for role in (None, Role.REVIEWER):
        reader = Reader(played, role)
        page = reader.page("/review")
        for link in page.select("main a[href]"):
            assert reader.client.get(link["href"]).status_code == 200


def test_the_console_leads_to_the_review(played):
    """For the instructor and for the reviewer."""
    for role in (None, Role.REVIEWER):
        reader = Reader(played, role)
        links = [a["href"] for a in BeautifulSoup(reader.asks("").text, "html.parser").select("a")]
        assert f"{reader.base}/review" in links


def test_the_keys_are_those_that_are_told():
    """In the page about the replay, row by row."""
    assert list(rows(section(read(DOCS / "review" / "replay.md"), "Keys"))) == list(KEYS)


def test_a_note_stands_at_its_event(played):
    """Written on the page of the event, which it leads back to; its line says that there is one."""
    reader = Reader(played, Role.REVIEWER)
    form = reader.page("/group/1/at/12/as/A1").select_one("#noted form")
    sent = {field["name"]: field["value"] for field in form.select("input[name]")}
    answer = reader.client.post(form["action"], data={**sent, "text": "Look at this."})
    assert answer.headers["Location"].startswith(f"{reader.base}/group/1/at/12/as/A1")
    page = reader.page("/group/1/at/13")
    assert "1 note" in page.find(id="line-12").text
    assert "1 note" not in page.find(id="line-13").text
    assert "Look at this." not in page.find(id="noted").text
    assert "Look at this." in reader.page("/group/1/at/12").find(id="noted").text
