"""What the columns of a class list are called: by us, by Canvas, by Moodle, by people."""

from collections.abc import Mapping, Sequence

from game.classroom.enrolment.folding import letters

CANVAS = "canvas_id"  # “ID” beside one of these is Canvas' own number, not the university's
CANVAS_HEADINGS = {"student", "sisuserid", "sisloginid"}
SYNONYMS: Mapping[str, tuple[str, ...]] = {  # letters and figures alone count
    "student_id": (
        "studentid", "sisuserid", "sisid", "idnumber", "studentnumber", "studentno", "studentnr",
        "matriculationnumber", "matrikelnummer", "universityid", "sid", "id",
    ),
    "name": ("name", "student", "studentname", "fullname", "displayname", "userfullname"),
    "first": ("firstname", "givenname", "forename", "vorname"),
    "last": ("lastname", "surname", "familyname", "nachname"),
    "email": ("email", "emailaddress", "mail", "mailaddress"),
    "login": ("sisloginid", "login", "loginid", "username", "userid", "netid"),
    "section": ("section", "sections", "group", "groups", "class", "coursesection"),
    "extra_time": ("extratime", "additionaltime", "timeextra", "extratimepercent", "timefactor"),
}  # fmt: skip


def understood(header: Sequence[str]) -> dict[str, int]:
    """Where each field stands; of several columns for one field the first synonym's counts."""
    names = [letters(cell) for cell in header]
    found = {
        field: names.index(word)
        for field, words in SYNONYMS.items()
        for word in reversed(words)
        if word in names
    }
    if "id" in names and CANVAS_HEADINGS & set(names):
        place = names.index("id")
        if found.get("student_id") == place:
            del found["student_id"]
        found[CANVAS] = place
    return found


def named(found: Mapping[str, int]) -> bool:
    """Whether the columns tell who somebody is."""
    return "name" in found or {"first", "last"} <= found.keys()
