"""What `python3 run.py ...` does: see to the environment, then hand over to the program in it."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from bootstrap import browser
from bootstrap.environment import APP, TEST, Environment
from bootstrap.trouble import Trouble, say
from tests.browsers import VARIABLE

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str]) -> int:
    """Run the command line; on POSIX it only returns if the set-up failed."""
    try:
        if arguments[:1] == ["test"]:
            return _test(arguments[1:])
        return _play(arguments)
    except Trouble as trouble:
        say(str(trouble))
    except OSError as error:
        say(f"This folder cannot be set up: {error}")
    except KeyboardInterrupt:
        say("\nInterrupted. The same command goes on from here.")
        return 130
    return 2


def _play(arguments: Sequence[str]) -> int:
    environment = Environment(ROOT)
    environment.ensure(APP)
    return _hand_over(environment, ["game.cli", *arguments], {})


def _test(arguments: Sequence[str]) -> int:
    environment = Environment(ROOT)
    environment.ensure(APP, TEST)
    chosen = {VARIABLE: str(browser.see_to_browser())} if browser.wanted(arguments) else {}
    os.chdir(ROOT)  # pytest reads the paths it is given from here
    return _hand_over(environment, ["pytest", *arguments], chosen)


def _hand_over(environment: Environment, module: Sequence[str], extra: dict[str, str]) -> int:
    """Become the program. Its own folder replaces PYTHONPATH: only locked packages may be seen.

    The working directory stays the caller's (files are named relative to it) but is not searched
    for modules, which is what -P is for.
    """
    command = [str(environment.python), "-P", "-m", *module]
    settings = {**os.environ, "PYTHONPATH": str(ROOT), **extra}
    settings.pop("PYTHONHOME", None)
    if os.name != "nt":
        os.execve(command[0], command, settings)
    return _wait_for(command, settings)


def _wait_for(command: Sequence[str], settings: dict[str, str]) -> int:
    """Windows cannot replace a process; Ctrl-C reaches the child too, which then ends both."""
    with subprocess.Popen(command, env=settings) as child:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                continue
