"""Three ways to the server, by the protocol page: a WebSocket, polling, and plain HTTP.

Each puts what it hears into `heard` as (kind, what): `view` with the version that was known when
it was asked for, `answer` with the command's id, `elsewhere`, and `gone` at the line's end. None
waits for the server when something is to be sent.
"""

import asyncio
import json
import os
from base64 import b64encode
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

from tests.live.chaos.frames import CLOSE, PING, PONG, TEXT, made, read_frame
from tests.live.chaos.wire import HOST, LOST, MOST, exchange, request, reset
from tests.live.stranger import Json

PATIENCE = 4.0  # seconds until a request is given up
POLL = 40.0  # seconds: a poll is answered when there is news, or by a ping
SOCKET = "/socket.io/?EIO=4&transport="


class Line:
    """A way to the server. Open it, send messages, hear what comes, close it."""

    def __init__(self, port: int, token: str, known: Callable[[], int]) -> None:
        self.port, self.token, self.known = port, token, known
        self.heard: asyncio.Queue[tuple[str, Any]] = asyncio.Queue()
        self._tasks: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Connect; one of LOST if that fails."""
        raise NotImplementedError

    async def send(self, message: Json) -> None:
        """Send a command; its answer is heard."""
        raise NotImplementedError

    async def close(self) -> None:
        """Hang up."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def spawn(self, work: Callable[..., Coroutine[Any, Any, None]], *given: object) -> None:
        """Something beside; when it is lost, so be it."""
        task = asyncio.create_task(self._until_lost(work, *given))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _until_lost(
        self, work: Callable[..., Coroutine[Any, Any, None]], *given: object
    ) -> None:
        with suppress(*LOST):
            await work(*given)


class Socket(Line):
    """Socket.IO: numbers the commands, reads packets. How packets travel is the heirs' affair."""

    def __init__(self, port: int, token: str, known: Callable[[], int]) -> None:
        super().__init__(port, token, known)
        self._floor = known()
        self._sent: list[str] = []  # ids of commands; the place is the acknowledgement's number

    async def packet(self, text: str) -> None:
        """Send a packet."""
        raise NotImplementedError

    async def send(self, message: Json) -> None:
        """As an event that is to be acknowledged."""
        self._sent.append(message["id"])
        await self.packet(f"42{len(self._sent) - 1}" + json.dumps(["command", message]))

    @property
    def hello(self) -> str:
        """The CONNECT packet."""
        return "40" + json.dumps({"token": self.token, "format": "json"})

    async def hear(self, packet: str) -> None:
        """A packet from the server."""
        if packet == "2":
            await self.packet("3")
        elif packet.startswith("42"):
            kind, said = json.loads(packet[2:])
            self.heard.put_nowait((kind, (said, self._floor) if kind == "view" else said))
        elif packet.startswith("43"):
            number, _, said = packet[2:].partition("[")
            self.heard.put_nowait(("answer", (self._sent[int(number)], json.loads(said[:-1]))))
        elif packet.startswith(("1", "41", "44")):
            self.heard.put_nowait(("gone", packet))


class WebSocket(Socket):
    """Packets as text frames."""

    async def open(self) -> None:
        """Upgrade, then say who it is."""
        async with asyncio.timeout(PATIENCE):
            self._reader, self._writer = await asyncio.open_connection(HOST, self.port, limit=MOST)
            try:
                await self._upgrade()
            except BaseException:
                reset(self._writer)
                raise
        self.spawn(self._listen)

    async def _upgrade(self) -> None:
        lines = (
            f"GET {SOCKET}websocket HTTP/1.1", f"Host: {HOST}", "Upgrade: websocket",
            "Connection: Upgrade", "Sec-WebSocket-Version: 13",
            f"Sec-WebSocket-Key: {b64encode(os.urandom(16)).decode()}", "", "",
        )  # fmt: skip
        self._writer.write("\r\n".join(lines).encode())
        head = await self._reader.readuntil(b"\r\n\r\n")
        if b" 101 " not in head:
            raise EOFError("no upgrade")
        await read_frame(self._reader)  # Engine.IO's own opening
        await self.packet(self.hello)

    async def packet(self, text: str) -> None:
        """A masked frame."""
        self._writer.write(made(TEXT, text.encode(), os.urandom(4)))

    async def _listen(self) -> None:
        try:
            while (frame := await read_frame(self._reader)).kind != CLOSE:
                if frame.kind == PING:
                    self._writer.write(made(PONG, frame.payload, os.urandom(4)))
                await self.hear(frame.text)
        finally:
            self.heard.put_nowait(("gone", "the socket"))

    async def close(self) -> None:
        """As a phone that leaves the room: without a word."""
        await super().close()
        reset(self._writer)


class Polling(Socket):
    """Packets in bodies of requests; one poll is always under way."""

    async def open(self) -> None:
        """Shake hands, then say who it is."""
        said = await self._ask("GET", f"{SOCKET}polling", "", PATIENCE)
        self._path = f"{SOCKET}polling&sid={json.loads(said[1:])['sid']}"
        await self._post(self.hello)
        self.spawn(self._poll)

    async def _ask(self, method: str, path: str, body: str, patience: float) -> str:
        asked = request(method, path, body.encode(), Content_Type="text/plain;charset=UTF-8")
        answer = await exchange(self.port, asked, patience)
        if answer.status != 200:
            raise EOFError(answer.line)
        return answer.body.decode()

    async def packet(self, text: str) -> None:
        """A request of its own."""
        self.spawn(self._post, text)

    async def _post(self, text: str) -> None:
        try:
            await self._ask("POST", self._path, text, PATIENCE)
        except LOST:
            self.heard.put_nowait(("gone", "a packet"))
            raise

    async def _poll(self) -> None:
        try:
            while True:
                said = await self._ask("GET", self._path, "", POLL)
                for packet in said.split("\x1e"):
                    await self.hear(packet)
        finally:
            self.heard.put_nowait(("gone", "the poll"))


class Plain(Line):
    """No connection at all: looks again and again, and posts commands."""

    async def open(self) -> None:
        """Look for the first time."""
        self._who = {"Authorization": f"Bearer {self.token}"}
        self.spawn(self._look_again)

    async def _look_again(self) -> None:
        while True:  # a look that tarries does not keep the next one waiting
            self.spawn(self._look)
            await asyncio.sleep(0.5)

    async def _look(self) -> None:
        floor = self.known()
        asked = request("GET", "/api/view", **self._who)
        answer = await exchange(self.port, asked, PATIENCE)
        if answer.status == 200:
            self.heard.put_nowait(("view", (json.loads(answer.body), floor)))

    async def send(self, message: Json) -> None:
        """A request of its own."""
        self.spawn(self._post, message)

    async def _post(self, message: Json) -> None:
        body = json.dumps(message).encode()
        asked = request("POST", "/api/command", body, Content_Type="application/json", **self._who)
        answer = await exchange(self.port, asked, PATIENCE)
        self.heard.put_nowait(("answer", (message["id"], json.loads(answer.body))))
