"""Thirteen students in groups of four, and all that can happen to a class in one hour.

Two come late, one leaves, one comes back on another device, one is on paper. Two change seats
before round 1; a stage and the game are closed by mistake; one group stands still for a while; one
student has extra time; a patron and an ally let the clock run out.
"""

from collections.abc import Callable

from tests.live.served import ClassSession, Served
from tests.live.thirteen.diary import Holding
from tests.live.thirteen.lesson import Lesson, Pupil

ROUNDS = 6
PAPER = {"move": "build_arms", "stance": "silent", "units": 1, "voice": False, "reason": "On paper"}


class Story:
    """The class and what is done to it, by round and stage."""

    def __init__(self, served: Served, session: ClassSession, at_the_door: int) -> None:
        self.lesson = Lesson(served, session, at_the_door)
        self.diary = self.lesson.diary
        self.pages: dict[str, str] = {}
        self.leaver: Pupil
        self.sleeper: Pupil
        self.last: int  # the number of the last group
        self.opened: dict[tuple[int, str], Callable[[], None]] = {
            (1, "dispatch"): self.first_comes_late,
            (1, "commitment"): self.closed_by_mistake,
            (2, "response"): self.one_leaves,
            (3, "dispatch"): self.extra_time,
            (3, "response"): self.one_group_stands,
            (4, "commitment"): lambda: self.misses(1, "P"),
            (4, "reckoning"): self.back_on_another_device,
            (5, "dispatch"): self.on_paper,
            (5, "response"): self.ended_by_mistake,
            (6, "dispatch"): self.looks_on,
            (6, "response"): lambda: self.misses(1, "A1"),
        }

    def play(self) -> None:
        """From the door to the debrief."""
        lesson = self.lesson
        self.deal()
        lesson.order_until("begin", lambda: lesson.places(lesson.students) == {(1, "dispatch")})
        while not all(pupil.over for pupil in lesson.students):
            self.opened.get(lesson.students[0].place, lambda: None)()  # type: ignore[arg-type]
            lesson.settle()
            lesson.go_on()
            for pupil in lesson.students:
                pupil.away = False

    # ------------------------------------------------------------------ before round 1

    def deal(self) -> None:
        """Seats; and two change them, because the instructor says so."""
        lesson = self.lesson
        lesson.order_until("deal", lambda: all(lesson.views))
        mine, theirs = lesson.at(1, "A1"), lesson.at(2, "A1")
        lesson.order_until(
            f"student/{mine.who}/swap",
            lambda: mine.seat == (2, "A1") and theirs.seat == (1, "A1"),
            place="2-A1",
        )
        self.diary.placed = {(1, "A1"), (2, "A1")}
        for pupil in lesson.students:
            self.holds(pupil, 1)
        self.last = max(pupil.seat[0] for pupil in lesson.students)
        self.leaver, self.sleeper = lesson.at(2, "A2"), lesson.at(self.last, "A3")
        for pupil in lesson.students:
            if pupil is not self.leaver:
                lesson.agrees(pupil)

    def holds(self, pupil: Pupil, first: int) -> None:
        """From this round to the end."""
        self.diary.holdings.append(Holding(pupil.who, pupil.seat, first, ROUNDS))

    # ------------------------------------------------------------------ coming and going

    def late(self, name: str, role: str) -> Pupil:
        """Somebody comes in the middle of a round, and reads what goes on."""
        pupil = self.lesson.comes(name)
        self.lesson.agrees(pupil)
        assert pupil.stranger.news["phase"] == "late"
        self.pages[role] = self.lesson.page(pupil)
        return pupil

    def seated(self, pupil: Pupil, first: int) -> None:
        """Once the next round begins."""
        self.lesson.wait(lambda: pupil.stranger.news["phase"] == "seated")
        self.lesson.students.append(pupil)
        self.holds(pupil, first)

    def first_comes_late(self) -> None:
        """In round 1; a seat is opened for round 2."""
        pupil = self.late("Late One", "late")
        self.opened[2, "dispatch"] = lambda: self.seated(pupil, 2)

    def one_leaves(self) -> None:
        """Has sealed an answer, and is taken off the list before the others have."""
        lesson, gone = self.lesson, self.leaver
        others = [pupil for pupil in lesson.students if pupil is not gone]
        for pupil in others:
            pupil.away = True
        lesson.settle()
        lesson.order_until(
            f"student/{gone.who}/remove", lambda: gone.stranger.news["phase"] == "removed"
        )
        lesson.students = others
        for pupil in others:
            pupil.away = False
        held = next(item for item in self.diary.holdings if item.who == gone.who)
        self.diary.holdings.remove(held)
        self.diary.holdings.append(Holding(gone.who, held.place, 1, 2))
        self.diary.bots.add((2, 3, "A2"))

    def looks_on(self) -> None:
        """Who left is back; there is no seat any more, and none is wanted."""
        lesson, back = self.lesson, self.leaver
        lesson.order(f"student/{back.who}/readmit")
        back.stranger.drop()
        back.stranger.news = {}
        back.stranger.connect()
        assert back.stranger.news["phase"] == "late"
        lesson.order_until(
            f"student/{back.who}/watch", lambda: back.stranger.news["phase"] == "watching"
        )
        self.pages["watching"] = lesson.page(back, "/play?group=2")

    def a_phone_goes_dark(self) -> None:
        """The instructor lets a bot move for it."""
        gone = self.sleeper
        gone.stranger.drop()
        self.lesson.students.remove(gone)
        self.lesson.order(f"seat/{self.last}/A3/cover")
        self.diary.bots.add((self.last, 4, "A3"))

    def back_on_another_device(self) -> None:
        """By the return number; looking at the screen ends the cover."""
        self.lesson.another_device(self.sleeper)
        assert self.sleeper.stranger.view["covered"]
        self.sleeper.stranger.touch()
        self.lesson.wait(lambda: not self.sleeper.stranger.view["covered"])
        self.lesson.students.append(self.sleeper)

    def into_a_bots_seat(self, late: Pupil) -> None:
        """The seat that one has left has a student again; a phone somewhere else goes dark."""
        self.seated(late, 4)
        assert late.seat == (2, "A2")
        self.a_phone_goes_dark()

    # ------------------------------------------------------------------ moves that are not sent

    def misses(self, group: int, seat: str) -> None:
        """Lets the stage be closed without a word."""
        pupil = self.lesson.at(group, seat)
        pupil.away = True
        self.diary.timeouts.add((group, pupil.place[0], seat))

    def on_paper(self) -> None:
        """A whole round on paper: the phone is off until the reckoning."""
        lesson, place = self.lesson, (1, "A2")
        pupil = lesson.at(*place)
        pupil.stranger.drop()
        lesson.students.remove(pupil)
        lesson.enters(place, "state_belief", belief=35)
        self.opened[5, "reckoning"] = lambda: self.phone_again(pupil)

    def phone_again(self, pupil: Pupil) -> None:
        """The same device, the same token."""
        pupil.stranger.connect()
        self.lesson.students.append(pupil)

    # ------------------------------------------------------------------ the clock

    def extra_time(self) -> None:
        """One student has half as long again; the others have not. And somebody else is late."""
        lesson, pupil = self.lesson, self.lesson.at(1, "A3")
        stage = pupil.stranger.view["public"]["deadline"]
        lesson.order_until(
            "seat/1/A3/extra",
            lambda: pupil.stranger.view["public"]["deadline"] > stage,
            percent="50",
        )
        assert lesson.at(1, "A2").stranger.view["public"]["deadline"] == stage
        self.diary.extra[1, "A3"] = (3, 50)
        late = self.late("Late Two", "late, too")
        self.opened[4, "dispatch"] = lambda: self.into_a_bots_seat(late)

    def one_group_stands(self) -> None:
        """Group 1 is paused and refused; the others answer; then it goes on."""
        lesson, still = self.lesson, self.lesson.group(1)
        lesson.order_until(
            "group/1/pause", lambda: all(p.stranger.view["public"]["paused"] for p in still)
        )
        answer = still[-1].stranger.do("state_appraisal", would=1, could=1, belief=1)
        assert answer["code"] == "paused"
        everybody = lesson.students
        lesson.students = [pupil for pupil in everybody if pupil not in still]
        lesson.settle()
        lesson.students = everybody
        lesson.order_until(
            "group/1/resume", lambda: not any(p.stranger.view["public"]["paused"] for p in still)
        )

    def closed_by_mistake(self) -> None:
        """The last group's patron is not done; the next stage has even opened. Back again."""
        lesson, patron = self.lesson, self.lesson.at(self.last, "P")
        patron.away = True
        lesson.settle()
        lesson.close_stage()
        lesson.order_until("next", lambda: lesson.places(lesson.students) == {(1, "response")})
        lesson.order_until("undo", lambda: lesson.places(lesson.students) == {(1, "commitment")})
        assert patron.stranger.view["public"]["open"]
        assert patron.stranger.view["public"]["present"]["division"] is None
        patron.away = False
        self.diary.reopened[self.last, 1] = "commitment"

    def ended_by_mistake(self) -> None:
        """And opened again; it stands still until the instructor says go on. Paper meanwhile."""
        lesson = self.lesson
        lesson.order_until("end", lambda: all(pupil.over for pupil in lesson.students))
        lesson.order_until("reopen", lambda: not any(pupil.over for pupil in lesson.students))
        lesson.order_until(
            "resume", lambda: not any(view["public"]["paused"] for view in lesson.views)
        )
        lesson.enters((1, "A2"), "state_appraisal", would=60, could=50, belief=30)
        lesson.enters((1, "A2"), "seal_response", **PAPER)
