"""The heartbeat: a machine that sleeps takes nobody's time, one session no other's clock."""

from types import SimpleNamespace

import pytest

from game.core.vocabulary import Stage
from game.web.pace import Pace
from tests.rooms import Room


def paced(room: Room) -> Pace:
    """The heartbeat of this room."""
    site = SimpleNamespace(room=room.classroom)
    return Pace(SimpleNamespace(site=site, timekeeper=room.timekeeper))  # type: ignore[arg-type]


def looks(room: Room, pace: Pace, seconds: int) -> None:
    """So many seconds go by, and the heartbeat looks each second."""
    for _ in range(seconds):
        room.clock += 1000
        pace.look()


@pytest.mark.parametrize("asleep", [4, 60, 7200])
def test_a_laptop_that_sleeps_takes_nobodys_time(asleep):
    room = Room().makes(3, pace="instructor").begins()
    pace = paced(room)
    pace.look()
    looks(room, pace, 20)

    room.clock += 1000 * asleep
    pace.look()

    assert room.state().deadline - room.clock == 25_000
    assert room.state().open


def test_a_class_that_is_awake_is_given_no_time():
    room = Room().makes(3, pace="instructor").begins()
    pace = paced(room)
    pace.look()

    looks(room, pace, 46)

    assert not room.state().open


def test_a_session_in_trouble_stops_no_other_clock(caplog):
    room = Room().makes(3).begins()
    older = room.live
    room.makes(3).begins()
    pace = paced(room)
    pace.look()
    room.live.groups[0].state = None  # type: ignore[assignment]

    looks(room, pace, 46)

    assert older.groups[0].state.stage is Stage.CONSULTATION
    assert caplog.text.count("stumbles") == 1, "said once, not every tick"
