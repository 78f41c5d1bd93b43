"""The file as a tree: what was written and where, before anybody asks what it means.

Plain words are read by the YAML 1.2 core schema: only true, false, null and numbers are more
than text. NO, on, 12:30 and 1914-08-01 stay what the author wrote.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
TRUTH = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
WHOLE = re.compile(r"[-+]?[0-9]+")
DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,2})?")
BASED = {"0x": (re.compile(r"0x[0-9a-fA-F]+"), 16), "0o": (re.compile(r"0o[0-7]+"), 8)}
LONGEST_NUMBER = 20  # characters; anything longer is no number of this game


@dataclass(frozen=True)
class Scalar:
    """A word or a text. `plain`: written without quotes or a | in front."""

    text: str
    line: int
    column: int
    plain: bool = True

    @cached_property
    def value(self) -> object:
        """What it is: text, a number, true, false or None for nothing."""
        return resolved(self.text) if self.plain else self.text


@dataclass(slots=True)
class Items:
    """A list. `size` and `depth` count everything below, aliases spelled out."""

    line: int
    column: int
    flow: bool = False
    items: list["Node"] = field(default_factory=list)
    size: int = 1
    depth: int = 1


@dataclass(slots=True)
class Table:
    """Keys and what they hold, in the order written. `flow`: written between { and }."""

    line: int
    column: int
    flow: bool = False
    entries: dict[str, tuple[Scalar, "Node"]] = field(default_factory=dict)
    size: int = 1
    depth: int = 1

    def get(self, key: str) -> "Node | None":
        """What the key holds, if it is there."""
        entry = self.entries.get(key)
        return entry[1] if entry else None


Node: TypeAlias = Scalar | Items | Table


def resolved(text: str) -> object:
    """A plain word's meaning in the core schema."""
    if text in NOTHING:
        return None
    if text in TRUTH:
        return TRUTH[text]
    number = number_in(text)
    return text if number is None else number


def number_in(text: str) -> int | float | None:
    """The number the text spells, or None."""
    if not text or len(text) > LONGEST_NUMBER or text[0] not in "+-.0123456789":
        return None
    if WHOLE.fullmatch(text):
        return int(text)
    if DECIMAL.fullmatch(text):
        return float(text)
    pattern, base = BASED.get(text[:2], (None, 10))
    return int(text, base) if pattern and pattern.fullmatch(text) else None


def plain_data(node: Node) -> object:
    """The tree without its places: what pydantic reads."""
    match node:
        case Scalar():
            return node.value
        case Items():
            return [plain_data(item) for item in node.items]
        case Table():
            return {key: plain_data(held) for key, (_, held) in node.entries.items()}
