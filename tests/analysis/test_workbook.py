"""The workbook opens, holds the tables, and holds no formula."""

import io

import pytest
from openpyxl import load_workbook

from game.analysis.codebook import COLUMNS
from game.analysis.export.workbook import LONGEST_CELL, workbook_bytes
from game.analysis.tables import Table, codebook_table, tables
from tests.analysis import played


def sheets(*made: Table):
    """The workbook as another program reads it."""
    return load_workbook(io.BytesIO(workbook_bytes(made, "Trial")))


@pytest.mark.parametrize("make", [played.eventful, played.lottery, played.stopped])
def test_sheets_hold_what_the_tables_hold(make):
    made = tables(make(), texts=True)
    book = sheets(*made, codebook_table())
    assert book.sheetnames == [*COLUMNS, "codebook"]
    for table in made:
        found = [tuple(row) for row in book[table.name].iter_rows(values_only=True)]
        assert found[0] == table.columns
        expected = [tuple(cell if cell != "" else None for cell in row) for row in table.rows]
        assert [tuple(map(_unescaped, row)) for row in found[1:]] == expected


def _unescaped(cell):
    return cell.replace("_x000D_", "\r") if isinstance(cell, str) else cell


def test_no_cell_is_a_formula_or_a_link():
    book = sheets(*tables(played.eventful(), texts=True))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert any(str(cell.value).startswith("=cmd") for cell in cells)


def test_the_date_of_making_is_fixed():
    book = sheets(Table("trial", ("a",), ((1,),)))
    assert book.properties.created.isoformat() == "2000-01-01T00:00:00"
    assert book.properties.modified.isoformat() == "2000-01-01T00:00:00"


def test_a_text_too_long_for_a_cell_is_cut_and_says_so():
    book = sheets(Table("trial", ("a",), (("x" * 40_000,),)))
    value = book["trial"]["A2"].value
    assert len(value) == LONGEST_CELL
    assert value.endswith("…")
