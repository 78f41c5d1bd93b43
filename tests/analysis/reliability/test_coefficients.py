"""Alpha and kappa against published examples, the package and statsmodels."""

import krippendorff
import numpy as np
import pytest
from statsmodels.stats.inter_rater import cohens_kappa

from game.analysis.reliability.coding import LEVELS, coding_of
from game.analysis.reliability.coefficients import alphas, kappas, resampled
from game.analysis.reliability.report import reliability
from tests.analysis.reliability.codes import (
    BINARY,
    FOUR,
    LETTERS,
    as_codings,
    at_random,
    codings,
)

SIZES = [(0, 30, 2, 3, 0), (1, 60, 3, 5, 0.3), (2, 25, 5, 4, 0.5), (3, 200, 2, 5, 0.2)]


@pytest.mark.parametrize(
    ("example", "level", "published"),
    [
        (BINARY, "nominal", 0.095),
        (LETTERS, "nominal", 0.692),
        (FOUR, "nominal", 0.743),
        (FOUR, "ordinal", 0.815),
        (FOUR, "interval", 0.849),
    ],
)
def test_krippendorffs_own_examples(example, level, published):
    """His examples A, B, C, with the numbers he prints."""
    assert round(reliability(example, level).alpha, 3) == published


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("size", SIZES)
def test_alpha_is_that_of_the_package(size, level):
    """Of the codes as they stand in a file, gaps and all."""
    given = at_random(*size)
    expected = krippendorff.alpha(reliability_data=given, level_of_measurement=level)
    assert reliability(as_codings(given), level).alpha == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("size", SIZES)
def test_alpha_of_a_sample_is_that_of_the_package(size, level):
    """Draw by draw: texts repeated as often as they were drawn."""
    given = at_random(*size)
    coding = coding_of(as_codings(given), level)
    counts = np.array(
        [
            [sum(code == at for code in text) for at in range(len(coding.codes))]
            for text in coding.pairable
        ],
        dtype=float,
    )
    weights = resampled(np.ones(len(counts)), 20, seed=7)
    found = alphas(weights, counts, coding.values, level)
    for sample, alpha in zip(weights, found, strict=True):
        rows = counts.repeat(sample.astype(int), axis=0)
        expected = krippendorff.alpha(
            value_counts=rows, value_domain=coding.values, level_of_measurement=level
        )
        assert alpha == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("size", [size for size in SIZES if size[2] == 2])
def test_kappa_is_that_of_statsmodels(size):
    """On the texts that both coded."""
    given = at_random(*size)
    both = given[:, ~np.isnan(given).any(axis=0)].astype(int)
    table = np.zeros((size[3], size[3]))
    np.add.at(table, tuple(both), 1)
    expected = cohens_kappa(table)
    found = reliability(as_codings(given))
    assert found.kappa == pytest.approx(expected.kappa, abs=1e-12)
    assert found.percent_agreement == pytest.approx(100 * np.mean(both[0] == both[1]))


def test_the_interval_of_kappa_is_about_the_one_for_large_samples():
    """Bootstrap and the asymptotic formula agree where there are many texts."""
    given = at_random(5, 800, 2, 4, 0).astype(int)
    table = np.zeros((4, 4))
    np.add.at(table, tuple(given), 1)
    expected = cohens_kappa(table)
    found = reliability(as_codings(given.astype(float)))
    assert found.kappa_low == pytest.approx(expected.kappa_low, abs=0.01)
    assert found.kappa_high == pytest.approx(expected.kappa_upp, abs=0.01)


def test_kappa_knows_who_said_what():
    """The rows are the first coder's, the columns the second's."""
    table = np.zeros((1, 2, 2))
    table[0, 0, 1] = 1
    assert kappas(np.array([[3.0]]), table) == pytest.approx(0)
    assert reliability(codings("aaab", "aabb")).kappa == pytest.approx(0.5)
    assert reliability(codings("aaab", "aabb", "aabb")).kappa is None


@pytest.mark.statistics
@pytest.mark.parametrize("coders", [2, 3])
def test_the_interval_covers_the_truth_about_as_often_as_it_says(coders):
    """100 codings of 120 texts; alpha of 40,000 texts coded the same way stands for the truth."""
    truth = krippendorff.alpha(
        reliability_data=at_random(99, 40_000, coders, 5, 0), level_of_measurement="nominal"
    )
    covered = 0
    for seed in range(100):
        found = reliability(as_codings(at_random(seed, 120, coders, 5, 0)), draws=400)
        covered += found.alpha_low <= truth <= found.alpha_high
    assert 88 <= covered <= 100
