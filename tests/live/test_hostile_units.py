"""Units and cables beyond all measure, at the stages that ask for them.

With this scenario's bands no division exceeds the pool: what does is refused by its parts before.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.live.faces import brief
from tests.live.pupils import Seated, a_class
from tests.live.served import Served

pytestmark = [pytest.mark.live, pytest.mark.hostile]


def advanced(seated: Seated, stage: str) -> Seated:
    """The class at a later stage of round 1; the rules play for those who sleep."""
    while seated.pupils[0].view["public"]["stage"] != stage:
        before = seated.pupils[0].view["public"]["stage"]
        seated.session.order("close")
        seated.session.order("next")
        seated.everybody_sees(lambda m: m["view"]["public"]["stage"] != before)  # noqa: B023
    return seated


@pytest.fixture(scope="module")
def talking(shared: Served) -> Iterator[Seated]:
    """A class in its consultation."""
    with a_class(shared) as seated:
        yield advanced(seated, "consultation")


@pytest.fixture(scope="module")
def committing(shared: Served) -> Iterator[Seated]:
    """A class whose patron divides its forces."""
    with a_class(shared) as seated:
        yield advanced(seated, "commitment")


def division(**changes: Any) -> dict[str, Any]:
    """A division that would be taken, but for the changes."""
    return {"posture": "hold", "theatre": 4, "garrisons": {"A1": 1}} | changes


DIVISIONS: dict[str, tuple[dict[str, Any], str]] = {
    "more than a garrison": (division(garrisons={"A1": 3}), "out_of_range"),
    "far more": (division(theatre=10**9), "outside_band"),
    "beyond a machine's numbers": (division(theatre=10**30), "malformed"),
    "negative": (division(garrisons={"A1": -1, "A2": 3}), "out_of_range"),
    "outside its band": (division(posture="draw_down", theatre=6), "outside_band"),
    "half a unit": (division(theatre=4.5), "malformed"),
    "a flag": (division(theatre=True), "malformed"),
    "an unknown ally": (division(garrisons={"A9": 1}), "malformed"),
    "an ally who is not there": (division(garrisons={"A5": 1}), "no_such_seat"),
    "itself": (division(garrisons={"P": 1}), "malformed"),
    "a prototype": (division(garrisons={"__proto__": 1}), "malformed"),
    "a list": (division(garrisons=[1, 1]), "malformed"),
    "no posture": (division(posture="blitz"), "malformed"),
}


@pytest.mark.parametrize("named", DIVISIONS)
def test_units_that_do_not_go_round(committing: Seated, named: str) -> None:
    """Refused or malformed, each with its code; the allies see nothing and wait on."""
    patron, ally = committing.at("P"), committing.at("A1")
    seen = len(ally.views)
    args, code = DIVISIONS[named]
    answer = patron.moves("commit_forces", **args)
    assert (answer["ok"], answer["code"]) == (False, code), answer
    assert (len(ally.views), ally.drops) == (seen, 0)
    assert "commit_forces" in patron.view["may"]
    assert "Traceback" not in committing.served.errors()


TEXTS = {"": "text_empty", "x" * 281: "text_too_long", "x" * 20_000: "malformed"}


@pytest.mark.parametrize("text", TEXTS, ids=brief)
def test_a_cable_that_cannot_be_sent(talking: Seated, text: str) -> None:
    """Empty or too long: said so, and it is not counted."""
    patron = talking.at("P")
    before = patron.view["cables_left"]
    assert patron.moves("send_cable", to="A2", text=text)["code"] == TEXTS[text]
    assert patron.view["cables_left"] == before


def test_a_flood_of_cables_ends_at_the_limit(talking: Seated) -> None:
    """Three a round and way; the others get no packet about it, not even an empty one."""
    flooder, patron, other = talking.at("A1"), talking.at("P"), talking.at("A3")
    seen, drops = len(other.views), other.drops
    answers = [flooder.moves("send_cable", to="P", text=f"Flood {n}") for n in range(50)]
    assert [answer["ok"] for answer in answers] == [True] * 3 + [False] * 47
    assert {answer["code"] for answer in answers[3:]} == {"limit_reached"}
    patron.sees(lambda m: len(m["view"]["messages"]) == 3)
    assert patron.moves("send_cable", to="A3", text="Still here?") == {"ok": True}
    other.sees(lambda m: [cable["text"] for cable in m["view"]["messages"]] == ["Still here?"])
    assert (len(other.views), other.drops) == (seen + 1, drops)


def test_allies_have_no_line_to_each_other(talking: Seated) -> None:
    """Nor to themselves, nor to nobody."""
    ally = talking.at("A2")
    codes = [ally.moves("send_cable", to=to, text="Hush")["code"] for to in ("A1", "A2", "A5", "Z")]
    assert codes == ["not_a_party", "not_a_party", "not_a_party", "malformed"]
