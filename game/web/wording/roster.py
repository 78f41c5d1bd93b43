"""What the instructor reads on the page of the class list."""

from collections.abc import Mapping

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
