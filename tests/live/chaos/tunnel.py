"""One WebSocket connection through the proxy: frames late, twice and out of order, then its end.

Only frames of events and of acknowledgements are played with. What opens and closes a connection
cannot arrive twice or out of order over TCP, but it can be late, or never come.
"""

import asyncio
import random
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from tests.live.chaos.frames import Frame, read_frame
from tests.live.chaos.watching import Watch
from tests.live.chaos.wire import LOST, reset

EVENTS = ("42", "43")  # the beginnings of Socket.IO's events and acknowledgements
LIFE = 12.0  # seconds a connection lives on the average
SILENCE = 6.0  # seconds that a hung connection stays open
Pair = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass
class Outlet:
    """One direction's end: whole frames, one after the other."""

    writer: asyncio.StreamWriter
    sent: int = 0
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def write(self, *pieces: bytes, pause: float = 0.0) -> None:
        """All pieces, nothing between them."""
        async with self.turn:
            for piece in pieces:
                self.writer.write(piece)
                await self.writer.drain()
                await asyncio.sleep(pause)
            self.sent += 1


class Tunnel:
    """The two directions and what befalls them."""

    def __init__(self, name: str, dice: random.Random, watch: Watch, near: Pair, far: Pair) -> None:
        self.name, self._dice, self._watch = name, dice, watch
        self._near, self._far = near, far
        self._up, self._down = Outlet(far[1]), Outlet(near[1])
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Until either side has gone, or fate strikes."""
        up = self._spawn(self._pump(self._near[0], self._up, self._from_client))
        down = self._spawn(self._pump(self._far[0], self._down, self._from_server))
        fate = self._spawn(asyncio.sleep(self._dice.expovariate(1 / LIFE)))
        try:
            done, _ = await asyncio.wait((up, down, fate), return_when=asyncio.FIRST_COMPLETED)
            if fate in done:
                await self._end()
        finally:
            await self._stop()

    async def _stop(self) -> None:
        reset(self._near[1])
        reset(self._far[1])
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    # ------------------------------------------------------------------ frames

    async def _pump(self, source: asyncio.StreamReader, out: Outlet, heard: Any) -> None:
        try:
            while True:
                frame = await read_frame(source)
                await heard(frame)
                await self._pass(frame, out)
        except LOST:
            pass

    async def _from_client(self, frame: Frame) -> None:
        await self._watch.says(frame.text)

    async def _from_server(self, frame: Frame) -> None:
        self._watch.hears(self.name, frame.text)

    async def _pass(self, frame: Frame, out: Outlet) -> None:
        """Send it on: mostly at once."""
        luck = self._dice.random() if frame.text.startswith(EVENTS) else 1.0
        self._watch.counts["passed"] += 1
        if luck < 0.06:
            self._spawn(self._later(frame, out))
        elif luck < 0.12:
            await out.write(frame.raw)
            self._double(frame, out)
        elif luck < 0.20:
            self._watch.counts["delayed"] += 1
            await asyncio.sleep(self._dice.uniform(0.02, 0.6))
            await out.write(frame.raw)
        elif luck < 0.26:
            self._watch.counts["in pieces"] += 1
            at = self._dice.randrange(1, len(frame.raw))
            await out.write(frame.raw[:at], frame.raw[at:], pause=self._dice.uniform(0, 0.2))
        else:
            await out.write(frame.raw)

    async def _later(self, frame: Frame, out: Outlet) -> None:
        """Others overtake it, if any come."""
        before = out.sent
        await asyncio.sleep(self._dice.uniform(0.05, 1.5))
        self._watch.counts["reordered" if out.sent > before else "delayed"] += 1
        await self._try(out.write(frame.raw))

    def _double(self, frame: Frame, out: Outlet) -> None:
        self._watch.counts["doubled"] += 1
        if out is self._up:
            self._watch.doubles(frame.text)
        self._spawn(self._again(frame, out))

    async def _again(self, frame: Frame, out: Outlet) -> None:
        await asyncio.sleep(self._dice.choice((0.0, self._dice.uniform(0, 1.5))))
        await self._try(out.write(frame.raw))

    async def _try(self, writing: Coroutine[Any, Any, None]) -> None:
        with suppress(*LOST):
            await writing

    # ------------------------------------------------------------------ the end

    async def _end(self) -> None:
        """A reset, silence, half a frame, or an end of which only one side hears."""
        how = self._dice.choice(("reset", "reset", "hung", "half a frame", "one side"))
        self._watch.counts[how] += 1
        if how == "half a frame":
            await self._try(self._down.write(b"\x81\x7e\x10\x00half of it"))
        elif how != "reset":
            for task in tuple(self._tasks):
                task.cancel()
            if how == "one side":
                reset(self._near[1])
            await asyncio.sleep(SILENCE)
