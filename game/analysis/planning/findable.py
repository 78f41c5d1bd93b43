"""The smallest change that is found in 8 of 10 classes, from the power at several sizes."""

from collections.abc import Sequence
from itertools import pairwise
from math import inf
from statistics import NormalDist

OFTEN = 0.8
LEAST, MOST = 0.0005, 0.9995  # beyond these a simulated share says nothing of the normal scale


def findable(powers: Sequence[float], effects: Sequence[float]) -> float:
    """In the unit of `effects`, which rise; between two of them the probit is taken for a line.

    Infinite where even the last is found more seldom.
    """
    steps = list(zip(powers, map(abs, effects), strict=True))
    for (below, small), (above, large) in pairwise(steps):
        if below < OFTEN <= above:
            low, high, aim = (_probit(share) for share in (below, above, OFTEN))
            return small + (aim - low) / (high - low) * (large - small)
    return inf


def _probit(share: float) -> float:
    return NormalDist().inv_cdf(min(MOST, max(LEAST, share)))
