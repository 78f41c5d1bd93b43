"""A class as classes are: some stop playing, one comes late, and the bell ends it in mid-round."""

import tempfile
import time
from functools import lru_cache
from pathlib import Path

from tests.live.plays import Played, kept, serving
from tests.live.seminar import Seminar
from tests.live.served import ClassSession, Served
from tests.live.stranger import Stranger, join
from tests.live.student import Student

CHOICES = {
    "scenario": "vietnam-1964-75",
    "cut.vietnam-1964-75": "full",
    "design": "D2",
    "pace": "instructor",
    "timers": "",
}


class Ragged(Seminar):
    """Some put the phone away, and somebody comes late."""

    def fall_silent(self, seat: str, group: int) -> None:
        """This student puts the phone away."""
        for student in self.students:
            news = student.stranger.news
            if (news["view"]["seat"], news["group"]) == (seat, group):
                student.away = True

    def come_late(self, served: Served, name: str) -> None:
        """Somebody at the door; seated when the next round begins."""
        welcome = join(served.url, self.session.code, name)
        stranger = Stranger(served.url, welcome["token"], self.heard).connect()
        self.late = (welcome, Student(stranger, name))

    def seat_the_late(self) -> None:
        """From now on one of the class."""
        welcome, student = self.late
        student.stranger.until(lambda: student.stranger.view)
        self.welcomes.append(welcome)
        self.students.append(student)

    def until(self, round_number: int, stage: str) -> None:
        """Play as far as this stage."""
        while self.students[0].place != (round_number, stage):
            self.step()


@lru_cache
def ragged() -> Played:
    """Play it, once."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as served:
        started = time.monotonic()
        session = served.console().make(**CHOICES)
        seminar = Ragged(served, session, 13)
        play(served, session, seminar)
        return kept(served, session, seminar, time.monotonic() - started)


def play(served: Served, session: ClassSession, seminar: Ragged) -> None:
    """What happens, in order."""
    seminar.begin()
    seminar.until(2, "dispatch")
    seminar.fall_silent("A1", 1)
    seminar.fall_silent("A2", 3)
    seminar.come_late(served, "Late")
    seminar.until(3, "dispatch")
    seminar.seat_the_late()
    seminar.fall_silent("P", 2)
    seminar.until(5, "response")
    while any(view["public"]["open"] for view in seminar.views):
        for student in seminar.students:
            student.act()
        if seminar.rests():
            seminar.close_stage()
    session.order("end")
    seminar.wait(lambda: all(student.over for student in seminar.students))
    session.order("debrief", page="beliefs")  # now it cannot go on, and the claims are tested
