"""The cells of one line as a student of the list."""

from collections.abc import Mapping, Sequence

from game.classroom.enrolment.extra_time import ExtraTimeRefused, percent
from game.classroom.enrolment.lines import Enrolled
from game.classroom.roster import LONGEST_NAME, NameRefused, tidy, tidy_name

LONGEST: Mapping[str, int] = {
    "student_id": 80,
    "email": 254,
    "login": 254,
    "canvas_id": 32,
    "section": 200,
}
TOO_WIDE = (
    "The line has {cells} cells, the first line {columns}. A name with a comma in it stands in "
    "quotation marks."
)
NO_NAME = "There is no name in it."
LONG_NAME = f"The name is longer than {LONGEST_NAME} letters."
LONG_CELL = "{field} is longer than {most} letters."


class CellRefused(Exception):  # noqa: N818  an answer, with its sentence
    """The line cannot be read."""


def line_of(
    number: int, cells: Sequence[str], found: Mapping[str, int], columns: int
) -> Enrolled | None:
    """The student of this line, or None where every cell we read is empty.

    Raises:
        CellRefused: with the sentence to show.
    """
    if len(cells) > columns:  # a comma too many moves what follows it
        raise CellRefused(TOO_WIDE.format(cells=len(cells), columns=columns))
    said = {name: _cell(cells, place) for name, place in found.items()}
    if not any(said.values()):
        return None
    for field, most in LONGEST.items():
        if len(said.get(field, "")) > most:
            raise CellRefused(LONG_CELL.format(field=field, most=most))
    return _made(number, said)


def _made(number: int, said: Mapping[str, str]) -> Enrolled:
    login, email = said.get("login", ""), said.get("email", "")
    if not email and "@" in login:
        email = login
    return Enrolled(
        line=number,
        name=_name(said),
        student_id=said.get("student_id", ""),
        email=email,
        login=login,
        canvas_id=said.get("canvas_id", ""),
        section=said.get("section", ""),
        extra_time=_extra(said.get("extra_time", "")),
    )


def _cell(cells: Sequence[str], place: int) -> str:
    return tidy(cells[place]) if place < len(cells) else ""


def _name(said: Mapping[str, str]) -> str:
    whole = said.get("name") or f"{said.get('first', '')} {said.get('last', '')}"
    try:
        return tidy_name(whole)
    except NameRefused as refused:
        raise CellRefused(LONG_NAME if refused.code == "name_too_long" else NO_NAME) from refused


def _extra(typed: str) -> int:
    try:
        return percent(typed)
    except ExtraTimeRefused as refused:
        raise CellRefused(str(refused)) from refused
