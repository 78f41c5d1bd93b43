"""A student in a bad network: plays by the newest view, sends again what was not answered.

Quick, but no flood: a moment's thought before each move, and now and then several moves at once.
"""

import asyncio
import json
import random
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count

from tests.live.chaos.lines import Line, Plain, Polling, WebSocket
from tests.live.chaos.told import Told
from tests.live.chaos.wire import LOST, exchange, request
from tests.live.stranger import Json
from tests.live.strategy import Step, plan

KINDS = (WebSocket, WebSocket, WebSocket, Polling, Plain)
AGAIN = 2.0  # seconds without an answer, and a command is sent again
QUIET = 4.0  # seconds without a word, and the page is loaded anew
LONGEST_WAIT = 1.6  # seconds between two attempts to connect
AFRESH = 2  # times that a task is taken up again when its moves were refused


@dataclass
class Desk:
    """Where a student sits: the class's code, the way to the server, and how often one leaves."""

    port: int
    code: str
    absent_every: float  # seconds, on the average
    stays_away: float  # seconds, at most


@dataclass
class Pupil:
    """One student of the class."""

    number: int
    welcome: Json
    told: Told
    desk: Desk
    dice: random.Random
    waiting: dict[str, float] = field(default_factory=dict)  # unanswered: when to send again
    steps: list[Step] = field(default_factory=list)
    taken_up: dict[tuple[object, ...], int] = field(default_factory=dict)
    _heard_at: float = 0.0
    _thinks_until: float = 0.0
    _place: tuple[int, str | None] = (0, None)
    _patience: float = 0.1  # seconds until it is tried again; twice as long each time
    _ids: Callable[[], int] = field(default_factory=lambda: count(1).__next__)

    async def play(self) -> None:
        """Until the game is over and every command has its answer."""
        leaves = time.monotonic() + self.dice.expovariate(1 / self.desk.absent_every)
        while not self.done:
            began = time.monotonic()
            with suppress(*LOST):
                await self._sit(leaves)
            held = time.monotonic() - began
            self._patience = 0.1 if held > QUIET else min(LONGEST_WAIT, 2 * self._patience)
            if time.monotonic() > leaves and not self.over:
                await self._stay_away()
                leaves = time.monotonic() + self.dice.expovariate(1 / self.desk.absent_every)
            else:
                await asyncio.sleep(self.dice.uniform(0.5, 1.5) * self._patience)

    @property
    def over(self) -> bool:
        """Whether the game has ended, as far as this student knows."""
        return bool(self.told.news.get("view", {}).get("public", {}).get("over"))

    @property
    def done(self) -> bool:
        """Nothing more is asked, and nothing unanswered."""
        return self.over and not self.waiting

    def where(self) -> str:
        """How far this student has come, for a message."""
        public = self.told.news.get("view", {}).get("public", {})
        kind = KINDS[self.number % len(KINDS)].__name__
        place = f"{public.get('round')} {public.get('stage')} version {self.told.newest}"
        waits = {number: self.told.answers.get(number) for number in self.waiting}
        return f"{self.number} by {kind}, round {place}, over: {self.over}, waits for {waits}"

    async def _stay_away(self) -> None:
        self.told.figures.counts["absences"] += 1
        await asyncio.sleep(self.dice.uniform(1, self.desk.stays_away))
        if self.dice.random() < 0.3:
            with suppress(*LOST):
                await self._come_back()

    async def _come_back(self) -> None:
        """On another device, by the return number."""
        said = {"code": self.desk.code, "number": self.welcome["return_number"]}
        number = await _posted(self.desk.port, "/api/return", said)
        if number.get("participant") != self.told.participant:
            self.told.wrong.append(f"{self.told.participant} came back as {number}")
        else:
            self.welcome["token"] = number["token"]
            self.told.figures.counts["returns by number"] += 1

    # ------------------------------------------------------------------ on a line

    async def _sit(self, until: float) -> None:
        """Open a line and play on it until it is lost, or falls silent, or one leaves."""
        kind = KINDS[self.number % len(KINDS)]
        line = kind(self.desk.port, self.welcome["token"], lambda: self.told.newest)
        try:
            await line.open()
            self._heard_at = time.monotonic()
            self.waiting = dict.fromkeys(self.waiting, 0.0)
            while not self.done and (self.over or time.monotonic() < until):
                await self._hear(line)
                await self._act(line)
        finally:
            await line.close()

    async def _hear(self, line: Line) -> None:
        try:
            kind, what = await asyncio.wait_for(line.heard.get(), 0.2)
        except TimeoutError:
            if time.monotonic() - self._heard_at > QUIET:
                raise EOFError("silence") from None
            return
        self._heard_at = time.monotonic()
        if kind == "view":
            self.told.view(*what)
        elif kind == "answer":
            self._answered(*what)
        else:
            raise EOFError(f"{kind}: {what}")

    def _answered(self, number: str, said: Json) -> None:
        if self.told.answer(number, said):
            self.waiting.pop(number, None)
        elif number in self.waiting:
            self.waiting[number] = time.monotonic() + AGAIN

    async def _act(self, line: Line) -> None:
        """Send again what is due; or, if all is answered, what the newest view asks for."""
        now = time.monotonic()
        for number in [number for number, due in self.waiting.items() if due <= now]:
            await self._send(line, self.told.sent[number])
        if self.waiting or not self._may_move():
            return
        if not self.steps and self._take_up():
            self._thinks_until = now + self.dice.uniform(0.02, 0.5)
        if self.steps and now >= self._thinks_until:
            many = len(self.steps) if self.dice.random() < 0.5 else 1
            burst, self.steps = self.steps[:many], self.steps[many:]
            for step in burst:
                await self._send(line, self._message(*step))

    def _may_move(self) -> bool:
        """Whether there is a game that takes moves; what was planned for another stage is off."""
        public = self.told.news.get("view", {}).get("public")
        if not public or public["over"] or public["paused"]:
            return False
        if self._place != (place := (public["round"], public["stage"])):
            self._place, self.steps = place, []
        return True

    async def _send(self, line: Line, message: Json) -> None:
        self.waiting[message["id"]] = time.monotonic() + AGAIN
        self.told.sends(message)
        await line.send(message)

    def _message(self, name: str, args: Json) -> Json:
        public = self.told.news["view"]["public"]
        place = {"round": public["round"], "stage": public["stage"]}
        return {"id": f"{self.number}-{self._ids()}", "name": name, **place, "args": args}

    def _take_up(self) -> bool:
        """Plan what the newest view asks for; a task is taken up again if it is still there."""
        view = self.told.news["view"]
        public = view["public"]
        task = (public["round"], public["stage"], view["task"])
        times = self.taken_up.get(task, 0)
        wanted = [step for step in plan(view, self.told.participant) if step[0] in view["may"]]
        if not wanted or times > AFRESH:
            return False
        self.taken_up[task] = times + 1
        self.steps = wanted
        return True


async def _posted(port: int, path: str, said: Json) -> Json:
    asked = request("POST", path, json.dumps(said).encode(), Content_Type="application/json")
    found: Json = json.loads((await exchange(port, asked, AGAIN)).body)
    return found
