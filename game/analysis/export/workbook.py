"""The same tables as the sheets of one workbook, for whoever opens a spreadsheet first.

Texts are written as texts, so no cell can become a formula and none needs a guard.
"""

import io
from collections.abc import Sequence
from datetime import datetime

import xlsxwriter
from xlsxwriter.workbook import Workbook, Worksheet

from game.analysis.codebook import Cell
from game.analysis.tables import Table

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  a fixed date: equal data give equal bytes
LONGEST_CELL = 32_767  # what a spreadsheet cell can hold
CUT = "…"
WIDTH = 14


def workbook_bytes(tables: Sequence[Table], title: str) -> bytes:
    """One sheet per table, the header frozen."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        book.set_properties({"title": title, "created": CREATED})
        header = book.add_format({"bold": True})
        for table in tables:
            _fill(book, table, header)
    return file.getvalue()


def _fill(book: Workbook, table: Table, header: object) -> None:
    sheet: Worksheet = book.add_worksheet(table.name)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(table.columns) - 1, WIDTH)
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column, header)
    for line, row in enumerate(table.rows, start=1):
        for place, cell in enumerate(row):
            _write(sheet, line, place, cell)


def _write(sheet: Worksheet, line: int, place: int, cell: Cell) -> None:
    if isinstance(cell, str):
        too_long = len(cell) > LONGEST_CELL
        sheet.write_string(line, place, cell[: LONGEST_CELL - 1] + CUT if too_long else cell)
    elif cell is not None:
        sheet.write_number(line, place, cell)
