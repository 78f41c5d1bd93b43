"""Make the lock files again from pyproject.toml: `python3 -m tools.lock [--upgrade]`.

Without --upgrade the pins stay where pyproject.toml still allows them; with it, all move to the
newest. uv comes from PyPI into a folder that is thrown away. pip-tools is no substitute: it writes
the machine's own index addresses and paths into the lock, and a lock must not know any machine.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = "uv==0.13.9"
OLDEST_PYTHON = "3.11"
_OPTIONS = (
    *("pip", "compile", "--quiet", "--no-header", "--universal", "--generate-hashes"),
    *("--python-version", OLDEST_PYTHON),
)
# Each lock, and what it is made from. The tests' lock keeps to the pins of the app's lock.
_LOCKS = (
    ("requirements.lock", ("pyproject.toml",)),
    (
        "requirements-test.lock",
        ("pyproject.toml", "--group", "test", "--constraint", "requirements.lock"),
    ),
    ("tools/node.lock", ("--no-annotate", "tools/node.in")),  # would name a path
)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Make the lock files again.")
    parser.add_argument("--upgrade", action="store_true", help="move every pin to the newest")
    upgrade = ["--upgrade"] if parser.parse_args(arguments).upgrade else []
    with tempfile.TemporaryDirectory() as folder:
        uv = _fetch_uv(Path(folder))
        for lock, sources in _LOCKS:
            print(f"{lock} ...")
            command = [uv, *_OPTIONS, *upgrade, *sources, "--output-file", lock]
            subprocess.run(command, cwd=ROOT, check=True)
    return 0


def _fetch_uv(folder: Path) -> str:
    """Install uv there by pip; the path of its program."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--target", str(folder), UV], check=True)
    return str(folder / "bin" / "uv")


if __name__ == "__main__":
    sys.exit(main())
