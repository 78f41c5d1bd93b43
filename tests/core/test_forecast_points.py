"""The forecast that is paid, calibration, and the best response (rules 7 and 8)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.numbers import Numbers
from game.core.payoffs import best_response, calibration, forecast_par, forecast_points

NUMBERS = Numbers()
reports = st.integers(0, 100)


def chance_of_prize(report, outcome):
    """The share of a fine grid of luck that wins the prize."""
    grid = [(k + 0.5) / 10_000 for k in range(10_000)]
    return sum(forecast_points(NUMBERS, report, outcome, luck) > 0 for luck in grid) / 10_000


@pytest.mark.parametrize("outcome", [True, False])
@pytest.mark.parametrize("report", [0, 1, 30, 50, 75, 99, 100])
def test_the_prize_comes_with_chance_one_minus_the_squared_error(report, outcome):
    """10 points with chance 1 - (b - o)^2, else none."""
    expected = 1 - (report / 100 - outcome) ** 2
    assert chance_of_prize(report, outcome) == pytest.approx(expected, abs=2e-4)
    assert forecast_points(NUMBERS, report, outcome, 0.0) in (0, 10)


@given(st.booleans(), st.floats(0, 1, exclude_max=True))
def test_a_missing_belief_is_scored_as_fifty(outcome, luck):
    """Silence is neither punished nor paid."""
    assert forecast_points(NUMBERS, None, outcome, luck) == forecast_points(
        NUMBERS, 50, outcome, luck
    )


@given(st.booleans(), st.floats(0, 1, exclude_max=True))
def test_certainty_that_comes_true_always_wins_and_its_opposite_never(outcome, luck):
    """100 when it would have come: certain; 0: never."""
    right = 100 if outcome else 0
    assert forecast_points(NUMBERS, right, outcome, luck) == 10
    assert forecast_points(NUMBERS, 100 - right, outcome, luck) == 0


@given(reports, reports)
def test_the_truth_is_the_best_report(truth, report):
    """Rules 14.6: a lie of d points costs d^2 / 1000."""
    p = truth / 100

    def worth(stated):
        error = [(stated / 100 - outcome) ** 2 for outcome in (1, 0)]
        return 10 * (p * (1 - error[0]) + (1 - p) * (1 - error[1]))

    lost = worth(truth) - worth(report)
    assert lost == pytest.approx((truth - report) ** 2 / 1000, abs=1e-9)


@pytest.mark.parametrize(
    ("report", "outcome", "score"),
    [
        (100, True, 100),
        (0, True, 0),
        (50, True, 75),
        (50, False, 75),
        (80, True, 96),
        (80, False, 36),
    ],
)
def test_the_calibration_score(report, outcome, score):
    """100 x (1 - (b - o)^2); always 50 gives 75."""
    assert calibration(report, outcome) == pytest.approx(score)


def test_par_of_the_forecast_round():
    """7.5: what always saying 50 earns on average."""
    assert forecast_par(NUMBERS) == 7.5
    assert (chance_of_prize(50, True) + chance_of_prize(50, False)) / 2 * 10 == pytest.approx(7.5)


@pytest.mark.parametrize(
    ("belief", "best"),
    [(0, "HEDGE"), (49, "HEDGE"), (50, "tie"), (51, "REASSURE"), (100, "REASSURE")],
)
def test_the_best_response_to_a_belief(belief, best):
    """Stand above p*, Plan B below, either at it."""
    assert best_response(NUMBERS, belief) == best
