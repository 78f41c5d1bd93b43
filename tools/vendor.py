"""Copy pinned browser libraries into the tree: `python3 -m tools.vendor [--check]`.

A classroom may have no network beyond its own walls, so every script a page loads is ours to
serve. Each folder of vendored files has a lock that names every file's hash; `--check` compares
them without npm and without network, and the tests run it. To change a version, change PARTS,
run this, and commit files and locks together.
"""

import argparse
import base64
import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools import npm

ROOT = npm.ROOT
LOCK = "vendor.lock.json"
APP = "static/vendor"
TESTS = "tests/vendor"


@dataclass(frozen=True, slots=True)
class Part:
    """One package: the folder it goes to, and which of its files are wanted."""

    folder: str
    package: str
    version: str
    licence: str
    files: tuple[str, ...]


PARTS = (
    Part(APP, "idiomorph", "0.8.0", "0BSD", ("dist/idiomorph.min.js", "LICENSE")),
    Part(APP, "socket.io-client", "4.8.4", "MIT", ("dist/socket.io.min.js", "LICENSE")),
    Part(
        TESTS,
        "axe-core",
        "4.14.1",
        "MPL-2.0",
        ("axe.min.js", "LICENSE", "LICENSE-3RD-PARTY.txt"),
    ),
)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Fetch the vendored files, or check them.")
    parser.add_argument("--check", action="store_true", help="compare only; no npm, no network")
    if not parser.parse_args(arguments).check:
        for folder in (APP, TESTS):
            fetch(ROOT / folder, [part for part in PARTS if part.folder == folder])
    faults = [fault for folder in (APP, TESTS) for fault in check(ROOT / folder)]
    print("\n".join(faults) or "The vendored files are the ones in the locks.")
    return 1 if faults else 0


def fetch(folder: Path, parts: Sequence[Part]) -> None:
    """Fill the folder afresh, and write its lock."""
    known = locked(folder)
    entries = {}
    with tempfile.TemporaryDirectory() as scratch:
        for part in parts:
            earlier = known.get(part.package, {})
            pinned = earlier.get("integrity") if earlier.get("version") == part.version else None
            archive, integrity = npm.fetch(part.package, part.version, pinned, Path(scratch))
            files = _copy(part, archive, folder)
            entries[part.package] = {
                "version": part.version,
                "licence": part.licence,
                "integrity": integrity,
                "files": files,
            }
    (folder / LOCK).write_text(json.dumps(entries, indent=2, sort_keys=True) + "\n", "utf-8")


def check(folder: Path) -> list[str]:
    """What is wrong with the folder, in sentences; nothing if every file is as locked."""
    expected = {
        f"{package}/{entry['version']}/{name}": digest
        for package, entry in locked(folder).items()
        for name, digest in entry["files"].items()
    }
    present = {path.relative_to(folder).as_posix(): path for path in _files(folder)}
    return [
        *(f"{folder / name}: is missing" for name in sorted(expected.keys() - present.keys())),
        *(
            f"{folder / name}: is not in {LOCK}"
            for name in sorted(present.keys() - expected.keys())
        ),
        *(
            f"{folder / name}: is not the file in {LOCK}"
            for name in sorted(expected.keys() & present.keys())
            if _digest(present[name].read_bytes()) != expected[name]
        ),
    ]


def _copy(part: Part, archive: Path, folder: Path) -> dict[str, str]:
    """Put the part's files in their place, dropping other versions; the digest of each."""
    shutil.rmtree(folder / part.package, ignore_errors=True)
    place = folder / part.package / part.version
    place.mkdir(parents=True)
    digests = {}
    for name in part.files:
        content = npm.member(archive, name)
        target = place / Path(name).name
        target.write_bytes(content)
        digests[target.name] = _digest(content)
    return digests


def locked(folder: Path) -> dict[str, dict[str, Any]]:
    """What the folder's lock says of each package."""
    try:
        entries: dict[str, dict[str, Any]] = json.loads((folder / LOCK).read_text("utf-8"))
    except FileNotFoundError:
        return {}
    return entries


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and path.name != LOCK)


def _digest(content: bytes) -> str:
    """As an `integrity` attribute wants it."""
    return "sha384-" + base64.b64encode(hashlib.sha384(content).digest()).decode("ascii")


if __name__ == "__main__":
    sys.exit(main())
