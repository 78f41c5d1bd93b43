"""The bad network between class and server: a proxy that the test owns.

A connection carries one HTTP request, or becomes a WebSocket. Dice are thrown by the seed and the
number of the connection, so that a run can be had again (its dice, not its interleaving).
"""

import asyncio
import random
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

from tests.live.chaos.figures import Figures
from tests.live.chaos.tunnel import EVENTS, SILENCE, Tunnel
from tests.live.chaos.watching import Watch
from tests.live.chaos.wire import (
    HOST,
    LOST,
    MOST,
    Message,
    exchange,
    read_request,
    reset,
)

SEPARATOR = "\x1e"  # between the packets of a polled body
PATIENCE = 60.0  # seconds: a poll may take half a minute


class Proxy:
    """Listens for the class on `port`; the server is at `target`."""

    def __init__(self, target: int, seed: str, figures: Figures) -> None:
        self.target, self._seed = target, seed
        self.watch = Watch(figures.counts)
        self.port = 0
        self._server: asyncio.Server | None = None
        self._lines: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> "Proxy":
        self._server = await asyncio.start_server(self._accept, HOST, 0, limit=MOST, backlog=512)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server
        self._server.close()
        for task in tuple(self._lines):
            task.cancel()
        await asyncio.gather(*self._lines, return_exceptions=True)
        await self._server.wait_closed()

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.watch.counts["connections"] += 1
        number = self.watch.counts["connections"]
        self.spawn(self._serve(number, reader, writer))

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Something that goes on beside the rest, and ends with the proxy at the latest."""
        task = asyncio.create_task(work)
        self._lines.add(task)
        task.add_done_callback(self._lines.discard)

    async def _serve(
        self, number: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        dice = random.Random(f"{self._seed}/connection {number}")
        try:
            asked = await read_request(reader)
            if b"upgrade: websocket" in asked.head.lower():
                await self._tunnel(f"connection {number}", dice, asked, (reader, writer))
            else:
                await Exchange(self, dice, writer).run(asked)
        except LOST:
            pass
        finally:
            reset(writer)

    async def _tunnel(
        self,
        name: str,
        dice: random.Random,
        asked: Message,
        near: tuple[asyncio.StreamReader, asyncio.StreamWriter],
    ) -> None:
        await asyncio.sleep(dice.choice((0, 0, dice.uniform(0, 0.5))))
        far = await asyncio.open_connection(HOST, self.target, limit=MOST)
        try:
            far[1].write(asked.raw)
            near[1].write(await far[0].readuntil(b"\r\n\r\n"))
            await Tunnel(name, dice, self.watch, near, far).run()
        finally:
            reset(far[1])


class Exchange:
    """One request and its answer, and what befalls them."""

    def __init__(self, proxy: Proxy, dice: random.Random, near: asyncio.StreamWriter) -> None:
        self._proxy, self._watch, self._dice, self._near = proxy, proxy.watch, dice, near

    async def run(self, asked: Message) -> None:
        """To the server and back."""
        self._watch.counts["passed"] += 1
        await self._linger(0.12, 0.8)
        if self._dice.random() < 0.02:
            self._watch.counts["request lost"] += 1
            return
        body = asked.body.decode()
        await self._watch.says(body)
        if asked.line.startswith("POST /api/command") and self._dice.random() < 0.08:
            self._proxy.spawn(self._twice(asked))
        await self._answer(asked, await self._ask(self._garbled(asked, upwards=True)))

    async def _ask(self, asked: Message) -> Message:
        return await exchange(self._proxy.target, asked, PATIENCE)

    async def _linger(self, odds: float, most: float) -> None:
        """Others overtake it meanwhile."""
        if self._dice.random() < odds:
            before = self._watch.counts["passed"]
            await asyncio.sleep(self._dice.uniform(0.05, most))
            overtaken = self._watch.counts["passed"] > before
            self._watch.counts["reordered" if overtaken else "delayed"] += 1

    async def _twice(self, asked: Message) -> None:
        """The same request once more; nobody hears what is answered."""
        self._watch.counts["doubled"] += 1
        self._watch.doubles(asked.body.decode())
        await asyncio.sleep(self._dice.choice((0.0, self._dice.uniform(0, 1.0))))
        with suppress(*LOST):
            await self._ask(asked)

    async def _answer(self, asked: Message, answer: Message) -> None:
        self._hear(asked, answer)
        await self._linger(0.12, 1.5)
        luck = self._dice.random()
        if luck < 0.03:
            self._watch.counts["answer lost"] += 1
            return
        if luck < 0.04:
            self._watch.counts["hung"] += 1
            await asyncio.sleep(SILENCE)
            return
        self._near.write(self._garbled(answer, upwards=False).raw)
        await self._near.drain()
        self._near.close()
        await self._near.wait_closed()

    def _hear(self, asked: Message, answer: Message) -> None:
        name = asked.line.partition("sid=")[2].partition(" ")[0].partition("&")[0]
        if name and asked.line.startswith("GET"):
            for packet in answer.body.decode().split(SEPARATOR):
                self._watch.hears(name, packet)

    def _garbled(self, message: Message, *, upwards: bool) -> Message:
        """A polled body, some of its packets doubled or in another order."""
        packets = message.body.decode(errors="replace").split(SEPARATOR)
        if not all(packet.startswith(EVENTS) for packet in packets):
            return message
        doubled = [packet for packet in packets if self._dice.random() < 0.08]
        for packet in doubled:
            self._watch.counts["doubled"] += 1
            if upwards:
                self._watch.doubles(packet)
        mixed = [*packets, *doubled]
        if len(mixed) > 1:
            self._dice.shuffle(mixed)
            self._watch.counts["reordered"] += len(packets) > 1
        return message.saying(SEPARATOR.join(mixed).encode())
