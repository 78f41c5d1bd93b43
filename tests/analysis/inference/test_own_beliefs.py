"""Hedging beside what allies' own beliefs imply, worked by hand."""

from math import exp

import pytest

from game.analysis.inference.from_log import analyse_session
from game.analysis.inference.own_beliefs import own_beliefs, payoffs_of, tilt_lines
from game.analysis.inference.rows import ally_round
from tests.analysis import played
from tests.analysis.inference.made import row

SESSION = {"session": "S1", "b": "1", "h": "3", "q": "0.5", "m": "0.8", "L": "20"}


def ally(belief, alignment, escalates=True):
    return ally_round(
        row("G1", 1, "A1", escalates, belief_after=belief, alignment=alignment, stance="silent")
    )


def test_by_hand():
    """p* is one half: at 75 standing is worth 2 points more, at 25 hedging is."""
    rows = [ally(75, "REASSURE"), ally(75, "HEDGE"), ally(25, "HEDGE"), ally(50, "HEDGE", False)]
    whole, escalated, held = own_beliefs(rows, payoffs_of([SESSION]))

    assert (whole.moves, whole.hedged, whole.best) == (4, 0.75, 0.75)  # at p* either is best
    at = {belief: 1 / (1 + exp(0.6 * (4 - 8 * (1 - belief / 100)))) for belief in (25, 75)}
    assert escalated.expected == pytest.approx((2 * at[75] + at[25]) / 3)
    assert escalated.excess == pytest.approx(2 / 3 - escalated.expected)
    assert escalated.low > escalated.expected > escalated.high  # mostly above p*
    assert (held.posture, held.expected) == ("hold", 0.5)


def test_a_table_without_payoffs_has_none():
    assert own_beliefs([ally(75, "HEDGE")], payoffs_of([])) == ()
    assert tilt_lines([]) == ()


def test_best_responses_agree_with_the_table_s_own():
    log = played.cards()
    found = analyse_session(log).own_beliefs[0]
    rows = [
        r
        for r in played.rows(log, "ally_rounds", bot=0, timed_out=0, move_source="student")
        if r["best_response"]
    ]
    best = sum(r["best_response"] in (r["alignment"], "tie") for r in rows)
    assert (found.moves, found.best) == (len(rows), pytest.approx(best / len(rows)))


def test_a_neutral_scenario_has_no_tilt_at_any_lambda():
    lines = analyse_session(played.cards()).tilts
    assert [line.precision for line in lines] == [0.3, 0.6, 1.2]
    assert all(abs(line.belief) < 1e-9 and abs(line.hedging) < 1e-9 for line in lines)
