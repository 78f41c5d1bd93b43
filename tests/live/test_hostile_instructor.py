"""The console in clumsy hands: forms edited by hand, buttons pressed twice or at the wrong time."""

import re
from collections.abc import Iterator

import pytest

from tests.live.faces import assert_page, brief
from tests.live.pupils import Seated, a_class
from tests.live.served import Console, Served

pytestmark = [pytest.mark.live, pytest.mark.hostile]

FORM = {
    "scenario": "the-straits", "cut.the-straits": "full", "design": "D2", "group_size": "3",
    "timers": "1", "pace": "clock",
}  # fmt: skip
REFUSED = (
    {"scenario": "nowhere"},
    {"scenario": "../run"},
    {"scenario": "<script>alert(1)</script>"},
    {"scenario": ""},
    {"cut.the-straits": "endless"},
    {"design": "D9"},
    {"group_size": "0"},
    {"group_size": "7"},
    {"group_size": "3.5"},
    {"group_size": "-3"},
    {"group_size": "9" * 5000},
    {"group_size": "²"},
    {"pace": "warp"},
    {"title": "t" * 10_000},
)
KEPT = (
    {"title": "<b>Alliances</b> \u202e"},
    {"students": "9" * 5000, "do": "check"},
    {"group_size": "9" * 5000, "do": "check"},
    {"design": "D1", "factors": "nothing"},
    {"actors.the-straits": "nobody"},
)


@pytest.fixture
def console(shared: Served) -> Iterator[Console]:
    """The instructor's browser; afterwards the terminal is as it was."""
    errors = shared.errors()
    opened = shared.console()
    yield opened
    opened.close()
    assert shared.errors() == errors


@pytest.mark.parametrize("change", REFUSED, ids=brief)
def test_a_session_that_cannot_be_made(console: Console, change: dict[str, str]) -> None:
    """The form again with the sentence at its field; no session stands in the list."""
    before = console.get("/console").text.count("/console/s")
    answer = console.post("/console/new", **FORM | change)
    assert_page(answer, 409, "The session was not made")
    assert "<script>alert" not in answer.text
    assert console.get("/console").text.count("/console/s") == before


@pytest.mark.parametrize("change", KEPT, ids=brief)
def test_what_is_odd_and_does_no_harm(console: Console, change: dict[str, str]) -> None:
    """Made, or offered again; never broken, and never markup."""
    answer = console.post("/console/new", **FORM | change)
    assert_page(answer, 200)
    assert "<b>Alliances" not in answer.text


def test_an_empty_form(console: Console) -> None:
    """As a tool sends it that only knows the address."""
    assert_page(console.post("/console/new"), 409, "The session was not made")


BEFORE = ("begin", "next", "close", "extend", "pause", "resume")


def test_buttons_of_a_class_that_has_not_begun(console: Console) -> None:
    """Each is answered by the console itself, with a sentence; and nothing has begun."""
    session = console.make()
    for action in ("deal", *BEFORE):
        answer = session.order(action)
        if action != "next":
            assert_page(answer, 409)
    assert_page(session.order("explode"), 404)
    assert_page(session.order("remove", participant="nobody"), 200)
    assert_page(session.order("debrief", page="x" * 1000), 400)
    assert session.code[:3] in session.page()


def test_buttons_pressed_twice(room: Seated) -> None:
    """The second press is refused or does nothing; the class plays on."""
    session, ally = room.session, room.at("A2")
    for action in ("deal", "begin", "resume"):
        assert_page(session.order(action), 409)
    assert session.order("pause").status_code == 200
    assert_page(session.order("pause"), 409)
    ally.sees(lambda m: m["view"]["public"]["paused"])
    assert ally.moves("state_belief", belief=1)["code"] == "paused"
    assert session.order("resume").status_code == 200
    assert_page(session.order("resume"), 409)
    ally.sees(lambda m: not m["view"]["public"]["paused"])


def test_one_order_closes_one_stage(shared: Served) -> None:
    """Pressed twice, or read while the clock closed it: what came too late does nothing."""
    with a_class(shared) as seated:
        session = seated.session
        (at,) = set(re.findall(r'name="_at" value="([^"]+)"', session.page()))
        assert at == "play-1-dispatch-open"
        assert_page(session.order("close", _at=at), 200)
        assert_page(session.order("next"), 200)
        seated.everybody_sees(lambda m: m["view"]["public"]["stage"] == "consultation")
        assert_page(session.order("close", _at=at), 409, "a step further")
        assert seated.at("A1").moves("declare_ready")["ok"], "the consultation is open"


def test_a_class_that_was_ended_stays_ended(shared: Served) -> None:
    """Every button after it is answered, none opens it again; the students see the end."""
    with a_class(shared) as seated:
        session = seated.session
        assert session.order("end").status_code == 200
        for action in ("end", "deal", "begin", "close", "extend", "pause", "resume"):
            assert_page(session.order(action), 409)
        seated.everybody_sees(lambda m: m["view"]["public"]["over"])
        assert seated.at("A1").moves("state_belief", belief=1)["code"] == "game_over"
        assert re.search(r"PK", session.export()[:2].decode())
    assert "Traceback" not in shared.errors()
