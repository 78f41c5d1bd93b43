"""A student's page on the console: name, seat, return number, and what can be done."""

from dataclasses import dataclass

from game.core.views.instructor import GroupView, SeatStatus
from game.core.vocabulary import SeatId
from game.web.instructor_pages.frame import ConsoleFrame, Person
from game.web.templating import render
from game.web.wording.seats import STUDENT_STANDS


@dataclass(frozen=True, slots=True)
class Place:
    """A seat one can be moved to. `value` is what the form sends: group number and seat."""

    group: GroupView
    seat: SeatStatus
    people: tuple[Person, ...]

    @property
    def value(self) -> str:
        """`2-A1`."""
        return f"{self.group.number}-{self.seat.seat}"


@dataclass(frozen=True, slots=True)
class StudentPage:
    """One student as the page shows them; `standing`: listed, late, watching, removed, seated."""

    frame: ConsoleFrame
    person: Person
    return_number: str

    @property
    def base(self) -> str:
        """Where the page lives."""
        return self.frame.student_at(self.person.participant)

    @property
    def place(self) -> tuple[GroupView, SeatStatus] | None:
        """Where the student sits."""
        for group in self.frame.groups:
            for seat in group.seats:
                if self.person.participant in seat.holders:
                    return group, seat
        return None

    @property
    def standing(self) -> str:
        """Where the student stands, by its code."""
        who = self.person.participant
        for code, people in (
            ("removed", self.frame.removed),
            ("watching", self.frame.watching),
            ("late", self.frame.late),
        ):
            if who in {person.participant for person in people}:
                return code
        return "seated" if self.place else "listed"

    @property
    def stands(self) -> str:
        """The same in a sentence."""
        return STUDENT_STANDS[self.standing]

    @property
    def over(self) -> bool:
        """Whether nothing but the name can be changed any more."""
        return self.frame.phase == "over"

    @property
    def movable(self) -> bool:
        """Before round 1 everybody; later those alone who have no seat."""
        seatless = self.standing in ("late", "watching")
        dealt = self.frame.phase == "dealt" and self.standing != "removed"
        return dealt or (self.frame.phase == "play" and seatless)

    @property
    def places(self) -> tuple[Place, ...]:
        """All students' seats but the own."""
        here = self.place
        return tuple(
            Place(group, seat, self.frame.holders(group, SeatId(seat.seat)))
            for group in self.frame.groups
            for seat in group.seats
            if (seat.student or seat.seat != "P") and (group, seat) != here
        )


def student_page(page: StudentPage, refused: str = "") -> str:
    """The page. `refused` says why the last thing asked for was not done."""
    return render("console/student.html", page=page, frame=page.frame, refused=refused)
