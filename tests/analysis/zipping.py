"""Exports taken apart and put together again."""

import io
import json
import zipfile
from hashlib import sha256

MANIFEST = "manifest.json"


def members(data: bytes) -> dict[str, bytes]:
    """What is in a zip, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(files: dict[str, bytes], *, fitting: bool = True) -> bytes:
    """These files as a zip. `fitting`: with a manifest that has their checksums."""
    files = dict(files)
    if fitting:
        said = json.loads(files[MANIFEST])
        said["files"] = {
            name: {"bytes": len(content), "sha256": sha256(content).hexdigest()}
            for name, content in files.items()
            if name != MANIFEST
        }
        files[MANIFEST] = canonical(said)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as into:
        for name, content in files.items():
            into.writestr(name, content)
    return made.getvalue()


def canonical(said: object) -> bytes:
    """As a manifest is written."""
    text = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return (text + "\n").encode()


def flipped(content: bytes, at: int) -> bytes:
    """With one byte changed."""
    changed = bytearray(content)
    changed[at] ^= 1
    return bytes(changed)
