"""From a class's tables to its estimates, and from several classes' tables to one analysis."""

import csv
import io
from collections.abc import Collection, Mapping, Sequence

from game.analysis.archive.entries import Entry, Files
from game.analysis.archive.zips import NEEDED
from game.analysis.codebook import COLUMNS
from game.analysis.export.delimited import csv_bytes, unguarded
from game.analysis.export.unpacking import NoExport
from game.analysis.history import histories
from game.analysis.inference.results import Analysis
from game.analysis.inference.source import Asked, NotAnalysable, Source, analyse_sources
from game.analysis.sessionlog import SessionLog
from game.analysis.tables import MAKERS, table

ROUNDS = "ally_rounds"
SHOWN = ("C1", "C2", "C3", "C0")  # claims that are put together
MOST_ROWS = 4_000  # of one table: 200 students over 8 rounds have 1,100 ally-rounds
Rows = list[dict[str, str]]


def files_of(log: SessionLog) -> dict[str, str]:
    """The tables that are needed of a class, as its export would have them."""
    followed = histories(log)
    found = {}
    for file in NEEDED:
        name = file.removesuffix(".csv")
        columns = (column.name for column in COLUMNS[name])
        found[file] = csv_bytes(table(name, columns, MAKERS[name](log, followed))).decode()
    return found


def rows_of(files: Files, file: str) -> Rows:
    """The rows of one of these tables.

    Raises:
        NoExport: it is no table.
    """
    reader = csv.reader(io.StringIO(files[file], newline=""), strict=True)
    try:
        header = next(reader, [])
        lines = [line for line, _ in zip(reader, range(MOST_ROWS + 1), strict=False)]
    except csv.Error as fault:
        raise NoExport(f"{file} is no table: {fault}") from fault
    if len(lines) > MOST_ROWS:
        raise NoExport(f"{file} has more rows than any class")
    if uneven := next((at for at, line in enumerate(lines, 2) if len(line) != len(header)), 0):
        raise NoExport(f"{file} has a row of another length, in line {uneven}")
    return [dict(zip(header, map(unguarded, line), strict=True)) for line in lines]


def source_of(session: str, files: Files, repeats: Collection[str] = ()) -> Source:
    """The tables for the engine, without the rows of those who had played before.

    Pseudonyms are drawn anew in every class: the same one in two of them is two students.
    """
    tables = {file.removesuffix(".csv"): rows_of(files, file) for file in NEEDED}
    tables[ROUNDS] = [
        row | {"player": f"{session}/{row['player']}" if row.get("player") else ""}
        for row in tables[ROUNDS]
        if not row.get("player") or row["player"] not in repeats
    ]
    return Source(tables, name=f"{ROUNDS}.csv")


def analysed(source: Source) -> Analysis:
    """One class.

    Raises:
        NotAnalysable: the message says why.
    """
    return analyse_sources([source])


def over_all(entries: Sequence[Entry], files: Mapping[str, Files]) -> Analysis | None:
    """One analysis of all these classes, which played one scenario version in one design; the
    draws of each class are its strata. None where they cannot be put together."""
    sources = [source_of(one.session, files[one.session], one.repeats or ()) for one in entries]
    try:
        return analyse_sources(sources, Asked(only=SHOWN))
    except NotAnalysable:
        return None
