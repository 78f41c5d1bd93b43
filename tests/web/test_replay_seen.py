"""Who sees what in the replay: a seat's page is inert, nobody is named, a reviewer waits."""

import re

from bs4 import BeautifulSoup

from game.classroom import conducting
from game.classroom.links import Role
from game.core.vocabulary import Stage
from tests.rooms import Room
from tests.web.archive_desk import A_DAY, LOTTERY, Desk
from tests.web.replay_desk import Reader, played

__all__ = ["played"]  # a fixture


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
    assert before.select_one("#seen a")["href"].endswith(f"/at/{late[0]}/as/{late[1]}")
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
