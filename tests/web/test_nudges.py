"""A nudge stands while its seat is awaited, and has arrived once somebody has looked."""

import pytest

from game.core.commands import CoverSeat, StateBelief
from game.core.vocabulary import Stage
from game.web.nudges import Nudges
from tests.builders import A1, NOW, PATRON
from tests.rooms import Room


@pytest.fixture
def room():
    return Room().makes(students=3).begins()


@pytest.fixture
def nudges(room):
    return Nudges(lambda: room.clock)


def test_only_an_awaited_seat_is_nudged(room, nudges):
    assert nudges.send(room.live, room.holder(0, A1))
    assert not nudges.send(room.live, room.holder(0, PATRON))  # it only reads in the dispatch
    assert not nudges.send(room.live, "nobody")


def test_a_seat_that_a_bot_holds_is_not_nudged(room, nudges):
    room.classroom.order_group(room.live, 0, CoverSeat(A1, "maximiser"))

    assert not nudges.send(room.live, room.holder(0, A1))


def test_it_stands_until_the_seat_has_moved(room, nudges):
    ally = room.holder(0, A1)
    nudges.send(room.live, ally)
    assert nudges.asked(room.live, ally) == NOW

    room.sends(ally, StateBelief(40))

    assert nudges.asked(room.live, ally) == 0


def test_it_does_not_come_again_in_a_later_stage(room, nudges):
    ally = room.holder(0, A1)
    nudges.send(room.live, ally)
    room.until(1, Stage.RESPONSE)

    assert nudges.of(room.live, ally) is None


def test_it_has_arrived_when_the_student_was_heard_after_it(room, nudges):
    ally = room.holder(0, A1)
    assert not nudges.reach(room.id, ally)
    nudges.send(room.live, ally)
    assert not nudges.of(room.live, ally).reached

    assert nudges.reach(room.id, ally)
    assert not nudges.reach(room.id, ally)  # that is no news
    assert nudges.of(room.live, ally).reached

    nudges.send(room.live, ally)
    assert not nudges.of(room.live, ally).reached
