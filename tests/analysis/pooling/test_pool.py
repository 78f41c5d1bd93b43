"""Several sessions of one claim: against statsmodels, and against cases worked by hand."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.meta_analysis import combine_effects

from game.analysis.inference.results import SessionEstimate
from game.analysis.pooling import pool, session_interval


def sessions(estimates, errors, enough=None):
    """One estimate a session, S1 onwards."""
    allowed = enough or [True] * len(estimates)
    return [
        SessionEstimate(f"S{i}", "C1", y, se, 8, 10, ok)
        for i, (y, se, ok) in enumerate(zip(estimates, errors, allowed, strict=True), 1)
    ]


def oracle(estimates, errors):
    """statsmodels: Paule-Mandel, t. It stops at 1e-5 unless told, and falls to 0 if told 1e-11."""
    return combine_effects(
        np.array(estimates),
        np.array(errors) ** 2,
        method_re="iterated",
        use_t=True,
        atol=1e-9,
    )


Y, SE = [-12.0, -2.0, -9.0, 4.0, -15.0, -6.0], [4.0, 3.0, 5.0, 2.5, 6.0, 3.5]


def test_random_effects_are_those_of_statsmodels():
    """tau2, estimate, Cochran's Q, I2, and the HKSJ interval, where classes differ."""
    found, theirs = pool(sessions(Y, SE)).random_effects, oracle(Y, SE)
    low, high = theirs.conf_int()[3]
    assert found.tau2 == pytest.approx(theirs.tau2, rel=1e-9)
    assert found.tau2 > 1
    assert (found.estimate, found.q) == pytest.approx((theirs.mean_effect_re, theirs.q), rel=1e-9)
    assert found.i2 == pytest.approx(theirs.i2, rel=1e-9)
    assert (found.ci_low, found.ci_high) == pytest.approx((low, high), rel=1e-9)
    t = found.estimate / math.sqrt(theirs.var_hksj_re)
    assert found.p == pytest.approx(2 * stats.t.sf(abs(t), 5), rel=1e-9)


def test_the_guard_keeps_a_lucky_agreement_from_narrowing_the_interval():
    """With tau2 = 0 the unguarded interval is narrower than chance allows; ours is not."""
    y, se = [-5.0, -5.5, -4.8, -5.2], [3.0, 4.0, 3.5, 3.2]
    found, theirs = pool(sessions(y, se)).random_effects, oracle(y, se)
    bare = theirs.conf_int()[3]
    assert found.tau2 == 0
    assert found.i2 == 0
    assert found.se == pytest.approx(theirs.sd_eff_w_re)
    assert found.ci_high - found.ci_low > 3 * (bare[1] - bare[0])


numbers = st.floats(-50, 50, allow_nan=False).map(lambda x: round(x, 3))
errors = st.floats(0.01, 20).map(lambda x: round(x, 3))


@given(st.lists(st.tuples(numbers, errors), min_size=2, max_size=12))
@settings(max_examples=60, deadline=None)
def test_tau2_solves_its_equation_whatever_the_sessions(pairs):
    """The weighted scatter is k - 1, or below it already without any variance between classes."""
    y, se = (np.array(column) for column in zip(*pairs, strict=True))
    found = pool(sessions(y, se)).random_effects
    w = 1 / (se**2 + found.tau2)
    mean = np.average(y, weights=w)
    scatter = w @ (y - mean) ** 2
    assert found.estimate == pytest.approx(mean, abs=1e-9)
    if found.tau2 > 0:
        assert scatter == pytest.approx(len(y) - 1, rel=1e-9)
    else:
        assert scatter <= len(y) - 1 + 1e-9
    assert found.se == pytest.approx(w.sum() ** -0.5)


def test_the_t_line_by_hand():
    """Estimates 1, 2, 3: mean 2, SD 1, se 1/sqrt 3, t with 2 df; standard errors do not matter."""
    line = pool(sessions([1.0, 2.0, 3.0], [9.0, 0.1, 4.0])).t
    assert (line.k, line.df, line.estimate) == (3, 2, 2.0)
    assert line.se == pytest.approx(1 / math.sqrt(3))
    assert line.ci_low == pytest.approx(2 - 4.302652730 / math.sqrt(3))
    assert line.ci_high == pytest.approx(2 + 4.302652730 / math.sqrt(3))
    assert line.p == pytest.approx(0.0741799, rel=1e-5)  # t = 2 sqrt 3


