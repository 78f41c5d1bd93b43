"""The files for Canvas, Moodle and spreadsheets, in the shape in which each takes them."""

import csv
import io

import pytest

from game.analysis.gradebooks import Gradebook, Graded, canvas, identified, moodle, plain
from game.analysis.participation import Share

ADA = Graded("Lovelace, Ada", "1001", "ada@x.edu", "ada", "77", "Pol 1", Share(12, 7))
EMILE = Graded("Émile Zola", "1002", "emile@x.edu", share=Share(12, 0))
ABSENT = Graded("Ann Lee", "1003", "ann@x.edu")
BOOK = Gradebook("Distant War", 10, (ADA, EMILE, ABSENT))


def table(file: bytes) -> list[list[str]]:
    """The cells, after the mark by which Excel knows UTF-8."""
    assert file.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""), strict=True))


def test_canvas():
    """Its five columns, the row of what is possible, an empty cell for no grade."""
    assert table(canvas(BOOK)) == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Distant War"],
        ["Points Possible", "", "", "", "", "10"],
        ["Lovelace, Ada", "77", "1001", "ada", "Pol 1", "6"],
        ["Émile Zola", "", "1002", "emile@x.edu", "", "0"],
        ["Ann Lee", "", "1003", "ann@x.edu", "", ""],
    ]


def test_moodle():
    """Both columns by which it finds people; a dash, as it writes itself, for no grade."""
    assert table(moodle(BOOK)) == [
        ["Full name", "ID number", "Email address", "Distant War"],
        ["Lovelace, Ada", "1001", "ada@x.edu", "6"],
        ["Émile Zola", "1002", "emile@x.edu", "0"],
        ["Ann Lee", "1003", "ann@x.edu", "-"],
    ]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((ADA, EMILE), ("student_id", "email")),
        ((ADA, Graded("B", "2")), ("student_id",)),
        ((ADA, Graded("B", "", "b@x.edu")), ("email",)),
        ((Graded("A", "1"), Graded("B", "", "b@x.edu")), ()),
    ],
)
def test_a_column_by_which_moodle_finds_people_is_complete_or_absent(lines, found):
    """A line without it would change the grade of the line before."""
    book = Gradebook("Distant War", 10, lines)
    assert identified(book) == found
    assert all(all(row) for row in table(moodle(book)))


def test_the_plain_table():
    """What was asked and made as well."""
    rows = table(plain(BOOK))
    assert rows[0][4:] == ["asked", "made", "points", "of", "title"]
    assert [row[4:8] for row in rows[1:]] == [
        ["12", "7", "6", "10"],
        ["12", "0", "0", "10"],
        ["0", "0", "", "10"],
    ]


@pytest.mark.parametrize("shape", [canvas, moodle, plain])
@pytest.mark.parametrize("nasty", ['=HYPERLINK("http://x")', "+1", "@SUM(1)", "-2+3", "\tx"])
def test_no_cell_runs_in_a_spreadsheet(shape, nasty):
    """A student may have any name, an instructor any title."""
    book = Gradebook(nasty, 10, (Graded(nasty, nasty, nasty, nasty, section=nasty),))
    cells = [cell for row in table(shape(book)) for cell in row]
    assert "'" + nasty in cells
    assert not [cell for cell in cells if cell[:1] in "=+-@\t\r" and cell not in ("", "-")]
