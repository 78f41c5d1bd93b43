"""One server to a folder: a lock that the operating system lets go of when its holder dies."""

import sys
from pathlib import Path
from typing import IO

LOCK = "distant-war.lock"

if sys.platform == "win32":
    import msvcrt

    def _take(handle: IO[bytes]) -> None:
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)

    TAKEN = OSError
else:
    import fcntl

    def _take(handle: IO[bytes]) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    TAKEN = BlockingIOError


class ServerProblem(Exception):  # noqa: N818  a sentence for the person at the terminal
    """The server cannot start; the message says why and what to do."""


def hold(folder: Path) -> IO[bytes]:
    """Make the folder and hold it; as long as the handle is open no other server takes it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = (folder / LOCK).open("ab")
    except OSError as fault:
        raise ServerProblem(
            f"The folder {folder} cannot be written: {fault.strerror}. "
            "Choose another one with --data."
        ) from fault
    try:
        _take(handle)
    except TAKEN as fault:
        handle.close()
        raise ServerProblem(
            f"Another server is at work in the folder {folder}. Stop it, or choose another folder "
            "with --data."
        ) from fault
    except OSError:
        pass  # some network drives know no locks
    return handle
