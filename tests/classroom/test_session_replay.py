"""A session's own stream, read again: the same session, whatever happened in it."""

from typing import get_args

from game.classroom import asked, conducting, hands, placing, undoing
from game.classroom.live import SESSION_CODEC, stream_of
from game.classroom.session.events import SessionEvent
from game.classroom.session.state import evolve, replay
from game.core.vocabulary import Expectation, Recognised, SeatId, Stage
from tests.rooms import Room


def an_eventful_session():
    """One comes and goes, one comes late; a pause; the end; a page of the debrief."""
    room = Room().makes(4)
    placing.remove(room.classroom, room.live, room.joins()[0])
    placing.readmit(room.classroom, room.live, room.live.state.removed[0])
    onlooker = room.joins()[0]
    placing.watch(room.classroom, room.live, onlooker)
    asked.predict(room.classroom, room.live, onlooker, Expectation.LESS, "It is busy.")
    conducting.deal_seats(room.classroom, room.live)
    undoing.undo_deal(room.classroom, room.live)
    room.begins().joins()
    room.until(2, Stage.DISPATCH)
    placing.play(room.classroom, room.live, onlooker)
    placing.seat_beside(room.classroom, room.live, onlooker, (0, SeatId("A1")))
    hands.raise_hand(room.classroom, room.live, onlooker)
    hands.lower_hand(room.classroom, room.live, onlooker)
    conducting.pause(room.classroom, room.live)
    conducting.resume(room.classroom, room.live)
    conducting.end(room.classroom, room.live)
    undoing.reopen(room.classroom, room.live)
    conducting.end(room.classroom, room.live)
    asked.recognise(room.classroom, room.live, onlooker, Recognised.GUESS, 2)
    conducting.turn_debrief(room.classroom, room.live, "reveal")
    return room


def stored(room):
    """The session's events as they come back from the store."""
    rows = room.writer.store.read(stream_of(room.id))
    return [SESSION_CODEC.decode(row.kind, row.version, row.body) for row in rows]


def test_it_meets_every_kind_of_event():
    """So that the tests below say something about each of them."""
    met = {type(event) for event in stored(an_eventful_session())}
    assert met == set(get_args(SessionEvent))


def test_a_replay_of_what_was_written_is_the_live_session():
    """At its end, and after every step."""
    room = an_eventful_session()
    events = stored(room)
    assert replay(events) == room.live.state
    state = replay(events[:1])
    for length in range(2, len(events) + 1):
        state = evolve(state, events[length - 1])
        assert replay(events[:length]) == state


def test_a_restarted_server_has_the_same_session_and_groups():
    """What is in memory is a cache."""
    room = an_eventful_session()
    session, groups = room.live.state, [group.state for group in room.live.groups]
    room.restart()
    assert room.live.state == session
    assert [group.state for group in room.live.groups] == groups
