"""Moves as a hostile or clumsy student sends them: twice, too late, for another, out of range."""

import json
from typing import Any

import pytest
import requests
import socketio

from tests.live.faces import assert_code, assert_page, brief
from tests.live.pupils import Pupil, Seated, a_class
from tests.live.served import Served

pytestmark = [pytest.mark.live, pytest.mark.hostile]

NO_NUMBERS = (
    "-0.5", "1.5", "NaN", "Infinity", "-Infinity", "1e400", "true", "null", '"ten"', '""',
    '"1e2"', "[]", "[50]", "{}", '{"belief": 50}', "9" * 4000, "9" * 5000, '"%s"' % ("9" * 5000),
    '"\\ud800"',
)  # fmt: skip
OUTSIDE = ("-1", "101", "1000000000", "1e3", '"-7"')


def raw(pupil: Pupil, **args: str) -> requests.Response:
    """A move whose arguments are JSON text, as no program would write them."""
    message = json.dumps(pupil.message("state_belief"))
    inner = ", ".join(f'"{name}": {text}' for name, text in args.items())
    headers = {"Authorization": f"Bearer {pupil.token}", "Content-Type": "application/json"}
    body = message.replace('"args": {}', f'"args": {{{inner}}}')
    return requests.post(f"{pupil.url}/api/command", data=body, headers=headers, timeout=20)


def posted(pupil: Pupil, command: str, **fields: str) -> requests.Response:
    """The form of a page without scripts; not followed."""
    public = pupil.view["public"]
    form = {"_round": str(public["round"]), "_stage": public["stage"], **fields}
    return requests.post(
        f"{pupil.url}/play/{command}",
        data=form,
        cookies={"dw_seat": pupil.token},
        allow_redirects=False,
        timeout=20,
    )


@pytest.mark.parametrize("text", NO_NUMBERS, ids=brief)
def test_what_is_no_number_is_malformed(calm: Seated, text: str) -> None:
    """The field is named; nothing changes."""
    assert_code(raw(calm.at("A1"), belief=text), 400, "malformed")


@pytest.mark.parametrize("text", OUTSIDE, ids=brief)
def test_a_number_out_of_range_is_refused(calm: Seated, text: str) -> None:
    """Read, and not allowed: another face than malformed."""
    assert_code(raw(calm.at("A1"), belief=text), 409, "out_of_range")


def test_a_form_out_of_range_comes_back_as_it_was_typed(calm: Seated) -> None:
    """The page, with the sentence and what stood in the field."""
    answer = posted(calm.at("A1"), "state_belief", belief="4711")
    assert_page(answer, 409, "between 0 and 100", "4711")


FORGED: dict[str, tuple[dict[str, Any], str]] = {
    "another seat": ({"seat": "A2"}, "not_your_seat"),
    "no seat at all": ({"seat": {"A1": 1}}, "not_your_seat"),
    "the round before": ({"round": 0}, "late"),
    "the next round": ({"round": 2}, "early"),
    "another stage": ({"stage": "response"}, "early"),
    "no stage": ({"stage": "tea"}, "malformed"),
    "the patron's move": (
        {"name": "commit_forces", "args": {"posture": "hold", "theatre": 3}},
        "patron_only",
    ),
    "the instructor's": ({"name": "close_stage", "args": {}}, "malformed"),
    "a Python name": ({"name": "__class__", "args": {}}, "malformed"),
    "a long id": ({"id": "x" * 65}, "malformed"),
    "an id with a line feed": ({"id": "x\ny"}, "malformed"),
}


@pytest.mark.parametrize("forged", FORGED)
def test_forged_messages(calm: Seated, forged: str) -> None:
    """Another's seat, another time, another's right: refused by socket and over HTTP alike."""
    change, code = FORGED[forged]
    mallory = calm.at("A1")
    message = mallory.message("state_belief", belief=99) | change
    assert mallory.sends(message)["code"] == code
    assert_code(mallory.posts(message), 400 if code == "malformed" else 409, code)


