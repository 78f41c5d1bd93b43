"""A class that can be told what to do: students who keep the diary, and the instructor's hands."""

import threading
from collections.abc import Iterable

import requests

from tests.live.seminar import Seminar
from tests.live.served import ClassSession, Served
from tests.live.stranger import Json, Stranger, come_back, join
from tests.live.student import Student
from tests.live.thirteen.diary import Deed, Diary, Place


class Pupil(Student):
    """A student who writes down what was taken, and from which seat it was sent."""

    def __init__(self, stranger: Stranger, welcome: Json, diary: Diary) -> None:
        super().__init__(stranger, "thirteen")
        self.welcome = welcome
        self.diary = diary

    @property
    def who(self) -> str:
        """The pseudonym."""
        who: str = self.welcome["participant"]
        return who

    @property
    def seat(self) -> Place:
        """Group and seat, by the newest view."""
        return self.stranger.news["group"], self.stranger.view["seat"]

    def _answered(self, message: Json, answer: Json) -> None:
        if answer["ok"]:
            self.diary.deeds.append(Deed(self.who, self.seat, message))
        super()._answered(message, answer)


class Lesson(Seminar):
    """The class, with a diary."""

    students: list[Pupil]  # type: ignore[assignment]

    def __init__(self, served: Served, session: ClassSession, size: int) -> None:
        self.served, self.session, self.diary = served, session, Diary()
        self.heard = threading.Condition()
        self.everybody: list[Pupil] = []
        self.students = [self.comes(f"Student {number}") for number in range(1, size + 1)]

    def comes(self, name: str) -> Pupil:
        """Somebody joins, and agrees to research unless named Leaver."""
        welcome = join(self.served.url, self.session.code, name)
        pupil = Pupil(Stranger(self.served.url, welcome["token"], self.heard), welcome, self.diary)
        pupil.stranger.connect()
        self.everybody.append(pupil)
        return pupil

    def agrees(self, pupil: Pupil) -> None:
        """The box is ticked."""
        heard = {"Authorization": f"Bearer {pupil.welcome['token']}"}
        answer = requests.post(
            f"{self.served.url}/play/consent", {"consent": "1"}, headers=heard, timeout=30
        )
        assert answer.status_code == 200

    def page(self, pupil: Pupil, path: str = "/play") -> str:
        """A page as this student's browser has it, without scripts."""
        heard = {"Authorization": f"Bearer {pupil.welcome['token']}"}
        answer = requests.get(f"{self.served.url}{path}", headers=heard, timeout=30)
        assert answer.status_code == 200
        return answer.text

    def another_device(self, pupil: Pupil) -> None:
        """The same student by the return number; the first device stays dark."""
        number = pupil.welcome["return_number"]
        again = come_back(self.served.url, self.session.code, number)
        assert again["participant"] == pupil.who
        pupil.stranger = Stranger(self.served.url, again["token"], self.heard).connect()

    def at(self, group: int, seat: str) -> Pupil:
        """Who sits there now."""
        return next(pupil for pupil in self.students if pupil.seat == (group, seat))

    def group(self, number: int) -> list[Pupil]:
        """Everybody of a group."""
        return [pupil for pupil in self.students if pupil.seat[0] == number]

    def settle(self) -> None:
        """Everybody does what is asked, until nobody has anything left to do."""
        while not self.rests():
            self.wait(lambda: self._busy() or self.rests())
            for pupil in self.students:
                pupil.act()

    def order(self, path: str, **fields: str) -> None:
        """Press a button of the console that must be taken."""
        answer = self.session.order(path, **fields)
        assert answer.status_code == 200, (path, answer.text)

    def order_until(self, path: str, true: object, **fields: str) -> None:
        """Press it, and wait until the class has heard of it."""
        self.order(path, **fields)
        self.wait(true)  # type: ignore[arg-type]

    def enters(self, place: Place, name: str, **args: object) -> None:
        """The instructor types what a student has written on paper."""
        public = self.group(place[0])[0].stranger.view["public"]
        here = {"round": public["round"], "stage": public["stage"]}
        fields = {key: str(value) for key, value in args.items() if value is not False}
        envelope = {"_round": str(here["round"]), "_stage": here["stage"], "_id": f"paper-{name}"}
        self.order(f"seat/{place[0]}/{place[1]}/move/{name}", **fields, **envelope)
        self.diary.deeds.append(Deed("", place, {"name": name, **here, "args": args}))

    def places(self, pupils: Iterable[Pupil]) -> set[tuple[int, str | None]]:
        """Where they are in the game."""
        return {pupil.place for pupil in pupils}
