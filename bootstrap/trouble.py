"""What can go wrong before the program starts, said so that a teacher can act on it."""

import sys

_QUOTED_LINES, _QUOTED_WIDTH = 8, 160
_UNREACHABLE = """\
The package index cannot be reached, and the packages are not all here yet.
Connect this machine to the internet once and start again. Behind a proxy or a mirror, tell pip:
    python3 -m pip config set global.proxy ADDRESS     (or global.index-url)"""

# Signs in what pip says (its own words, or urllib3's), and our sentence; the first that fits.
_PIP_TROUBLES = (
    (
        ("DO NOT MATCH THE HASHES",),
        "A downloaded package is not the one that was tested with this version: it was refused.\n"
        "Start again. If this stays, something between here and the index changes files.",
    ),
    (
        ("No space left on device", "not enough space on the disk"),
        "The disk is full: the packages need about 150 MB. Make room and start again.",
    ),
    (
        (
            "NewConnectionError",
            "ConnectTimeoutError",
            "ReadTimeoutError",
            "NameResolutionError",
            "ConnectionResetError",
            "ProxyError",
            "SSLError",
            "Max retries exceeded",
        ),
        _UNREACHABLE,
    ),
    (
        ("No matching distribution found",),
        "pip finds a package nowhere that it looks. Is the network off, PIP_NO_INDEX set, or a\n"
        "mirror incomplete? To see pip's settings: python3 -m pip config list",
    ),
)


class Trouble(Exception):  # noqa: N818 - it is what the user reads, not a programming error
    """A failure to be told without a traceback; run.py then exits with 2.

    What a tool said about it, if anything, goes above our own words: the last line is the one
    that is read.
    """

    def __init__(self, sentence: str, output: str = "") -> None:
        lines = [line for line in output.splitlines() if line.strip()][-_QUOTED_LINES:]
        super().__init__("\n".join([*(f"  | {line[:_QUOTED_WIDTH]}" for line in lines), sentence]))


def say(text: str) -> None:
    """Tell the user something; stdout belongs to the program that is handed over to."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - nothing else is set up yet


def venv_trouble(output: str) -> Trouble:
    """Why `python3 -m venv` failed."""
    version = "{}.{}".format(*sys.version_info[:2])
    if "ensurepip" in output or "No module named venv" in output:
        return Trouble(
            f"This Python {version} cannot make virtual environments: a part of it is missing.\n"
            "Type this and start again (on Debian and Ubuntu):\n"
            f"    sudo apt-get install python{version}-venv"
        )
    return Trouble("The virtual environment could not be made.", output)


def pip_trouble(output: str) -> Trouble:
    """Why `pip install` failed."""
    fitting = (
        sentence for signs, sentence in _PIP_TROUBLES if any(sign in output for sign in signs)
    )
    return Trouble(next(fitting, "The packages could not be installed."), output)
