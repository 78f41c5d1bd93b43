"""Alpha and kappa of a coding, each with its interval from a bootstrap over texts."""

from collections import Counter
from dataclasses import dataclass

import krippendorff
import numpy as np

from game.analysis.reliability.coding import Coding, Text
from game.analysis.reliability.coefficients import Array, alphas, kappas, resampled

DRAWS = 2000
ENDS = (2.5, 97.5)  # percentiles


@dataclass(frozen=True, slots=True)
class Estimate:
    """A coefficient and its 95 per cent interval. None: undefined."""

    value: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Estimates:
    """Both, from the same draws; kappa for two coders only."""

    alpha: Estimate = Estimate()
    kappa: Estimate = Estimate()
    skipped: int = 0  # draws that hold one code only


def estimates(coding: Coding, level: str, seed: int, draws: int = DRAWS) -> Estimates:
    """What the texts coded by two or more say; nothing, where there is one code or none."""
    if len(coding.distribution(coding.pairable)) < 2:
        return Estimates()
    ways = Counter(coding.pairable)
    often = np.array(list(ways.values()), dtype=np.float64)
    counts = np.array([_counted(way, len(coding.codes)) for way in ways])
    value = krippendorff.alpha(
        value_counts=counts.repeat(often.astype(int), axis=0),
        value_domain=coding.values,
        level_of_measurement=level,  # type: ignore[arg-type]
    )
    samples = resampled(often, draws, seed)
    drawn = alphas(samples, counts, coding.values, level)
    alpha = _estimate(float(value), drawn)
    skipped = int(np.isnan(drawn).sum())
    if len(coding.coders) != 2:
        return Estimates(alpha, skipped=skipped)
    tables = np.array([_table(way, len(coding.codes)) for way in ways])
    whole = float(kappas(often[None, :], tables)[0])
    return Estimates(alpha, _estimate(whole, kappas(samples, tables)), skipped)


def _estimate(value: float, drawn: Array) -> Estimate:
    low, high = np.nanpercentile(drawn, ENDS)
    return Estimate(value, float(low), float(high))


def _counted(way: Text, codes: int) -> Array:
    """How many coders gave each code."""
    given = np.array([code for code in way if code is not None])
    return np.bincount(given, minlength=codes).astype(np.float64)


def _table(way: Text, codes: int) -> Array:
    """A 1 where the first coder's code (row) meets the second's (column)."""
    table = np.zeros((codes, codes))
    table[way] = 1
    return table
