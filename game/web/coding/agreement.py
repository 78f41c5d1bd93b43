"""How far coders agree, found from the very file that is exported; and that file."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from game.analysis.codebook import COLUMNS
from game.analysis.export.delimited import csv_bytes
from game.analysis.sessionlog import Coding, SessionLog
from game.analysis.tables import table, tables
from game.analysis.tables.texts import code_rows
from game.web.apart import apart

if TYPE_CHECKING:
    from game.analysis.reliability.report import Reliability

CODES = "codes"


def agreement(codings: Iterable[Coding]) -> "Reliability | None":
    """What `run.py reliability` says of these codes; None where there are none."""
    return apart(_agreement, codings)


def codes_csv(codings: Iterable[Coding]) -> bytes:
    """codes.csv of these codes."""
    columns = (column.name for column in COLUMNS[CODES])
    return csv_bytes(table(CODES, columns, code_rows(codings)))


def one_table(log: SessionLog, name: str, codings: Iterable[Coding], *, research: bool) -> bytes:
    """One table of the export as a file, with the rows that the export would have."""
    log = replace(log, codings=tuple(codings))
    return apart(_made, log, name, research)


def _made(log: SessionLog, name: str, research: bool) -> bytes:
    made = tables(log, texts=True, research=research)
    return csv_bytes(next(one for one in made if one.name == name))


def _agreement(codings: Iterable[Coding]) -> "Reliability | None":
    """In a thread of its own, the heavy imports too."""
    from game.analysis.reliability.reading import NoCodings, read_codings
    from game.analysis.reliability.report import reliability

    given = tuple(codings)
    try:
        return reliability(read_codings(codes_csv(given).decode())) if given else None
    except NoCodings:  # too many different ones, say: the overview shows none
        return None
