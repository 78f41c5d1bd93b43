"""The crisis at home: who is attacked, to whom help is sent, where it arrives (rules 2, 3, 6)."""

from dataclasses import replace

import pytest

from game.core.commands import CommitForces, SealOrders, SealResponse, StateAppraisal
from game.core.numbers import Numbers
from game.core.settle import would_be_defended
from game.core.vocabulary import Move, Posture, Stage, Stance
from tests.builders import A1, A2, PATRON, Script, a_scenario, an_opening

BAND = {6: Posture.ESCALATE, 3: Posture.HOLD, 0: Posture.DRAW_DOWN}


def a_crisis(
    attacked=(A1,), orders=(True, True), move=Move.STAND, theatre=3, allies=2, drain=0.0, **drawn
):
    """Round 1 up to its crisis. `drawn` sets Nature's `partner` or `arrival` for all rounds."""
    scenario = a_scenario(Numbers(drain=drain))
    opened = an_opening(allies + 1, scenario=scenario, group_size=allies + 1)
    common = replace(opened.nature.common, attacks=(tuple(attacked),) * 6)
    rows = {name: ((value,) * 5,) * 6 for name, value in drawn.items()}
    nature = replace(opened.nature, common=common, **rows)
    script = Script(replace(opened, nature=nature), scenario).at(1, Stage.COMMITMENT)
    script.seat(PATRON, CommitForces(BAND[theatre], theatre, {})).opens()
    for ally in script.state.allies:
        sealed = SealResponse(move, Stance.SILENT, 0, False, "")
        script.seat(ally, StateAppraisal(1, 2, 3), sealed)
    script.seat(PATRON, SealOrders(dict(zip(script.state.allies, orders, strict=True))))
    return script.opens()


@pytest.mark.parametrize("come", [True, False])
def test_the_standing_order_for_the_attacked_ally_is_carried_out(come):
    """And the order for the other ally means nothing to it."""
    crisis = a_crisis(orders=(come, not come)).state.round.crisis
    assert crisis.attacked == (A1,)
    assert crisis.sent == crisis.defended == ((A1,) if come else ())


def test_an_attack_on_a_seat_nobody_opened_is_no_attack():
    """A pair of which one seat is open: the other's turn is a quiet round."""
    crisis = a_crisis(attacked=(A2, "A3"), allies=1, orders=(True,)).state.round.crisis
    assert crisis.attacked == ()
    assert crisis.sent == ()


@pytest.mark.parametrize(
    ("theatre", "arrival", "arrives"),
    [
        (6, 0.31, True),  # .6 of the pool away, drain .5: help fails with chance .3
        (6, 0.29, False),
        (3, 0.16, True),
        (3, 0.14, False),
        (0, 0.0, True),
    ],
)
def test_help_fails_with_chance_drain_times_the_share_away(theatre, arrival, arrives):
    """`drain` x share away; sent all the same, and everybody sees that it did not arrive."""
    script = a_crisis(theatre=theatre, arrival=arrival, drain=0.5)
    crisis = script.state.round.crisis
    assert crisis.sent == (A1,)
    assert crisis.defended == ((A1,) if arrives else ())
    assert would_be_defended(script.state, script.state.round, A1) is arrives


@pytest.mark.parametrize(("allies", "arrives"), [(2, False), (3, True)])
def test_the_share_away_is_that_of_the_whole_pool(allies, arrives):
    """Six of 10 units are .6 of them, six of 12 only half: .29 lies between .25 and .30."""
    script = a_crisis(theatre=6, allies=allies, orders=(True,) * allies, arrival=0.29, drain=0.5)
    assert script.state.round.crisis.defended == ((A1,) if arrives else ())


def test_by_default_the_war_drains_nothing():
    """N5: whatever is away, help that is sent arrives."""
    assert a_crisis(theatre=6, arrival=0.0).state.round.crisis.defended == (A1,)


@pytest.mark.parametrize("come", [True, False])
@pytest.mark.parametrize("willing", [True, False])
@pytest.mark.parametrize("move", list(Move))
def test_another_protector_comes_to_those_who_looked_for_one_and_were_left_alone(
    move, willing, come
):
    """Nature's answer counts for no other move, and not where the patron came."""
    crisis = a_crisis(move=move, orders=(come, True), partner=willing).state.round.crisis
    expected = move is Move.SEEK_PARTNER and willing and not come
    assert crisis.partnered == ((A1,) if expected else ())


def test_help_that_did_not_arrive_leaves_room_for_another_protector():
    """Alone is who is not defended, whatever was sent."""
    script = a_crisis(move=Move.SEEK_PARTNER, theatre=6, arrival=0.0, drain=0.5, partner=True)
    assert script.state.round.crisis.partnered == (A1,)
