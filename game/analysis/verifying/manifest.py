"""The files of the zip against its manifest."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import PurePosixPath

from game.analysis.codebook import COLUMNS
from game.analysis.export.reading import NO_SESSION
from game.analysis.export.unpacking import MANIFEST, NoExport, Packed
from game.analysis.verifying.findings import Problem

SCRIPTS = {"load.R", "load.py", "load.do", "load.sps"}
SINCE_SESSION = {"session.json", "wide.csv"} | SCRIPTS  # the first schema has none of them
ALWAYS = {f"{table}.csv" for table in (*COLUMNS, "codebook")} | SINCE_SESSION | {
    "README.txt", "workbook.xlsx", "events.jsonl", "scenario.yaml", "claims.yaml",
}  # fmt: skip


def misfits(packed: Packed) -> Iterator[Problem]:
    """Files that are missing, too many, damaged or changed."""
    listed = packed.manifest.get("files")
    named = set(listed) if isinstance(listed, dict) else set()
    needed = ALWAYS - SINCE_SESSION if packed.schema <= NO_SESSION else ALWAYS
    for name in sorted(needed - named - set(packed.names)):
        yield Problem(name, "", f"{name} is missing, in the zip and in the manifest.")
    for name in sorted(named - ALWAYS):
        yield Problem(_shown(name), "", f"{_shown(name)} is no file of an export.")
    for name in sorted(named - set(packed.names)):
        yield Problem(_shown(name), "", f"{_shown(name)} is in the manifest, but not in the zip.")
    for name in sorted(set(packed.names) - named - {MANIFEST}):
        yield Problem(_shown(name), "", f"{_shown(name)} is in the zip, but not in the manifest.")
    for name in sorted(ALWAYS & named & set(packed.names)):
        if why := _misfit(packed, name):
            said = why if why.startswith(name) else f"{why[:1].upper()}{why[1:]}"
            yield Problem(name, "", f"{said}.")


def _shown(name: str) -> str:
    return PurePosixPath(name).name[:60]


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
