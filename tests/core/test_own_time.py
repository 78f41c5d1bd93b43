"""Extra time: one seat's clock runs longer; the class waits for that seat, and for nobody else."""

import pytest

from game.core.commands import (
    ExtendStage,
    FromSeat,
    GiveExtraTime,
    LeaveSeat,
    StateBelief,
    TakeSeat,
)
from game.core.rules import decide
from game.core.rules.awaited import overdue
from game.core.views import public_view, seat_view
from game.core.vocabulary import MoveSource, Refusal, Refused, Stage
from tests.builders import A1, A2, PATRON, Script, an_opening


def a_dispatch(**changes):
    """A group whose first ally has half as much time again, in a stage of a minute."""
    return Script(an_opening(3, **changes)).do(GiveExtraTime(A1, 50)).opens(60)


def sent(seat, source=MoveSource.STUDENT):
    """A belief."""
    return FromSeat(seat, 1, Stage.DISPATCH, StateBelief(50), source)


def test_only_the_seat_itself_sees_its_clock():
    """The others and the wall see the stage's."""
    script = a_dispatch()
    due = script.state.deadline
    assert seat_view(script.state, A1).public.deadline == due + 30_000
    assert seat_view(script.state, A2).public.deadline == due
    assert public_view(script.state).deadline == due


def test_the_stage_waits_for_the_seat_with_more_time_alone():
    """Not when it has moved already; and no longer than its own clock."""
    script = a_dispatch()
    due = script.state.deadline
    assert overdue(script.state, due) is None
    assert overdue(script.state, due + 29_999) is None
    assert overdue(script.state, due + 30_000) == "deadline"
    script.seat(A1, StateBelief(20))
    assert overdue(script.state, due) == "deadline"


def test_the_others_come_too_late_meanwhile():
    """After a second of grace; by the instructor's hand a move may still come."""
    script = a_dispatch()
    due = script.state.deadline
    assert decide(script.state, sent(A2), due + 1000)
    with pytest.raises(Refused) as refused:
        decide(script.state, sent(A2), due + 1001)
    assert refused.value.code is Refusal.LATE
    assert decide(script.state, sent(A2, MoveSource.INSTRUCTOR), due + 1001)
    assert decide(script.state, sent(A1), due + 30_000)


def test_seconds_for_all_lengthen_the_own_clock_as_well():
    """The share is of the stage as it is now."""
    script = a_dispatch()
    due = script.state.deadline
    script.do(ExtendStage(30))
    assert seat_view(script.state, A1).public.deadline == due + 30_000 + 45_000


@pytest.mark.parametrize("percent", [-1, 201])
def test_there_are_bounds(percent):
    """From none to three times the stage."""
    with pytest.raises(Refused) as refused:
        Script(an_opening(3)).do(GiveExtraTime(A1, percent))
    assert refused.value.code is Refusal.OUT_OF_RANGE


def test_the_same_again_says_nothing():
    """No event without news."""
    script = a_dispatch()
    assert decide(script.state, GiveExtraTime(A1, 50), script.now) == ()


def test_who_leaves_a_seat_alone_leaves_it_to_a_bot():
    """The next to take it has it for themselves."""
    script = Script(an_opening(3))
    (holder,) = script.state.seats[A1].holders
    script.do(LeaveSeat(A1, holder))
    held = script.state.seats[A1]
    assert (held.holders, held.cover, held.cover_reason) == ((), "maximiser", "left")
    assert held.former == (holder,)
    script.do(TakeSeat(A1, "P9"))
    assert (script.state.seats[A1].holders, script.state.seats[A1].cover) == (("P9",), None)


def test_who_leaves_a_mirror_seat_leaves_it_to_the_other():
    """And the other is told that nobody shares it any more."""
    script = Script(an_opening(3)).do(TakeSeat(A1, "P9"))
    assert seat_view(script.state, A1).mirrored
    script.do(LeaveSeat(A1, script.state.seats[A1].holders[0]))
    assert script.state.seats[A1].holders == ("P9",)
    assert script.state.seats[A1].cover is None
    assert not seat_view(script.state, A1).mirrored


def test_who_has_left_the_seat_does_not_move_for_it():
    """Not even by what was on its way meanwhile."""
    script = a_dispatch()
    holders = script.state.seats[A1].holders
    script.do(LeaveSeat(A1, holders[0]))
    with pytest.raises(Refused) as refused:
        script.seat(A1, StateBelief(20), by=holders)
    assert refused.value.code is Refusal.NOT_YOUR_SEAT


def test_who_does_not_hold_the_seat_cannot_leave_it():
    """Nothing happens."""
    script = Script(an_opening(3))
    assert decide(script.state, LeaveSeat(PATRON, "P77"), script.now) == ()
