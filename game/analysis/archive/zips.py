"""An export of another class, as it is brought: a stranger's file until it has been looked at.

Only the tables that are needed are unpacked, each up to a size; the rest of the zip is not touched.
"""

import json
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Any

from game.analysis.codebook import SCHEMA_VERSION
from game.core.vocabulary import Design

MOST_PACKED = 16 * 1024 * 1024  # bytes of the whole zip
MOST_UNPACKED = 32 * 1024 * 1024  # bytes of one table
MOST_MEMBERS = 100
MANIFEST = "manifest.json"
KINDS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
NEEDED = ("ally_rounds.csv", "patron_rounds.csv", "assignments.csv", "sessions.csv")
HASH = re.compile(r"[0-9a-f]{64}")
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}")  # part of an address: never ".."
VERSION = re.compile(r"[A-Za-z0-9_.+-]{1,40}")
DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, UnicodeDecodeError,
    ValueError, OSError,
)  # fmt: skip  # RuntimeError: a password, or JSON nested without end


class NoExport(Exception):  # noqa: N818  an answer to whoever brought it
    """The file is no export that can be read; the message says why."""


class NotTaken(Exception):  # noqa: N818  an answer
    """A good export that the archive does not take; the message is the code of the sentence."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What an export says of itself, and the texts of the tables that are needed."""

    session: str
    scenario: str
    scenario_id: str
    claims: str
    design: Design
    engine_version: str
    research: bool
    files: Mapping[str, str]


def read_export(data: bytes) -> Brought:
    """The export in these bytes.

    Raises:
        NoExport: it cannot be read as one.
        NotTaken: it can, and is not for the archive.
    """
    if len(data) > MOST_PACKED:
        raise NoExport("it is too large")
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            manifest = _manifest(packed)
            _guard(manifest)
            files = {name: _member(packed, name, _sum(manifest, name)) for name in NEEDED}
    except DAMAGED as fault:
        raise NoExport("it is damaged, or is no zip") from fault
    return _brought(manifest, files)


def _manifest(packed: zipfile.ZipFile) -> dict[str, Any]:
    if len(packed.infolist()) > MOST_MEMBERS:
        raise NoExport("there are too many files in it")
    found = json.loads(_member(packed, MANIFEST, None))
    if not isinstance(found, dict) or found.get("program") != "Distant War":
        raise NoExport("its manifest is not one of Distant War")
    return found


def _member(packed: zipfile.ZipFile, name: str, digest: str | None) -> str:
    """The text of a file in it; never more than the most is unpacked, whatever the zip says."""
    if packed.namelist().count(name) != 1:
        raise NoExport(f"{name} is not in it, or more than once")
    if packed.getinfo(name).compress_type not in KINDS:
        raise NoExport(f"{name} is packed in another way than ours")
    with packed.open(name) as member:
        content = member.read(MOST_UNPACKED + 1)
    if len(content) > MOST_UNPACKED:
        raise NoExport(f"{name} is too large")
    if digest is not None and sha256(content).hexdigest() != digest:
        raise NoExport(f"{name} is not the file that the manifest names: it was changed")
    return content.decode()


def _sum(manifest: Mapping[str, Any], name: str) -> str:
    listed = manifest.get("files")
    entry = listed.get(name) if isinstance(listed, dict) else None
    digest = entry.get("sha256") if isinstance(entry, dict) else None
    return _fitting(digest, HASH, f"the manifest has no SHA-256 of {name}")


def _guard(manifest: Mapping[str, Any]) -> None:
    """Whether it is for the archive at all, before anything is unpacked."""
    schema = manifest.get("schema_version")
    if not isinstance(schema, int):
        raise NoExport("the manifest names no table schema")
    if schema > SCHEMA_VERSION:
        raise NotTaken("newer")
    if manifest.get("simulated") is not False:
        raise NotTaken("simulated")
    if manifest.get("design") is None:
        raise NotTaken("not_dealt")


def _brought(manifest: Mapping[str, Any], files: Mapping[str, str]) -> Brought:
    if manifest["design"] not in tuple(Design):
        raise NoExport("the manifest names an unknown design")

    def said(key: str, shape: re.Pattern[str]) -> str:
        return _fitting(manifest.get(key), shape, f"the manifest names no {key} that can be read")

    return Brought(
        session=said("session", NAME),
        scenario=said("scenario_hash", HASH),
        scenario_id=said("scenario", VERSION),
        claims=said("claims_hash", HASH),
        design=Design(manifest["design"]),
        engine_version=said("engine_version", VERSION),
        research=manifest.get("research") is True,
        files=files,
    )


def _fitting(value: object, shape: re.Pattern[str], otherwise: str) -> str:
    if not isinstance(value, str) or not shape.fullmatch(value):
        raise NoExport(otherwise)
    return value
