"""Alpha and kappa of many samples of texts at once, for the bootstrap.

Texts that were coded alike are interchangeable. So a sample is a row of weights, one for each of
the K ways in which a text was coded: how often a text of that way is in it. A coefficient that is
undefined, because only one code occurs, is nan.
"""

import numpy as np
from numpy.typing import NDArray

from game.analysis.reliability.coding import NOMINAL, ORDINAL

Array = NDArray[np.float64]


def alphas(weights: Array, counts: Array, values: Array, level: str) -> Array:
    """Krippendorff's alpha of each sample: 1 - observed / expected disagreement.

    `weights` has shape (S, K); `counts` (K, V): how many coders gave which code, two or more a
    row; `values` (V,): what the codes stand for.
    """
    given = weights @ counts  # (S, V): how often each code occurs
    total = given.sum(axis=1)
    coders = counts.sum(axis=1)
    if level == NOMINAL:
        within = (coders**2 - (counts**2).sum(axis=1)) / (coders - 1)
        observed = weights @ within
        expected = (total**2 - (given**2).sum(axis=1)) / (total - 1)
    else:
        scores = _midranks(given) if level == ORDINAL else np.broadcast_to(values, given.shape)
        spread = coders * (scores**2 @ counts.T) - (scores @ counts.T) ** 2  # (S, K)
        observed = 2 * (weights * spread / (coders - 1)).sum(axis=1)
        mean = (given * scores).sum(axis=1) / total
        around = (given * (scores - mean[:, None]) ** 2).sum(axis=1)
        expected = 2 * total * around / (total - 1)
    several = (given > 0).sum(axis=1) > 1
    return 1 - _ratio(observed, expected, several)


def kappas(weights: Array, tables: Array) -> Array:
    """Cohen's kappa of each sample; `tables` (K, V, V) has a 1 at the first and second code."""
    table = np.tensordot(weights, tables, axes=1)
    table /= table.sum(axis=(1, 2), keepdims=True)
    agreed = np.trace(table, axis1=1, axis2=2)
    by_chance = (table.sum(axis=1) * table.sum(axis=2)).sum(axis=1)
    several = by_chance < 1 - 1e-12
    return 1 - _ratio(1 - agreed, 1 - by_chance, several)


def resampled(often: Array, draws: int, seed: int) -> Array:
    """Bootstrap samples of texts: as many as there are, drawn with replacement."""
    size = int(often.sum())
    drawn = np.random.default_rng(seed).multinomial(size, often / size, size=draws)
    return drawn.astype(np.float64)


def _midranks(given: Array) -> Array:
    """The middle place of each code when all that were given stand in order."""
    return given.cumsum(axis=1) - given / 2


def _ratio(above: Array, below: Array, defined: NDArray[np.bool_]) -> Array:
    return np.divide(above, below, out=np.full_like(above, np.nan), where=defined)
