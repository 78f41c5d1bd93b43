"""Who sits where by the instructor's hand: and that nobody is lost on the way."""

import pytest

from game.classroom import conducting, joining, placing, seats
from game.classroom.enrolment.keeping import bind, enrol
from game.classroom.enrolment.reading import read_list
from game.classroom.roster import NameRefused
from game.core.commands import StateBelief
from game.core.vocabulary import PATRON, Refusal, SeatId, Stage
from game.web.front import leading
from tests.builders import A1, A2
from tests.rooms import Room, begun, dealt, refusal


def held(room, index, seat):
    """Who holds a seat."""
    return room.state(index).seats[seat].holders


def test_two_students_change_places_across_groups():
    """Both are marked as placed; nobody else moves."""
    room = dealt()
    ana, ben = room.holder(0, A1), room.holder(1, A2)
    placing.swap(room.classroom, room.live, ana, (1, A2))
    assert (held(room, 0, A1), held(room, 1, A2)) == ((ben,), (ana,))
    assert room.live.seats[ana] == (1, A2)
    groups = [group.group for group in room.live.groups]
    assert room.live.state.placings == {(ana, groups[1], A2), (ben, groups[0], A1)}
    assert not any(seat.cover for group in room.live.groups for seat in group.state.seats.values())


def test_two_students_change_places_within_a_group():
    """Ally and patron."""
    room = dealt()
    ana, ben = room.holder(0, A1), room.holder(0, PATRON)
    placing.swap(room.classroom, room.live, ana, (0, PATRON))
    assert (held(room, 0, PATRON), held(room, 0, A1)) == ((ana,), (ben,))


def test_extra_time_goes_with_the_student():
    """It is on the class list, not in the seat."""
    room = Room().makes(6)
    ana = room.live.state.participants[0]
    enrol(room.classroom, room.live, read_list(b"name,extra_time\nAna,50\n").lines)
    bind(room.classroom, room.live, ana, room.classroom.enrolled(room.id)[0].line)
    conducting.deal_seats(room.classroom, room.live)
    here = room.live.seats[ana]
    there = next((i, s) for i in (0, 1) for s in (A1, A2) if (i, s) != here and i != here[0])
    placing.swap(room.classroom, room.live, ana, there)
    assert room.state(there[0]).seats[there[1]].extra == 50
    assert room.state(here[0]).seats[here[1]].extra == 0


def test_seats_are_changed_before_round_1_alone():
    """Afterwards a bot covers, or somebody sits beside."""
    room = begun(dealt())
    ana = room.holder(0, A1)
    assert refusal(placing.swap, room.classroom, room.live, ana, (1, A2)) is Refusal.STAGE_CLOSED
    assert (
        refusal(placing.seat_beside, room.classroom, room.live, ana, (1, A2))
        is Refusal.STAGE_CLOSED
    )


def test_a_pair_shares_a_seat():
    """Either may move; the row names who did."""
    room = dealt()
    ana, ben = room.holder(0, A1), room.holder(0, A2)
    placing.seat_beside(room.classroom, room.live, ben, (0, A1))
    begun(room)
    assert held(room, 0, A1) == (ana, ben)
    assert room.view(ana).mirrored
    room.sends(ben, StateBelief(30))
    room.sends(ana, StateBelief(40))
    stated = room.state(0).round.before[A1]
    assert (stated.belief, stated.by) == (40, (ana,))
    assert room.state(0).seats[A2].cover_reason == "left"


def test_who_is_taken_out_of_a_game_comes_back_to_the_same_seat():
    """A bot moves meanwhile; what was moved before counts."""
    room = begun(dealt())
    ana = room.holder(0, A1)
    room.sends(ana, StateBelief(30))
    placing.remove(room.classroom, room.live, ana)
    assert ana not in room.live.seats
    assert room.state(0).seats[A1].strategy
    assert room.state(0).round.before[A1].by == (ana,)
    placing.readmit(room.classroom, room.live, ana)
    assert room.live.seats[ana] == (0, A1)
    assert room.state(0).seats[A1].strategy is None


