"""Beside each part of the report: the file and rows of the export, and what computes it again."""

from dataclasses import dataclass

from game.web.debrief_render.paging import PageRef, number_of
from game.web.wording import tracing as wording


@dataclass(frozen=True, slots=True)
class Trace:
    """`command` is typed in a terminal, `expression` in pandas; either may be empty. `where`: in
    what the command prints."""

    rows: str
    command: str = ""
    where: str = ""
    expression: str = ""


def trace(page: PageRef, file: str) -> Trace | None:
    """Where this part comes from; `file` is the name of the export."""
    kind = page.section.partition("-")[0]
    if kind in wording.OBJECTS:
        where = wording.OBJECTS[kind].format(claim=f"C{number_of(page.section)}")
        return Trace(wording.TESTED, f"python3 run.py analyse {file} --json", where)
    if kind not in wording.TRACES:
        return None
    rows, expression = wording.TRACES[kind]
    return Trace(rows, expression=expression)
