"""Tables as CSV: UTF-8, comma, header, LF, RFC 4180 quoting, and a guard against formulas.

A spreadsheet takes a cell that begins with = + - @ or a control character for a formula. Such a
text gets an apostrophe in front, as does a text that begins with an apostrophe, so that taking one
leading apostrophe away gives back what was typed. Numbers are never touched.
"""

import csv
import io
from collections.abc import Iterator

from game.analysis.codebook import Cell
from game.analysis.tables import Table

GUARD = "'"
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", GUARD)
QUOTED = ('"', ",", "\r", "\n")


def csv_bytes(table: Table) -> bytes:
    """The table as a file."""
    rows: Iterator[tuple[Cell, ...]] = iter((table.columns, *table.rows))
    return "".join(",".join(map(_field, row)) + "\n" for row in rows).encode()


def guarded(text: str) -> str:
    """The text as no spreadsheet will run it."""
    return GUARD + text if text.startswith(DANGEROUS) else text


def unguarded(text: str) -> str:
    """The text as it was typed."""
    return text.removeprefix(GUARD)


def read_csv(file: bytes) -> list[dict[str, str]]:
    """The rows of one of our CSV files, as typed; missing cells are empty strings."""
    reader = csv.DictReader(io.StringIO(file.decode(), newline=""), strict=True)
    return [{name: unguarded(cell) for name, cell in row.items()} for row in reader]


def _field(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _quoted(guarded(cell))
    return repr(cell)


def _quoted(text: str) -> str:
    if text.strip() == text and not any(mark in text for mark in QUOTED):
        return text
    return '"' + text.replace('"', '""') + '"'
