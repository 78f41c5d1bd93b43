"""Where two files differ: line by line, or cell by cell."""

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from game.analysis.export.delimited import unguarded
from game.analysis.verifying.findings import Problem

SHOWN = 40  # letters of a cell
MOST_ROWS = 100_000  # of a table; no class has as many
Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Leave:
    """What is not compared: these columns, and rows of which this column has another value."""

    columns: Collection[str] = ()
    key: str = ""
    only: Collection[str] = ()


def lines_differ(file: str, found: bytes, made: bytes) -> Iterator[Problem]:
    """The lines of a text that are not those that were made again."""
    pairs = zip_longest(_lines(found), _lines(made))
    for number, (there, here) in enumerate(pairs, start=1):
        if there != here:
            place = f"line {number}"
            yield Problem(file, place, f"{file}, {place}, is not what the log gives.")


def cells_differ(file: str, found: bytes, made: bytes, leave: Leave) -> Iterator[Problem]:
    """The cells of a table that are not those that were counted again."""
    try:
        there, here = _rows(found), _rows(made)
    except (csv.Error, UnicodeDecodeError):
        yield Problem(file, "", f"{file} is no table.")
        return
    if not there:
        yield Problem(file, "", f"{file} has no header.")
        return
    header, columns = there[0], {name: place for place, name in enumerate(here[0])}
    if unknown := [name for name in header if name not in columns]:
        yield Problem(file, "row 1", f"{file} has a column that is none: {unknown[0][:SHOWN]}.")
        return
    kept = _kept(header, there[1:], leave), _kept(here[0], here[1:], leave)
    yield from _compared(file, header, columns, *kept, leave)


def _compared(
    file: str,
    header: Sequence[str],
    columns: Mapping[str, int],
    there: list[tuple[int, list[str]]],
    here: list[tuple[int, list[str]]],
    leave: Leave,
) -> Iterator[Problem]:
    if len(there) != len(here):
        yield Problem(
            file, "", f"{file} has {len(there)} rows where log and session.json give {len(here)}."
        )
    for (number, row), (_, again) in zip(there, here, strict=False):
        place = f"row {number}"
        if len(row) != len(header):
            yield Problem(file, place, f"{file}, {place}, has another length than the header.")
            continue
        for name, cell in zip(header, row, strict=True):
            other = again[columns[name]]
            if cell != other and name not in leave.columns:
                said = f"has {_quoted(cell)} where log and session.json give {_quoted(other)}"
                where = f"{place}, column {name}"
                yield Problem(file, where, f"{file}, {where}, {said}.")


def _kept(header: Sequence[str], rows: Rows, leave: Leave) -> list[tuple[int, list[str]]]:
    """The rows that are compared, each with its number as people count, from the header on."""
    numbered = list(enumerate(rows, start=2))
    if leave.key not in header:
        return numbered
    place = header.index(leave.key)
    return [
        (number, row)
        for number, row in numbered
        if len(row) <= place or unguarded(row[place]) in leave.only
    ]


def _rows(file: bytes) -> Rows:
    reader = csv.reader(io.StringIO(file.decode(), newline=""), strict=True)
    rows = list(islice(reader, MOST_ROWS + 1))
    if len(rows) > MOST_ROWS:
        raise csv.Error("too many rows")
    return rows


def _lines(file: bytes) -> Iterator[bytes]:
    return io.BytesIO(file)


def _quoted(cell: str) -> str:
    if not cell:
        return "nothing"
    return f"“{cell}”" if len(cell) <= SHOWN else f"“{cell[:SHOWN]}…”"
