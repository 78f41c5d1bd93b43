"""Taking back: the deal, a closing, the end; and what stands in the way of it."""

from game.classroom import conducting, seats, undoing
from game.classroom.notes import Author, Notes, Place, Written
from game.core.commands import HandBack, PublishCommunique
from game.core.vocabulary import MoveSource, Refusal, Stage
from tests.builders import A1, A2
from tests.rooms import Room, begun, dealt, refusal


def test_closing_by_mistake_is_taken_back_in_the_groups_that_were_not_through():
    """The others wait; then the class goes on together."""
    room = begun(dealt())
    for participant in (room.holder(1, A1), room.holder(1, A2)):
        room.moves(participant)
    conducting.close_stage(room.classroom, room.live)
    room.passes(2)
    assert {group.state.stage for group in room.live.groups} == {Stage.CONSULTATION}
    undoing.undo_closing(room.classroom, room.live)
    assert (room.state(0).stage, room.state(0).open) == (Stage.DISPATCH, True)
    assert (room.state(1).stage, room.state(1).open) == (Stage.DISPATCH, False)
    room.everybody_moves().passes(3)
    assert room.state(0).round.before[A1].source is MoveSource.STUDENT
    assert {group.state.stage for group in room.live.groups} == {Stage.CONSULTATION}


def test_nothing_is_taken_back_that_anybody_has_built_on():
    """One cable in one group is enough."""
    room = begun(dealt())
    conducting.close_stage(room.classroom, room.live)
    room.passes(2)
    room.sends(room.holder(1, A1), PublishCommunique("We have begun."))
    assert refusal(undoing.undo_closing, room.classroom, room.live) is Refusal.MOVED_SINCE
    assert not undoing.may_undo(room.live, room.clock)


def test_a_stopped_class_goes_on_until_its_debrief_begins():
    """Paused at first."""
    room = begun(dealt())
    conducting.end(room.classroom, room.live)
    undoing.reopen(room.classroom, room.live)
    assert room.live.state.paused
    conducting.resume(room.classroom, room.live)
    room.to_the_end()
    assert room.live.state.ended.reason == "completed"
    assert refusal(undoing.reopen, room.classroom, room.live) is Refusal.NOTHING_TO_UNDO


def test_a_debrief_that_has_begun_is_not_undone():
    """All is known by then."""
    room = begun(dealt())
    conducting.end(room.classroom, room.live)
    conducting.turn_debrief(room.classroom, room.live, "reveal")
    assert refusal(undoing.reopen, room.classroom, room.live) is Refusal.NOTHING_TO_UNDO


def test_a_deal_that_came_too_early_is_undone_and_drawn_anew():
    """The old groups stay in the log under their own names; nobody sits in them."""
    room = dealt()
    first = [group.group for group in room.live.groups]
    notes = Notes(room.writer, lambda: room.clock)
    notes.write(Place(room.id, 1, 1), Author("", "instructor"), Written("Of the old group", ()))
    undoing.undo_deal(room.classroom, room.live)
    assert (room.live.state.phase, room.live.seats, room.live.groups) == ("lobby", {}, [])
    assert notes.of(room.id) == []
    room.joins(3)
    conducting.deal_seats(room.classroom, room.live)
    again = [group.state.opened for group in room.live.groups]
    assert not {opened.group for opened in again} & set(first)
    assert again[0].seed == "seed/2"
    assert len(room.live.seats) == 9
    before = [group.state for group in room.live.groups]
    assert [group.state for group in room.restart().live.groups] == before
    begun(room).to_the_end()
    assert room.live.state.ended.reason == "completed"


def test_once_round_1_has_begun_the_deal_stands():
    """And without a deal there is none to undo."""
    room = begun(dealt())
    assert refusal(undoing.undo_deal, room.classroom, room.live) is Refusal.NOTHING_TO_UNDO
    lobby = Room().makes(3)
    assert refusal(undoing.undo_deal, lobby.classroom, lobby.live) is Refusal.NOTHING_TO_UNDO


def test_a_move_that_was_on_its_way_when_the_deal_was_undone_is_refused():
    """It is nobody's fault, and breaks nothing."""
    room = dealt()
    undoing.undo_deal(room.classroom, room.live)
    answer = refusal(seats.cover_seat, room.classroom, room.live, 0, A1)
    assert answer is Refusal.NO_SUCH_SEAT
    answer = refusal(room.classroom.order_group, room.live, 0, HandBack(A1))
    assert answer is Refusal.NOT_STARTED
