"""A new ally seat for a late joiner: between rounds only, and the pool follows (rules 1 and 4)."""

import pytest

from game.core.commands import (
    CloseStage,
    CommitForces,
    OpenSeat,
    SealResponse,
    StateAppraisal,
)
from game.core.vocabulary import Distance, Move, Posture, Refusal, Refused, Stage, Stance
from tests.builders import A1, A2, A3, PATRON, Script, an_opening

TIME_UP = CloseStage("deadline")
NEW = OpenSeat(A3, "corvia", Distance.FAR, "P77")


def a_group(students=3, **changes):
    """A patron and its allies."""
    return Script(an_opening(students, **changes))


def refusal(script, command):
    """The code with which a command of the server is refused."""
    with pytest.raises(Refused) as refused:
        script.do(command)
    return refused.value.code


def test_a_new_seat_opens_between_rounds_and_the_pool_follows():
    """Two more units for the patron; the new ally is there from the next dispatch on."""
    script = a_group().at(1, Stage.RECKONING)
    assert refusal(script, NEW) is Refusal.STAGE_OPEN
    script.all_ready().do(NEW).opens()
    assert (script.state.allies, script.state.pool) == ((A1, A2, A3), 12)
    assert script.state.seats[A3].holders == ("P77",)
    script.at(2, Stage.COMMITMENT)
    script.seat(PATRON, CommitForces(Posture.ESCALATE, 6, {A1: 2, A2: 2, A3: 2}))
    script.at(2, Stage.RECKONING)
    assert {a.seat for a in script.state.round.reckoning.accounts} == {PATRON, A1, A2, A3}


def test_a_new_seat_may_open_before_round_one():
    """Somebody came between the deal and the beginning."""
    script = a_group().do(NEW).opens()
    assert script.state.allies == (A1, A2, A3)


@pytest.mark.parametrize("stage", list(Stage))
def test_no_round_changes_size_while_it_is_played(stage):
    """Neither in an open stage nor between two stages of a round."""
    script = a_group().at(1, stage)
    assert refusal(script, NEW) is Refusal.STAGE_OPEN
    script.do(CloseStage("instructor"))
    if stage is not Stage.RECKONING:
        assert refusal(script, NEW) is Refusal.STAGE_OPEN


def test_a_group_has_five_allies_at_most():
    """And no seat twice."""
    script = a_group(6, group_size=6)
    assert len(script.state.allies) == 5
    for seat in (A3, "A6", PATRON):
        command = OpenSeat(seat, "corvia", Distance.FAR, "P77")
        assert refusal(script, command) is Refusal.GROUP_FULL


def test_a_new_ally_has_one_garrison_by_default():
    """Last round's split again says nothing of it: it gets what round 1 gives."""
    script = a_group().at(1, Stage.COMMITMENT)
    script.seat(PATRON, CommitForces(Posture.HOLD, 4, {A1: 2, A2: 0})).at(1, Stage.RECKONING)
    script.all_ready().do(NEW).at(2, Stage.COMMITMENT).do(TIME_UP)
    assert dict(script.state.round.commitment.garrisons) == {A1: 2, A2: 0, A3: 1}


def test_a_new_ally_that_is_silent_stands_in_its_first_round():
    """It has no last move."""
    script = a_group().at(1, Stage.RESPONSE)
    sealed = SealResponse(Move.SEEK_PARTNER, Stance.SILENT, 0, False, "")
    for ally in (A1, A2):
        script.seat(ally, StateAppraisal(1, 2, 3), sealed)
    script.at(1, Stage.RECKONING).all_ready().do(NEW).at(2, Stage.RESPONSE).do(TIME_UP)
    moves = {seat: r.move for seat, r in script.state.round.responses.items()}
    assert moves == {A1: Move.SEEK_PARTNER, A2: Move.SEEK_PARTNER, A3: Move.STAND}
