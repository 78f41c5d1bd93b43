"""What may be said again and what stands (rules 3): locks, replacements, limits."""

import pytest

from game.core.commands import (
    CommitForces,
    FromSeat,
    SealOrders,
    SealResponse,
    StateAppraisal,
    StateBelief,
)
from game.core.events import ResponsesRevealed, StageClosed
from game.core.rules import decide
from game.core.views import seat_view
from game.core.vocabulary import Move, Posture, Refusal, Refused, Stage, Stance
from tests.builders import A1, A2, PATRON, Script, an_opening

APPRAISAL = StateAppraisal(60, 40, 50)


def a_group():
    """A patron and two allies."""
    return Script(an_opening(3))


def response(move=Move.STAND, stance=Stance.SILENT, units=0, reason=""):
    """Screen B."""
    return SealResponse(move, stance, units, False, reason)


def refusal(script, seat, command):
    """The code with which a command is refused."""
    with pytest.raises(Refused) as refused:
        script.seat(seat, command)
    return refused.value.code


def test_a_belief_may_be_stated_again_until_the_stage_closes():
    """The last one counts."""
    script = a_group().opens().seat(A1, StateBelief(30), StateBelief(70))
    assert script.state.round.before[A1].belief == 70


def test_the_belief_after_is_locked_before_the_move():
    """Screen A once; screen B only after it: a belief is no excuse made afterwards."""
    script = a_group().at(1, Stage.RESPONSE)
    assert refusal(script, A1, response()) is Refusal.BELIEF_FIRST
    script.seat(A1, APPRAISAL)
    assert refusal(script, A1, StateAppraisal(1, 1, 1)) is Refusal.ALREADY_STATED
    assert script.state.round.appraisals[A1].belief == 50


def test_the_appraisal_stays_locked_after_the_move():
    """Nor may it be changed once the move is sealed."""
    script = a_group().at(1, Stage.RESPONSE).seat(A1, APPRAISAL, response())
    assert refusal(script, A1, StateAppraisal(1, 1, 1)) is Refusal.ALREADY_STATED


def test_a_sealed_response_may_be_sealed_again_while_others_think():
    """The last submission before the close counts."""
    script = a_group().at(1, Stage.RESPONSE).seat(A1, APPRAISAL, response(Move.STAND))
    script.seat(A1, response(Move.BUILD_ARMS, Stance.ENDORSE, 1, "on second thoughts"))
    sealed = script.state.round.responses[A1]
    assert (sealed.move, sealed.reason) == (Move.BUILD_ARMS, "on second thoughts")
    assert seat_view(script.state, A1).ally.response.move is Move.BUILD_ARMS


def test_standing_orders_may_be_sealed_again_too():
    """Until the stage closes."""
    script = a_group().at(1, Stage.RESPONSE).seat(PATRON, SealOrders({A1: True, A2: True}))
    script.seat(PATRON, SealOrders({A1: False, A2: True}))
    assert dict(script.state.round.orders.orders) == {A1: False, A2: True}


def test_the_last_to_seal_closes_the_stage_and_opens_all_responses():
    """Revealed together, in the same moment as the close."""
    script = a_group().at(1, Stage.RESPONSE)
    script.seat(A1, APPRAISAL, response()).seat(A2, APPRAISAL, response())
    assert not script.state.round.revealed
    script.seat(PATRON, SealOrders({A1: True, A2: True}))
    assert [type(event) for event in script.log[-2:]] == [ResponsesRevealed, StageClosed]
    assert script.state.round.revealed
    assert not script.state.open


def test_a_commitment_is_public_and_stands():
    """As soon as P confirms; there is no second thought, and nothing left to wait for."""
    script = a_group().at(1, Stage.COMMITMENT)
    script.seat(PATRON, CommitForces(Posture.HOLD, 3, {A1: 1, A2: 1}))
    assert not script.state.open
    again = FromSeat(PATRON, 1, Stage.COMMITMENT, CommitForces(Posture.ESCALATE, 6))
    with pytest.raises(Refused) as refused:
        decide(script.state, again, script.now)
    assert refused.value.code is Refusal.LATE


@pytest.mark.parametrize(
    ("posture", "least", "most"),
    [(Posture.ESCALATE, 5, 6), (Posture.HOLD, 2, 4), (Posture.DRAW_DOWN, 0, 1)],
)
def test_posture_is_what_the_units_say(posture, least, most):
    """5-6, 2-4, 0-1 units in the distant theatre; nothing else goes by that name."""
    for units in range(-1, 12):
        script = a_group().at(1, Stage.COMMITMENT)
        command = CommitForces(posture, units, {})
        if least <= units <= most:
            assert script.seat(PATRON, command).state.round.commitment.theatre == units
        else:
            assert refusal(script, PATRON, command) is Refusal.OUTSIDE_BAND


@pytest.mark.parametrize("allies", range(1, 6))
def test_a_full_garrison_for_everybody_is_feasible_whatever_the_posture(allies):
    """N5 in exact form: with 6 away, 2n units remain."""
    script = Script(an_opening(allies + 1, group_size=6)).at(1, Stage.COMMITMENT)
    assert script.state.pool == 6 + 2 * allies
    full = dict.fromkeys(script.state.allies, 2)
    script.seat(PATRON, CommitForces(Posture.ESCALATE, 6, full))
    assert dict(script.state.round.commitment.garrisons) == full


@pytest.mark.parametrize("units", [-1, 3, 100])
def test_a_garrison_is_nought_to_two(units):
    """0-2 units in each ally's theatre."""
    script = a_group().at(1, Stage.COMMITMENT)
    command = CommitForces(Posture.HOLD, 2, {A1: units})
    assert refusal(script, PATRON, command) is Refusal.OUT_OF_RANGE


def test_an_ally_sends_nought_to_two_units():
    """Contribution."""
    script = a_group().at(1, Stage.RESPONSE).seat(A1, APPRAISAL)
    for units in (-1, 3):
        assert refusal(script, A1, response(units=units)) is Refusal.OUT_OF_RANGE
    script.seat(A1, response(units=2))


@pytest.mark.parametrize("value", [-1, 101, 1000])
def test_beliefs_are_whole_numbers_from_nought_to_a_hundred(value):
    """All four of them."""
    script = a_group().opens()
    assert refusal(script, A1, StateBelief(value)) is Refusal.OUT_OF_RANGE
    script.at(1, Stage.RESPONSE)
    for asked in ((value, 50, 50), (50, value, 50), (50, 50, value)):
        assert refusal(script, A1, StateAppraisal(*asked)) is Refusal.OUT_OF_RANGE


def test_orders_name_every_ally():
    """One for each: none missing, none for a seat that is not there."""
    script = a_group().at(1, Stage.RESPONSE)
    for orders in ({}, {A1: True}, {A1: True, A2: True, "A3": True}):
        assert refusal(script, PATRON, SealOrders(orders)) is Refusal.ORDERS_INCOMPLETE


def test_a_move_needs_no_order_card_or_belief_to_be_free():
    """Nothing happens to a patron who does not comply: any posture in any round."""
    for posture, units in ((Posture.ESCALATE, 6), (Posture.HOLD, 3), (Posture.DRAW_DOWN, 0)):
        script = a_group().at(1, Stage.COMMITMENT).seat(PATRON, CommitForces(posture, units, {}))
        assert script.state.round.posture is posture
