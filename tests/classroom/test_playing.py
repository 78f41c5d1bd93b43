"""A student's message: durable when it is answered, counted once, for its own seat alone."""

import pytest

from game.classroom import playing
from game.core.commands import DeclareReady, StateBelief
from game.core.evolve import replay
from game.core.reading import Malformed
from game.core.vocabulary import Refusal, Refused, Stage
from game.log.store import Append
from game.log.streams import GROUP_CODEC
from tests.builders import A1, A2
from tests.rooms import Room, message


def a_class(students=3):
    """Round 1's dispatch."""
    return Room().makes(students).begins()


def rows(room, index=0):
    """What the log holds of a group."""
    return room.writer.store.read(room.live.groups[index].group)


def test_what_is_answered_is_in_the_log():
    """And says who moved."""
    room = a_class()
    student = room.holder(0, A1)
    room.sends(student, StateBelief(50), "one")
    last = rows(room)[-1]
    assert (last.kind, last.command_id) == ("BeliefStated", f"{student}:one")
    assert f'"by":["{student}"]' in last.body


def test_the_same_id_again_changes_nothing():
    """A page that sends twice moves once; also after a restart, also when the stage is over."""
    room = a_class()
    student = room.holder(0, A1)
    room.sends(student, StateBelief(50), "one")
    sent = message(StateBelief(99), room.state(), "one")
    for again in (room, room.restart(), room.until(1, Stage.COMMITMENT)):
        before = len(rows(again))
        playing.act(again.classroom, again.live, student, sent)
        assert len(rows(again)) == before
    assert room.state().round.before[A1].belief == 50


def test_ids_are_each_participants_own():
    """Two students' pages may hit on the same id."""
    room = a_class()
    for seat, belief in ((A1, 20), (A2, 80)):
        room.sends(room.holder(0, seat), StateBelief(belief), "same")
    assert [room.state().round.before[seat].belief for seat in (A1, A2)] == [20, 80]


def test_without_an_id_every_message_counts():
    """As a form without JavaScript sends it."""
    room = a_class()
    student = room.holder(0, A1)
    room.sends(student, StateBelief(20)).sends(student, StateBelief(30))
    assert room.state().round.before[A1].belief == 30


@pytest.mark.parametrize("bad", [1, True, [], {}, "x" * 65, "\ud800", "a\nb", "é"])
def test_an_id_is_short_and_plain(bad):
    """Text that every database can keep."""
    room = a_class()
    sent = message(StateBelief(50), room.state()) | {"id": bad}
    with pytest.raises(Malformed) as fault:
        playing.act(room.classroom, room.live, room.holder(0, A1), sent)
    assert fault.value.field == "id"


def test_a_refused_message_writes_nothing():
    """And may be sent again with the same id when the time has come."""
    room = a_class()
    before = len(rows(room))
    with pytest.raises(Refused):
        room.sends(room.holder(0, A1), DeclareReady(), "r")
    assert len(rows(room)) == before
    room.until(1, Stage.CONSULTATION).sends(room.holder(0, A1), DeclareReady(), "r")
    assert rows(room)[-1].kind == "ReadyDeclared"


def test_who_has_no_seat_is_told_to_wait():
    """In the lobby, or come too late for this round."""
    room = Room().makes(3)
    (student, *_) = room.live.state.participants
    sent = {"name": "state_belief", "round": 1, "stage": "dispatch", "args": {"belief": 1}}
    with pytest.raises(Refused) as refused:
        playing.act(room.classroom, room.live, student, sent)
    assert refused.value.code is Refusal.NOT_STARTED


def test_a_message_for_another_seat_is_refused():
    """The seat comes from the participant, never from the message."""
    room = a_class()
    sent = message(StateBelief(50), room.state()) | {"seat": A2}
    with pytest.raises(Refused) as refused:
        playing.act(room.classroom, room.live, room.holder(0, A1), sent)
    assert refused.value.code is Refusal.NOT_YOUR_SEAT


def test_another_process_that_was_first_is_read_and_the_move_decided_again():
    """Optimistic append: nothing is lost, nothing overwritten."""
    room = a_class()
    first, second = room.holder(0, A1), room.holder(0, A2)
    memory = room.live
    elsewhere = Room.__new__(Room)
    elsewhere.__dict__.update(room.__dict__)
    elsewhere.open_doors()
    elsewhere.sends(first, StateBelief(20))
    assert A1 not in memory.groups[0].state.round.before
    room.sends(second, StateBelief(80))
    group = memory.groups[0]
    assert {s: b.belief for s, b in group.state.round.before.items()} == {A1: 20, A2: 80}
    assert [row.position for row in rows(room)] == list(range(1, group.position + 1))


def test_what_could_not_be_written_did_not_happen():
    """The store says no: the memory stays what it was."""
    room = a_class()
    group = room.live.groups[0]
    before = (group.state, group.position)

    class Broken:
        store = room.writer.store

        def submit(self, job):
            assert isinstance(job, Append)
            raise OSError("disk full")

        def read(self, query):
            return room.writer.read(query)

    room.classroom.writer = Broken()
    with pytest.raises(OSError, match="disk full"):
        room.sends(room.holder(0, A1), StateBelief(50))
    assert (group.state, group.position) == before


def test_the_memory_is_a_fold_of_the_log():
    """After a whole game, group by group, and the session's own stream too."""
    room = Room().makes(8).begins().to_the_end()
    kept = [(g.state, g.versions, g.position, g.seen) for g in room.live.groups]
    own = (room.live.state, room.live.position)
    room.restart()
    assert [(g.state, g.versions, g.position, g.seen) for g in room.live.groups] == kept
    assert (room.live.state, room.live.position) == own
    for group in room.live.groups:
        stream = room.writer.store.read(group.group)
        assert [row.position for row in stream] == list(range(1, group.position + 1))
        events = [GROUP_CODEC.decode(row.kind, row.version, row.body) for row in stream]
        assert replay(room.scenario, events) == group.state


def test_no_name_is_ever_in_the_log():
    """Names live in the roster alone; erasing it leaves the log replayable."""
    room = Room().makes(6).begins().to_the_end()
    with room.writer.store.engine.begin() as connection:
        bodies = [r[0] for r in connection.exec_driver_sql("SELECT body FROM events")]
        connection.exec_driver_sql("DELETE FROM roster")
    assert not [body for body in bodies if "Student" in body]
    assert room.restart().live.state.ended.reason == "completed"
