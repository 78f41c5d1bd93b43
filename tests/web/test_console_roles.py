"""The console as a co-instructor and a reviewer see it: every button that is not theirs is gone."""

from dataclasses import replace

import pytest

from game.classroom.links import Role
from game.core.vocabulary import Stage
from game.web.instructor_pages import ConsoleFrame
from tests.web.auditing import soup_of
from tests.web.instructor_scenes import at, at_response, console, ended, shown

FRAMES = {
    "lobby": lambda: console([], 14, gone=(3,)),
    "dealt": lambda: console(at(1, Stage.DISPATCH), 10, phase="dealt", deadline=None),
    "play": lambda: console(at_response(), 40, gone=(9,)),
    "paused": lambda: console(at_response(), 40, paused=True, deadline=None, left_ms=61_000),
    "over": lambda: ended("strips-2"),
}


def seen(frame: ConsoleFrame, role: Role) -> ConsoleFrame:
    """The frame as the server fills it for this role."""
    if role is not Role.REVIEWER:
        return replace(frame, role=role)
    people = tuple(replace(person, name=str(person.participant)) for person in frame.people)
    return replace(frame, role=role, people=people, names={})


@pytest.mark.parametrize("phase", FRAMES)
def test_a_reviewer_has_no_button_but_to_leave(phase):
    """No form, no dialog, no link into what is denied."""
    soup = soup_of(shown(seen(FRAMES[phase](), Role.REVIEWER)))

    assert [form["action"] for form in soup.select("form")] == ["/console/s1a2b3/leave"]
    assert not soup.select("dialog")
    links = [a["href"] for a in soup.select("a")]
    assert not [link for link in links if "confirm" in link or "links" in link or "texts" in link]
    assert "/console" not in links


@pytest.mark.parametrize("phase", FRAMES)
def test_a_reviewer_reads_no_name(phase):
    """Pseudonyms stand where the names stood."""
    frame = FRAMES[phase]()
    page = shown(seen(frame, Role.REVIEWER))

    assert frame.people[0].name in shown(frame) or phase in ("dealt", "over")
    assert not [person.name for person in frame.people if person.name in page]


@pytest.mark.parametrize("phase", FRAMES)
def test_a_co_instructor_has_all_but_the_other_sessions_and_the_links(phase):
    """What the instructor presses, they press."""
    mine, theirs = (
        soup_of(shown(seen(FRAMES[phase](), role)))
        for role in (Role.INSTRUCTOR, Role.CO_INSTRUCTOR)
    )
    gone = {a["href"] for a in mine.select("a")} - {a["href"] for a in theirs.select("a")}

    assert gone - {"/console/room"} == {"/console", "/console/s1a2b3/links"}
    assert {form["action"] for form in mine.select("form")} < {
        form["action"] for form in theirs.select("form")
    }
