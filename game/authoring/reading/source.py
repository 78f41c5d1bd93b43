"""The file as text: decoded, measured and hashed before anything looks at its meaning."""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from game.authoring.problems import Problem

LARGEST = 512 * 1024  # bytes; the longest scenario one can sensibly write has some 60 000
READABLE = "\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
UNREADABLE = re.compile(f"[^{READABLE}]")
UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text with plain line ends, its hash, and what was wrong with its characters."""

    name: str
    text: str
    hash: str
    problems: list[Problem] = field(default_factory=list)

    @property
    def legible(self) -> str:
        """The text with a blank for each character that no reader accepts."""
        return UNREADABLE.sub(" ", self.text)

    @property
    def last_line(self) -> int:
        """The number of the last line that has anything on it."""
        return max(1, len(self.text.rstrip("\n").split("\n")))


def from_file(path: Path) -> Source | Problem:
    """Read the file, or say why it cannot be read. Never reads more than the limit."""
    name = str(path)
    if not path.exists():
        return _refusal(name, "There is no such file.")
    if not path.is_file():
        return _refusal(name, "This is not a file.")
    try:
        with path.open("rb") as opened:
            return from_bytes(opened.read(LARGEST + 1), name)
    except OSError as trouble:
        return _refusal(name, f"This file cannot be opened ({trouble.strerror}).")


def from_bytes(content: bytes, name: str) -> Source | Problem:
    """Decode the bytes; a byte-order mark and Windows line ends are no fault."""
    if len(content) > LARGEST:
        return _refusal(
            name,
            f"This file is larger than {LARGEST // 1024} KB. A scenario is a few pages of text.",
        )
    if content.startswith(UTF16):
        return _refusal(
            name, "This file is saved as UTF-16. Save it again with the encoding UTF-8."
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        return _not_utf8(content, trouble.start, name)
    return _source(text, content, name)


def from_text(text: str, name: str) -> Source | Problem:
    """The same for a text already in memory, as the editor holds it."""
    content = text.encode("utf-8", "surrogatepass")
    if len(content) > LARGEST:
        return from_bytes(content, name)
    return _source(text.removeprefix("\ufeff"), content, name)


def _source(text: str, content: bytes, name: str) -> Source:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    digest = hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()
    return Source(name, plain, digest, _strange_characters(plain, name))


def _strange_characters(text: str, name: str) -> list[Problem]:
    problems = []
    for found in UNREADABLE.finditer(text):
        line, column = _position(text, found.start())
        sentence = f"An invisible character (U+{ord(found.group()):04X}) stands here. Delete it."
        problems.append(Problem(name, line, column, "error", "not readable", sentence))
        if len(problems) == 20:
            break
    return problems


def _not_utf8(content: bytes, offset: int, name: str) -> Problem:
    before = content[:offset].decode("utf-8-sig", "replace")
    line, column = _position(before, len(before))
    seen = bytes([content[offset]]).decode("cp1252", "replace")
    sentence = (
        f"This file is not saved as UTF-8 (here stands perhaps “{seen}”). "
        "Save it again with the encoding UTF-8."
    )
    return Problem(name, line, column, "error", "not readable", sentence)


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _refusal(name: str, sentence: str) -> Problem:
    return Problem(name, 1, 1, "error", "the file", sentence)
