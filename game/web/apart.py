"""Long work beside the loop: an export or a debrief of one class must not hold up another."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

import gevent

T = TypeVar("T")
P = ParamSpec("P")


def apart(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What `work` returns, done in a thread of its own while the loop goes on; it must be pure."""
    done: T = gevent.get_hub().threadpool.apply(work, args, kwargs)
    return done