@pytest.mark.parametrize("token", ["", "x", "null", "eyJ9.x", "."], ids=brief)
def test_a_forged_token_opens_nothing(calm: Seated, token: str) -> None:
    """No view, no move, no page; people go to the door."""
    url, seated = calm.served.url, calm.at("A1")
    for forged in (token, seated.token[:-1], seated.token + "x"):
        headers = {"Authorization": f"Bearer {forged}"}
        assert_code(
            requests.get(f"{url}/api/view", headers=headers, timeout=20), 401, "unknown_token"
        )
        page = requests.get(
            f"{url}/play",
            headers={"Cookie": f"dw_seat={forged}"},
            allow_redirects=False,
            timeout=20,
        )
        assert (page.status_code, page.headers["Location"]) == (303, "/")


def test_the_same_id_acts_once(room: Seated) -> None:
    """By socket, over HTTP and by the form: each says yes, the first alone counts."""
    ada = room.at("A1")
    message = ada.message("state_belief", belief=10)
    assert ada.sends(message) == ada.sends(message) == {"ok": True}
    other = message | {"args": {"belief": 90}}
    assert ada.posts(other).json() == {"ok": True}
    assert posted(ada, "state_belief", belief="91", _id=message["id"]).status_code == 303
    assert ada.moves("state_belief", belief=11) == {"ok": True}
    seen = ada.sees(lambda m: m["view"]["ally"]["beliefs"][-1]["before"] == 11)
    assert seen["version"] - room.at("A2").views[-1]["version"] <= 2


def test_a_form_without_an_id_twice_is_no_harm(room: Seated) -> None:
    """The last one counts, as the rules say of a belief."""
    ada = room.at("A1")
    for belief in ("21", "22"):
        assert posted(ada, "state_belief", belief=belief).status_code == 303
    ada.sees(lambda m: m["view"]["ally"]["beliefs"][-1]["before"] == 22)


def test_a_second_tab_takes_over_and_the_first_says_so(calm: Seated) -> None:
    """The newest connection plays; the older one's commands are refused; it can come back."""
    first = calm.at("A1")
    second = Pupil(first.url, first.token, first.return_number, first.participant).connect()
    message = first.message("state_belief", belief=101)
    assert first.sends(message)["code"] == "elsewhere"
    assert [event for event, _ in first.said] == ["elsewhere"]
    assert second.sends(message)["code"] == "out_of_range"
    second.close()
    first.close()
    first.connect()
    assert first.sends(message)["code"] == "out_of_range"


def test_a_move_for_a_stage_that_has_closed(shared: Served) -> None:
    """Refused with a sentence, on every way in; the form brings back what was typed."""
    with a_class(shared) as seated:
        ada = seated.at("A1")
        late = ada.message("state_belief", belief=66)
        seated.session.order("close")
        seated.session.order("next")
        seated.everybody_sees(lambda m: m["view"]["public"]["stage"] != "dispatch")
        assert ada.sends(late)["code"] == "late"
        assert_code(ada.posts(late), 409, "late")
        form = {"_round": "1", "_stage": "dispatch", "belief": "66"}
        assert_page(posted(ada, "state_belief", **form), 409, "closed before")


def test_a_page_of_another_participant_moves_for_nobody(calm: Seated) -> None:
    """Somebody else has joined in this browser since: neither the form nor the socket acts."""
    ada, bo = calm.at("A1"), calm.at("A2")
    form = {"_round": "1", "_stage": "dispatch", "_who": ada.participant, "belief": "9"}
    answer = requests.post(
        f"{calm.served.url}/play/state_belief",
        data=form,
        cookies={"dw_seat": bo.token},
        headers={"Accept": "application/json"},
        timeout=20,
    )
    assert answer.json()["code"] == "not_your_seat"
    other = socketio.Client(reconnection=False)
    told: list[object] = []
    other.on("connect_error", told.append)
    with pytest.raises(socketio.exceptions.ConnectionError):
        other.connect(calm.served.url, auth={"token": bo.token, "who": ada.participant})
    assert "elsewhere" in str(told)
