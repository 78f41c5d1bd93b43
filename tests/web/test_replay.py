"""The pages of the replay: every moment has an address, shows what it says, and leads on."""

import re

import pytest
from bs4 import BeautifulSoup

from game.analysis.replaying.moments import JUMPS, OPENED
from game.classroom import conducting
from game.classroom.links import Role
from game.core.vocabulary import Stage
from tests.rooms import Room
from tests.web.archive_desk import A_DAY, LOTTERY, Desk
from tests.web.auditing import sound, stepped


class Reader:
    """Somebody with a browser before a session."""

    def __init__(self, desk, role=None):
        self.desk, self.room = desk, desk.room
        self.client = desk.client
        if role:
            self.client = desk.served.app.test_client()
            _, token = desk.served.site.links.make(self.room.id, role, "Reader")
            self.client.get(f"/open/{token}")
        self.base = f"/console/{self.room.id}"

    def asks(self, path, **headers):
        return self.client.get(self.base + path, headers=headers)

    def page(self, path):
        answer = self.asks(path)
        assert answer.status_code == 200, path
        return BeautifulSoup(answer.text, "html.parser")

    def step(self, path):
        answer = self.asks(path, Accept="application/json")
        assert answer.status_code == 200
        assert answer.headers["Vary"] == "Accept"
        return answer.json

    @property
    def replay(self):
        return self.desk.served.site.shelf.replay(self.room.id, 1)

    @property
    def moments(self):
        return self.desk.served.site.shelf.moments(self.room.id, 1)


@pytest.fixture(scope="module")
def played():
    """A class that has ended."""
    with pytest.MonkeyPatch.context() as patched:
        room = Room().makes(6, **LOTTERY, title="Tuesday").begins().to_the_end()
        yield Desk(room, patched)


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


@pytest.mark.parametrize("kind", [OPENED, *JUMPS])
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


def test_a_seat_that_opens_later_is_said_to(monkeypatch):
    """A latecomer's seat: before it was there, a sentence in place of its page."""
    room = Room().makes(3, **LOTTERY | {"cut": "full"}).begins().until(1, Stage.RESPONSE)
    room.joins(1)
    reader = Reader(Desk(room.until(3, Stage.DISPATCH), monkeypatch))
    late = next(
        (at, event.seat)
        for at, event in enumerate(reader.replay.events, 1)
        if type(event).__name__ == "SeatOpened"
    )
    before, after = (reader.page(f"/group/1/at/{late[0] + by}/as/{late[1]}") for by in (-1, 0))
    assert f"came in with event {late[0]}" in before.find(id="seen").text
    assert not before.iframe.get("src")
    assert "hidden" in before.iframe.attrs
    assert after.iframe["src"].endswith(f"/at/{late[0]}/as/{late[1]}/screen")
    assert reader.step(f"/group/1/at/{late[0] - 1}/as/{late[1]}")["screen"] is None


def test_a_seat_s_page_is_there_to_be_looked_at(played):
    """It runs nothing, leads nowhere and sends nothing, however it is opened."""
    reader = Reader(played)
    for position in range(1, reader.replay.last + 1, 9):
        for seat in ("A1", "A2"):
            answer = reader.asks(f"/group/1/at/{position}/as/{seat}/screen")
            policy = answer.headers["Content-Security-Policy"].split("; ")
            assert {"default-src 'none'", "form-action 'none'", "sandbox allow-same-origin"} <= {
                *policy
            }
            assert "frame-ancestors 'self'" in policy
            assert not [rule for rule in policy if rule.startswith("script-src")]
            page = BeautifulSoup(answer.text, "html.parser")
            assert not page.select("script, noscript, meta[http-equiv]")
            assert not [a for a in page.select("a[href]") if not a["href"].startswith("#")]
            for control in page.select("button, input, select, textarea"):
                assert control.find_parent("fieldset", disabled=True)


def test_only_this_page_may_stand_in_a_frame(played):
    """And only the page of a moment holds one."""
    reader = Reader(played)
    moment = reader.asks("/group/1/at/5").headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in moment
    assert "frame-src 'self'" in moment
    other = reader.asks("/review").headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in other
    assert "frame-src" not in other
    frame = reader.page("/group/1/at/5/as/A1").iframe
    assert frame["sandbox"] == ["allow-same-origin"]
    assert frame["title"]


def test_nobody_is_named(played):
    """Pseudonyms alone, and no return number: on no page, for the instructor either."""
    room = played.room
    entries = room.classroom.roster(room.live.id).values()
    assert entries
    said = []
    for role in (None, Role.REVIEWER, Role.CO_INSTRUCTOR):
        reader = Reader(played, role)
        paths = ["/review", "/group/1/at/30", "/group/1/at/30/as/A1", "/group/1/at/30/as/A1/screen"]
        said += [reader.asks(path).text for path in paths]
        assert all(reader.asks(path).status_code == 200 for path in paths)
    number = re.compile("return number", re.I)
    for page in said:
        assert not [one.name for one in entries if one.name in page]
        assert not [one.return_number for one in entries if one.return_number in page]
        assert not number.search(page)


def test_a_reviewer_waits_for_the_end(monkeypatch):
    """The instructor may look, and is told to keep it off the projector."""
    room = Room().makes(6, **LOTTERY).begins().until(2, Stage.RESPONSE)
    desk = Desk(room, monkeypatch)
    paths = ("/review", "/group/1/at/9", "/group/1/at/9/as/A1", "/group/1/at/9/as/A1/screen")
    teacher, reviewer = Reader(desk), Reader(desk, Role.REVIEWER)
    assert [reviewer.asks(path).status_code for path in paths] == [409] * 4
    assert [teacher.asks(path).status_code for path in paths] == [200] * 4
    assert "goes on" in teacher.asks("/review").text
    assert "goes on" in teacher.asks("/group/1/at/9").text
    last = teacher.replay.last
    room.until(3, Stage.RESPONSE)
    assert teacher.replay.last > last
    conducting.end(room.classroom, room.live)
    room.clock += A_DAY
    assert [reviewer.asks(path).status_code for path in paths] == [200] * 4
    assert "goes on" not in reviewer.asks("/review").text


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
