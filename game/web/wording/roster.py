"""What the instructor reads on the page of the class list."""

from collections.abc import Mapping
from dataclasses import dataclass

ABOUT = (
    "A list of your class is not needed. With one, students come in under the name you know, extra "
    "time finds its student, and the points of taking part fit your gradebook."
)
COLUMNS = (
    "The first line names the columns: student_id, name, email, section, extra_time, in any order; "
    "only the name is needed. The list as Canvas or Moodle exports it will do as it is."
)
EXTRA = "extra_time is the percent added to a clock: 25 for a quarter more, 100 for twice the time."
REPLACES = "It takes the place of the present list. Who is here keeps the line."
TOO_LARGE = (
    "This file is larger than 256 KB, and no list of a class is. Leave out the columns that are "
    "not needed, or split it."
)
NOTHING = "Choose a file, or paste the list."
UNFIT = "Nothing was kept. Put this right and try again."
NOT_BOUND = "This line or this student is not there any more. Nothing was changed."
DONE: Mapping[str, str] = {
    "kept": "The list is kept.",
    "bound": "Done.",
    "released": "Done. The line is free.",
    "dated": "The dates are kept.",
    "erased": "The names are erased. From now on the pseudonyms stand in their place.",
}
FIELDS: Mapping[str, str] = {  # a field of the list in words
    "student_id": "number",
    "name": "name",
    "first": "first name",
    "last": "last name",
    "email": "e-mail",
    "login": "login",
    "canvas_id": "Canvas’ own number",
    "section": "section",
    "extra_time": "extra time",
}
SHAPES: Mapping[str, tuple[str, str]] = {
    "canvas": ("Canvas", "for Grades, Import; with the row of points possible"),
    "moodle": ("Moodle", "for Grades, Import, CSV file; make the grade item there first"),
    "plain": ("A plain table", "also who is not on the list, and what was asked and made"),
}
TAKING_PART = (
    "The share of what was asked of the seat, while the student held it, that a student did in "
    "time. Not the points of the game: those hang on the seat, on luck and on the others."
)
POINTS = "Choose a file, and points from 1 to {most}."
NO_MOODLE = (
    "Moodle finds students by one column, and a line without it would change somebody else’s "
    "grade. Bring a list in which everybody has a student_id, or everybody an e-mail address."
)
NO_DAY = "A day is written 2027-03-22, lies ahead, and within ten years. Empty means never."
NOT_OVER = "The game is not over. End it on the console first."
WRONG_CODE = "That is not the code of this class. Nothing was erased."
KEPT = "On that day, or when the program is next started, it is done by itself."


@dataclass(frozen=True, slots=True)
class Erasing:
    """What is asked before something is erased for good."""

    heading: str
    lines: tuple[str, ...]
    yes: str


ERASING: Mapping[str, Erasing] = {
    "names": Erasing(
        "Erase the names?",
        (
            "Names, return numbers and the class list of this session are erased for good, also "
            "from the disk. Take the points for your gradebook first.",
            "What was played stays, under pseudonyms: the debrief, the data, and who agreed to "
            "research. Names that students wrote into cables or reasons stay there.",
            "Nobody can come back by a return number afterwards.",
        ),
        "Erase the names",
    ),
    "all": Erasing(
        "Delete this session?",
        (
            "Everything of this session is erased for good, also from the disk: what was played, "
            "the names, the list, the links.",
            "Files that you have downloaded are your own affair.",
        ),
        "Delete this session",
    ),
}
