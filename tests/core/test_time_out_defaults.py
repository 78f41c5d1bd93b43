"""What the rules play for a seat whose time ran out (rules 3, last column)."""

import pytest

from game.core.commands import (
    CloseStage,
    CommitForces,
    SealOrders,
    SealResponse,
    StateAppraisal,
)
from game.core.events import ForcesCommitted, OrdersSealed
from game.core.vocabulary import Card, Design, Move, MoveSource, Posture, PrivateType, Stage, Stance
from tests.builders import A1, A2, PATRON, Script, an_opening

TIME_UP = CloseStage("deadline")


def a_group(**changes):
    """A patron and two allies."""
    return Script(an_opening(3, **changes))


def last(script, kind):
    """The last event of a kind."""
    return next(event for event in reversed(script.log) if isinstance(event, kind))


def test_a_belief_is_never_put_in_anybodys_mouth():
    """Belief before: empty; the stage closes without a word."""
    script = a_group().opens().do(TIME_UP)
    assert script.state.round.before == {}
    script.opens().do(TIME_UP).opens().do(TIME_UP).opens().do(TIME_UP)
    assert script.state.stage is Stage.RESPONSE
    assert script.state.round.appraisals == {}


def test_the_first_commitment_is_hold_three_units_and_one_garrison_each():
    """Round 1."""
    script = a_group().at(1, Stage.COMMITMENT).do(TIME_UP)
    played = last(script, ForcesCommitted)
    assert (played.posture, played.theatre) == (Posture.HOLD, 3)
    assert dict(played.garrisons) == {A1: 1, A2: 1}
    assert (played.source, played.by) == (MoveSource.TIMEOUT, ())


def test_later_the_last_split_is_played_again():
    """Posture, theatre and garrisons as in the round before."""
    script = a_group().at(1, Stage.COMMITMENT)
    script.seat(PATRON, CommitForces(Posture.ESCALATE, 6, {A1: 2, A2: 0}))
    script.at(2, Stage.COMMITMENT).do(TIME_UP)
    played = last(script, ForcesCommitted)
    assert (played.posture, played.theatre) == (Posture.ESCALATE, 6)
    assert dict(played.garrisons) == {A1: 2, A2: 0}


@pytest.mark.parametrize("seed", ["a", "b", "c", "d", "e", "f"])
def test_the_default_never_depends_on_the_card(seed):
    """Tough or restraint, a silent patron holds in round 1."""
    script = a_group(seed=seed).at(1, Stage.COMMITMENT).do(TIME_UP)
    assert script.state.opened.nature.cards[0] in (Card.TOUGH, Card.RESTRAINT)
    assert last(script, ForcesCommitted).posture is Posture.HOLD


def test_in_round_one_a_silent_ally_stands():
    """Stance silent, no units, no reason, no voice."""
    script = a_group().at(1, Stage.RESPONSE).do(TIME_UP)
    for ally in (A1, A2):
        sealed = script.state.round.responses[ally]
        assert (sealed.move, sealed.stance, sealed.units) == (Move.STAND, Stance.SILENT, 0)
        assert (sealed.voice, sealed.reason, sealed.source) == (False, "", MoveSource.TIMEOUT)


def test_later_its_last_move_is_played_again_but_nothing_is_said_or_sent():
    """Last move; stance silent and no units, whatever they were."""
    script = a_group().at(1, Stage.RESPONSE)
    sealed = SealResponse(Move.ACCOMMODATE, Stance.ENDORSE, 2, True, "why")
    script.seat(A1, StateAppraisal(1, 2, 3), sealed)
    script.at(2, Stage.RESPONSE).do(TIME_UP)
    played = script.state.round.responses[A1]
    assert (played.move, played.stance, played.units) == (Move.ACCOMMODATE, Stance.SILENT, 0)
    assert (played.voice, played.reason) == (False, "")


def test_an_ally_that_only_appraised_keeps_its_appraisal():
    """What was stated stays stated; only the move is the default."""
    script = a_group().at(1, Stage.RESPONSE).seat(A1, StateAppraisal(70, 60, 50)).do(TIME_UP)
    assert script.state.round.appraisals[A1].belief == 50
    assert script.state.round.responses[A1].source is MoveSource.TIMEOUT


@pytest.mark.parametrize("seed", ["a", "b", "c", "d"])
def test_the_default_order_is_to_come_if_that_costs_at_most_the_stake(seed):
    """A tie is broken towards coming."""
    script = a_group(seed=seed).at(1, Stage.RESPONSE).do(TIME_UP)
    nature = script.state.opened.nature
    stakes = {
        PrivateType.HIGH_CORE: 18,
        PrivateType.HIGH_PERIPHERY: 10,
        PrivateType.LOW_CORE: 10,
        PrivateType.LOW_PERIPHERY: 2,
    }
    stake = stakes[nature.types[0]]
    expected = {A1: nature.common.costs[0][0] <= stake, A2: nature.common.costs[0][1] <= stake}
    assert dict(last(script, OrdersSealed).orders) == expected


def test_what_was_sealed_in_time_is_not_replaced():
    """Defaults are for the missing alone."""
    script = a_group().at(1, Stage.RESPONSE)
    script.seat(PATRON, SealOrders({A1: False, A2: True}))
    script.seat(A1, StateAppraisal(1, 2, 3))
    script.seat(A1, SealResponse(Move.SEEK_PARTNER, Stance.ENDORSE, 1, False, ""))
    script.do(TIME_UP)
    assert dict(script.state.round.orders.orders) == {A1: False, A2: True}
    assert script.state.round.responses[A1].move is Move.SEEK_PARTNER
    assert script.state.round.responses[A2].source is MoveSource.TIMEOUT


def test_with_a_light_war_the_default_fits_the_bands():
    """`war_size: light`: hold is 1-2 units, so the default holds with two."""
    factors = {"war_size": ("heavy", "light")}
    plan = {"design": Design.D1, "factors": factors}
    for seed in "abcdef":
        opening = an_opening(3, seed=seed, **plan)
        if dict(opening.arm)["war_size"] == "light":
            break
    script = Script(opening).at(1, Stage.COMMITMENT).do(TIME_UP)
    assert script.state.round.commitment.theatre == 2


def test_a_game_without_anybody_runs_through_on_defaults():
    """Every stage by its time-out: the game ends, everybody has accounts, nobody a belief."""
    script = a_group()
    while script.state.ended is None:
        script.opens()
        if script.state.open:
            script.do(TIME_UP)
    assert len(script.state.reckoned) == 6
    assert all(not played.before and not played.appraisals for played in script.state.rounds)
    assert all(paid.report is None for paid in script.state.ended.forecasts)
