"""The codebook: one description for every column of every table of the export.

The tables take their columns and their order from here, so the codebook cannot go stale.
"""

from collections.abc import Mapping

from game.analysis.codebook import (
    ally_rounds,
    answers,
    patron_rounds,
    session_tables,
    texts,
    wide,
)
from game.analysis.codebook.column import Cell, Column, Row

SCHEMA_VERSION = 2  # column names never change within a version; new columns come last

COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "ally_rounds": ally_rounds.COLUMNS,
    "patron_rounds": patron_rounds.COLUMNS,
    "assignments": session_tables.ASSIGNMENTS,
    "sessions": session_tables.SESSIONS,
    "rationales": texts.RATIONALES,
    "codes": texts.CODES,
    "seats": session_tables.SEATS,
    "messages": texts.MESSAGES,
    "proposals": texts.PROPOSALS,
    "answers": answers.COLUMNS,
    "wide": wide.COLUMNS,
}
ABOUT: Mapping[str, str] = {
    "ally_rounds": "one row per ally seat and round; key: group, round, seat",
    "patron_rounds": "one row per group and round; key: group, round",
    "assignments": "what was drawn for whom before round 1; key: factor, unit_id",
    "sessions": "one row per class session; key: session",
    "rationales": "one row per reason given; key: text_id",
    "codes": "one row per text, coder and codebook; key: text_id, coder, codebook",
    "seats": "one row per seat, with totals; key: group, seat",
    "messages": "one row per cable or communiqué; key: group, position",
    "proposals": "one row per request or pledge; key: group, round, seat, to, kind",
    "answers": "one row per student and question asked beside the game; key: player, question",
    "wide": "one row per ally seat, its rounds beside each other; key: group, seat",
}
NO_UNIT = "none"
HEADER = ("file", "column", "type", "unit", "values", "missing", "meaning")

__all__ = ["ABOUT", "COLUMNS", "HEADER", "SCHEMA_VERSION", "Cell", "Column", "Row", "codebook_rows"]


def codebook_rows() -> tuple[Row, ...]:
    """codebook.csv: one row per column of each table."""
    return tuple(
        dict(zip(HEADER, _line(table, column), strict=True))
        for table, columns in COLUMNS.items()
        for column in columns
    )


def _line(table: str, column: Column) -> tuple[str, ...]:
    return (
        f"{table}.csv",
        column.name,
        column.kind,
        column.unit or NO_UNIT,
        column.allowed,
        column.missing,
        column.meaning,
    )
