"""A program that hangs up is let go at once, and leaves no trace in the server's log."""

import json
import time

import pytest
import websocket

from tests.live.served import Served
from tests.live.stranger import join

pytestmark = pytest.mark.live
FAREWELLS = {
    "leave, then close": [("41", 1), ("1", 1), (b"\x03\xe8", 8)],
    "close before the last packet": [("41", 1), (b"\x03\xe8", 8), ("1", 1)],
    "close at once": [(b"\x03\xe8", 8)],
}


def test_hanging_up(served: Served) -> None:
    """The connection ends within a second, and nothing of it is read as another request."""
    session = served.console().make(pace="instructor")
    for name, farewell in FAREWELLS.items():
        hang_up(served, join(served.url, session.code, name)["token"], farewell)
    served.stop()
    assert served.errors() == ""


def hang_up(served: Served, token: str, farewell: list[tuple[str | bytes, int]]) -> None:
    """One program comes and goes."""
    address = served.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    line = websocket.create_connection(address, timeout=5)
    line.send("40" + json.dumps({"token": token, "format": "json"}))
    while not line.recv().startswith("42"):
        pass
    for packet, kind in farewell:
        line.send(packet, kind)
    started = time.monotonic()
    while line.sock.recv(4096):
        pass
    assert time.monotonic() - started < 1
    line.shutdown()
