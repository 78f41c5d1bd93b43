"""A raised hand: in the log under a pseudonym, in order, and down when nobody needs it."""

import pytest

from game.classroom import conducting
from game.classroom.hands import lower_hand, raise_hand
from game.classroom.live import stream_of
from game.classroom.placing import remove
from game.core.vocabulary import ParticipantId
from tests.builders import NOW
from tests.rooms import Room


@pytest.fixture
def room():
    return Room().makes(students=3)


def up(room, place):
    """The student who joined at this place raises a hand."""
    return raise_hand(room.classroom, room.live, room.live.state.participants[place])


def down(room, place):
    return lower_hand(room.classroom, room.live, room.live.state.participants[place])


def raised(room):
    """The places of those whose hand is up."""
    order = room.live.state.participants
    return [order.index(who) for who, _ in room.live.state.hands]


def test_hands_stand_in_the_order_in_which_they_went_up(room):
    assert up(room, 2)
    room.clock = NOW + 5000
    assert up(room, 0)

    assert raised(room) == [2, 0]
    assert [at for _, at in room.live.state.hands] == [NOW, NOW + 5000]


def test_a_hand_goes_up_once_and_down_once(room):
    """What changes nothing is no event."""
    rows = len(room.writer.store.read(stream_of(room.id)))

    assert [up(room, 1), up(room, 1), down(room, 1), down(room, 1)] == [True, False, True, False]
    assert len(room.writer.store.read(stream_of(room.id))) == rows + 2


def test_a_restart_loses_no_hand(room):
    up(room, 1)

    assert raised(room.restart()) == [1]


def test_the_log_holds_no_name(room):
    up(room, 1)
    last = room.writer.store.read(stream_of(room.id))[-1]

    assert last.kind == "HandRaised"
    assert "Student" not in str(last.body)


def test_who_is_removed_asks_for_nothing(room):
    up(room, 1)
    remove(room.classroom, room.live, room.live.state.participants[1])

    assert room.live.state.hands == ()


def test_a_stranger_has_no_hand(room):
    assert not raise_hand(room.classroom, room.live, ParticipantId("nobody"))


def test_at_the_end_all_hands_are_down(room):
    room.begins()
    up(room, 0)
    conducting.end(room.classroom, room.live)

    assert raised(room) == []
    assert not up(room, 0)
