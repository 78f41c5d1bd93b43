"""The watches of the server: UTC in milliseconds, and one that only ever runs on. Everything else
is given the time."""

import time


def now_ms() -> int:
    """Now."""
    return time.time_ns() // 1_000_000


def running_ms() -> int:
    """For how long something lasts: no setting of the computer's clock turns it back."""
    return time.monotonic_ns() // 1_000_000
