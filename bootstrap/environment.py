"""The virtual environment in `.venv`: made from locks with hashes, and trusted only when stamped.

Each lock has a stamp in `.venv`. It says "unfinished" from before pip starts until pip has
succeeded, so that whatever was interrupted is never taken for complete. Then it names the hash of
the lock and the Python version, so that a new lock or a new Python is noticed.
"""

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bootstrap.guard import only_one
from bootstrap.trouble import pip_trouble, say, venv_trouble

APP = "requirements.lock"
TEST = "requirements-test.lock"

_UNFINISHED = "unfinished"
_PYTHON = Path("Scripts/python.exe" if os.name == "nt" else "bin/python")
_PIP_INSTALL = (
    *("-I", "-m", "pip", "install", "--no-input", "--disable-pip-version-check"),
    "--require-hashes",
    "--no-deps",  # the lock is complete: there is nothing to resolve
    "--no-compile",  # see _COMPILE
)
_TOUCHED = "Installing collected packages"  # what pip says when it has fetched and begins to copy
# On every core, in half of pip's time. Not left to the first import: where Python is told to write
# no bytecode, as in many containers, every start would take a second longer. The packages' own
# tests are never run here.
_COMPILE = ("-I", "-m", "compileall", "-q", "-j", "0", "-x", r"[/\\]tests[/\\]")


class Environment:
    """The `.venv` of the checkout at `root`."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._home = root / ".venv"
        self.python = self._home / _PYTHON

    def ensure(self, *locks: str) -> None:
        """Make or mend the environment until every one of `locks` is installed."""
        if self._ready(locks):
            return
        with only_one(self._root / ".venv.lock") as held:
            if not self._ready(locks):  # the one we waited for may have done it
                self._set_up(locks, held)

    def _ready(self, locks: Sequence[str]) -> bool:
        version = self._version()
        return version is not None and all(
            self._stamp(lock) == self._full_stamp(lock, version) for lock in locks
        )

    def _set_up(self, locks: Sequence[str], held: int) -> None:
        began = time.monotonic()
        say("Setting up .venv (only once: 10 to 30 seconds, and it needs the network) ...")
        if self._beyond_repair(locks):
            self._make(held)
        for lock in locks:
            self._install(lock, held)
        say(f"Set up in {time.monotonic() - began:.0f} s.")

    def _beyond_repair(self, locks: Sequence[str]) -> bool:
        """Whether to start afresh.

        Never build on an interrupted install: pip takes a half-copied package for a whole one.
        """
        version = self._version()
        if version is None or self._stamp(APP) is None:
            return True
        stamps = filter(None, map(self._stamp, {APP, *locks}))
        return any(stamp.split()[-1] != version for stamp in stamps)

    def _make(self, held: int) -> None:
        done = _run([sys.executable, "-I", "-m", "venv", "--clear", str(self._home)], held)
        if done.returncode != 0:
            raise venv_trouble(done.stdout)

    def _install(self, lock: str, held: int) -> None:
        before, complete = self._stamp(lock), self._full_stamp(lock, self._version() or "")
        if before == complete:
            return
        self._mark(lock, _UNFINISHED)
        done = _run([str(self.python), *_PIP_INSTALL, "-r", str(self._root / lock)], held)
        if done.returncode != 0:
            if _TOUCHED not in done.stdout:  # what was here is as good as it was
                self._mark(lock, before)
            raise pip_trouble(done.stdout)
        _run([str(self.python), *_COMPILE, str(self._home)], held)
        self._mark(lock, complete)

    def _stamp_path(self, lock: str) -> Path:
        return self._home / f"{lock}.stamp"

    def _mark(self, lock: str, stamp: str | None) -> None:
        if stamp is None:
            self._stamp_path(lock).unlink()
        else:
            self._stamp_path(lock).write_text(stamp, encoding="ascii")

    def _stamp(self, lock: str) -> str | None:
        try:
            return self._stamp_path(lock).read_text(encoding="ascii") or _UNFINISHED
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _full_stamp(self, lock: str, version: str) -> str:
        return f"{hashlib.sha256((self._root / lock).read_bytes()).hexdigest()} {version}"

    def _version(self) -> str | None:
        """The Python version that `.venv` runs now, or None: a system upgrade can take it away."""
        ask = "import sys; print('%d.%d' % sys.version_info[:2])"
        try:
            answer = subprocess.run(
                [self.python, "-I", "-S", "-c", ask], capture_output=True, text=True, check=True
            )
        except (OSError, subprocess.CalledProcessError):
            return None
        return answer.stdout.strip()


def _run(command: Sequence[str], held: int) -> subprocess.CompletedProcess[str]:
    """Run a tool, keeping what it says for the case that it fails."""
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env={**os.environ, "PIP_USER": "0"},  # "user = true" in pip.conf is refused in a venv
        pass_fds=() if os.name == "nt" else (held,),
        check=False,
    )
