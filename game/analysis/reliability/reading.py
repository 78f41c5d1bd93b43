"""Who gave which text which code, out of a CSV file: codes.csv of the export, or one's own."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

SEPARATORS = ",;\t"
UNIT, CODER, CODE = ("unit", "text_id"), ("coder",), ("code",)
COLUMNS = (UNIT, CODER, CODE)
MOST_DIGITS = 8  # of a codebook's version
CODEBOOK = "codebook"  # may be absent: all codes are of one then
NO_COLUMN = (
    "No column is called “{lacking}”. The columns found are: {found}. Expected are unit (or "
    "text_id), coder and code."
)
EMPTY = "There are no codes in it. Expected is one row per text and coder: unit,coder,code."
QUOTES = "A quotation mark stands inside a cell, or is never closed, near line {line}."
TWICE = (
    "{count} rows give a coder and a text a second time (first in line {line}). The last counts."
)
SEVERAL = "The file has codes of several codebooks: {found}. Those of {chosen} are counted here."
NO_CODEBOOK = "No code in it was given under the codebook “{chosen}”. There are: {found}."
NAMELESS = "{count} rows without a unit or a coder were left out (first in line {line})."

Line = tuple[int, list[str]]  # its number, its cells
Given = Mapping[tuple[str, str], str]  # (unit, coder) -> code


class NoCodings(Exception):  # noqa: N818  an answer, with its sentence
    """The file is no list of codes."""


@dataclass(frozen=True, slots=True)
class Codings:
    """The codes as given, without empty ones, and what is to be said of how they were read."""

    given: Given
    notes: tuple[str, ...] = ()


def read_codings(text: str, codebook: str = "") -> Codings:
    """The codes in a file; of two rows for one text and coder the last counts, also an empty one.
    Where several codebooks stand in it, those of this `codebook`, or else of the newest.

    Raises:
        NoCodings: with the sentence to show.
    """
    rows = _rows(text)
    if not rows:
        raise NoCodings(EMPTY)
    places = _places(rows[0][1])
    rows, chosen = _of_one_codebook(rows, codebook)
    last: dict[tuple[str, str], str] = {}
    twice: list[int] = []
    nameless: list[int] = []
    for line, cells in rows[1:]:
        unit, coder, code = (cells[at].strip() if at < len(cells) else "" for at in places)
        if not unit or not coder:
            nameless.append(line)
            continue
        if (unit, coder) in last:
            twice.append(line)
        last[unit, coder] = code
    given = {key: code for key, code in last.items() if code}
    if not given:
        raise NoCodings(EMPTY)
    return Codings(given, (*chosen, *_notes((TWICE, twice), (NAMELESS, nameless))))


def _of_one_codebook(rows: list[Line], wanted: str) -> tuple[list[Line], tuple[str, ...]]:
    """The rows of one codebook, and what is to be said of that."""
    names = [cell.strip().casefold() for cell in rows[0][1]]
    place = names.index(CODEBOOK) if CODEBOOK in names else len(names)
    under = [cells[place].strip() if place < len(cells) else "" for _, cells in rows[1:]]
    found = sorted(set(under), key=_age)
    if not wanted and len(found) < 2:
        return rows, ()
    chosen, listed = wanted or found[-1], ", ".join(one or "none named" for one in found)
    if chosen not in found:
        raise NoCodings(NO_CODEBOOK.format(chosen=chosen, found=listed))
    kept = [row for row, one in zip(rows[1:], under, strict=True) if one == chosen]
    said = () if wanted else (SEVERAL.format(found=listed, chosen=chosen),)
    return [rows[0], *kept], said


def _age(codebook: str) -> tuple[str, int, str]:
    """Reasons after messages, newer versions after older ones."""
    kind, _, version = codebook.rpartition("-")
    numbered = version.isdecimal() and len(version) <= MOST_DIGITS
    return (kind, int(version), "") if numbered else ("", 0, codebook)


def _notes(*found: tuple[str, Sequence[int]]) -> Iterator[str]:
    for sentence, lines in found:
        if lines:
            yield sentence.format(count=len(lines), line=lines[0])


def _rows(text: str) -> list[Line]:
    """The rows with their lines; blank ones are left out."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    sign = max(SEPARATORS, key=lambda mark: len(head.split(mark)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    rows: list[Line] = []
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((begins, cells))
            begins = reader.line_num + 1
    except csv.Error as fault:
        raise NoCodings(QUOTES.format(line=begins)) from fault
    return rows


def _places(header: Sequence[str]) -> list[int]:
    """Where unit, coder and code stand."""
    names = [cell.strip().casefold() for cell in header]
    places = []
    for accepted in COLUMNS:
        place = next((names.index(name) for name in accepted if name in names), None)
        if place is None:
            found = ", ".join(f"“{cell.strip()[:40]}”" for cell in header)
            raise NoCodings(NO_COLUMN.format(lacking=accepted[0], found=found))
        places.append(place)
    return places
