"""See to a browser before the tests start: find one, install one, or say what to type.

Browser tests are never skipped in silence. They stay out only if the caller's own -m says so.
"""

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from bootstrap.trouble import Trouble, say
from tests import browsers


def wanted(arguments: Sequence[str]) -> bool:
    """Whether these arguments to pytest leave room for browser tests.

    An expression too clever for this reading costs at most a browser that was not needed; a test
    that was selected and lacks its browser fails.
    """
    return re.search(r"(?:\b|-m)not\s+browser\b", " ".join(arguments)) is None


def see_to_browser() -> Path:
    """The browser for the tests; on Debian, as root, what is missing is installed first."""
    try:
        if _complete() is None:
            _install_or_explain()
        found = _complete()
    except browsers.NoBrowser as problem:
        raise Trouble(str(problem)) from None
    if found is None:
        raise _missing()
    return found


def _complete() -> Path | None:
    """The browser, if the library that its driver needs is here too."""
    found = browsers.find_browser()
    return None if browsers.lacks_libatomic() else found


def _install_or_explain() -> None:
    if not (browsers.is_debian() and os.geteuid() == 0):
        raise _missing()
    say("Installing a browser for the tests: " + " ".join(browsers.DEBIAN_PACKAGES) + " ...")
    install = _apt("install", "--yes", *browsers.DEBIAN_PACKAGES)
    if install.returncode != 0:  # most likely the package lists are old, or were never fetched
        _apt("update")
        install = _apt("install", "--yes", *browsers.DEBIAN_PACKAGES)
    if install.returncode != 0:
        raise _missing(install.stdout)


def _apt(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["apt-get", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        check=False,
    )


def _missing(output: str = "") -> Trouble:
    return Trouble(
        "The browser tests need Chromium, Chrome or Edge. To get one, type:\n"
        f"    {browsers.advice()}\n"
        f"or name one in the environment variable {browsers.VARIABLE},\n"
        'or leave these tests out: python3 run.py test -m "not browser"',
        output,
    )
