"""Where everything is kept: a folder to write in, room on the disk, and how fast it is."""

import shutil
import statistics
import tempfile
import time
from pathlib import Path

from game.log.store import CannotWrite, Store, StoreProblem
from game.web.doctor.finding import Finding, fine, mend

LEAST_ROOM = 200_000_000  # bytes; a class of forty takes a hundredth of it
SLOW_MS = 300
TRIES = 5
ELSEWHERE = "Choose a folder on this computer's own disk: --data FOLDER."


def keeping_found(folder: Path) -> list[Finding]:
    """The folder, the disk, and a durable commit. What is tried out is taken away again."""
    ground = _ground(folder)
    try:
        with tempfile.TemporaryDirectory(prefix=".doctor-", dir=ground) as tried:
            slowness = commit_ms(Path(tried))
    except (OSError, StoreProblem, CannotWrite) as fault:
        fact = f"Nothing can be written in {ground}: {getattr(fault, 'strerror', None) or fault}."
        return [mend("folder", fact, ELSEWHERE), disk_found(shutil.disk_usage(ground).free)]
    there = "" if ground == folder.absolute() else ", and is made at the first start"
    return [
        fine("folder", f"{folder.absolute()} can be written{there}."),
        disk_found(shutil.disk_usage(ground).free),
        commit_found(slowness),
    ]


def _ground(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    above = (folder.absolute(), *folder.absolute().parents)
    return next(one for one in above if one.is_dir())


def commit_ms(folder: Path) -> float:
    """How long one move takes to be on the disk for good, as the server stores it."""
    store = Store(f"sqlite:///{folder / 'tried.db'}")
    try:
        return statistics.median(_one(store, number) for number in range(TRIES))
    finally:
        store.close()


def _one(store: Store, number: int) -> float:
    began = time.perf_counter()
    store.put_setting("tried", str(number))
    return (time.perf_counter() - began) * 1000


def disk_found(free: int) -> Finding:
    """Room on the disk."""
    fact = f"{free / 1e9:.1f} GB are free on the disk."
    if free >= LEAST_ROOM:
        return fine("disk", fact)
    return mend("disk", fact, "Make room: on a full disk every move is refused.")


def commit_found(slowness: float) -> Finding:
    """How fast moves are stored."""
    fact = f"A move is safe on the disk after {slowness:.1f} ms."
    if slowness < SLOW_MS:
        return fine("commit", fact)
    return mend("commit", fact, f"That is slow, as network drives are. {ELSEWHERE}")
