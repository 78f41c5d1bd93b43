"""The page of the class list: who is here, who is expected, who is a guest; a new list, looked at
before it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.classroom.enrolment.lines import Enrolled
from game.classroom.enrolment.reading import Reading, as_csv
from game.web.instructor_pages.frame import Person
from game.web.paths import PATHS
from game.web.templating import render
from game.web.wording import roster as wording
from game.web.wording.figures import some


@dataclass(frozen=True, slots=True)
class RosterFrame:
    """A session's class list beside those who are here."""

    session: str
    title: str
    code: str
    lines: tuple[Enrolled, ...] = ()
    people: tuple[Person, ...] = ()  # everybody who is here, in order of joining
    owner: bool = True  # the instructor, who alone brings lists and erases
    begun: bool = False  # there is something to grade
    over: bool = False
    names_until: str = ""  # days as a form has them: 2027-03-22; empty: never
    all_until: str = ""
    names_erased: str = ""  # the day in words; empty: they are there
    simulated: bool = False

    @property
    def base(self) -> str:
        """The address of the page."""
        return f"{PATHS.console}/{self.session}/roster"

    @property
    def console(self) -> str:
        """The address of the console."""
        return f"{PATHS.console}/{self.session}"

    @property
    def here(self) -> tuple[tuple[Enrolled, Person], ...]:
        """The lines of those who are here."""
        people = {person.participant: person for person in self.people}
        return tuple(
            (line, people[line.participant]) for line in self.lines if line.participant in people
        )

    @property
    def expected(self) -> tuple[Enrolled, ...]:
        """The lines of those who have not come."""
        came = {line.line for line, _ in self.here}
        return tuple(line for line in self.lines if line.line not in came)

    @property
    def guests(self) -> tuple[Person, ...]:
        """Who is here and has no line."""
        known = {person.participant for _, person in self.here}
        return tuple(person for person in self.people if person.participant not in known)


def roster_page(
    frame: RosterFrame,
    *,
    done: str = "",
    refused: str = "",
    faults: Sequence[str] = (),
    pasted: str = "",
) -> str:
    """The page. `refused` says why nothing was done, `faults` what is wrong with a new list, and
    `pasted` gives back what was typed."""
    return render(
        "console/roster.html",
        frame=frame,
        wording=wording,
        done=wording.DONE.get(done, ""),
        refused=refused,
        faults=faults,
        pasted=pasted,
        some=some,
    )


def preview_page(frame: RosterFrame, read: Reading) -> str:
    """What was understood of a list, before it is kept."""
    columns = [(wording.FIELDS[field], heading) for field, heading in read.columns]
    return render(
        "console/roster_preview.html",
        frame=frame,
        read=read,
        columns=columns,
        extra=sum(1 for line in read.lines if line.extra_time),
        file=as_csv(read.lines),
        some=some,
        wording=wording,
    )


def erase_page(frame: RosterFrame, what: str, refused: str = "") -> str:
    """The question before names or all is erased; the code is typed to say yes."""
    return render(
        "console/erase.html",
        frame=frame,
        asked=wording.ERASING[what],
        what=what,
        refused=refused,
        not_over=wording.NOT_OVER,
    )
