"""An event written down and read again, today and years later."""

import dataclasses
import json
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.classroom.live import SESSION_CODEC
from game.classroom.session.events import PlayBegan, SessionEvent
from game.core.events import BeliefStated, Event, StageOpened
from game.core.vocabulary import MoveSource, ParticipantId, SeatId, Stage
from game.log.codec import Codec, Unreadable, canonical
from game.log.streams import GROUP_CODEC
from tests.strategies import wild_play, wild_plays

GROUP_EVENTS = {kind.__name__: kind for kind in get_args(Event)}
SESSION_EVENTS = {kind.__name__: kind for kind in get_args(SessionEvent)}
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(str, st.text(st.characters(exclude_categories=["Cs"]), max_size=8))
any_event = st.one_of([st.from_type(kind) for kind in GROUP_EVENTS.values()])
any_session_event = st.one_of([st.from_type(kind) for kind in SESSION_EVENTS.values()])


@settings(max_examples=300)
@given(any_event)
def test_every_event_of_a_group_survives(event):
    """Encode and decode: the same event, the same bytes."""
    kind, version, body = GROUP_CODEC.encode(event)
    again = GROUP_CODEC.decode(kind, version, body)
    assert again == event
    assert type(again) is type(event)
    assert GROUP_CODEC.encode(again) == (kind, version, body)


@settings(max_examples=150)
@given(any_session_event)
def test_every_event_of_a_session_survives(event):
    """The same for the session's own stream."""
    assert SESSION_CODEC.decode(*SESSION_CODEC.encode(event)) == event


@settings(max_examples=40)
@given(wild_plays)
def test_the_bytes_are_canonical(script):
    """Sorted keys, no blanks, text as it is: what is read and written again is byte for byte."""
    for event in script.log:
        _, _, body = GROUP_CODEC.encode(event)
        assert body == canonical(json.loads(body))
        body.encode()


def test_wild_play_meets_every_kind_of_event():
    """So that the tests above say something about the events that games really have."""
    met = {type(event).__name__ for seed in range(25) for event in wild_play(seed).log}
    assert met == set(GROUP_EVENTS)


def test_an_event_is_written_as_anybody_can_read_it():
    """Pinned: the log format is a promise."""
    stated = BeliefStated(7, SeatId("A1"), 50, MoveSource.STUDENT, (ParticipantId("p1"),))
    assert GROUP_CODEC.encode(stated) == (
        "BeliefStated",
        1,
        '{"at":7,"belief":50,"by":["p1"],"seat":"A1","source":"student"}',
    )
    opened = StageOpened(7, 2, Stage.DISPATCH, None, 7)
    assert GROUP_CODEC.encode(opened)[2] == (
        '{"at":7,"deadline":null,"not_before":7,"round":2,"stage":"dispatch"}'
    )


OPENED = '{"at":7,"deadline":null,"not_before":7,"round":2,"stage":"dispatch"}'

ACCOUNT = '{"accounts":[{"lines":[],"par":9.5,"seat":"P"}],"at":1,"judged":[]}'


@pytest.mark.parametrize(
    ("kind", "version", "body"),
    [
        ("StageOpened", 2, OPENED),
        ("StageOpened", 0, OPENED),
        ("Volcano", 1, "{}"),
        ("StageOpened", 1, ""),
        ("StageOpened", 1, "{"),
        ("StageOpened", 1, "null"),
        ("StageOpened", 1, "[]"),
        ("StageOpened", 1, "7"),
        ("StageOpened", 1, '"text"'),
        ("StageOpened", 1, '{"at":7}'),
        ("StageOpened", 1, OPENED.replace('"at"', '"att"')),
        ("StageOpened", 1, OPENED.replace("7", '"7"')),
        ("StageOpened", 1, OPENED.replace("dispatch", "siesta")),
        ("StageOpened", 1, OPENED.replace('"dispatch"', "null")),
        ("StageOpened", 1, OPENED.replace('"dispatch"', "[]")),
        ("StageOpened", 1, OPENED.replace("2", "2.5")),
        ("StageOpened", 1, OPENED.replace("2", "true")),
        ("RoundReckoned", 1, ACCOUNT.replace("9.5", "NaN")),
        ("RoundReckoned", 1, ACCOUNT.replace("9.5", "-Infinity")),
        ("CrisisStruck", 1, '{"at":1,"attacked":"A1","sent":[],"defended":[],"partnered":[]}'),
        ("CrisisStruck", 1, '{"at":1,"attacked":[1],"sent":[],"defended":[],"partnered":[]}'),
        ("OrdersSealed", 1, '{"at":1,"by":[],"orders":[["A1"]],"source":"bot"}'),
        ("OrdersSealed", 1, '{"at":1,"by":[],"orders":[["A1",1]],"source":"bot"}'),
        ("PutInWriting", 1, '{"asked":7,"at":1,"public":true,"seat":"P","source":"bot","to":"A1"}'),
    ],
)
def test_what_cannot_be_read_says_so(kind, version, body):
    """Newer or damaged: `Unreadable`, never a half-read event and never another error."""
    with pytest.raises(Unreadable):
        GROUP_CODEC.decode(kind, version, body)


@settings(max_examples=200)
@given(any_event, st.data())
def test_damage_is_noticed_or_harmless(event, data):
    """One character changed: another event, or `Unreadable`; nothing else is raised."""
    kind, version, body = GROUP_CODEC.encode(event)
    place = data.draw(st.integers(0, len(body) - 1))
    sign = data.draw(st.characters(exclude_categories=["Cs"]))
    try:
        GROUP_CODEC.decode(kind, version, body[:place] + sign + body[place + 1 :])
    except Unreadable:
        return


def test_only_events_of_the_family_are_written():
    """A session's event does not belong into a group's stream."""
    with pytest.raises(TypeError):
        GROUP_CODEC.encode(PlayBegan(1))


@dataclasses.dataclass(frozen=True, slots=True)
class Greeted:
    """A made-up event, in its third version."""

    at: int
    whom: str
    warmth: int


def older_codec():
    """Version 1 said `name`; version 2 `whom`; version 3 has warmth."""
    return Codec(
        (Greeted,),
        versions={"Greeted": 3},
        upcasters={
            ("Greeted", 1): lambda body: {"at": body["at"], "whom": body["name"]},
            ("Greeted", 2): lambda body: {**body, "warmth": 5},
        },
    )


@pytest.mark.parametrize(
    ("version", "body", "warmth"),
    [
        (1, '{"at":1,"name":"Ada"}', 5),
        (2, '{"at":1,"whom":"Ada"}', 5),
        (3, '{"at":1,"whom":"Ada","warmth":9}', 9),
    ],
)
def test_older_events_pass_through_their_upcasters(version, body, warmth):
    """Nothing is rewritten; today's code reads what yesterday's wrote."""
    assert older_codec().decode("Greeted", version, body) == Greeted(1, "Ada", warmth)


def test_an_event_is_written_in_todays_version():
    """Version 3."""
    assert older_codec().encode(Greeted(1, "Ada", 2))[:2] == ("Greeted", 3)


def test_an_older_event_without_its_upcaster_is_unreadable():
    """Or with one that does not fit it."""
    with pytest.raises(Unreadable):
        Codec((Greeted,), {"Greeted": 2}).decode("Greeted", 1, '{"at":1,"name":"Ada"}')
    with pytest.raises(Unreadable):
        older_codec().decode("Greeted", 1, '{"at":1}')
