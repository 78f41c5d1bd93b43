"""The one watch of the server: UTC in milliseconds. Everything else is given the time."""

import time


def now_ms() -> int:
    """Now."""
    return time.time_ns() // 1_000_000
