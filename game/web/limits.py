"""How often something may be tried. Keyed by session, not by address: a class shares one."""

from collections import defaultdict, deque
from collections.abc import Callable

WINDOW_MS = 60_000


class Tries:
    """Counts failures in the last minute under a key."""

    def __init__(self, now: Callable[[], int], most: int) -> None:
        self._now = now
        self._most = most
        self._failures: defaultdict[str, deque[int]] = defaultdict(deque)

    def exhausted(self, key: str) -> bool:
        """Whether there were too many failures under this key in the last minute."""
        failures = self._failures[key]
        while failures and failures[0] < self._now() - WINDOW_MS:
            failures.popleft()
        return len(failures) >= self._most

    def failed(self, key: str) -> None:
        """Note a failure."""
        self._failures[key].append(self._now())
