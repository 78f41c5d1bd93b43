"""The machine: its Python and packages, how many connections it allows, and its clock."""

import platform
import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import metadata

from game.web.doctor.finding import Finding, fine, mend, note

MOST_FILES = 10_240  # each connection is one; macOS takes no more
OUR_OWN = 64  # files of the server itself
PER_STUDENT = 4  # a page that loads opens several connections; afterwards one stays
SMALL_CLASS = 60
PINNED = re.compile(r"^([\w.-]+)==([^\s;]+)( ;)?", re.MULTILINE)
TOLERANCE_MS = 2_000


def python_found() -> Finding:
    """Which Python runs; run.py has refused those that are too old."""
    return fine("python", f"Python {platform.python_version()} on {platform.system()}.")


def packages_found(lock: str, version_of: Callable[[str], str] = metadata.version) -> Finding:
    """Whether the packages are those of the lock. Some are pinned for other systems alone, and
    some twice: for older Pythons and for newer ones."""
    pinned: dict[str, list[str]] = {}
    for name, version, _ in PINNED.findall(lock):
        pinned.setdefault(name, []).append(version)
    elsewhere = {name for name, _, marked in PINNED.findall(lock) if marked}
    wrong = [
        f"{name} is {found or 'missing'} and should be {' or '.join(versions)}"
        for name, versions in pinned.items()
        if (found := _version(name, version_of)) not in versions
        and (found or name not in elsewhere)
    ]
    if not wrong:
        return fine("packages", f"All {len(pinned)} packages are as locked.")
    return mend(
        "packages",
        f"{'; '.join(wrong[:3])}{' ...' if len(wrong) > 3 else ''}.",
        "Delete the folder .venv and start again: run.py makes it anew. That needs a network.",
    )


def _version(name: str, version_of: Callable[[str], str]) -> str:
    try:
        return version_of(name)
    except metadata.PackageNotFoundError:
        return ""


def allow_connections() -> int | None:
    """Raise the limit of open files as far as one may: many systems begin with 1024, fewer than a
    lecture hall's phones. What it is now; None where there is none."""
    if sys.platform == "win32":
        return None
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY:
        return None
    wanted = MOST_FILES if hard == resource.RLIM_INFINITY else min(MOST_FILES, hard)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return max(soft, wanted)


def files_found(limit: int | None) -> Finding:
    """For how many students the limit of open files is enough."""
    if limit is None:
        return fine("files", "This system sets no limit to open connections.")
    students = max(0, limit - OUR_OWN) // PER_STUDENT
    fact = f"{limit} files may be open: enough for about {students} students."
    if students >= SMALL_CLASS:
        return fine("files", fact)
    return mend(
        "files", fact, "Raise the limit before the start: ulimit -n 4096, in the same terminal."
    )


def clock_found(now_ms: int, newest_ms: int | None) -> Finding:
    """This computer's clock: deadlines go by it, and events must not lie in its future."""
    said = f"It is {_spoken(now_ms)}"
    if newest_ms is None or newest_ms <= now_ms + TOLERANCE_MS:
        return note("clock", f"{said} by this computer: look whether that is so.")
    return mend(
        "clock",
        f"{said} by this computer, but the newest event in the log is of {_spoken(newest_ms)}.",
        "Set the clock by the network's time before a class begins.",
    )


def _spoken(at_ms: int) -> str:
    moment = datetime.fromtimestamp(at_ms / 1000, UTC).astimezone()
    zone = f"{moment:%Z}"
    return f"{moment:%Y-%m-%d %H:%M:%S} ({zone}{'' if zone == 'UTC' else f', UTC{moment:%z}'})"
