"""The clock's hand: grace, deadlines, restarts; time that was lost is given back."""

import pytest

from game.classroom import conducting
from game.classroom.gate import free_to_open
from game.core.commands import StateBelief
from game.core.vocabulary import Refused, Stage
from tests.builders import A1, A2, Script, an_opening
from tests.rooms import Room


def test_a_move_of_the_last_moment_is_still_on_its_way():
    """A second of grace after the deadline; then the stage closes."""
    room = Room().makes(3).begins().passes(45, step=45)
    assert room.state().open
    room.sends(room.holder(0, A1), StateBelief(50)).passes(1)
    assert room.state().stage is Stage.CONSULTATION
    assert room.state().round.before[A1].belief == 50


def test_a_move_that_comes_too_late_is_refused():
    """Once the stage has closed."""
    room = Room().makes(3, pace="instructor").begins().passes(46)
    with pytest.raises(Refused) as refused:
        room.sends(room.holder(0, A1), StateBelief(50))
    assert refused.value.code == "late"


def test_a_tick_with_nothing_due_writes_nothing():
    """The log grows by facts alone."""
    room = Room().makes(6).begins()
    before = room.writer.store.count("events")
    room.passes(20)
    assert room.writer.store.count("events") == before


def test_two_timekeepers_close_a_stage_once():
    """Any process may keep the time."""
    room = Room().makes(3, pace="instructor").begins()
    room.clock += 46_000
    room.timekeeper.tick()
    written = room.writer.store.count("events")
    room.timekeeper.tick()
    assert room.writer.store.count("events") == written


@pytest.mark.parametrize("away", [1, 60, 3600])
def test_a_stop_of_the_server_takes_nobodys_time(away):
    """The last heartbeat was at second 20 of 45; afterwards 25 are left."""
    room = Room().makes(3).begins().passes(20)
    room.timekeeper.beat()
    room.clock += 1000 * away
    room.restart().timekeeper.wake()
    assert room.state().deadline - room.clock == 25_000
    room.to_the_end()


def test_a_stage_opened_after_the_last_heartbeat_loses_nothing_either():
    """Its clock stood since it opened at the latest."""
    room = Room().makes(3).begins()
    room.timekeeper.beat()
    room.passes(10).everybody_moves().passes(1)
    assert room.state().stage is Stage.CONSULTATION
    room.clock += 500_000
    room.restart().timekeeper.wake()
    assert room.state().deadline - room.clock == 110_000


def test_waking_twice_gives_the_time_once():
    """A second start finds the heartbeat of the first."""
    room = Room().makes(3).begins().passes(20)
    room.timekeeper.beat()
    room.clock += 60_000
    room.restart().timekeeper.wake()
    room.restart().timekeeper.wake()
    assert room.state().deadline - room.clock == 25_000


def test_a_start_that_is_killed_before_its_first_heartbeat_gives_the_time_once():
    """What the log holds of it is sign of life enough."""
    room = Room().makes(3).begins().passes(20)
    room.timekeeper.beat()
    room.clock += 60_000
    killed = room.restart().timekeeper
    killed.beat = lambda: None
    killed.wake()
    room.clock += 30_000
    room.restart().timekeeper.wake()
    assert room.state().deadline - room.clock == 25_000


def test_a_move_after_the_last_heartbeat_is_a_sign_of_life():
    """The class had that time, so it is not given back."""
    room = Room().makes(3).begins().passes(20)
    room.timekeeper.beat()
    room.passes(0.9).sends(room.holder(0, A1), StateBelief(50))
    room.clock += 60_000
    room.restart().timekeeper.wake()
    assert room.state().deadline - room.clock == 24_100


def test_a_paused_class_that_was_stopped_goes_on_with_what_was_left():
    """Pause and stop are not counted twice."""
    room = Room().makes(3).begins().passes(20)
    conducting.pause(room.classroom, room.live)
    room.timekeeper.beat()
    room.clock += 60_000
    room.restart().timekeeper.wake()
    room.clock += 5_000
    conducting.resume(room.classroom, room.live)
    assert room.state().deadline - room.clock == 25_000


def test_a_first_start_has_nothing_to_give_back():
    """No heartbeat, no session: waking does no harm."""
    room = Room()
    room.timekeeper.wake()
    room.makes(3).begins()
    room.restart().timekeeper.wake()
    assert room.state().deadline - room.clock == 45_000


def group_at(number, stage, is_open=True):
    """A group at a stage, open or just closed."""
    script = Script(an_opening(3)).at(number, stage)
    if not is_open:
        script.bots_move()
        if script.state.open:
            script.all_ready()
    return script.state


def test_a_group_may_go_on_when_no_other_is_behind():
    """The hindmost first; nobody while one of them still plays there."""
    thinks = group_at(1, Stage.DISPATCH)
    through = group_at(1, Stage.DISPATCH, is_open=False)
    ahead = group_at(1, Stage.CONSULTATION)
    over = Script(an_opening(3)).to_the_end().state
    assert free_to_open([thinks, through]) == []
    assert free_to_open([through, through]) == [0, 1]
    assert free_to_open([through, ahead]) == []
    assert free_to_open([through, over]) == [0]
    assert free_to_open([over, over]) == []
    assert free_to_open([]) == []


def test_a_class_of_one_group_is_held_back_by_nobody():
    """It goes on as soon as it is through."""
    room = Room().makes(3).begins()
    room.everybody_moves().passes(1)
    assert room.state().stage is Stage.CONSULTATION
    assert room.state().seats[A2].holders
