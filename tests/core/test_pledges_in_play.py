"""Pledges through a game: replacing, falling due later, never tested, in public and in private."""

import pytest

from game.core.commands import (
    CommitForces,
    PutIn,
    SealOrders,
    SealResponse,
    SendCable,
    StateAppraisal,
)
from game.core.pledges import Asked, Code
from game.core.views import public_view, seat_view
from game.core.vocabulary import Move, Posture, Refusal, Refused, Stage, Stance
from tests.builders import A1, A2, PATRON, Script, an_opening


def talking(round_number=1):
    """A group whose consultation is open."""
    return Script(an_opening(3)).at(round_number, Stage.CONSULTATION)


def put_in(script, seat, to, code, public=True, **more):
    """A request or pledge."""
    return script.seat(seat, PutIn(to, Asked(code, **more), public))


def labels(script, seat):
    """(code, label) of all pledges a seat sees."""
    return [(item.code, item.label) for item in seat_view(script.state, seat).pledges]


def judged(script, round_number):
    """(code, label) judged in a round."""
    return [
        (item.proposal.asked.code.value, item.label)
        for item in script.state.rounds[round_number - 1].reckoning.judged
    ]


def committing(script, round_number, posture, units):
    """P commits in this round."""
    script.at(round_number, Stage.COMMITMENT)
    return script.seat(PATRON, CommitForces(posture, units, {A1: 1, A2: 1}))


def test_a_pledge_has_no_label_until_it_is_judged():
    """Evaluated at stage 6 of the due round, not before."""
    script = put_in(talking(), PATRON, A1, Code.PROMISE_RESTRAINT)
    committing(script, 1, Posture.HOLD, 3).at(1, Stage.CRISIS)
    assert labels(script, A1) == [("promise_restraint", "")]
    script.at(1, Stage.RECKONING)
    assert labels(script, A1) == [("promise_restraint", "kept")]


def test_one_request_and_one_pledge_per_pair_and_direction():
    """A later one of the same kind replaces an earlier; the other kinds and pairs stay."""
    script = talking()
    put_in(script, PATRON, A1, Code.PROMISE_RESTRAINT)
    put_in(script, PATRON, A1, Code.ASK_STAND)
    put_in(script, PATRON, A2, Code.PROMISE_RESTRAINT)
    put_in(script, A1, PATRON, Code.PROMISE_STAND)
    put_in(script, A1, PATRON, Code.ASK_TO_COME)
    assert len(script.state.round.proposals) == 5
    put_in(script, PATRON, A1, Code.PROMISE_FIRMNESS)
    put_in(script, A1, PATRON, Code.ASK_RESTRAINT)
    standing = {(p.seat, p.to, p.asked.code.value) for p in script.state.round.proposals}
    assert standing == {
        (PATRON, A1, "promise_firmness"),
        (PATRON, A1, "ask_stand"),
        (PATRON, A2, "promise_restraint"),
        (A1, PATRON, "promise_stand"),
        (A1, PATRON, "ask_restraint"),
    }
    script.at(1, Stage.RECKONING)
    assert len(judged(script, 1)) == 5


def test_what_was_replaced_is_never_judged():
    """Only the last word counts."""
    script = put_in(talking(), PATRON, A1, Code.PROMISE_FIRMNESS)
    put_in(script, PATRON, A1, Code.PROMISE_RESTRAINT)
    committing(script, 1, Posture.HOLD, 3).at(1, Stage.RECKONING)
    assert judged(script, 1) == [("promise_restraint", "kept")]


@pytest.mark.parametrize("public", [True, False])
def test_labels_of_cables_are_for_the_two_parties(public):
    """Pledges made in communiqués: for everybody; in cables: one's own."""
    script = put_in(talking(), PATRON, A1, Code.PROMISE_GARRISON, public, units=2)
    committing(script, 1, Posture.HOLD, 3).at(1, Stage.RECKONING)
    assert labels(script, A1) == labels(script, PATRON) == [("promise_garrison", "broken")]
    expected = [("promise_garrison", "broken")] if public else []
    assert labels(script, A2) == expected
    wall = [(item.code, item.label) for item in public_view(script.state).present.pledges]
    assert wall == expected


@pytest.mark.parametrize(
    ("ahead", "allowed"), [(-1, False), (0, True), (1, True), (2, True), (3, False)]
)
def test_a_drawdown_is_announced_for_this_round_to_two_ahead(ahead, allowed):
    """Round r, no later: whether there is such a round is not said."""
    script = talking(2)
    if allowed:
        put_in(script, PATRON, A1, Code.ANNOUNCE_DRAWDOWN, round=2 + ahead)
        return
    with pytest.raises(Refused) as refused:
        put_in(script, PATRON, A1, Code.ANNOUNCE_DRAWDOWN, round=2 + ahead)
    assert refused.value.code is Refusal.OUT_OF_RANGE


