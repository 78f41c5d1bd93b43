"""Which code writes the exports: finer than a version, which stays while code changes."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

GAME = Path(__file__).resolve().parents[2]
ROOMS = ("core", "theory", "authoring", "log", "analysis")  # what an export depends on
KINDS = (".py", ".R", ".txt", ".yaml")


@lru_cache
def code_digest() -> str:
    """SHA-256 over the source files of these rooms, with plain line ends."""
    digest = sha256()
    for file in sorted(file for room in ROOMS for file in (GAME / room).rglob("*")):
        if file.suffix in KINDS:
            content = file.read_bytes().replace(b"\r\n", b"\n")
            digest.update(f"{file.relative_to(GAME).as_posix()}\n{len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()
