"""One set-up at a time: a lock that the operating system lets go of when its holder dies.

The lock lies beside `.venv`, not in it, because making the environment afresh empties `.venv`.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from bootstrap.trouble import say

_PAUSE = 0.1  # seconds between two looks at a lock that somebody else holds

if sys.platform == "win32":
    import msvcrt

    def _taken(handle: IO[bytes]) -> bool:
        try:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(handle: IO[bytes]) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def only_one(path: Path) -> Iterator[int]:
    """Hold the lock at `path`; yield its descriptor, so that a child can go on holding it.

    A child that inherits it keeps the next run.py waiting even if this process is killed.
    """
    with path.open("ab") as handle:
        if not _taken(handle):
            say("Another run.py is setting up this folder; waiting for it ...")
            while not _taken(handle):
                time.sleep(_PAUSE)
        yield handle.fileno()