def test_paule_mandel_by_hand():
    """Two sessions of variance 1 at -3 and +3: scatter 18/(1 + tau2) = 1, so tau2 = 17."""
    line = pool(sessions([-3.0, 3.0], [1.0, 1.0])).random_effects
    assert line.tau2 == pytest.approx(17, abs=1e-8)
    assert (line.estimate, line.q, line.df) == pytest.approx((0, 18, 1))
    assert line.i2 == pytest.approx(17 / 18)
    assert line.se == pytest.approx(3)
    assert line.p == pytest.approx(1)
    assert (line.pi_low, line.pi_high) == (None, None)  # t with 0 df


def test_the_prediction_interval_by_hand():
    """Three alike, -4, 0, 4 with variance 1: scatter 32/(1 + tau2) = 2, tau2 = 15, t with 1 df."""
    line = pool(sessions([-4.0, 0.0, 4.0], [1.0, 1.0, 1.0])).random_effects
    reach = 12.706204736 * math.sqrt(15 + 16 / 3)
    assert (line.pi_low, line.pi_high) == pytest.approx((-reach, reach), rel=1e-8)


def test_a_session_with_too_few_groups_is_shown_and_does_not_enter():
    """It stands in the plot with its reason; neither line knows it."""
    found = pool(sessions([*Y, 90.0], [*SE, 1.0], [True] * 6 + [False]))
    small = found.sessions[-1]
    assert (small.entered, small.estimate) == (False, 90.0)
    assert "three groups" in small.reason
    bare = pool(sessions(Y, SE))
    assert (found.k, found.t, found.random_effects) == (6, bare.t, bare.random_effects)
    assert [left.session for left in found.leave_one_out] == ["S1", "S2", "S3", "S4", "S5", "S6"]


def test_each_session_is_left_out_of_both_lines():
    """What is told of a session left out is what pooling the others gives."""
    found = pool(sessions(Y, SE))
    without = pool(sessions(Y, SE)[1:])
    first = found.leave_one_out[0]
    assert (first.session, len(found.leave_one_out)) == ("S1", 6)
    assert (first.t, first.random_effects) == (without.t.estimate, without.random_effects.estimate)


@pytest.mark.parametrize(
    ("k", "headline", "lines"),
    [(1, False, False), (2, False, True), (4, False, True), (5, True, True)],
)
def test_a_headline_needs_five_sessions(k, headline, lines):
    """From two the lines are there, for who looks on; from five they are said."""
    found = pool(sessions(Y[:k], SE[:k]))
    assert found.headline is headline
    assert (found.t is not None, found.random_effects is not None) == (lines, lines)
    assert bool(found.leave_one_out) is (k >= 3)


def test_a_session_without_a_standard_error_is_in_the_t_line_alone():
    """Its groups were all alike: a weight without end is no weight."""
    found = pool(sessions([0.0, -0.2, 0.1, -0.3], [0.0, 0.1, None, 0.1]))
    assert (found.t.k, found.random_effects.k) == (4, 2)
    assert [bool(each.reason) for each in found.sessions] == [True, False, True, False]
    assert found.leave_one_out[0].random_effects is None
    assert found.leave_one_out[1].random_effects is None  # one would be left
    alone = pool(sessions([0.1, 0.2], [0.0, 0.1]))
    assert alone.random_effects is None


def test_sessions_that_are_all_alike_give_no_interval():
    """A scatter of nothing would be certainty."""
    line = pool(sessions([2.0, 2.0, 2.0], [1.0, 1.0, 1.0])).t
    assert (line.estimate, line.ci_low, line.ci_high, line.p) == (2.0, None, None, None)


def test_what_cannot_be_pooled_is_refused():
    """Two claims in one pool, a session twice, and nothing at all."""
    one, two = sessions([1.0, 2.0], [1.0, 1.0])
    with pytest.raises(ValueError, match="one claim"):
        pool([one, replace(two, claim="C2")])
    with pytest.raises(ValueError, match="once"):
        pool([one, one])
    with pytest.raises(ValueError, match="one claim"):
        pool([])


def test_a_session_has_an_interval_of_its_own():
    """t with its own degrees of freedom: 2.306 for eight."""
    (one,) = sessions([5.0], [2.0])
    low, high = session_interval(one)
    assert (low, high) == pytest.approx((5 - 2 * 2.306004135, 5 + 2 * 2.306004135))
    assert session_interval(replace(one, se=None)) is None
    assert session_interval(replace(one, df=0)) is None
    assert session_interval(replace(one, se=0.0)) is None
