"""What the report says of a coding, and of one that nothing can be said of."""

import pytest

from game.analysis.reliability.reading import NoCodings, read_codings
from game.analysis.reliability.report import (
    NO_FAULT,
    NONE_TWICE,
    ONE_CODE,
    ONE_CODER,
    WIDE,
    reliability,
    verdict,
)
from tests.analysis.reliability.codes import BINARY, FOUR, codings


def test_the_counts_of_an_example():
    """Krippendorff's fourth observer and the others, with gaps."""
    found = reliability(FOUR)
    assert (found.units, found.coders, found.pairable_units, found.n_codes) == (12, 4, 11, 41)
    assert found.percent_agreement == pytest.approx(100 * (1 - 12 / 55))
    assert [(s.code, s.count) for s in found.distribution] == [
        ("2", 13),
        ("3", 11),
        ("1", 9),
        ("4", 5),
        ("5", 3),
    ]
    assert found.disagreements[0].codes == ("1", "2")
    assert sum(d.count for d in found.disagreements) == 12
    assert sum(s.share for s in found.distribution) == pytest.approx(1)


@pytest.mark.parametrize(
    ("alpha", "words"),
    [
        (1, "reliable"),
        (0.8, "reliable"),
        (0.7999, "tentative conclusions only"),
        (0.667, "tentative conclusions only"),
        (0.6669, "do not analyse this code"),
        (-0.2, "do not analyse this code"),
        (None, None),
    ],
)
def test_the_words_are_the_usual_ones(alpha, words):
    assert verdict(alpha) == words


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (codings("abab"), ONE_CODER),
        (codings("ab..", "..ab"), NONE_TWICE),
        (codings("aaab", "aaa."), ONE_CODE),
    ],
)
def test_where_there_is_no_alpha_a_sentence_says_why(given, sentence):
    found = reliability(given)
    assert found.warnings == (sentence,)
    undefined = (found.alpha, found.alpha_low, found.alpha_high, found.kappa, found.verdict)
    assert undefined == (None,) * 5


def test_no_disagreement_is_no_certainty():
    found = reliability(codings("abcabc", "abcabc"))
    assert (found.alpha, found.kappa, found.disagreements) == (1, 1, ())
    assert NO_FAULT in found.warnings


def test_a_low_end_under_the_convention_is_said():
    assert WIDE in reliability(BINARY).warnings
    assert WIDE not in reliability(codings("abc" * 60, "abc" * 59 + "acb")).warnings


def test_one_code_nearly_everywhere_is_said():
    """98 of 100 texts alike and agreed; two more that are not: agreement 98, alpha about nought."""
    found = reliability(codings("a" * 98 + "ab", "a" * 98 + "ba"))
    assert found.percent_agreement == pytest.approx(98)
    assert found.alpha < 0.1
    assert any("“a”, has 99 %" in warning for warning in found.warnings)


def test_draws_of_one_code_are_left_out_and_counted():
    found = reliability(codings("aaaaab", "aaaaab"))
    assert any("hold one code only" in warning for warning in found.warnings)
    assert found.alpha_low == 1


def test_the_seed_decides_the_draws():
    assert reliability(FOUR) == reliability(FOUR)
    assert reliability(FOUR, seed=2).alpha_low != reliability(FOUR, seed=3).alpha_low


def test_capitals_make_two_codes_and_are_said():
    warnings = reliability(codings("aAbb", "aabb")).warnings
    assert "“A” and “a” count as two codes." in warnings


def test_numbers_are_needed_in_order():
    numbers = read_codings("unit,coder,code\n1,x,10\n1,y,9.0\n2,x,9\n2,y,10\n3,x,2\n3,y,2\n")
    assert [s.code for s in reliability(numbers, "interval").distribution] == ["2", "9", "10"]
    with pytest.raises(NoCodings, match="ordinal needs numbers"):
        reliability(codings("ab", "ab"), "ordinal")
    with pytest.raises(NoCodings, match="is none"):
        reliability(read_codings("unit,coder,code\n1,x,nan"), "interval")


def test_texts_in_place_of_codes_are_noticed():
    rows = "".join(f"{n},x,because of {n}\n" for n in range(102))
    with pytest.raises(NoCodings, match="102 different codes"):
        reliability(read_codings("unit,coder,code\n" + rows))
