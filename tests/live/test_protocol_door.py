"""What the protocol page promises at the door: who comes in, and when one is seated."""

import re

import pytest
import requests
import socketio

from tests.live.seminar import Seminar
from tests.live.served import ClassSession
from tests.live.stranger import Stranger, come_back, join, post
from tests.pages import DOCS, read, rows, section

pytestmark = pytest.mark.live
PAGE = read(DOCS / "reference" / "protocol.md")


def keys(heading: str) -> set[str]:
    """The first column of the first table under a heading."""
    table = section(PAGE, heading).partition("\n|")[2].partition("\n\n")[0]
    return {row[0].strip("`") for row in rows(f"|{table}")}


@pytest.fixture
def session(shared) -> ClassSession:
    """A lobby, in the hands of the instructor."""
    return shared.console().make(pace="instructor", timers="")


def test_joining_answers_with_what_the_page_names(shared, session):
    """Neither more nor less; the same for who comes back, with a token for the same seat."""
    there = re.findall(
        r"^\| `(\w+)` \|", section(PAGE, "POST /api/join").partition("answer")[2], re.M
    )
    welcome = join(shared.url, session.code.lower(), "Ada")
    assert welcome.pop("status") == 200
    assert sorted(welcome) == sorted(there)
    again = come_back(shared.url, session.code, welcome["return_number"])
    assert again["participant"] == welcome["participant"]


def test_who_is_not_let_in(shared, session):
    """By code and field, as the page says."""
    join(shared.url, session.code, "Ada")
    wrong = [
        ({"code": "ZZZZZZ", "name": "Bo"}, "unknown_code", "code"),
        ({"code": session.code, "name": " "}, "name_empty", "name"),
        ({"code": session.code, "name": "B" * 61}, "name_too_long", "name"),
        ({"code": session.code, "name": "Ada"}, "name_taken", "name"),
    ]
    for body, code, field in wrong:
        answer = post(f"{shared.url}/api/join", body)
        assert (answer["status"], answer["code"], answer["field"]) == (409, code, field)
    assert come_back(shared.url, session.code, "0000")["code"] == "unknown_number"


def test_a_token_that_opens_nothing(shared):
    """Neither by socket nor by HTTP."""
    with pytest.raises(socketio.exceptions.ConnectionError):
        Stranger(shared.url, "no-such-token").connect()
    answer = requests.get(
        f"{shared.url}/api/view", headers={"Authorization": "Bearer no"}, timeout=9
    )
    assert (answer.status_code, answer.json()["code"]) == (401, "unknown_token")


def test_the_phases(shared, session):
    """Lobby, seated, late, and seated with the next round; removed from the lobby."""
    gone = Stranger(shared.url, join(shared.url, session.code, "Gone")["token"]).connect()
    here = Seminar(shared, session, 3)
    frame = {"version", "now", "phase"} | keys("LobbyFrame")
    assert set(gone.news) == frame
    session.order("remove", participant=participant_of(session, "Gone"))
    gone.until(lambda: gone.news["phase"] == "removed")
    assert set(gone.news) == {"version", "now", "phase"}
    here.begin()
    assert set(here.students[0].stranger.news) == keys("The event `view")
    late = Stranger(shared.url, join(shared.url, session.code, "Late")["token"]).connect()
    assert (late.news["phase"], set(late.news)) == ("late", frame)
    play_a_round(here)
    late.until(lambda: late.news["phase"] == "seated" and late.view["public"]["round"] == 2)
    for stranger in (gone, late):
        stranger.drop()
    here.close()


def participant_of(session: ClassSession, name: str) -> str:
    """As the console's form has it."""
    form = re.search(rf"{name}.*?name=\"participant\" value=\"(\w+)\"", session.page(), re.DOTALL)
    assert form
    return form[1]


def play_a_round(seminar: Seminar) -> None:
    """Until the dispatch of the next one."""
    while seminar.views[0]["public"]["round"] < 2:
        seminar.step()
