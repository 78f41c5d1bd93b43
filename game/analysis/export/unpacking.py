"""An export as it is brought: a stranger's file until it has been looked at.

Only what is asked for is unpacked, each file up to a size; the rest of the zip is not touched.
"""

import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from hashlib import sha256
from io import BytesIO
from typing import Any, TypeVar

from game.analysis.export.possible import loaded

MOST_PACKED = 16 * 1024 * 1024  # bytes of the whole zip
MOST_UNPACKED = 32 * 1024 * 1024  # bytes of one file
MOST_IN_ALL = 64 * 1024 * 1024  # bytes of all files that are asked for
MOST_MEMBERS = 100
MANIFEST = "manifest.json"
KINDS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
HASH = re.compile(r"[0-9a-f]{64}")
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}")  # part of an address: never ".."
VERSION = re.compile(r"[A-Za-z0-9_.+-]{1,40}")
DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError,
    OSError,
)  # fmt: skip  # RuntimeError: a password, or JSON nested without end
T = TypeVar("T")


class NoExport(Exception):  # noqa: N818  an answer to whoever brought it
    """The file is no export that can be read; the message says why."""


class Packed:
    """The zip in these bytes. `lenient`: files are read though their checksums differ.

    Raises:
        NoExport: it is none, or not one of ours.
    """

    def __init__(self, data: bytes, *, lenient: bool = False) -> None:
        if len(data) > MOST_PACKED:
            raise NoExport("it is too large")
        self._zip = _guarded(lambda: zipfile.ZipFile(BytesIO(data)))
        self.names = tuple(self._zip.namelist())
        self._left, self._lenient = MOST_IN_ALL, lenient
        self._read: dict[str, bytes] = {}  # a file counts once, however often it is asked for
        if len(self.names) > MOST_MEMBERS:
            raise NoExport("there are too many files in it")
        self.manifest = self._manifest()

    def file(self, name: str) -> bytes:
        """A file in it, whatever the manifest says of it; never more than the most is unpacked.

        Raises:
            NoExport: it is not there, there twice, too large, or damaged.
        """
        if name in self._read:
            return self._read[name]
        if self.names.count(name) != 1:
            raise NoExport(f"{name} is not in it, or more than once")
        if self._zip.getinfo(name).compress_type not in KINDS:
            raise NoExport(f"{name} is packed in another way than ours")
        most = min(MOST_UNPACKED, self._left)
        content = _guarded(lambda: self._unpacked(name, most + 1), f"{name} in it is damaged")
        if len(content) > most:
            raise NoExport(f"{name} is too large")
        self._left -= len(content)
        self._read[name] = content
        return content

    def _unpacked(self, name: str, most: int) -> bytes:
        with self._zip.open(name) as member:
            return member.read(most)

    def text(self, name: str) -> str:
        """The text of a file that is what the manifest says.

        Raises:
            NoExport: it is not.
        """
        content = self.file(name)
        if not self._lenient and sha256(content).hexdigest() != self.sum(name):
            raise NoExport(f"{name} is not the file that the manifest names: it was changed")
        return _guarded(content.decode, f"{name} in it is damaged")

    def sum(self, name: str) -> str:
        """The SHA-256 that the manifest gives for this file."""
        listed = self.manifest.get("files")
        entry = listed.get(name) if isinstance(listed, dict) else None
        digest = entry.get("sha256") if isinstance(entry, dict) else None
        return fitting(digest, HASH, f"the manifest has no SHA-256 of {name}")

    def said(self, key: str, shape: re.Pattern[str]) -> str:
        """What the manifest says under this key."""
        found = self.manifest.get(key)
        return fitting(found, shape, f"the manifest names no {key} that can be read")

    @property
    def schema(self) -> int:
        """The version of its tables."""
        found = self.manifest.get("schema_version")
        if not isinstance(found, int) or isinstance(found, bool) or found < 1:
            raise NoExport("the manifest names no table schema")
        return found

    def _manifest(self) -> Mapping[str, Any]:
        found = _guarded(lambda: loaded(self.file(MANIFEST)), f"{MANIFEST} in it is damaged")
        if not isinstance(found, dict) or found.get("program") != "Distant War":
            raise NoExport("its manifest is not one of Distant War")
        return found


def fitting(value: object, shape: re.Pattern[str], otherwise: str) -> str:
    """The value if it is a text of this shape."""
    if not isinstance(value, str) or not shape.fullmatch(value):
        raise NoExport(otherwise)
    return value


def _guarded(act: Callable[[], T], otherwise: str = "it is damaged, or is no zip") -> T:
    try:
        return act()
    except DAMAGED as fault:
        raise NoExport(otherwise) from fault
