"""What a stranger may have written into a file is refused when it is read."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.analysis.export import export_zip
from game.analysis.export.possible import LATEST, MOST_EVENTS
from game.analysis.export.reading import read_session
from game.analysis.export.unpacking import NoExport
from game.analysis.sessionlog import Coding
from game.analysis.tables import tables
from game.core.events import (
    BeliefStated,
    CableSent,
    CommuniquePublished,
    GroupOpened,
    ReadyDeclared,
    ResponseSealed,
    ResponsesRevealed,
    RoundReckoned,
)
from tests.analysis.export.hostile import first_of, with_beside, with_events
from tests.analysis.real import asked
from tests.analysis.zipping import members, packed

SCHEMA_1 = Path(__file__).parents[2] / "fixtures" / "exports" / "schema-1" / "class-texts.zip"
HALF = "\ud800"
CODE = {
    "text_id": "S1-G1-R1-A1",
    "coder": "anna",
    "code": "other",
    "coded_at": 1,
    "blind": True,
    "codebook": "reasons-1",
    "settled": "",
}
IDS = (
    "rounds", "cards", "types", "flood", "belief", "ready", "response", "account", "revealed",
    "times", "twice",
)  # fmt: skip
TALK = CableSent | CommuniquePublished


def flooded(events):
    at = next(at for at, event in enumerate(events) if isinstance(event, TALK))
    return (*events[:at], *(events[at],) * MOST_EVENTS, *events[at:])


def revealed_late(events):
    at = next(at for at, event in enumerate(events) if isinstance(event, ResponsesRevealed))
    after = at + 3  # behind the closing and the crisis
    return (*events[:at], *events[at + 1 : after], events[at], *events[after:])


def drawn(events, **changes):
    return first_of(events, GroupOpened, nature=replace(events[0].nature, **changes))


def account_of_nobody(events):
    reckoned = next(event for event in events if isinstance(event, RoundReckoned))
    accounts = (replace(reckoned.accounts[0], seat="bot"), *reckoned.accounts[1:])
    return first_of(events, RoundReckoned, accounts=accounts)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda events: first_of(events, GroupOpened, rounds=10**9), "its cut has"),
        (lambda events: drawn(events, cards=()), "for every round"),
        (lambda events: drawn(events, types=()), "for every seat"),
        (flooded, "more events than any game"),
        (lambda events: first_of(events, BeliefStated, seat="bot"), "no game has there"),
        (lambda events: first_of(events, ReadyDeclared, seat="x" * 300), "no game has there"),
        (lambda events: first_of(events, ResponseSealed, seat="student"), "no game has there"),
        (account_of_nobody, "no game has there"),
        (revealed_late, "no game has there"),
        (lambda events: first_of(events, ResponseSealed, at=LATEST + 1), "after 2100"),
        (lambda events: (*events, events[0]), "no game has there"),
    ],
    ids=IDS,
)
def test_a_log_that_no_game_could_have_is_refused(change, said):
    with pytest.raises(NoExport, match=said):
        read_session(with_events(asked(), change))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"title": HALF}, "session.json in it cannot be read"),
        ({"codings": [CODE | {"coder": HALF}]}, "session.json in it"),
        ({"assigned_at": 10**18}, "after 2100"),
        ({"codings": [CODE | {"coded_at": 10**18}]}, "a time in it"),
        ({"codings": [CODE | {"code": f"k{at}"} for at in range(100)]}, "than a class can have"),
        ({"codings": [CODE | {"coder": f"c{at}"} for at in range(100)]}, "a class can have"),
        ({"group_size": 10**9}, "more seats than any class"),
    ],
)
def test_what_no_class_has_beside_its_log_is_refused(changes, said):
    with pytest.raises(NoExport, match=said):
        read_session(with_beside(asked(), **changes))


def test_half_a_character_is_refused_where_there_is_no_chain():
    files = members(SCHEMA_1.read_bytes())
    lines = [json.loads(line) for line in files["events.jsonl"].decode().splitlines()]
    next(line for line in lines if line["kind"] == "ResponseSealed")["body"]["reason"] = HALF
    written = "".join(json.dumps(line) + "\n" for line in lines).encode()
    with pytest.raises(NoExport, match="its log cannot be read"):
        read_session(packed({**files, "events.jsonl": written}))


def test_half_a_character_is_refused_in_a_scenario_too():
    files = members(export_zip(asked(), texts=True))
    text = files["scenario.yaml"] + b'# "\\ud800"\n'
    with pytest.raises(NoExport, match="half a character"):
        read_session(packed({**files, "scenario.yaml": text}))


def test_what_is_not_known_of_a_class_of_elsewhere_is_no_agreement():
    """And a code whose text has no id of ours is of nobody."""
    code = Coding("t1", "anna", "other", asked().created_at, True)
    known = replace(asked(), codings=(code,))
    unknown = replace(known, consent={}, imported=True)
    found = {one.name: one.rows for one in tables(unknown, texts=True, research=True)}
    assert not any(found[name] for name in ("ally_rounds", "answers", "codes", "rationales"))
    told = read_session(export_zip(unknown, texts=True, research=True)).log
    assert (told.groups, told.predictions, told.placings) == ((), (), frozenset())
    here = replace(unknown, imported=False)
    assert tables(here, texts=True, research=True)[0].rows
