"""Long work that is done once: who asks meanwhile waits for it, and what was found is kept."""

from collections.abc import Callable
from typing import Generic, TypeVar

from gevent.lock import RLock

MOST_KEPT = 32
K = TypeVar("K")
V = TypeVar("V")


class Once(Generic[K, V]):
    """What was worked out, by key; the oldest gives way."""

    def __init__(self) -> None:
        self._kept: dict[K, V] = {}
        self._locks: dict[K, RLock] = {}

    def of(self, key: K, make: Callable[[], V], still: Callable[[], bool]) -> V:
        """What `make` gives. Kept only if it is `still` wanted by then: what was erased in the
        meantime is not."""
        with self._locks.setdefault(key, RLock()):
            if key in self._kept:
                return self._kept[key]
            made = make()
            if still():
                self._keep(key, made)
            self._locks.pop(key, None)
            return made

    def _keep(self, key: K, made: V) -> None:
        while len(self._kept) >= MOST_KEPT:
            self._kept.pop(next(iter(self._kept)))
        self._kept[key] = made

    def drop(self, concerned: Callable[[K], bool]) -> None:
        """Forget what is kept under these keys."""
        self._kept = {key: made for key, made in self._kept.items() if not concerned(key)}
        self._locks = {key: lock for key, lock in self._locks.items() if not concerned(key)}
