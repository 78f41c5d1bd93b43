"""The tables of the export: pure functions from a session's log to rows.

Columns and their order come from the codebook; a row that does not fit it is a defect.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from game.analysis.codebook import COLUMNS, HEADER, Cell, Row, codebook_rows
from game.analysis.history import History, histories
from game.analysis.sessionlog import SessionLog
from game.analysis.tables.ally_rounds import ally_rows
from game.analysis.tables.answers import answer_rows
from game.analysis.tables.assignments import assignment_rows
from game.analysis.tables.consent import for_research, kept
from game.analysis.tables.patron_rounds import patron_rows
from game.analysis.tables.proposals import proposal_rows
from game.analysis.tables.seats import seat_rows
from game.analysis.tables.sessions import session_rows
from game.analysis.tables.texts import code_rows, message_rows, rationale_rows
from game.analysis.tables.wide import wide_rows

Maker = Callable[[SessionLog, tuple[History, ...]], Iterable[Row]]
MAKERS: dict[str, Maker] = {
    "ally_rounds": ally_rows,
    "patron_rounds": patron_rows,
    "assignments": assignment_rows,
    "sessions": session_rows,
    "rationales": rationale_rows,
    "codes": lambda log, _: code_rows(log.codings),
    "seats": seat_rows,
    "messages": lambda log, _: message_rows(log),
    "proposals": proposal_rows,
    "answers": lambda log, _: answer_rows(log),
    "wide": wide_rows,
}
FREE_TEXT = frozenset({"rationales", "messages"})  # tables of nothing else
TEXT_COLUMNS = {"answers": "text"}


@dataclass(frozen=True, slots=True)
class Table:
    """A name, columns, and rows of cells in the order of the columns; None is missing."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table(name: str, columns: Iterable[str], rows: Iterable[Row]) -> Table:
    """Rows laid out in the order of the columns.

    Raises:
        KeyError: a row lacks a column.
    """
    order = tuple(columns)
    return Table(name, order, tuple(tuple(row[column] for column in order) for row in rows))


def tables(log: SessionLog, *, texts: bool, research: bool = False) -> tuple[Table, ...]:
    """All tables of the codebook, in its order; without `texts` free text is left out.

    `research` leaves out the rows of seats whose holders did not agree to it.
    """
    log = for_research(log) if research else log
    followed = histories(log)
    found = []
    for name, make in MAKERS.items():
        rows = make(log, followed) if texts else _wordless(name, make(log, followed))
        rows = kept(name, rows, log, followed) if research else rows
        found.append(table(name, (column.name for column in COLUMNS[name]), rows))
    return tuple(found)


def _wordless(name: str, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows without what was written freely: none of a table that holds nothing else."""
    if name in FREE_TEXT:
        return
    for row in rows:
        yield {**row, TEXT_COLUMNS[name]: None} if name in TEXT_COLUMNS else row


def codebook_table() -> Table:
    """codebook.csv."""
    return table("codebook", HEADER, codebook_rows())