def test_a_seat_that_somebody_took_since_is_not_given_back():
    """Who is let in again waits for the next round."""
    room = begun(dealt())
    ana = room.holder(0, A1)
    placing.remove(room.classroom, room.live, ana)
    (late,) = room.joins()
    placing.seat_beside(room.classroom, room.live, late, (0, A1))
    placing.readmit(room.classroom, room.live, ana)
    assert room.live.state.late == (ana,)
    room.until(2, Stage.DISPATCH)
    assert ana in room.live.seats


def test_who_is_let_in_again_can_be_told_from_whoever_took_the_name_since():
    """One of them gets another name first."""
    room = Room().makes()
    old = joining.join(room.classroom, room.live, "Ana").participant
    placing.remove(room.classroom, room.live, old)
    new = joining.join(room.classroom, room.live, "ana").participant
    with pytest.raises(NameRefused) as refused:
        placing.readmit(room.classroom, room.live, old)
    assert refused.value.code == "name_taken"
    joining.rename(room.classroom, room.live, new, "Ana B")
    placing.readmit(room.classroom, room.live, old)
    assert room.live.state.participants == (new, old)


def test_an_onlooker_is_not_dealt_and_may_play_later():
    """Everybody on the list sits, waits, or looks on."""
    room = Room().makes(7)
    guest = room.live.state.participants[3]
    placing.watch(room.classroom, room.live, guest)
    conducting.deal_seats(room.classroom, room.live)
    assert guest not in room.live.seats
    assert len(room.live.seats) == 6
    placing.play(room.classroom, room.live, guest)
    assert room.live.state.late == (guest,)
    assert guest in begun(room).live.seats


def test_there_must_be_somebody_to_deal_to():
    """A list of onlookers is none."""
    room = Room().makes(1)
    placing.watch(room.classroom, room.live, room.live.state.participants[0])
    assert refusal(conducting.deal_seats, room.classroom, room.live) is Refusal.NOT_STARTED


def test_a_place_that_is_none():
    """A seat or a group that is not there."""
    room = dealt()
    ana = room.holder(0, A1)
    for place in ((7, A1), (0, SeatId("A5")), (-1, A1)):
        answer = refusal(placing.swap, room.classroom, room.live, ana, place)
        assert answer is Refusal.NO_SUCH_SEAT


def test_another_name_on_the_list():
    """In memory and after a restart; the return number stays."""
    room = Room().makes(2)
    ana = room.live.state.participants[0]
    number = room.classroom.roster(room.id)[ana].return_number
    joining.rename(room.classroom, room.live, ana, " Ana   Maria ")
    assert room.restart().classroom.roster(room.id)[ana].name == "Ana Maria"
    assert joining.come_back(room.classroom, room.live, number).participant == ana


def test_one_group_stands_still_and_the_class_waits_for_it():
    """At the end of the stage; nobody is stuck."""
    room = begun(dealt())
    seats.pause_group(room.classroom, room.live, 0)
    room.everybody_moves()
    room.passes(60)
    assert (room.state(1).open, room.state(1).stage) == (False, Stage.DISPATCH)
    assert room.state(0).open
    seats.resume_group(room.classroom, room.live, 0)
    room.everybody_moves().passes(5)
    assert {group.state.stage for group in room.live.groups} == {Stage.CONSULTATION}


def test_the_class_is_paused_where_every_group_stands_still_already():
    """And all go on together."""
    room = begun(dealt())
    for index in (0, 1):
        seats.pause_group(room.classroom, room.live, index)
    conducting.pause(room.classroom, room.live)
    assert room.live.state.paused
    assert refusal(conducting.pause, room.classroom, room.live) is Refusal.PAUSED
    conducting.resume(room.classroom, room.live)
    assert {group.state.paused_at for group in room.live.groups} == {None}


def test_the_clock_of_the_class_is_not_that_of_a_group_that_stands_still():
    """The console and the wall show a running one as long as there is one."""
    room = begun(dealt())
    seats.pause_group(room.classroom, room.live, 0)
    assert leading(room.live) is room.live.groups[1]
    conducting.close_stage(room.classroom, room.live)
    assert leading(room.live) is room.live.groups[0]


def test_a_group_that_stands_still_is_not_closed_over_its_head():
    """Closing closes the others."""
    room = begun(dealt())
    seats.pause_group(room.classroom, room.live, 0)
    conducting.close_stage(room.classroom, room.live)
    assert room.state(0).open
    assert not room.state(1).open
