"""A whole class in real browsers: a console, a projector and as many phones as one likes."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.desk import Desk
from tests.browser.student import Student
from tests.browser.watchful import Watch, watching
from tests.browsers import CLASSROOM, PHONE
from tests.live.served import Served

LONGEST = 60  # stages; a game that has more does not end
Look = Callable[["Seminar", str], None]


class Seminar:
    """The pages of one class."""

    def __init__(self, watch: Watch, desk: Desk) -> None:
        self.watch = watch
        self.desk = desk
        self.wall: Page = desk.wall()
        self.students: list[Student] = []
        self.dealt = False

    def joined_by(self, *names: str) -> "Seminar":
        """These come in, each with a phone."""
        for name in names:
            phone = self.watch.page(name, viewport=PHONE, has_touch=True)
            self.students.append(Student(phone, name).joins(self.desk.code))
        return self

    def deals(self) -> "Seminar":
        """Seats are dealt, and everybody has a card to read."""
        here = self.desk.page.locator(".people .seen--here")
        expect(here).to_have_count(len(self.students))
        self.desk.presses("Deal the seats")
        for student in self.students:
            student.sees("brief")
        self.dealt = True
        return self

    def begins(self) -> "Seminar":
        """Seats are dealt, cards are read, and round 1 opens."""
        if not self.dealt:
            self.deals()
        self._onward(lambda: self.desk.presses("Begin round 1"))
        return self

    def _onward(self, press: Callable[[], object]) -> None:
        before = [student.screen for student in self.students]
        press()
        for student, screen in zip(self.students, before, strict=True):
            student.leaves(screen)

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return all(student.task == "over" for student in self.students)

    def stages(self) -> Iterator[str]:
        """The stages one after the other, as round-stage; what is asked is done after each."""
        for _ in range(LONGEST):
            if self.over:
                return
            place = self.students[0].screen.split("-", 1)[1]
            yield place
            for student in self.students:
                student.plays()
            self._onward(partial(self.desk.goes_on, reading=place.endswith("reckoning")))
        raise AssertionError("the game never ended")

    def plays_on(self) -> "Seminar":
        """To the end."""
        for _ in self.stages():
            pass
        return self

    def seat(self, task: str) -> Student:
        """The first student of whom this is asked."""
        return next(student for student in self.students if student.task == task)

    def shows(self, wall_says: str) -> "Seminar":
        """Wait until the projector says this."""
        expect(self.wall.locator("#top")).to_contain_text(wall_says)
        return self


def home_of(served: Served) -> str:
    """The server's address as a classroom has it."""
    return f"http://{CLASSROOM}:{served.port}"


@contextmanager
def seminar(
    browser: Browser, served: Served, settings: Mapping[str, Any] | None = None, **choices: str
) -> Iterator[Seminar]:
    """A session that has been made, with nobody in it; at the end no page may have had a fault.
    `settings` are those of every browser."""
    with watching(browser, home_of(served), **(settings or {})) as watch:
        yield Seminar(watch, Desk(watch, served.token).makes(**choices))
