"""The gauge against quadrature, against its closed form, and where it must be silent."""

import pytest
from scipy.integrate import quad
from scipy.stats import norm, t

from game.analysis.inference.gauge import gauge, shares
from tests.analysis.inference.made import analysed, arms, draws, moved


@pytest.mark.parametrize("df", [1, 2, 9, 40])
@pytest.mark.parametrize("se", [0.004, 0.05, 0.4])
@pytest.mark.parametrize("effect", [-0.3, -0.02, 0.0, 0.11])
def test_shares_are_the_three_averaged_likelihoods(effect, se, df):
    def averaged(side):
        def density(size):
            return t.pdf((effect - side * size) / se, df) / se * 2 * norm.pdf(size / 0.1) / 0.1

        peak = min(0.8, max(0.0, side * effect))
        return sum(
            quad(density, low, high, epsabs=0, epsrel=1e-10, limit=200)[0]
            for low, high in ((0, peak), (peak, 0.8))
        )

    hrt, authors, zero = averaged(1), averaged(-1), t.pdf(effect / se, df) / se
    found = shares(effect, se, df, 0.1)
    total = hrt + authors + zero
    assert (found.hrt, found.zero, found.authors) == pytest.approx(
        (hrt / total, zero / total, authors / total), rel=1e-6
    )
    assert found.bf == pytest.approx(authors / hrt, rel=1e-6)


def test_with_many_groups_the_ratio_is_the_closed_form():
    """BF = Phi(k) / (1 - Phi(k)), k = (d/se) omega / sqrt(se^2 + omega^2), towards the authors."""
    effect, se, omega = -0.06, 0.04, 0.1
    k = -effect / se * omega / (se**2 + omega**2) ** 0.5
    assert shares(effect, se, 10**7, omega).bf == pytest.approx(norm.cdf(k) / norm.sf(k), rel=1e-4)


def test_the_two_sides_are_alike():
    up, down = shares(0.07, 0.05, 6, 0.1), shares(-0.07, 0.05, 6, 0.1)
    assert (up.hrt, up.zero, up.bf) == pytest.approx((down.authors, down.zero, 1 / down.bf))


def test_the_payoffs_own_tilt_is_taken_off():
    rows = draws(8, moved(12), seed=2)
    plain, held = analysed(rows, "D2").gauge, analysed(rows, "D2", C0=0.04).gauge
    same = shares(plain.estimate - 0.04, plain.se, plain.df, 0.1)
    assert (held.share_hrt, held.bf) == pytest.approx((same.hrt, same.bf))


def test_it_is_silent_where_there_are_too_few_groups():
    found = analysed(arms(["hawk", "restrained"] * 4), "D1").gauge
    assert (found.shown, found.share_hrt, found.words) == (False, None, "")
    assert "the test needs 9" in found.reason


@pytest.mark.parametrize(
    ("effect", "words"),
    [
        ((0.001, 0.05, 9), "hardly favours either theory"),
        ((-0.06, 0.05, 9), "leans towards the authors against HRT"),
        ((0.1, 0.05, 9), "favours HRT over the authors"),
        ((-0.2, 0.03, 9), "strongly favours the authors over HRT"),
    ],
)
def test_words_follow_the_ratio_and_always_name_zero(effect, words):
    said = gauge(effect, "", 0.0, 0.1).words
    assert words in said
    assert said.endswith(" %.")
    assert "“about zero” keeps" in said


def test_groups_that_are_all_alike_say_nothing_of_chance():
    """The same answers everywhere leave dust of binary fractions, which is no standard error."""
    rows = [
        {**row, "belief_before": 40, "belief_after": 47 if row["round"] % 3 else 62,
         "stance": "silent", "alignment": "REASSURE", "posture_assigned": card}
        for row in draws(5)
        for card in ["escalate" if row["round"] in (1, 2, 3) else "restrain"]
    ]  # fmt: skip
    found = analysed(rows, "D2")
    assert found.claim("C0").se == 0
    assert not found.gauge.shown
    assert "too alike" in found.gauge.reason
