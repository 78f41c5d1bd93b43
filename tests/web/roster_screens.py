"""The pages of the class list, by name."""

from dataclasses import replace

from game.classroom.enrolment.lines import Enrolled
from game.classroom.enrolment.reading import read_list
from game.core.vocabulary import ParticipantId
from game.web.instructor_pages.frame import Person
from game.web.instructor_pages.roster import RosterFrame, erase_page, preview_page, roster_page
from game.web.wording.roster import WRONG_CODE
from tests.web.instructor_scenes import HOSTILE, NAMES, screen

EMPTY = RosterFrame("s1a2b3", "Tuesday seminar", "HK7 M4R")
FILE = "student_id,name,email,section,extra_time\n" + "".join(
    f"{1000 + place},{name},student{place}@example.edu,Pol {1 + place % 2},{(place == 2) * 25}\n"
    for place, name in enumerate(NAMES[:12])
)


def lines(here: int) -> tuple[Enrolled, ...]:
    """Twelve students, so many of them here."""
    read = read_list(FILE.encode()).lines
    return tuple(
        replace(line, participant=ParticipantId(f"P{place}") if place < here else None)
        for place, line in enumerate(read)
    )


def people(*names: str) -> tuple[Person, ...]:
    """Who is here, in order of joining."""
    return tuple(Person(ParticipantId(f"P{place}"), name) for place, name in enumerate(names))


def known(here: int, *guests: str) -> RosterFrame:
    """So many of the list are here, and these guests."""
    return replace(EMPTY, lines=lines(here), people=people(*NAMES[:here], *guests))


@screen
def roster_none() -> str:
    return roster_page(replace(EMPTY, people=people(*NAMES[:3])))


@screen
def roster_some() -> str:
    return roster_page(known(5, "Anna with two n", "Guest"), done="kept")


@screen
def roster_all() -> str:
    return roster_page(known(12))


@screen
def roster_faults() -> str:
    faults = ("Line 3: There is no name in it.", "Line 9: “a lot” cannot be read as extra time.")
    return roster_page(known(0), faults=faults, pasted=HOSTILE)


@screen
def roster_hostile() -> str:
    odd = (Enrolled(2, HOSTILE, HOSTILE, HOSTILE, section=HOSTILE), Enrolled(3, HOSTILE + "2"))
    return roster_page(replace(EMPTY, title=HOSTILE, lines=odd, people=people(HOSTILE)))


@screen
def roster_preview() -> str:
    return preview_page(known(5), read_list(FILE.encode("utf-16")))


@screen
def roster_preview_windows() -> str:
    text = "Student;ID;SIS User ID;SIS Login ID;Section\nStudent, Test;1;;t;A\nÉmile;2;7;ez;A\n"
    return preview_page(EMPTY, read_list(text.encode("cp1252")))


@screen
def roster_over() -> str:
    return roster_page(replace(known(9), begun=True, over=True, names_until="2027-03-22"))


@screen
def roster_erased() -> str:
    frame = replace(EMPTY, begun=True, over=True, names_erased="22 March 2027")
    return roster_page(replace(frame, people=people("pDGCR3", "pKLM34")), done="erased")


@screen
def roster_for_co_instructor() -> str:
    return roster_page(replace(known(9, "Guest"), begun=True, owner=False))


@screen
def erase_names() -> str:
    return erase_page(replace(known(9), over=True), "names")


@screen
def erase_all() -> str:
    return erase_page(replace(EMPTY, title=HOSTILE, over=True), "all", refused=WRONG_CODE)


@screen
def erase_too_early() -> str:
    return erase_page(known(9), "names")
