"""Reference sets: every assignment that could have been drawn, or a recorded sample of them.

Re-assignments keep the counts within each stratum; sign flips turn whole groups. A set of up to
20,000 is gone through whole; of a larger one 9,999 are drawn and the identity is added.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb, prod

import numpy as np
import numpy.typing as npt

MOST_WHOLE = 20_000
DRAWS = 9_999
FEW = 1_000  # ways within one stratum: then they are listed, and drawn from the list
Vector = npt.NDArray[np.float64]  # shape (n,)
Matrix = npt.NDArray[np.float64]  # shape (n, k)
Picks = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Stratum:
    """`where` its units stand; `ways` (W, units) to draw them, 0 and 1; `picks` (N,) of these."""

    where: list[int]
    ways: Matrix
    picks: Picks


def count_reassignments(drawn: Vector, strata: Sequence[str]) -> int:
    """In how many ways as many could have been drawn in each stratum."""
    places = _places(strata)
    return prod(comb(len(where), int(drawn[where].sum())) for where in places)


def reassigned_sums(drawn: Vector, strata: Sequence[str], values: Matrix, seed: int) -> Matrix:
    """Of the N members, the sums over what was drawn: shape (N, k) for `values` (units, k)."""
    total: Matrix = np.zeros((1, values.shape[1]))
    for stratum in _reference(drawn, strata, seed):
        total = total + (stratum.ways @ values[stratum.where])[stratum.picks]
    return total


def reassignments(drawn: Vector, strata: Sequence[str], seed: int) -> Matrix:
    """The N members themselves, shape (N, units), 0 and 1."""
    found = list(_reference(drawn, strata, seed))
    members = np.zeros((len(found[0].picks), len(drawn)))
    for stratum in found:
        members[:, stratum.where] = stratum.ways[stratum.picks]
    return members


def _reference(drawn: Vector, strata: Sequence[str], seed: int) -> Iterator[Stratum]:
    """The set, stratum by stratum: whole, or a sample whose first member is what was drawn."""
    places = _places(strata)
    counts = [comb(len(where), int(drawn[where].sum())) for where in places]
    whole, dice = prod(counts) <= MOST_WHOLE, np.random.default_rng(seed)
    after = prod(counts)
    for where, count in zip(places, counts, strict=True):
        own = drawn[where]
        after //= count
        if whole:
            every = np.arange(prod(counts)) // after % count
            yield Stratum(where, _listed(own), every)
        elif count <= FEW:
            ways = np.vstack([own, _listed(own)])
            picks = np.concatenate([[0], dice.integers(1, count + 1, size=DRAWS)])
            yield Stratum(where, ways, picks)
        else:
            drawn_again = dice.permuted(np.tile(own, (DRAWS, 1)), axis=1)
            yield Stratum(where, np.vstack([own, drawn_again]), np.arange(DRAWS + 1))


def _listed(own: Vector) -> Matrix:
    """Every way to draw as many of these units."""
    chosen = list(combinations(range(len(own)), int(own.sum())))
    ways = np.zeros((len(chosen), len(own)))
    ways[np.arange(len(chosen))[:, None], np.array(chosen, dtype=np.int64)] = 1
    return ways


def _places(strata: Sequence[str]) -> list[list[int]]:
    places: dict[str, list[int]] = {}
    for place, stratum in enumerate(strata):
        places.setdefault(stratum, []).append(place)
    return list(places.values())


def flips(groups: int, seed: int) -> Matrix:
    """The ways to turn the signs of so many groups, shape (N, groups), -1 and +1."""
    if 2**groups <= MOST_WHOLE:
        bits = np.arange(2**groups)[:, None] >> np.arange(groups)[None, :] & 1
        return np.asarray(1 - 2 * bits, dtype=np.float64)
    signs = 1 - 2 * np.random.default_rng(seed).integers(0, 2, size=(DRAWS + 1, groups))
    signs[0] = 1
    return np.asarray(signs, dtype=np.float64)
