"""The files of the zip against its manifest."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import PurePosixPath

from game.analysis.export.unpacking import MANIFEST, NoExport, Packed
from game.analysis.verifying.findings import Problem


def misfits(packed: Packed) -> Iterator[Problem]:
    """Files that are missing, too many, damaged or changed."""
    listed = packed.manifest.get("files")
    named = set(listed) if isinstance(listed, dict) else set()
    for name in sorted(named - set(packed.names)):
        yield Problem(name, "", f"{name} is in the manifest, but not in the zip.")
    for name in sorted(set(packed.names) - named - {MANIFEST}):
        shown = PurePosixPath(name).name[:60]
        yield Problem(shown, "", f"{shown} is in the zip, but not in the manifest.")
    for name in sorted(named & set(packed.names)):
        if why := _misfit(packed, name):
            yield Problem(name, "", f"{why[:1].upper()}{why[1:]}.")


def _misfit(packed: Packed, name: str) -> str:
    """Why this file is not the one that the manifest names; empty: it is."""
    try:
        content, digest = packed.file(name), packed.sum(name)
    except NoExport as fault:
        return str(fault)
    size = packed.manifest["files"][name].get("bytes")
    if sha256(content).hexdigest() != digest:
        return f"{name} was changed: its SHA-256 is not the one in the manifest"
    return "" if size == len(content) else f"{name} has another size than the manifest says"
