"""How often something may be tried in vain, and how fast a seat may send.

A class comes from one address, so that an address says nothing. What is counted instead is the
device: the door gives every browser a signed mark (a random number, kept nowhere), and few marks a
minute, so that nobody collects them. Programs and browsers without a mark share one budget.

The numbers. A join code is one of 22^6 = 113 million. A class has, say, 40 return numbers among
10^8. Whoever floods the door with new marks gets at most 300 (marks) + 300 (marked devices that
have failed before) + 100 (without a mark) tries a minute, and in a class of 90 minutes 63,000: a
chance of 1 in 1,800 to meet a given class's code, and of 1 in 40 to meet somebody's return number,
while the log says every minute that somebody tries. Marks that were saved up do not help: each is
good for one free try, ever. A student who mistypes gets 8 tries a minute, and one who has a mark
and did not fail before gets in with the right code whatever others do.

Time is that of `running_ms`: nobody is shut out because the computer's clock was set.

A password is chosen by people, so that far fewer tries are left for it, and a mark helps little:
60 a minute in all. Whoever is kept out by others' tries has the link in the terminal.
"""

from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from game.web.tokens import MARK_SECONDS

WINDOW_MS = 60_000
MARKS_A_MINUTE = 300
MOST_KEYS = 10_000  # usually more than can have failed in a minute; then what is over is forgotten


@dataclass(frozen=True, slots=True)
class Budget:
    """Tries in vain a minute: of one device, of all without a mark, of all others together."""

    device: int
    strangers: int
    all: int
    first_free: bool = True  # whether the first try of a marked device is taken in any case


CODES = Budget(device=8, strangers=100, all=300)
NUMBERS = Budget(device=8, strangers=100, all=300)  # for each class
PASSWORDS = Budget(device=5, strangers=20, all=60, first_free=False)


class Failures:
    """Counts what happened in the last minute, by key."""

    def __init__(self, now: Callable[[], int]) -> None:
        self._now = now
        self._times: defaultdict[str, deque[int]] = defaultdict(deque)
        self._most = MOST_KEYS

    def count(self, key: str) -> int:
        """How many there were in the last minute."""
        times = self._times.get(key)
        if times is None:
            return 0
        while times and times[0] <= self._now() - WINDOW_MS:
            times.popleft()
        if not times:
            del self._times[key]
        return len(times)

    def note(self, key: str) -> None:
        """One more."""
        if len(self._times) > self._most:
            for old in list(self._times):
                self.count(old)
            self._most = max(MOST_KEYS, 2 * len(self._times))  # not at every one of a flood
        self._times[key].append(self._now())


class Tries:
    """Tries in vain under one budget. `device` is the mark of the browser, None without one."""

    def __init__(self, now: Callable[[], int], budget: Budget) -> None:
        self._now = now
        self._failures = Failures(now)
        self._failed: dict[str, int] = {}  # devices, and when last; as long as a mark is good
        self._budget = budget

    def exhausted(self, key: str, device: str | None) -> bool:
        """Whether this try is not even looked at."""
        if device is None:
            return self._failures.count(f"{key} without") >= self._budget.strangers
        if self._budget.first_free and device not in self._failed:
            return False
        own = self._failures.count(f"{key} {device}")
        return own >= self._budget.device or self._failures.count(key) >= self._budget.all

    def failed(self, key: str, device: str | None) -> None:
        """Note a try in vain."""
        self._failures.note(f"{key} {device or 'without'}")
        if device is not None:
            self._failures.note(key)
            self._remember(device)

    def _remember(self, device: str) -> None:
        self._failed.pop(device, None)
        self._failed[device] = self._now()
        too_old = self._now() - MARK_SECONDS * 1000
        while (oldest := next(iter(self._failed))) and self._failed[oldest] < too_old:
            del self._failed[oldest]


@dataclass(slots=True)
class Limits:
    """The limits of one server."""

    now: Callable[[], int]
    codes: Tries = field(init=False)
    numbers: Tries = field(init=False)
    passwords: Tries = field(init=False)
    seats: "Rates" = field(init=False)
    hands: "Rates" = field(init=False)
    _marks: Failures = field(init=False)

    def __post_init__(self) -> None:
        self.codes = Tries(self.now, CODES)
        self.numbers = Tries(self.now, NUMBERS)
        self.passwords = Tries(self.now, PASSWORDS)
        self.seats = Rates(self.now, SEAT)
        self.hands = Rates(self.now, HAND)
        self._marks = Failures(self.now)

    def may_mark(self) -> bool:
        """Whether another device may be given a mark in this minute."""
        if self._marks.count("marks") >= MARKS_A_MINUTE:
            return False
        self._marks.note("marks")
        return True


# ------------------------------------------------------------------ speed


class Pace(Enum):
    """How fast somebody sends."""

    FINE = 0
    TOO_FAST = 1
    FAR_TOO_FAST = 2


@dataclass(frozen=True, slots=True)
class Rate:
    """So many a second for ever, so many at once, and so many beyond that until it is far over."""

    a_second: float
    at_once: int
    patience: int


# A person sends a few a minute, an eager program a few a second.
SEAT = Rate(a_second=20, at_once=100, patience=200)
HAND = Rate(a_second=0.2, at_once=6, patience=0)  # raised and lowered
CONNECTION = Rate(a_second=50, at_once=400, patience=0)  # packets of any kind, before they are read


class Rates:
    """A bucket for each key: it fills by itself, and everything that is sent takes from it.

    What is sent too fast takes, too: who does not stop is soon far over, and stays so for a while.
    """

    def __init__(self, now: Callable[[], int], rate: Rate) -> None:
        self._now = now
        self._rate = rate
        self._buckets: dict[str, tuple[float, int]] = {}

    def level(self, key: str) -> float:
        """How many could be sent at once now; below zero, what is owed."""
        level, at = self._buckets.get(key, (float(self._rate.at_once), self._now()))
        gained = (self._now() - at) / 1000 * self._rate.a_second
        return min(float(self._rate.at_once), level + gained)

    def take(self, key: str) -> Pace:
        """One is sent."""
        level = max(self.level(key) - 1, -self._rate.patience - 1.0)
        if len(self._buckets) > MOST_KEYS:
            self._forget_full()
        self._buckets[key] = (level, self._now())
        if level >= 0:
            return Pace.FINE
        return Pace.TOO_FAST if level >= -self._rate.patience else Pace.FAR_TOO_FAST

    def forget(self, key: str) -> None:
        """The key is gone for good."""
        self._buckets.pop(key, None)

    def _forget_full(self) -> None:
        for key in list(self._buckets):
            if self.level(key) >= self._rate.at_once:
                del self._buckets[key]
