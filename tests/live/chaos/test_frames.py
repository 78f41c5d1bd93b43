"""Our frames are those of the library that the server reads them with."""

import asyncio

import pytest
from wsproto.connection import Connection, ConnectionType
from wsproto.events import TextMessage

from tests.live.chaos.frames import TEXT, made, read_frame


async def one_frame(data: bytes):
    """The frame in these bytes."""
    stream = asyncio.StreamReader()
    stream.feed_data(data)
    return await read_frame(stream)


@pytest.mark.parametrize("length", [0, 1, 125, 126, 65_535, 65_536, 200_003])
def test_a_frame_there_and_back(length):
    """Masked as a client must, read as we and as the server read it."""
    text = "ä" * (length // 2) + "x" * (length % 2)
    raw = made(TEXT, text.encode(), b"\x01\xfe\x80\x7f")
    frame = asyncio.run(one_frame(raw + b"more"))
    assert (frame.raw, frame.text) == (raw, text)
    server = Connection(ConnectionType.SERVER)
    server.receive_data(raw)
    assert "".join(e.data for e in server.events() if isinstance(e, TextMessage)) == text


@pytest.mark.parametrize("length", [1, 126, 65_536])
def test_a_frame_of_the_server(length):
    """Unmasked."""
    raw = Connection(ConnectionType.SERVER).send(TextMessage("y" * length))
    frame = asyncio.run(one_frame(raw))
    assert (frame.raw, frame.text) == (raw, "y" * length)
