"""Latecomers are seated at the next stage 1: a bot's seat, a new one, or beside somebody."""

import pytest

from game.classroom import conducting, placing
from game.classroom import seats as by_hand
from game.core.commands import CoverSeat, StateBelief
from game.core.vocabulary import Design, Distance, Stage
from tests.builders import A1, A2, A3, PATRON
from tests.rooms import Room

SCRIPTS = {"script": ("hawk", "restrained")}


def sizes(room):
    """Ally seats by group."""
    return [len(group.state.allies) for group in room.live.groups]


def place(room, participant):
    """(group, seat) of a student, or None while waiting."""
    return room.live.seats.get(participant)


def test_nobody_is_seated_in_the_middle_of_a_round():
    """Who comes in round 1 waits for round 2's dispatch."""
    room = Room().makes(6).begins().until(1, Stage.CONSULTATION)
    (late,) = room.joins()
    room.until(1, Stage.RECKONING)
    assert place(room, late) is None
    room.until(2, Stage.DISPATCH)
    assert place(room, late) == (0, A3)
    room.sends(late, StateBelief(40))
    assert room.state(0).round.before[A3].belief == 40


def test_the_seat_of_a_bot_comes_first():
    """A covered seat, wherever it is; the student who left may still come back beside it."""
    room = Room().makes(6).begins()
    room.classroom.order_group(room.live, 1, CoverSeat(A2, "maximiser"))
    (late,) = room.joins()
    room.until(2, Stage.DISPATCH, but=(room.holder(1, A2),))
    assert place(room, late) == (1, A2)
    assert room.state(1).seats[A2].strategy is None
    assert late in room.state(1).seats[A2].holders


def test_a_seat_that_nobody_holds_is_taken_before_one_that_a_bot_covers():
    """Its student may come back; to the other seat nobody does."""
    room = Room().makes(6).begins()
    away = room.holder(0, A1)
    by_hand.cover_seat(room.classroom, room.live, 0, A1)
    placing.remove(room.classroom, room.live, room.holder(1, A2))
    (late,) = room.joins()
    room.until(2, Stage.DISPATCH, but=(away,))
    assert place(room, late) == (1, A2)
    assert room.state(0).seats[A1].holders == (away,)


def test_the_second_student_takes_the_seat_of_the_bot_dealt_to_a_class_of_one():
    """And the class goes on: no latecomer can stop it."""
    room = Room().makes(1).begins()
    (late,) = room.joins()
    room.until(2, Stage.DISPATCH)
    assert place(room, late) == (0, A1)
    assert not room.view(late).public.allies[0].bot
    room.to_the_end()


def test_else_a_new_seat_in_the_smallest_group():
    """Seven students are 4 + 3: the next three go to the second group, then to the first ..."""
    room = Room().makes(7).begins()
    late = room.joins(4)
    room.until(2, Stage.DISPATCH)
    assert [place(room, p) for p in late] == [(1, A3), (0, "A4"), (1, "A4"), (0, "A5")]
    assert sizes(room) == [5, 4]


def test_a_new_seat_lies_where_its_number_says():
    """A4 near, A5 far; and in the arms of `theatre` where the whole group lies."""
    room = Room().makes(3).begins()
    room.joins(3)
    room.until(2, Stage.DISPATCH)
    distances = {seat: held.distance for seat, held in room.state().seats.items()}
    assert distances["A3"] is Distance.FAR
    assert distances["A4"] is Distance.NEAR
    assert distances["A5"] is Distance.FAR
    treated = Room().makes(6, design=Design.D1, factors={"theatre": ("far", "near")}).begins()
    treated.joins(2)
    treated.until(2, Stage.DISPATCH)
    for group in treated.live.groups:
        distances = {h.distance for s, h in group.state.seats.items() if s != PATRON}
        assert len(group.state.allies) == 3
        assert distances == {Distance(dict(group.state.opened.arm)["theatre"])}


def test_else_beside_somebody():
    """Five allies everywhere: a mirror pair; the last submission before the close counts."""
    room = Room().makes(6, group_size=6).begins()
    (late,) = room.joins()
    room.until(2, Stage.DISPATCH)
    index, seat = place(room, late)
    first = room.state(index).seats[seat].holders[0]
    assert seat != PATRON
    assert room.view(late).mirrored
    assert room.view(first).mirrored
    room.sends(first, StateBelief(10)).sends(late, StateBelief(90))
    played = room.state(index).round.before[seat]
    assert (played.belief, played.by) == (90, (late,))


def test_mirrors_are_spread():
    """Ten latecomers in two full groups: no seat has three students while another has one."""
    room = Room().makes(12, group_size=6).begins()
    room.joins(10)
    room.until(2, Stage.DISPATCH)
    held = [
        len(h.holders) for g in room.live.groups for s, h in g.state.seats.items() if s != PATRON
    ]
    assert sorted(held) == [2] * 10


def test_who_comes_between_the_deal_and_the_beginning_is_there_in_round_one():
    """The next stage 1 is the first."""
    room = Room().makes(3)
    conducting.deal_seats(room.classroom, room.live)
    (late,) = room.joins()
    conducting.begin(room.classroom, room.live)
    assert place(room, late) == (0, A3)
    room.sends(late, StateBelief(40))


def test_who_comes_in_the_last_round_is_not_seated_in_a_game_that_is_over():
    """There is no next stage 1: no seat is opened that never plays."""
    room = Room().makes(3).begins().until(6, Stage.CRISIS)
    (late,) = room.joins()
    room.to_the_end()
    assert place(room, late) is None
    assert room.state().allies == (A1, A2)


@pytest.mark.parametrize("design", [Design.D1, Design.D2_LOTTERY])
def test_nobody_is_seated_at_a_scripted_patrons_desk(design):
    """Its bot is not an absent student."""
    factors = SCRIPTS if design is Design.D1 else {}
    room = Room().makes(4, design=design, factors=factors).begins()
    late = room.joins(2)
    room.until(2, Stage.DISPATCH)
    assert [place(room, p) for p in late] == [(0, A3), (1, A3)]


def test_a_student_patron_who_has_gone_is_replaced_by_a_latecomer():
    """A bot-held seat is a bot-held seat; allies are not promoted, newcomers are seated."""
    room = Room().makes(3).begins()
    gone = room.holder(0, PATRON)
    room.until(2, Stage.DISPATCH, but=(gone,))
    (late,) = room.joins()
    room.until(3, Stage.DISPATCH, but=(gone,))
    assert place(room, late) == (0, PATRON)
    assert room.view(late).patron is not None


def test_latecomers_are_still_waiting_after_a_restart():
    """That somebody waits is in the log."""
    room = Room().makes(3).begins().until(1, Stage.RESPONSE)
    (late,) = room.joins()
    room.restart().until(2, Stage.DISPATCH)
    assert place(room, late) == (0, A3)
    assert room.live.state.late == ()