@pytest.mark.parametrize(
    ("posture", "units", "label"), [(Posture.DRAW_DOWN, 0, "kept"), (Posture.HOLD, 2, "broken")]
)
def test_an_announced_drawdown_is_judged_in_its_round(posture, units, label):
    """Announced in round 1 for round 3: nothing in 1 and 2."""
    script = put_in(talking(), PATRON, A1, Code.ANNOUNCE_DRAWDOWN, round=3)
    committing(script, 3, posture, units).at(3, Stage.RECKONING)
    assert [judged(script, number) for number in (1, 2)] == [[], []]
    assert judged(script, 3) == [("announce_drawdown", label)]


@pytest.mark.parametrize("round_number", [5, 6])
def test_a_game_that_is_over_earlier_leaves_it_untested(round_number):
    """Announced for a round that never comes; the announcement itself is not refused."""
    script = put_in(talking(round_number), PATRON, A1, Code.ANNOUNCE_DRAWDOWN, round=7)
    script.to_the_end()
    assert ("announce_drawdown", "untested") in labels(script, A1)


@pytest.mark.parametrize(
    ("wrote", "posture", "units", "label"),
    [
        (True, Posture.ESCALATE, 5, "kept"),
        (False, Posture.ESCALATE, 5, "broken"),
        (True, Posture.HOLD, 3, "untested"),
    ],
)
def test_a_promise_to_consult_is_judged_in_the_next_round(wrote, posture, units, label):
    """Escalating next round: had P sent this ally a cable in stage 2?"""
    script = put_in(talking(), PATRON, A1, Code.PROMISE_CONSULT, public=False)
    script.seat(PATRON, SendCable(A1, "A cable of round 1 does not count."))
    script.at(2, Stage.CONSULTATION)
    script.seat(PATRON, SendCable(A2, "Nor one to another ally."))
    script.seat(A1, SendCable(PATRON, "Nor the ally's own."))
    if wrote:
        script.seat(PATRON, SendCable(A1, "We mean to escalate. What do you say?"))
    committing(script, 2, posture, units).at(2, Stage.RECKONING)
    assert judged(script, 1) == []
    assert judged(script, 2) == [("promise_consult", label)]


def test_a_promise_to_consult_in_the_last_round_is_untested():
    """There is no next round."""
    script = put_in(talking(6), PATRON, A1, Code.PROMISE_CONSULT).to_the_end()
    assert labels(script, A1) == [("promise_consult", "untested")]


def test_a_promise_to_come_is_public_but_the_sealed_order_is_not():
    """Not attacked: untested; what the order would have done is in the log alone."""
    script = put_in(talking(), PATRON, A1, Code.PROMISE_TO_COME)
    put_in(script, PATRON, A2, Code.PROMISE_TO_COME)
    script.at(1, Stage.RESPONSE)
    for ally in (A1, A2):
        sealed = SealResponse(Move.STAND, Stance.SILENT, 0, False, "")
        script.seat(ally, StateAppraisal(1, 2, 3), sealed)
    script.seat(PATRON, SealOrders({A1: False, A2: False})).at(1, Stage.RECKONING)
    (hit,) = script.state.round.crisis.attacked
    shown = {item.to: item.label for item in public_view(script.state).present.pledges}
    assert shown == {hit: "broken", ({A1, A2} - {hit}).pop(): "untested"}
    in_order = {j.in_order for j in script.state.round.reckoning.judged}
    assert in_order == {"broken_in_order"}


def test_neither_requests_nor_pledges_bind_or_pay():
    """The same moves earn the same, whatever was promised."""
    silent = committing(talking(), 1, Posture.HOLD, 3).at(1, Stage.RECKONING)
    spoken = put_in(talking(), PATRON, A1, Code.PROMISE_GARRISON, units=2)
    put_in(spoken, A1, PATRON, Code.WARN_ELSEWHERE, condition="no_garrison")
    committing(spoken, 1, Posture.HOLD, 3).at(1, Stage.RECKONING)
    assert spoken.state.round.reckoning.accounts == silent.state.round.reckoning.accounts


def test_a_game_stopped_by_the_instructor_leaves_open_pledges_untested():
    """Never judged in time is untested."""
    from game.core.commands import EndGame

    script = put_in(talking(), PATRON, A1, Code.PROMISE_FIRMNESS).do(EndGame("stopped"))
    assert labels(script, A1) == [("promise_firmness", "untested")]
