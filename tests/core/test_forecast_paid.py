"""The one round in which an ally is paid for its forecast instead of its moves (rules 7)."""

from dataclasses import replace

import pytest

from game.core.commands import (
    EndGame,
    OpenSeat,
    SealOrders,
    SealResponse,
    StateAppraisal,
    StateBelief,
)
from game.core.nature import Forecast
from game.core.views import seat_view
from game.core.vocabulary import ALLY_SEATS, Distance, Move, Stage, Stance
from tests.builders import A1, A2, A3, PATRON, Script, an_opening

NEW = OpenSeat(A3, "corvia", Distance.FAR, "P77")
SURE, NEVER = 0.0, 1.0  # luck that wins any but a hopeless bet, and luck that wins none


def a_game(drawn_round=2, *, before=True, luck=SURE):
    """A group in which every ally's forecast is drawn alike."""
    opened = an_opening(3)
    forecasts = (Forecast(drawn_round, before, luck),) * len(ALLY_SEATS)
    return Script(replace(opened, nature=replace(opened.nature, forecasts=forecasts)))


def plays_round(script, number=2, beliefs=(70, 20), come=True):
    """The round is played with these beliefs of A1 before and after, and this order for it."""
    script.at(number, Stage.DISPATCH)
    if beliefs[0] is not None:
        script.seat(A1, StateBelief(beliefs[0]))
    script.at(number, Stage.RESPONSE)
    sealed = SealResponse(Move.BUILD_ARMS, Stance.ENDORSE, 1, False, "")
    script.seat(A1, StateAppraisal(0, 0, beliefs[1]), sealed)
    script.seat(PATRON, SealOrders({A1: come, A2: True}))
    return script


def paid(script, seat=A1):
    """The seat's forecast as it was paid."""
    (found,) = [item for item in script.state.ended.forecasts if item.seat == seat]
    return found


@pytest.mark.parametrize("come", [True, False])
@pytest.mark.parametrize(("before", "report"), [(True, 70), (False, 20)])
def test_a_coin_picks_the_belief_and_the_sealed_order_is_the_outcome(before, report, come):
    """Whether the ally was attacked or not."""
    forecast = paid(plays_round(a_game(before=before), come=come).to_the_end())
    assert (forecast.round, forecast.before, forecast.report) == (2, before, report)
    assert forecast.outcome is come
    assert forecast.points == 10


def test_bad_luck_wins_nothing():
    """The prize comes with a chance, not by merit alone."""
    assert paid(plays_round(a_game(luck=NEVER)).to_the_end()).points == 0


@pytest.mark.parametrize(("luck", "points"), [(0.74, 10), (0.76, 0)])
def test_a_belief_that_was_never_stated_is_scored_as_fifty(luck, points):
    """1 - .25 of luck, whatever the order."""
    script = a_game(luck=luck).opens()
    while script.state.ended is None:  # nobody moves: the stages run out of time
        from game.core.commands import CloseStage

        script.do(CloseStage("deadline"))
        script.opens()
    assert (paid(script).report, paid(script).points) == (None, points)


def test_the_moves_of_that_round_are_set_aside_and_no_others():
    """Forecast and action of a round are never paid together."""
    script = plays_round(a_game()).to_the_end()
    accounts = [a for r in script.state.rounds for a in r.reckoning.accounts if a.seat == A1]
    assert paid(script).set_aside == accounts[1].points
    others = sum(account.points for account in accounts) - accounts[1].points
    view = seat_view(script.state, A1)
    assert view.points == others + 10
    assert (view.forecast.round, view.forecast.par) == (2, 7.5)


@pytest.mark.parametrize("stage", [Stage.DISPATCH, Stage.RECKONING])
def test_nobody_knows_the_round_before_the_end(stage):
    """Opened at the end, not when it is played."""
    script = a_game().at(3, stage)
    assert seat_view(script.state, A1).forecast is None


def test_the_patron_is_paid_for_no_forecast():
    """Beliefs are the allies'."""
    script = a_game().to_the_end()
    assert {item.seat for item in script.state.ended.forecasts} == {A1, A2}
    assert seat_view(script.state, PATRON).forecast is None


def test_a_round_that_was_never_played_pays_nothing_and_sets_nothing_aside():
    """The instructor ends the game in round 3; forecasts were drawn for round 5."""
    script = a_game(5).at(3, Stage.CRISIS).do(EndGame("stopped"))
    assert script.state.ended.forecasts == ()
    points = [a.points for r in script.state.reckoned for a in r.reckoning.accounts]
    assert len(points) == 6
    assert seat_view(script.state, A1).points == sum(
        a.points for r in script.state.reckoned for a in r.reckoning.accounts if a.seat == A1
    )


def test_a_latecomer_whose_round_is_past_keeps_all_its_points():
    """It was not there in round 2."""
    script = a_game().at(2, Stage.RECKONING).all_ready().do(NEW).to_the_end()
    assert {item.seat for item in script.state.ended.forecasts} == {A1, A2}
