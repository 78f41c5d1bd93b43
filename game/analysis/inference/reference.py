"""Reference sets: every assignment that could have been drawn, or a recorded sample of them.

Re-assignments keep the counts within each stratum; sign flips turn whole groups. A set of up to
20,000 is gone through whole; of a larger one 9,999 are drawn and the identity is added.
"""

from collections.abc import Sequence
from itertools import combinations, product
from math import comb, prod

import numpy as np
import numpy.typing as npt

MOST_WHOLE = 20_000
DRAWS = 9_999
Vector = npt.NDArray[np.float64]  # shape (n,)
Matrix = npt.NDArray[np.float64]  # shape (n, k)


def count_reassignments(drawn: Vector, strata: Sequence[str]) -> int:
    """In how many ways as many could have been drawn in each stratum."""
    places = _places(strata).values()
    return prod(comb(len(where), int(drawn[where].sum())) for where in places)


def reassignments(drawn: Vector, strata: Sequence[str], seed: int) -> Matrix:
    """These ways, shape (N, units), 0 and 1. `drawn` has shape (units,)."""
    places = list(_places(strata).values())
    size = count_reassignments(drawn, strata)
    if size <= MOST_WHOLE:
        return _whole(drawn, places, size)
    dice = np.random.default_rng(seed)
    members = np.tile(drawn, (DRAWS + 1, 1))
    for where in places:
        members[1:, where] = dice.permuted(members[1:, where], axis=1)
    return members


def _places(strata: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, stratum in enumerate(strata):
        places.setdefault(stratum, []).append(place)
    return places


def _whole(drawn: Vector, places: Sequence[Sequence[int]], size: int) -> Matrix:
    ways = [list(combinations(where, int(drawn[list(where)].sum()))) for where in places]
    members = np.zeros((size, len(drawn)))
    for row, chosen in enumerate(product(*ways)):
        for treated in chosen:
            members[row, list(treated)] = 1
    return members


def flips(groups: int, seed: int) -> Matrix:
    """The ways to turn the signs of so many groups, shape (N, groups), -1 and +1."""
    if 2**groups <= MOST_WHOLE:
        bits = np.arange(2**groups)[:, None] >> np.arange(groups)[None, :] & 1
        return np.asarray(1 - 2 * bits, dtype=np.float64)
    signs = 1 - 2 * np.random.default_rng(seed).integers(0, 2, size=(DRAWS + 1, groups))
    signs[0] = 1
    return np.asarray(signs, dtype=np.float64)
