"""HTTP as client and proxy need it: one request a connection, and how a connection ends."""

import asyncio
import re
import socket
import struct
from contextlib import suppress
from dataclasses import dataclass

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
NO_LINGER = struct.pack("ii", 1, 0)  # closing sends a reset, and drops what is on its way
LOST = (OSError, EOFError, asyncio.TimeoutError, asyncio.LimitOverrunError)
HOST = "127.0.0.1"
MOST = 1 << 22  # bytes in a line or a message


@dataclass(frozen=True, slots=True)
class Message:
    """A request or a response."""

    head: bytes
    body: bytes = b""

    @property
    def line(self) -> str:
        """The first line."""
        return self.head.split(b"\r\n", 1)[0].decode()

    @property
    def status(self) -> int:
        """A response's status."""
        return int(self.line.split()[1])

    def saying(self, body: bytes) -> "Message":
        """The same with another body."""
        head = LENGTH.sub(b"\r\nContent-Length: %d" % len(body), self.head)
        return Message(head, body)

    @property
    def raw(self) -> bytes:
        """As it goes over the wire."""
        return self.head + self.body


async def read_request(stream: asyncio.StreamReader) -> Message:
    """A request with its body."""
    head = await stream.readuntil(b"\r\n\r\n")
    length = LENGTH.search(head)
    return Message(head, await stream.readexactly(int(length[1])) if length else b"")


async def read_response(stream: asyncio.StreamReader) -> Message:
    """A response with its body: as long as it says, or as long as the connection lasts."""
    head = await stream.readuntil(b"\r\n\r\n")
    length = LENGTH.search(head)
    if length:
        return Message(head, await stream.readexactly(int(length[1])))
    return Message(head, await stream.read(MOST))


def request(method: str, path: str, body: bytes = b"", **headers: str) -> Message:
    """A request after whose answer the connection is closed."""
    lines = [f"{method} {path} HTTP/1.0", f"Host: {HOST}", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return Message("\r\n".join([*lines, "", ""]).encode(), body)


async def exchange(port: int, asked: Message, patience: float) -> Message:
    """Ask on a connection of its own; one of LOST where no whole answer comes."""
    async with asyncio.timeout(patience):
        reader, writer = await asyncio.open_connection(HOST, port, limit=MOST)
        try:
            writer.write(asked.raw)
            await writer.drain()
            return await read_response(reader)
        finally:
            reset(writer)


def reset(writer: asyncio.StreamWriter) -> None:
    """Cut the connection at once: the other side is told by a reset."""
    made: socket.socket | None = writer.get_extra_info("socket")
    with suppress(OSError):
        if made is not None:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NO_LINGER)
    writer.transport.abort()
