"""A class list out of a CSV file: every line understood or none; each fault with its line."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from game.classroom.enrolment.cells import CellRefused, line_of
from game.classroom.enrolment.columns import CANVAS, named, understood
from game.classroom.enrolment.decoding import NoText, decoded
from game.classroom.enrolment.folding import folded
from game.classroom.enrolment.lines import Enrolled

MOST_LINES = 1500
SEPARATORS = ",;\t"
HEADER = ("student_id", "name", "email", "login", "canvas_id", "section")
EMPTY = "There is nothing in it. The first line names the columns, each further line one student."
NO_NAMES = (
    "No column is called “name”. The columns found are: {found}. Expected are student_id, name, "
    "email, section, extra_time, in any order, or the list as Canvas or Moodle writes it."
)
QUOTES = "A quotation mark stands inside a cell, or is never closed."
TOO_MANY = "The list has more than {most} lines."
TEST_STUDENT = "The test student of Canvas, in line {line}, was left out."
CANVAS_ROWS = ("pointspossible",)
TESTERS = ("student,test", "teststudent")

Record = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and in which line of the file; 0 where it is the file itself."""

    line: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood. With a fault nothing of it may be kept."""

    lines: tuple[Enrolled, ...] = ()
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()  # a field and the heading it was found under


def read_list(file: bytes) -> Reading:
    """The list in a file, or pasted."""
    try:
        text, notes = decoded(file)
    except NoText as fault:
        return Reading(faults=(Fault(0, str(fault)),))
    try:
        records = _records(text)
    except _Broken as fault:
        return Reading(faults=(Fault(fault.line, QUOTES),), notes=notes)
    if len(records) < 2:
        return Reading(faults=(Fault(0, EMPTY),), notes=notes)
    read = _read(records)
    return replace(read, notes=notes + read.notes)


def as_csv(lines: Sequence[Enrolled]) -> str:
    """The list as a file that `read_list` reads the same."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow((*HEADER, "extra_time"))
    writer.writerows([*(getattr(line, name) for name in HEADER), _extra(line)] for line in lines)
    return file.getvalue()


def _extra(line: Enrolled) -> str:
    """As `percent` reads it without doubt."""
    return f"{line.extra_time}%" if line.extra_time < 100 else str(line.extra_time)


class _Broken(Exception):  # noqa: N818
    """The quoting is broken in this line."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _records(text: str) -> list[Record]:
    """The lines with their cells; blank ones are left out, as is `sep=;`."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    records: list[Record] = []
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not _declares(cells):
                records.append((begins, cells))
            begins = reader.line_num + 1
    except csv.Error as fault:
        raise _Broken(begins) from fault
    return records


def _separator(text: str) -> str:
    """The one under which most of the first line's columns are understood."""
    lines = (line for line in text.splitlines() if line.strip(" ,;\t") and not _declares([line]))
    head = next(lines, "")
    return max(SEPARATORS, key=lambda sign: _worth(next(csv.reader([head], delimiter=sign), [])))


def _worth(header: Sequence[str]) -> tuple[int, int]:
    return len(understood(header)), len(header)


def _declares(cells: Sequence[str]) -> bool:
    """Excel's own first line, which names the separator."""
    return cells[0].casefold().startswith("sep=")


def _read(records: Sequence[Record]) -> Reading:
    header = records[0][1]
    found = understood(header)
    if not named(found):
        listed = ", ".join(f"“{cell.strip()[:40]}”" for cell in header if cell.strip())
        return Reading(faults=(Fault(records[0][0], NO_NAMES.format(found=listed)),))
    lines, faults, notes = _lines(records, found)
    faults += _twice(lines)
    if len(lines) > MOST_LINES:
        faults.append(Fault(0, TOO_MANY.format(most=MOST_LINES)))
    if not lines and not faults:
        faults.append(Fault(0, EMPTY))
    columns = tuple((field, header[place].strip()) for field, place in found.items())
    ordered = tuple(sorted(faults, key=lambda fault: fault.line))
    return Reading(tuple(lines), ordered, tuple(notes), columns)


def _lines(
    records: Sequence[Record], found: dict[str, int]
) -> tuple[list[Enrolled], list[Fault], list[str]]:
    lines: list[Enrolled] = []
    faults: list[Fault] = []
    notes: list[str] = []
    for number, cells in records[1:]:
        try:
            made = line_of(number, cells, found, len(records[0][1]))
        except CellRefused as refused:
            faults.append(Fault(number, str(refused)))
            continue
        if made is None or folded(made.name) in CANVAS_ROWS:
            continue
        if CANVAS in found and not made.student_id and folded(made.name) in TESTERS:
            notes.append(TEST_STUDENT.format(line=number))
            continue
        lines.append(made)
    return lines, faults, notes


def _twice(lines: Sequence[Enrolled]) -> list[Fault]:
    """What must be one student's alone and is not; and lines that nothing tells apart."""
    return [
        *_repeated("student number", [(line, line.student_id) for line in lines]),
        *_repeated("e-mail address", [(line, line.email) for line in lines]),
        *_repeated("login", [(line, line.login) for line in lines]),
        *_repeated("name", [(line, line.name) for line in lines if not line.keys]),
    ]


def _repeated(what: str, values: Sequence[tuple[Enrolled, str]]) -> Iterator[Fault]:
    at: defaultdict[str, list[Enrolled]] = defaultdict(list)
    for line, value in values:
        if value:
            at[folded(value)].append(line)
    for same in at.values():
        if len(same) > 1:
            where = ", ".join(str(line.line) for line in same[:-1])
            yield Fault(
                same[-1].line,
                f"{same[-1].name}: the {what} stands in line {where} already, with {same[0].name}.",
            )
