"""What the protocol page promises of one seat: sending twice, losing it, coming back."""

import threading
from collections.abc import Iterator

import pytest
import requests

from tests.live.seminar import Seminar
from tests.live.served import ClassSession, Served
from tests.live.stranger import Json, Stranger, post

pytestmark = pytest.mark.live


@pytest.fixture
def session(shared) -> ClassSession:
    """A lobby, in the hands of the instructor."""
    return shared.console().make(pace="instructor", timers="")


@pytest.fixture
def class_of_three(shared, session) -> Iterator[Seminar]:
    """One group in its first dispatch: a patron and two allies."""
    seminar = Seminar(shared, session, 3)
    seminar.begin()
    yield seminar
    seminar.close()


@pytest.fixture
def ally(class_of_three) -> Stranger:
    """An ally who is asked for a belief."""
    found = next(s for s in class_of_three.students if s.stranger.view["seat"] == "A1")
    return found.stranger


def said(stranger: Stranger) -> int | None:
    """The belief that the server has."""
    before: int | None = stranger.view["ally"]["beliefs"][-1]["before"]
    return before


# ------------------------------------------------------------------ sending


def test_the_same_id_again(ally):
    """Does nothing, and is answered as taken; a refused one may be sent again."""
    first = ally.message("state_belief", {"belief": 10})
    assert ally.ask(first) == {"ok": True}
    assert ally.ask({**first, "args": {"belief": 90}}) == {"ok": True}
    ally.until(lambda: said(ally) is not None)
    assert said(ally) == 10
    wrong = ally.message("state_belief", {"belief": 101})
    assert ally.ask(wrong)["code"] == "out_of_range"
    assert ally.ask({**wrong, "args": {"belief": 20}}) == {"ok": True}
    ally.until(lambda: said(ally) == 20)


def test_out_of_time_and_out_of_place(ally):
    """A command for another stage, round or seat does nothing."""
    message = ally.message("state_belief", {"belief": 10})
    wrong = [
        ({"stage": "response"}, "early"),
        ({"round": 2}, "early"),
        ({"round": 0}, "late"),
        ({"seat": "A2"}, "not_your_seat"),
        ({"name": "commit_forces", "args": {"posture": "hold", "theatre": 3}}, "patron_only"),
        ({"name": "declare_ready"}, "nothing_to_do"),
        ({"name": "surrender"}, "malformed"),
    ]
    for change, code in wrong:
        assert ally.ask({**message, **change})["code"] == code
    assert ally.ask("surrender")["code"] == "malformed"
    assert said(ally) is None


def test_by_http_alone(shared, ally):
    """The same view and the same commands, by another connection's leave."""
    heard = {"Authorization": f"Bearer {ally.token}"}
    news: Json = requests.get(f"{shared.url}/api/view", headers=heard, timeout=9).json()
    assert {**news, "now": 0} == {**ally.news, "now": 0}
    message = ally.message("state_belief", {"belief": 10})
    statuses = [
        (message, 200),
        ({**message, "id": "other", "args": {"belief": 101}}, 409),
        ({**message, "id": "other", "args": []}, 400),
    ]
    for body, status in statuses:
        answer = post(f"{shared.url}/api/command", body, **heard)
        assert (answer["status"], answer["ok"]) == (status, status == 200)
    ally.until(lambda: said(ally) == 10)


# ------------------------------------------------------------------ the connection


def test_the_newest_connection_wins(shared, ally):
    """The older one is told, refused and told no more; the seat and its moves stay."""
    newer = Stranger(shared.url, ally.token).connect("polling")
    ally.until(lambda: ally.elsewhere)
    views = ally.views
    assert ally.do("state_belief", belief=10)["code"] == "elsewhere"
    assert newer.do("state_belief", belief=30) == {"ok": True}
    newer.until(lambda: said(newer) == 30)
    assert ally.views == views
    assert newer.news["version"] > ally.news["version"]
    newer.drop()


def test_coming_back(ally):
    """The first view tells everything, and versions go on."""
    assert ally.do("state_belief", belief=10) == {"ok": True}
    ally.until(lambda: said(ally) == 10)
    before = ally.news
    ally.drop()
    ally.connect()
    assert {**ally.news, "now": 0} == {**before, "now": 0}


def test_coming_back_to_a_server_that_was_killed(served: Served):
    """The same token, the same view, no smaller version, and the same id does nothing again."""
    seminar = Seminar(served, served.console().make(pace="instructor", timers=""), 3)
    seminar.begin()
    ally = next(s.stranger for s in seminar.students if s.stranger.view["seat"] == "A1")
    message = ally.message("state_belief", {"belief": 10})
    assert ally.ask(message) == {"ok": True}
    ally.until(lambda: said(ally) == 10)
    before = ally.news
    served.kill()
    served.start()
    back = Stranger(served.url, ally.token, threading.Condition()).connect()
    assert {**back.view, "version": 0} == {**before["view"], "version": 0}
    assert back.news["version"] >= before["version"]
    assert back.ask({**message, "args": {"belief": 90}}) == {"ok": True}
    assert back.do("state_belief", belief=20) == {"ok": True}
    back.until(lambda: said(back) == 20)
    back.drop()
    seminar.close()
