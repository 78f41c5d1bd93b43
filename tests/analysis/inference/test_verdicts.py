"""Verdicts and their sentences: every code, both sides of zero, few groups and many."""

import re

import pytest

from game.analysis.claims.reading import read_claims
from game.analysis.inference.sentences import Numbers, not_enough, p_words, sentence
from game.analysis.inference.verdicts import Verdict, holm, verdict
from tests.analysis.inference.made import analysed, arms, draws, free, moved

BANNED = re.compile(r"\b(proves?|confirms?|refutes?|disproves?|significant|no effect)\b", re.I)
WIDE = (-99.0, 99.0)
CLAIMS = read_claims()


def judge(claim, estimate, p=0.01, p_vs_baseline=0.01, ci90=WIDE):
    return verdict(CLAIMS.claim(claim), estimate, p, p_vs_baseline, ci90)


@pytest.mark.parametrize(
    ("claim", "above", "below"),
    [
        ("C1", "CONSISTENT_WITH_HRT", "CONSISTENT_WITH_AUTHORS"),
        ("C2", "CONSISTENT_WITH_AUTHORS", "CONSISTENT_WITH_HRT"),
        ("C3", "CONSISTENT_WITH_HRT", "CONSISTENT_WITH_AUTHORS"),
        ("C4", "CONSISTENT_WITH_HRT", "CONSISTENT_WITH_AUTHORS"),
        ("C5", "OPPOSITE_TO_AUTHORS", "CONSISTENT_WITH_AUTHORS"),
        ("C6", "CONSISTENT_WITH_HRT", "CONSISTENT_WITH_AUTHORS"),
        ("C7", "LINK_REVERSED", "LINK_SUPPORTED"),
    ],
)
def test_each_side_of_zero(claim, above, below):
    assert (judge(claim, 0.5), judge(claim, -0.5)) == (above, below)


def test_what_the_payoffs_explain_is_no_evidence():
    assert judge("C1", 6, p_vs_baseline=0.3) == "EXPLAINED_BY_PAYOFFS"
    assert judge("C1", 6, p_vs_baseline=0.01) == "CONSISTENT_WITH_HRT"


@pytest.mark.parametrize(("baseline", "short"), [(25.0, True), (2.0, False), (-9.0, False)])
def test_an_effect_that_falls_short_of_the_payoffs_says_so(baseline, short):
    numbers = Numbers(12, True, 6.0, (1.0, 11.0), baseline, uneven=False)
    said = sentence(CLAIMS.claim("C1"), Verdict.CONSISTENT_WITH_HRT, numbers)
    assert ("(+25.0): the class fell short of its payoffs." in said) is short


def test_small_needs_the_whole_interval_within_the_band():
    assert judge("C1", 1, p=0.2, ci90=(-4.9, 4.9)) == "NO_MEANINGFUL_EFFECT"
    assert judge("C1", 1, p=0.2, ci90=(-4.9, 5.1)) == "INCONCLUSIVE"
    assert judge("C2", 0, p=0.2, ci90=(-0.10, 0.10)) == "NO_MEANINGFUL_EFFECT"


def test_holm_steps_down_and_never_falls():
    assert holm({"a": 0.01, "b": 0.04, "c": 0.03}) == pytest.approx(
        {"a": 0.03, "c": 0.06, "b": 0.06}
    )
    assert holm({"a": 0.9, "b": 0.8}) == {"b": 1.0, "a": 1.0}
    assert holm({}) == {}


@pytest.mark.parametrize("groups", [7, 12])
@pytest.mark.parametrize("claim", [f"C{i}" for i in range(1, 8)])
@pytest.mark.parametrize("code", [v for v in Verdict if v is not Verdict.NOT_ENOUGH_DATA])
def test_every_sentence_keeps_to_the_words(code, claim, groups):
    for cause in (True, False):
        numbers = Numbers(groups, cause, -6.26, (float("-inf"), 1.5), 2.5, uneven=True)
        said = sentence(CLAIMS.claim(claim), code, numbers)
        assert not BANNED.search(said)
        assert said.startswith("Attrition differs between arms. ")
        assert said.endswith("in these groups.") is (groups < 10)


def test_a_sentence_whole():
    numbers = Numbers(12, True, -6.26, (-11.24, -1.44), 0.0, uneven=False)
    assert sentence(CLAIMS.claim("C1"), Verdict.CONSISTENT_WITH_AUTHORS, numbers) == (
        "In 12 groups, escalation made a difference of −6.3 belief points (95 % CI −11.2 to −1.4). "
        "This is consistent with the authors and not what Hawkish Reassurance Theory expects."
    )
    went = sentence(
        CLAIMS.claim("C1"), Verdict.CONSISTENT_WITH_HRT, Numbers(12, False, 6, (1, 11), 0, False)
    )
    assert "escalation went with +6.0 belief points" in went
    assert "an association: patrons chose their posture" in went


def test_too_few_groups_say_how_far_even_the_most_extreme_result_would_go():
    few = analysed(arms(["hawk", "restrained"] * 4, moved(60)), "D1").claim("C1")
    assert (few.verdict, few.testable, few.estimate) == ("NOT_ENOUGH_DATA", False, None)
    assert few.min_p == pytest.approx(2 / 70)
    assert few.sentence == (
        "Not enough independent groups to tell. With this class even the most extreme result "
        "possible would have p = 0.029, in these groups."
    )
    assert not_enough(None, "Why.", 0) == "Not enough independent groups to tell. Why."
    assert p_words(0.0004) == "less than 0.001"


@pytest.mark.parametrize(("groups", "testable"), [(8, False), (9, True)])
def test_arms_need_nine_groups(groups, testable):
    deal = (["hawk", "restrained"] * 5)[:groups]
    assert analysed(arms(deal), "D1").claim("C1").testable is testable


def test_what_must_vary_is_named():
    found = analysed(draws(3), "D2")
    assert "3 groups in which the forces sent away varied" in found.claim("C4").reason
    assert "3 groups in which beliefs varied" in found.claim("C7").reason
    assert "2 groups in which the posture varied" in analysed(free(2), "D3").claim("C1").reason


@pytest.mark.parametrize(("groups", "testable"), [(1, False), (2, True)])
def test_draws_need_two_groups(groups, testable):
    assert analysed(draws(groups), "D2").claim("C1").testable is testable


def test_families_are_adjusted_over_what_can_be_tested():
    """Without near and far, C5 is not tested, and Holm has one claim less."""
    rows = [{**r, "distance": ""} for r in draws(8, moved(9))]
    found = analysed(rows, "D2")
    c4, c6 = found.claim("C4"), found.claim("C6")
    assert not found.claim("C5").testable
    assert max(c4.p_holm, c6.p_holm) == pytest.approx(max(2 * min(c4.p, c6.p), max(c4.p, c6.p)))
    assert found.claim("C7").p_holm == found.claim("C7").p
    assert found.claim("C0").p_holm is None


def test_a_baseline_is_tested_with_the_same_reference_set():
    rows = draws(6, moved(12), seed=2)
    plain = analysed(rows, "D2").claim("C1")
    held = analysed(rows, "D2", C1=12.0).claim("C1")
    assert plain.verdict == "CONSISTENT_WITH_HRT"
    assert (held.verdict, held.p) == ("EXPLAINED_BY_PAYOFFS", plain.p)
    assert held.excess == pytest.approx(held.estimate - 12)
    assert held.p_vs_baseline > 0.05
