"""A checkout to try run.py on: the real run.py and the real pip, but tiny packages of our own.

The packages are made here and pip is told to look nowhere else, so no test needs the network. The
folder's name has spaces and an umlaut in it, as a teacher's desktop may.
"""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.browsers import VARIABLE

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("run.py", "bootstrap", "tests/__init__.py", "tests/browsers.py")
CLI = """\
import json, os, sys
import pebble
print(json.dumps({"arguments": sys.argv[1:], "cwd": os.getcwd(), "pebble": pebble.VERSION}))
sys.exit(int(os.environ.get("EXIT_WITH", "0")))
"""
PYTEST = """\
import json, os, sys
browser = os.environ.get("DISTANT_WAR_BROWSER")
print(json.dumps({"arguments": sys.argv[1:], "cwd": os.getcwd(), "browser": browser}))
"""


@dataclass
class Checkout:
    """A folder with run.py in it, and the environment its commands are started in."""

    folder: Path
    wheels: Path
    environ: dict[str, str] = field(default_factory=dict)

    def command(self, *arguments: str, python: Path | str = sys.executable) -> list[str]:
        return [str(python), str(self.folder / "run.py"), *arguments]

    def run(self, *arguments: str, python: Path | str = sys.executable, cwd=None, **environ: str):
        return subprocess.run(
            self.command(*arguments, python=python),
            env={**self.environ, **environ},
            cwd=cwd or self.folder,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def require(self, lock: str, *wheels: Path) -> None:
        lines = [_pin(wheel) for wheel in wheels]
        (self.folder / lock).write_text("".join(lines), encoding="utf-8")

    def wheel(self, name: str, version: str, body: str = "") -> Path:
        """A package of one module that knows its version."""
        return _write_wheel(self.wheels, name, version, body or f"VERSION = {version!r}\n")

    def stamp(self, lock: str = "requirements.lock") -> Path:
        return self.folder / ".venv" / f"{lock}.stamp"


@pytest.fixture
def bare(tmp_path) -> Checkout:
    """A fresh checkout: nothing has been started in it yet."""
    return _make_checkout(tmp_path)


@pytest.fixture(scope="session")
def _first(tmp_path_factory) -> Checkout:
    checkout = _make_checkout(tmp_path_factory.mktemp("first"))
    done = checkout.run()
    assert done.returncode == 0, done.stderr
    return checkout


@pytest.fixture
def ready(_first, tmp_path) -> Checkout:
    """A checkout that was started once before."""
    folder = tmp_path / _first.folder.name
    shutil.copytree(_first.folder, folder, symlinks=True)
    wheels = shutil.copytree(_first.wheels, tmp_path / "wheels")
    return Checkout(folder, Path(wheels), _environ(Path(wheels)))


def _make_checkout(place: Path) -> Checkout:
    folder, wheels = place / "Krieg in der Ferne, für Anfänger", place / "wheels"
    wheels.mkdir()
    for name in COPIED:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, target)
    (folder / "game").mkdir()
    (folder / "game/__init__.py").touch()
    (folder / "game/cli.py").write_text(CLI, encoding="utf-8")
    checkout = Checkout(folder, wheels, _environ(wheels))
    pebble = checkout.wheel("pebble", "1.0")
    checkout.require("requirements.lock", pebble)
    checkout.require("requirements-test.lock", pebble, checkout.wheel("pytest", "99", PYTEST))
    return checkout


def _environ(wheels: Path) -> dict[str, str]:
    """The machine's, but with pip looking at our wheels only, and no browser chosen."""
    foreign = ("PIP_", "PY", VARIABLE)
    ours = {key: value for key, value in os.environ.items() if not key.startswith(foreign)}
    settings = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels), "PIP_RETRIES": "0"}
    return {**ours, **settings, "PIP_CONFIG_FILE": os.devnull}


def _pin(wheel: Path) -> str:
    name, version = wheel.name.split("-")[:2]
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return f"{name}=={version} \\\n    --hash=sha256:{digest}\n"


def _write_wheel(folder: Path, name: str, version: str, body: str) -> Path:
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": body,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    rows = [f"{path},sha256={_record_hash(text)},{len(text)}" for path, text in files.items()]
    files[f"{info}/RECORD"] = "\n".join([*rows, f"{info}/RECORD,,\n"])
    wheel = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return wheel


def _record_hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")
