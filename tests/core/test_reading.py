"""Reading a message: every field, every way to get it wrong, and nothing but `Malformed`."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.core.commands import (
    CommitForces,
    DeclareReady,
    PublishCommunique,
    PutIn,
    SealOrders,
    SealResponse,
    SendCable,
    StateAppraisal,
    StateBelief,
)
from game.core.pledges import Asked, Code, Condition
from game.core.reading import READERS, Malformed, parse
from game.core.vocabulary import Move, Posture, Stage, Stance
from tests.builders import A1, A2, PATRON

GOOD = {
    "state_belief": ({"belief": 50}, StateBelief(50)),
    "send_cable": ({"to": "A1", "text": "Hold on."}, SendCable(A1, "Hold on.")),
    "publish_communique": ({"text": "To all."}, PublishCommunique("To all.")),
    "put_in_writing": (
        {"to": "P", "code": "warn_elsewhere", "condition": "escalate", "public": True},
        PutIn(PATRON, Asked(Code.WARN_ELSEWHERE, condition=Condition.ESCALATE), True),
    ),
    "declare_ready": ({}, DeclareReady()),
    "commit_forces": (
        {"posture": "hold", "theatre": 3, "garrisons": {"A1": 1, "A2": 2}},
        CommitForces(Posture.HOLD, 3, {A1: 1, A2: 2}),
    ),
    "state_appraisal": ({"would": 1, "could": 2, "belief": 3}, StateAppraisal(1, 2, 3)),
    "seal_response": (
        {"move": "stand", "stance": "silent", "units": 1, "voice": False, "reason": "why"},
        SealResponse(Move.STAND, Stance.SILENT, 1, False, "why"),
    ),
    "seal_orders": ({"orders": {"A1": True, "A2": False}}, SealOrders({A1: True, A2: False})),
}
WRONG_NUMBERS = [None, True, 1.5, "", "x", "1.5", "+-3", "--5", "1e3", [], {}, 10**12, "9" * 40]
WRONG_WORDS = [None, True, 1, "", "STAND ", "nothing", [], {}]
WRONG_TEXTS = [1, None, True, [], {}, "x" * 10_001, "half \ud800 a sign"]
WRONG_FLAGS = ["perhaps", 1, [], {}, None, "2"]
WRONG_SEATS = [None, 1, "", "A6", "p", [], {}]
WRONG = {
    ("state_belief", "belief"): WRONG_NUMBERS,
    ("send_cable", "to"): WRONG_SEATS,
    ("send_cable", "text"): WRONG_TEXTS,
    ("publish_communique", "text"): WRONG_TEXTS,
    ("put_in_writing", "to"): WRONG_SEATS,
    ("put_in_writing", "code"): WRONG_WORDS,
    ("put_in_writing", "condition"): [True, 1, "sometimes", ["escalate"]],
    ("put_in_writing", "public"): WRONG_FLAGS,
    ("put_in_writing", "units"): WRONG_NUMBERS,
    ("put_in_writing", "round"): WRONG_NUMBERS,
    ("commit_forces", "posture"): WRONG_WORDS,
    ("commit_forces", "theatre"): WRONG_NUMBERS,
    ("commit_forces", "garrisons"): [None, 1, "A1", [], {"P": 1}, {"A6": 1}, {"A1": "x"}],
    ("state_appraisal", "would"): WRONG_NUMBERS,
    ("state_appraisal", "could"): WRONG_NUMBERS,
    ("state_appraisal", "belief"): WRONG_NUMBERS,
    ("seal_response", "move"): WRONG_WORDS,
    ("seal_response", "stance"): WRONG_WORDS,
    ("seal_response", "units"): WRONG_NUMBERS,
    ("seal_response", "voice"): WRONG_FLAGS,
    ("seal_response", "reason"): WRONG_TEXTS,
    ("seal_orders", "orders"): [None, 1, "A1", [], {"P": True}, {"A1": "perhaps"}, {"A1": None}],
}


def a_message(name, args=None, **changes):
    """A message for round 1's response."""
    return {"name": name, "round": 1, "stage": "response", "args": args or {}, **changes}


