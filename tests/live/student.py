"""A student of a test's class: a stranger with a mind, who sends what the newest view asks for."""

from tests.live.stranger import Json, Stranger
from tests.live.strategy import Step, plan

Place = tuple[int, str | None]


class Student:
    """A stranger with a mind: what to send next, and what came of it."""

    def __init__(self, stranger: Stranger, seed: str) -> None:
        self.stranger = stranger
        self.seed = seed
        self.sent: list[Json] = []
        self.refused: list[Json] = []
        self.away = False  # sends nothing, and nobody waits for it
        self._pending = False
        self._planned: tuple[Place, str] | None = None
        self._place: Place = (0, None)
        self._steps: list[Step] = []

    @property
    def place(self) -> Place:
        """Round and stage of the newest view."""
        public = self.stranger.view["public"]
        return public["round"], public["stage"]

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        over: bool = self.stranger.view["public"]["over"]
        return over

    def next_step(self) -> Step | None:
        """What the newest view asks for and has not been done; None while an answer is due."""
        if self._pending or self.away:
            return None
        self._look()
        may = self.stranger.view["may"]
        self._steps = [step for step in self._steps if step[0] in may]
        return self._steps[0] if self._steps else None

    def _look(self) -> None:
        """Plan anew for a new stage, and for a new task once the last one is done."""
        view, now = self.stranger.view, (self.place, self.stranger.view["task"])
        if self._place != self.place:
            self._place, self._steps = self.place, []
        if not self._steps and self._planned != now:
            self._planned, self._steps = now, plan(view, self.seed)

    def act(self) -> None:
        """Send the next step, if there is one."""
        with self.stranger.heard:
            step = self.next_step()
            if step is None:
                return
            self._steps.pop(0)
            self._pending = True
            message = self.stranger.message(*step)
        self.sent.append(message)
        self.stranger.send(message, lambda answer: self._answered(message, answer))

    def _answered(self, message: Json, answer: Json) -> None:
        with self.stranger.heard:
            self._pending = False
            if not answer["ok"]:
                self.refused.append({"id": message["id"], **answer})
            self.stranger.heard.notify_all()

    def idle(self) -> bool:
        """Whether the class need not wait for this student."""
        if self.over or self.away:
            return not self._pending
        awaited = self.stranger.view["seat"] in self.stranger.view["public"]["awaited"]
        return not (self._pending or awaited or self.next_step())
