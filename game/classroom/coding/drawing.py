"""Which coder gets which texts, and in what order: drawn from one seed, and from nothing but the
words of the texts, so that neither order nor tokens tell where a text comes from."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from hmac import digest

LEAST_SHARED, SHARED_SHARE = 50, 5  # at least 50 texts, or a fifth of them
TOKEN_SIGNS = 20


@dataclass(frozen=True, slots=True)
class Task:
    """What one coder has to code, in order: first the texts that all code, then the others."""

    shared: tuple[str, ...]  # tokens
    own: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """Both."""
        return (*self.shared, *self.own)


def least_shared(texts: int) -> int:
    """How many of so many texts two coders should both code: 50 or a fifth, whichever is more."""
    return min(texts, max(LEAST_SHARED, -(-texts // SHARED_SHARE)))


def tokens(seed: str, texts: Mapping[str, str]) -> dict[str, str]:
    """A token for every text's id. It is made of the words alone: of two texts that say the same,
    the one whose id comes first has the first token."""
    seen: Counter[str] = Counter()
    made = {}
    for text_id in sorted(texts):
        words = texts[text_id]
        seen[words] += 1
        made[text_id] = _drawn(seed, "token", str(seen[words]), words)[:TOKEN_SIGNS]
    return made


def task(drawn: Sequence[str], shared: int, part: int, parts: int) -> Task:
    """The texts of the coder who came as number `part` (from 0), of all as they were drawn: of
    those that not all code, every one of `parts` coders gets an equal share."""
    return Task(tuple(drawn[:shared]), tuple(drawn[shared:][part % parts :: parts]))


def lot(seed: str, all_tokens: Sequence[str]) -> tuple[str, ...]:
    """The order in which texts become shared ones, as many as are wanted."""
    return tuple(sorted(all_tokens, key=lambda token: _drawn(seed, "shared", token)))


def shuffled(seed: str, coder: str, drawn: Task) -> Task:
    """The same in an order of this coder's own."""

    def order(some: Sequence[str]) -> tuple[str, ...]:
        return tuple(sorted(some, key=lambda token: _drawn(seed, "order", coder, token)))

    return Task(order(drawn.shared), order(drawn.own))


def _drawn(seed: str, *parts: str) -> str:
    said = "\x1f".join(parts).encode("utf-8", "replace")
    return digest(seed.encode(), said, sha256).hex()
