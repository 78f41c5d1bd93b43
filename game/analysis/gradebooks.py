"""Points of taking part as a file that Canvas, Moodle or a spreadsheet takes.

Canvas finds a student by its own number, else by SIS User ID, else by SIS Login ID, else by name,
and leaves a grade alone whose cell is empty. Moodle is told which one column to find students by;
a line without it would change the grade of the line before, so that column is complete or absent;
and in a new column it takes an empty cell for 0, so that "no grade" is a dash, as in its own files.
"""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from game.analysis.export.delimited import guarded
from game.analysis.participation import Share

NOTHING = Share(0, 0)
BOM = "\ufeff"  # without it Excel takes UTF-8 for the code page of the machine
NO_GRADE = "-"
Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Graded:
    """A student of the list with the share of what was asked; nothing of who held no seat."""

    name: str
    student_id: str = ""
    email: str = ""
    login: str = ""
    canvas_id: str = ""
    section: str = ""
    share: Share = NOTHING


@dataclass(frozen=True, slots=True)
class Gradebook:
    """What stands above the points, and how many there can be."""

    title: str
    most: int
    lines: tuple[Graded, ...]


def canvas(book: Gradebook) -> bytes:
    """As Canvas writes and takes it: five columns about the student, one of points, and what is
    possible above them."""
    head = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section", book.title)
    possible = ("Points Possible", "", "", "", "", str(book.most))
    rows = [
        (
            one.name,
            one.canvas_id,
            one.student_id,
            one.login or one.email,
            one.section,
            _said(book, one),
        )
        for one in book.lines
    ]
    return _file([head, possible, *rows])


def identified(book: Gradebook) -> tuple[str, ...]:
    """The columns by which Moodle can find everybody."""
    names = ("student_id", "email")
    return tuple(name for name in names if all(getattr(one, name) for one in book.lines))


def moodle(book: Gradebook) -> bytes:
    """Students by ID number and e-mail address; each column only if nobody lacks it."""
    ids = identified(book)
    headings = {"student_id": "ID number", "email": "Email address"}
    head = ("Full name", *(headings[name] for name in ids), book.title)
    rows = [
        (one.name, *(str(getattr(one, name)) for name in ids), _said(book, one, NO_GRADE))
        for one in book.lines
    ]
    return _file([head, *rows])


def plain(book: Gradebook) -> bytes:
    """Everything: for a spreadsheet, or for eyes."""
    head = ("name", "student_id", "email", "section", "asked", "made", "points", "of", "title")
    rows = [
        (
            *(one.name, one.student_id, one.email, one.section),
            *(
                str(one.share.asked),
                str(one.share.made),
                _said(book, one),
                str(book.most),
                book.title,
            ),
        )
        for one in book.lines
    ]
    return _file([head, *rows])


SHAPES: Mapping[str, Callable[[Gradebook], bytes]] = {
    "canvas": canvas,
    "moodle": moodle,
    "plain": plain,
}


def _said(book: Gradebook, one: Graded, none: str = "") -> str:
    points = one.share.points(book.most)
    return none if points is None else str(points)


def _file(rows: Sequence[Row]) -> bytes:
    file = io.StringIO(newline="")
    file.write(BOM)
    csv.writer(file).writerows([_safe(cell) for cell in row] for row in rows)
    return file.getvalue().encode()


def _safe(cell: str) -> str:
    """As no spreadsheet will run it; a dash alone is none's formula."""
    return cell if cell == NO_GRADE else guarded(cell)
