"""What the scripts for Stata and SPSS have in common: columns by type, and labels."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from game.analysis.codebook import Column
from game.analysis.codebook.wide import STEMS

NUMBERS = ("int", "float", "bool")
WORDS = ("text", "list")
LONGEST_LABEL = 80  # bytes in Stata; SPSS takes more


def of_kind(columns: Iterable[Column], *kinds: str) -> tuple[str, ...]:
    """The names of the columns of these types."""
    return tuple(column.name for column in columns if column.kind in kinds)


def coded(columns: Iterable[Column]) -> dict[tuple[str, ...], list[str]]:
    """Columns by their lists of values."""
    found: dict[tuple[str, ...], list[str]] = {}
    for column in columns:
        if column.kind == "code":
            found.setdefault(column.values, []).append(column.name)
    return found


def label(column: Column) -> str:
    """What the column means, as short as a label must be; in ASCII, for any encoding."""
    stem = STEMS.get(column.name)
    said = f"{stem}, round {column.name.rsplit('_', 1)[1]}" if stem else column.meaning
    plain = said.replace('"', "'").replace("\u2019", "'").replace("\u00e9", "e")
    ascii_only = plain.encode("ascii", "replace").decode()
    return ascii_only if len(ascii_only) <= LONGEST_LABEL else ascii_only[:77] + "..."


def wrapped(names: Iterable[str], width: int = 90) -> Iterator[str]:
    """The names in lines."""
    yield from wrap(" ".join(names), width)
