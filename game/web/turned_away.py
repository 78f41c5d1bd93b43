"""What the server's log says of those who were turned away: as what they came, at which door, of
which class, why, and how often. Never a name, a pseudonym, a secret or an address.

A flood must not fill the log: each kind of line is written at its 1st, 10th, 100th time and so on,
and the counting begins anew after an hour.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass

HOUR_MS = 3_600_000
MOST_KINDS = 1000  # then the oldest are forgotten
log = logging.getLogger("game")


@dataclass(slots=True)
class Count:
    """How often since when."""

    since: int
    times: int = 0


class TurnedAway:
    """Counts and says."""

    def __init__(self, now: Callable[[], int]) -> None:
        self._now = now
        self._counts: dict[tuple[str, ...], Count] = {}

    def note(self, role: str, door: str, session: str, why: str) -> None:
        """Somebody was turned away. All four are words of ours, or a class's code."""
        key = (role, door, session or "no class", why)
        count = self._counts.get(key)
        if count is None or self._now() - count.since > HOUR_MS:
            self._counts.pop(key, None)
            count = self._counts[key] = Count(self._now())
            if len(self._counts) > MOST_KINDS:
                self._counts.pop(next(iter(self._counts)))
        count.times += 1
        if set(str(count.times)[1:]) <= {"0"} and str(count.times)[0] == "1":
            log.warning("refused: %s at %s of %s: %s (%d)", *key, count.times)
