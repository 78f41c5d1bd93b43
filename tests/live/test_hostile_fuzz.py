"""Payloads at random, on every event of the socket and every address: no crash, no harm.

They are drawn by a seed, so that what failed fails again; the long run is for `-m slow`.
"""

import random
import time
from collections.abc import Iterator
from typing import Any

import pytest
import requests

from game.core.reading import READERS
from tests.live.attempts import ARGS
from tests.live.faces import assert_strict
from tests.live.ledger import stored
from tests.live.pupils import Pupil, Seated, a_class, assert_plays_on
from tests.live.routes import Route, events, routes
from tests.live.served import Served

pytestmark = [pytest.mark.live, pytest.mark.hostile]

BATCH = 10  # messages between two looks at whether the neighbour plays on
PAUSE = 0.25  # seconds
WORDS = (
    "", "x", "A1", "P", "Z9", "1", "-1", "9" * 400, "NaN", "1e400", "\x00", "\ud7ff", "🙂" * 80,
    "<script>", "../../etc/passwd", "%00", "' or 1=1 --", "{{ 7*7 }}", "__proto__", "null",
    "stand", "hold", "dispatch", "response", "=1+1",
)  # fmt: skip
NUMBERS = (0, 1, -1, 7, 101, 2**31, 2**63, -(2**80), 0.5, 1e308, True, False, None)


def drawn(dice: random.Random, depth: int = 0) -> Any:
    """Anything that JSON can say."""
    kind = dice.randrange(6 if depth < 3 else 4)
    if kind < 2:
        return dice.choice(WORDS)
    if kind < 4:
        return dice.choice(NUMBERS)
    if kind == 4:
        return [drawn(dice, depth + 1) for _ in range(dice.randrange(4))]
    return {dice.choice(WORDS): drawn(dice, depth + 1) for _ in range(dice.randrange(4))}


def bent(dice: random.Random) -> Any:
    """A command as it should be, with something of it wrong; or no command at all."""
    name = dice.choice(list(READERS))
    message: dict[str, Any] = {"id": f"z{dice.random()}", "name": name, "round": 1}
    message |= {"stage": "dispatch", "args": dict(ARGS[name])}
    for _ in range(dice.randrange(1, 3)):
        spot = dice.choice(["id", "name", "round", "stage", "args", "seat", "who", "inside", "all"])
        if spot == "all":
            return drawn(dice)
        if spot == "inside" and isinstance(message["args"], dict):
            keys = [*message["args"], dice.choice(WORDS)]
            message["args"][dice.choice(keys)] = drawn(dice)
        elif spot != "inside":
            message[spot] = drawn(dice)
    return message


@pytest.fixture(scope="module")
def patient(shared: Served) -> Iterator[Seated]:
    """A class whose first dispatch stays open; afterwards nothing has broken."""
    with a_class(shared) as seated:
        yield seated
        assert shared.errors() == ""


def fuzz_the_socket(seated: Seated, seed: int, count: int) -> None:
    """So many messages on the events of a seat's socket; each is answered, none breaks anything."""
    dice, one = random.Random(seed), seated.at("A1")
    for number in range(count):
        if number % BATCH == 0:
            assert_plays_on(seated.at("A2"))
            time.sleep(PAUSE if count > 300 else 0)  # a connection sends 50 a second at most
        assert_answered(one, dice.choice(events()), bent(dice))


def assert_answered(one: Pupil, event: str, message: Any) -> None:
    """A command with a code, and not `broken`; any other event with nothing at all."""
    assert one.socket
    answer = one.socket.call(event, message, timeout=20)
    if event == "command":
        assert answer["ok"] in (True, False)
        if answer.get("code") == "too_fast":
            time.sleep(1)  # as the sentence says: the seat would be cut off otherwise
        assert answer.get("code") != "broken", message
        assert isinstance(answer.get("sentence", ""), str)


def fuzz_the_routes(seated: Seated, seed: int, count: int) -> None:
    """So many forms on every address that takes one, by a student and by nobody."""
    dice = random.Random(seed)
    posts = [route for route in routes() if route.method == "POST"]
    cookies: list[dict[str, str]] = [{}, {"dw_seat": seated.at("A1").token}]
    for _ in range(count):
        route = dice.choice(posts)
        assert_strict(_posted(seated, dice, route, dice.choice(cookies)))


def _posted(
    seated: Seated, dice: random.Random, route: Route, cookies: dict[str, str]
) -> requests.Response:
    fields = ("belief", "code", "name", "number", "_round", "_stage", "_who", "_id", "password")
    form = {dice.choice(fields): dice.choice(WORDS) for _ in range(dice.randrange(6))}
    body: dict[str, Any] = {"data": {k: v.encode("utf-8", "replace") for k, v in form.items()}}
    if route.endpoint.startswith("api."):
        body = {"json": bent(dice)}
        token = cookies.get("dw_seat") or dice.choice(["", "x", "é".encode().decode("latin-1")])
        body["headers"] = {"Authorization": f"Bearer {token}".encode()}
    who = seated.at("A2").participant
    path = route.path.format(session=seated.session.id, participant=who)
    answer = requests.post(
        seated.served.url + path, cookies=cookies, timeout=20, allow_redirects=False, **body
    )
    assert answer.status_code < 500, (route, body, answer.text)
    return answer


def test_the_socket_at_random(patient: Seated) -> None:
    """A few hundred."""
    fuzz_the_socket(patient, seed=1, count=200)


def test_forms_at_random(patient: Seated) -> None:
    """A few hundred; those of a stranger change nothing at all."""
    fuzz_the_routes(patient, seed=2, count=200)
    assert_plays_on(patient.at("A2"))


def test_what_nobody_may_at_random(patient: Seated) -> None:
    """A stranger's forms on all that is guarded leave the database as it was."""
    before, dice = stored(patient.served), random.Random(3)
    posts = [r for r in routes() if r.method == "POST" and "{session}" in r.path]
    for route in posts:
        assert _posted(patient, dice, route, {}).status_code == 401
    assert stored(patient.served) == before


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10, 14))
def test_thousands_at_random(patient: Seated, seed: int) -> None:
    """The long run."""
    fuzz_the_socket(patient, seed, 1000)
    fuzz_the_routes(patient, seed, 1000)
    assert_plays_on(patient.at("A2"))
