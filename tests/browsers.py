"""Which browser the browser tests drive, and how big its screens are.

Standard library only: run.py reads this before anything is installed. Playwright's own browser
download is never used; a system browser is the same one everywhere and needs no extra network.
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, TypedDict

VARIABLE: Final = "DISTANT_WAR_BROWSER"
DEBIAN_PACKAGES: Final = ("chromium-headless-shell", "libatomic1")

# Best first: the headless shell starts in a third of the time and half the memory of the others.
_COMMANDS: Final = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
)
_MAC_APPS: Final = ("Chromium", "Google Chrome", "Microsoft Edge")
_WINDOWS_PROGRAMS: Final = (
    r"Chromium\Application\chrome.exe",
    r"Google\Chrome\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)


class Viewport(TypedDict):
    """A screen size in CSS pixels, as Playwright takes it."""

    width: int
    height: int


CLASSROOM = "class.test"  # as in a classroom: plain http, and an address that is not one's own
QUIET = (
    f"--host-resolver-rules=MAP {CLASSROOM} 127.0.0.1",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)
PHONE: Final[Viewport] = {"width": 360, "height": 640}
DESKTOP: Final[Viewport] = {"width": 1280, "height": 800}


class NoBrowser(Exception):  # noqa: N818 - it is what the user reads, not a programming error
    """There is no usable browser; the message says what to type."""


def find_browser(environ: Mapping[str, str] = os.environ) -> Path | None:
    """The browser to use, or None; a browser that was named but is not there is an error."""
    named = environ.get(VARIABLE)
    if named:
        return _named(named)
    return next((path for path in _candidates(environ) if path.is_file()), None)


def lacks_libatomic() -> bool:
    """Whether Playwright's driver would not start: bare Debian leaves out a library it needs."""
    if sys.platform != "linux":
        return False
    try:
        ctypes.CDLL("libatomic.so.1")
    except OSError:
        return True
    return False


def is_debian() -> bool:
    """Whether packages come by apt, as on Debian and Ubuntu."""
    return sys.platform == "linux" and shutil.which("apt-get") is not None


def advice() -> str:
    """The one command that gets a browser."""
    if is_debian():
        return f"sudo apt-get install {' '.join(DEBIAN_PACKAGES)}"
    if sys.platform == "darwin":
        return "brew install --cask google-chrome"
    if sys.platform == "win32":
        return "winget install Google.Chrome"
    return "install Chromium or Chrome with your package manager"


def _named(name: str) -> Path:
    found = shutil.which(name)
    if found is None:
        raise NoBrowser(f"{VARIABLE} names {name!r}, but there is no such program.")
    return Path(found)


def _candidates(environ: Mapping[str, str]) -> Iterator[Path]:
    if sys.platform == "win32":
        yield from _windows_places(environ)
    elif sys.platform == "darwin":
        yield from (Path(f"/Applications/{app}.app/Contents/MacOS/{app}") for app in _MAC_APPS)
    found = (shutil.which(command, path=environ.get("PATH")) for command in _COMMANDS)
    yield from (Path(path) for path in found if path)


def _windows_places(environ: Mapping[str, str]) -> Iterator[Path]:
    roots = ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")
    for program in _WINDOWS_PROGRAMS:
        yield from (Path(environ[root]) / program for root in roots if root in environ)
