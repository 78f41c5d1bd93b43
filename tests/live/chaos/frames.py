"""WebSocket frames, whole: read from a stream, made from a text (RFC 6455, section 5)."""

import asyncio
from dataclasses import dataclass

TEXT, CLOSE, PING, PONG = 1, 8, 9, 10


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame as it came (`raw`, its mask included) and what it says."""

    raw: bytes
    whole: bool  # no further frame belongs to its message
    kind: int
    payload: bytes

    @property
    def text(self) -> str:
        """What a text message says; empty for any other frame."""
        return self.payload.decode() if self.whole and self.kind == TEXT else ""


async def read_frame(stream: asyncio.StreamReader) -> Frame:
    """The next frame; IncompleteReadError where the stream ends."""
    head = await stream.readexactly(2)
    length, more = head[1] & 0x7F, b""
    if length >= 126:
        more = await stream.readexactly(2 if length == 126 else 8)
        length = int.from_bytes(more, "big")
    mask = await stream.readexactly(4) if head[1] & 0x80 else b""
    body = await stream.readexactly(length)
    payload = masked(body, mask) if mask else body
    return Frame(head + more + mask + body, bool(head[0] & 0x80), head[0] & 0x0F, payload)


def made(kind: int, payload: bytes, mask: bytes) -> bytes:
    """A frame of a client: clients mask what they send."""
    if len(payload) < 126:
        length = bytes([0x80 | len(payload)])
    elif len(payload) < 1 << 16:
        length = bytes([0x80 | 126]) + len(payload).to_bytes(2, "big")
    else:
        length = bytes([0x80 | 127]) + len(payload).to_bytes(8, "big")
    return bytes([0x80 | kind]) + length + mask + masked(payload, mask)


def masked(data: bytes, mask: bytes) -> bytes:
    """Each byte crossed with the mask's; twice, and it is as before."""
    key = (mask * (len(data) // 4 + 1))[: len(data)]
    crossed = int.from_bytes(data, "big") ^ int.from_bytes(key, "big")
    return crossed.to_bytes(len(data), "big")
