"""Two processes on one log: what the other has appended is read, and the command decided again."""

from threading import Event, Thread

import pytest

from game.core.commands import FromSeat, StateBelief
from game.core.vocabulary import MoveSource, Refusal, Refused, Stage
from tests.builders import A1, A2
from tests.rooms import Room


@pytest.fixture
def rooms(tmp_path):
    """Two classrooms of one class in round 1."""
    first = Room(url=f"sqlite:///{tmp_path / 'log.sqlite'}").makes(6).begins()
    second = Room(first.scenario, url=f"sqlite:///{tmp_path / 'log.sqlite'}")
    second.id = first.id
    return first, second


def believes(room, seat, group=1):
    """The seat's belief."""
    sent = FromSeat(seat, 1, Stage.DISPATCH, StateBelief(40), MoveSource.INSTRUCTOR)
    room.classroom.order_group(room.live, group, sent)


def test_what_the_other_appended_is_read_first(rooms):
    """Neither move is lost."""
    first, second = rooms
    believes(first, A1)
    believes(second, A2)
    assert set(second.state(1).round.before) == {A1, A2}
    assert not second.state(1).open


def test_the_command_is_decided_again(rooms):
    """The stage has closed meanwhile."""
    first, second = rooms
    for seat in (A1, A2):
        believes(first, seat)
    with pytest.raises(Refused) as refused:
        believes(second, A1)
    assert refused.value.code is Refusal.LATE


def test_reading_again_waits_for_no_other_group(rooms):
    """Whoever holds another group may be waiting for this one."""
    first, second = rooms
    believes(first, A1)
    held, let_go = Event(), Event()

    def hold():
        with second.live.groups[0].lock:
            held.set()
            let_go.wait()

    holder, mover = Thread(target=hold), Thread(target=believes, args=(second, A2))
    holder.start()
    held.wait()
    mover.start()
    mover.join(timeout=10)
    stuck = mover.is_alive()
    let_go.set()
    holder.join()
    mover.join()
    assert not stuck
