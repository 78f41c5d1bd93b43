"""Nature's moves: seeded, labelled draws. The core owns no dice; the same seed draws the same.

Every draw has a label of its own, so that adding one disturbs no other.
"""

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """An endless stream of draws from one seed and label (SHA-256 in counter mode)."""

    __slots__ = ("_count", "_prefix")

    def __init__(self, seed: str, label: str) -> None:
        self._prefix = sha256(f"{seed}/{label}".encode())
        self._count = 0

    def _word(self) -> int:
        block = self._prefix.copy()
        block.update(self._count.to_bytes(4, "big"))
        self._count += 1
        return int.from_bytes(block.digest()[:8], "big")

    def uniform(self) -> float:
        """A number in [0, 1) with 53 random bits."""
        return (self._word() >> 11) * 2.0**-53

    def below(self, bound: int) -> int:
        """A whole number in 0..bound-1 (64-bit modulus: a bias of less than 2^-56)."""
        return self._word() % bound

    def pick(self, options: Sequence[T]) -> T:
        """One of the options, all alike likely."""
        return options[self.below(len(options))]

    def coin(self) -> bool:
        """Fair."""
        return self.below(2) == 1

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """A uniform permutation (Fisher-Yates)."""
        result = list(items)
        for last in range(len(result) - 1, 0, -1):
            other = self.below(last + 1)
            result[last], result[other] = result[other], result[last]
        return result

    def weighted(self, options: Sequence[T], weights: Sequence[float]) -> T:
        """One of the options with chances proportional to the weights."""
        mark = self.uniform() * sum(weights)
        for option, weight in zip(options, weights, strict=True):
            mark -= weight
            if mark < 0:
                return option
        return options[-1]
