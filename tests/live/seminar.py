"""A class of strangers over sockets, and the instructor who conducts it from the console.

One thread plays them all: it waits until something was heard, lets every student act whose view
asks for it, and presses the instructor's buttons when nothing is left to do. Nothing sleeps.
"""

import threading
from collections.abc import Callable

from tests.live.served import ClassSession, Served
from tests.live.stranger import PATIENCE, Json, Stranger, join
from tests.live.student import Student


class Seminar:
    """Students who joined a session; `play` brings it to its end."""

    def __init__(self, served: Served, session: ClassSession, size: int, seed: int = 1) -> None:
        self.session = session
        self.heard = threading.Condition()
        self.welcomes = [join(served.url, session.code, f"Student {i}") for i in range(size)]
        self.students = [
            Student(Stranger(served.url, told["token"], self.heard), f"{seed}/{number}")
            for number, told in enumerate(self.welcomes)
        ]
        for student in self.students:
            student.stranger.connect()

    def close(self) -> None:
        """All hang up."""
        for student in self.students:
            student.stranger.drop()

    @property
    def views(self) -> list[Json]:
        """The newest view of each."""
        return [student.stranger.view for student in self.students]

    def begin(self) -> None:
        """Deal the seats, and open round 1."""
        self._press("deal", lambda: all(self.views))
        self._press("begin", lambda: all(view["public"]["round"] == 1 for view in self.views))

    def play(self, *, by_hand: bool = True) -> None:
        """To the end. `by_hand`: the instructor closes and opens the stages, not the clock."""
        while not all(student.over for student in self.students):
            self.step(by_hand=by_hand)

    def step(self, *, by_hand: bool = True) -> None:
        """Let all act who are asked; and if nobody is, open what comes next."""
        self.wait(lambda: self._busy() or self.rests())
        for student in self.students:
            student.act()
        if by_hand and self.rests():
            self.go_on()

    def go_on(self) -> None:
        """Close the stage where it is open, then open the next one."""
        if any(view["public"]["open"] for view in self.views):
            self.close_stage()
        before = self.students[0].place
        self._press("next", lambda: all(s.over or s.place != before for s in self.students))

    def close_stage(self) -> None:
        """The rules play for those who have not moved."""
        self._press("close", lambda: not any(view["public"]["open"] for view in self.views))

    def _busy(self) -> bool:
        return any(student.next_step() for student in self.students)

    def rests(self) -> bool:
        """Whether all are in one place and nobody there has anything to do."""
        with self.heard:
            together = len({student.place for student in self.students}) == 1
            return together and all(student.idle() for student in self.students)

    def _press(self, button: str, then: Callable[[], object]) -> None:
        answer = self.session.order(button)
        assert answer.status_code in (200, 409), answer.text
        self.wait(then)

    def wait(self, true: Callable[[], object]) -> None:
        """Until it is true of what was heard."""
        with self.heard:
            assert self.heard.wait_for(true, PATIENCE), [
                (student.place, student.idle()) for student in self.students
            ]