@pytest.mark.parametrize("name", sorted(GOOD))
def test_every_command_can_be_read(name):
    """The round, the stage and the command."""
    args, command = GOOD[name]
    assert parse(a_message(name, args)) == (1, Stage.RESPONSE, command)


def test_every_command_has_its_example_and_every_field_its_faults():
    """A new command or field must be given its tests here."""
    assert set(GOOD) == set(READERS)
    assert {(name, key) for name, (args, _) in GOOD.items() for key in args} <= set(WRONG)


@pytest.mark.parametrize(("name", "key"), sorted(WRONG))
def test_every_wrong_value_is_malformed_and_says_where(name, key):
    """The field, or the seat within it, and what belongs there."""
    for value in WRONG[name, key]:
        args = {**GOOD[name][0], key: value}
        with pytest.raises(Malformed) as fault:
            parse(a_message(name, args))
        assert fault.value.field in (key, "A1"), value
        assert fault.value.expected


OPTIONAL = {
    "units",
    "round",
    "condition",
    "public",
    "voice",
    "reason",
    "text",
    "garrisons",
    "orders",
}


@pytest.mark.parametrize(("name", "key"), sorted(k for k in WRONG if k[1] not in OPTIONAL))
def test_what_must_be_said_may_not_be_missing(name, key):
    """A slider that was not touched is no answer."""
    args = {k: v for k, v in GOOD[name][0].items() if k != key}
    with pytest.raises(Malformed) as fault:
        parse(a_message(name, args))
    assert fault.value.field == key


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("name", [None, 1, "", "no_such", "decide", "__class__", "x" * 20_000, ["state_belief"]]),
        ("round", WRONG_NUMBERS),
        ("stage", [None, "", "stage", 1, []]),
        ("args", [None, 1, "x", []]),
    ],
)
def test_the_envelope_is_read_as_strictly(key, values):
    """Name, round, stage and arguments."""
    for value in values:
        with pytest.raises(Malformed) as fault:
            parse(a_message("state_belief", {"belief": 1}) | {key: value})
        assert fault.value.field == key


@pytest.mark.parametrize(
    ("sent", "read"), [("7", 7), (" 7 ", 7), ("+7", 7), ("-7", -7), (7.0, 7), ("007", 7)]
)
def test_numbers_may_come_as_a_form_sends_them(sent, read):
    """HTML forms send text; JSON may send 7.0."""
    assert parse(a_message("state_belief", {"belief": sent}))[2] == StateBelief(read)


@pytest.mark.parametrize(
    ("sent", "read"), [("on", True), ("true", True), ("", False), ("False", False)]
)
def test_flags_may_come_as_a_form_sends_them(sent, read):
    """A ticked box says on; a box left alone says nothing."""
    assert parse(a_message("seal_orders", {"orders": {"A1": sent}}))[2] == SealOrders({A1: read})
    args = {"move": "stand", "stance": "silent"}
    assert parse(a_message("seal_response", args))[2].voice is False


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(st.characters(), max_size=6)
    | st.sampled_from(["A1", "P", "stand", "escalate", "+-1", "--", "²", "٣", "1_0", "\ud800"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)
keys = st.sampled_from(sorted({key for _, key in WRONG} | {"A1", "A2", "P"}))
messages = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(sorted(READERS)) | json_values,
        "round": st.integers(-1, 9) | json_values,
        "stage": st.sampled_from([stage.value for stage in Stage]) | json_values,
        "args": st.dictionaries(
            keys, json_values | st.dictionaries(keys, json_values, max_size=3), max_size=6
        )
        | json_values,
    },
)


@given(messages)
@example({"name": "state_belief", "round": "+-3", "stage": "dispatch", "args": {"belief": 1}})
def test_whatever_is_sent_is_read_or_malformed(sent):
    """Never another exception, whatever JSON it is given; and what is read can be stored."""
    try:
        number, stage, command = parse(sent)
    except Malformed:
        return
    assert isinstance(number, int)
    assert isinstance(stage, Stage)
    json.dumps(repr(command), ensure_ascii=False).encode()
