"""Too much of it: sockets, walls, moves, half-open connections. The others hardly notice."""

import socket
import time
from contextlib import ExitStack

import pytest
import websocket

from tests.live.pupils import Pupil, Seated, assert_plays_on

pytestmark = [pytest.mark.live, pytest.mark.hostile]

SOON = 3.0  # seconds in which a neighbour's move is answered while somebody floods


def bare(seated: Seated, wish: str, stack: ExitStack) -> websocket.WebSocket:
    """A WebSocket that has sent its wish and reads nothing."""
    address = seated.served.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    opened = websocket.create_connection(address, timeout=20)
    stack.callback(opened.shutdown)
    opened.send(f"40{wish}")
    return opened


def assert_answers_soon(ally: Pupil) -> None:
    """The neighbour's next move is taken in time."""
    begun = time.monotonic()
    assert_plays_on(ally)
    assert time.monotonic() - begun < SOON


def test_a_hundred_sockets_of_one_student(room: Seated) -> None:
    """Only the newest is sent anything, so that the rest cost nothing."""
    token = room.at("A1").token
    with ExitStack() as stack:
        for _ in range(100):
            bare(room, f'{{"token":"{token}","format":"json"}}', stack)
        assert_answers_soon(room.at("A2"))


def test_sixty_walls_of_one_stranger(room: Seated) -> None:
    """Anybody who has seen the code may open walls; the class is not slower for it."""
    with ExitStack() as stack:
        for group in range(60):
            bare(room, f'{{"watch":"wall","code":"{room.session.code}","group":"{group}"}}', stack)
        for _ in range(5):
            assert_answers_soon(room.at("A2"))


def test_three_hundred_connections_that_say_nothing(room: Seated) -> None:
    """Nor do they keep a page from anybody."""
    with ExitStack() as stack:
        for begun in (b"", b"G", b"GET / HTTP/1.1\r\nHost: x\r\n") * 100:
            line = socket.create_connection(("127.0.0.1", room.served.port), timeout=20)
            stack.callback(line.close)
            line.sendall(begun)
        assert_answers_soon(room.at("A2"))


def test_a_thousand_moves_at_once(room: Seated) -> None:
    """One student who will not stop: the neighbour's move goes between them."""
    with ExitStack() as stack:
        token = room.at("A1").token
        flooder = bare(room, f'{{"token":"{token}","format":"json"}}', stack)
        for number in range(1000):
            flooder.send(
                f'42["command",{{"id":"f{number}","name":"state_belief","round":1,'
                f'"stage":"dispatch","args":{{"belief":{number % 100}}}}}]'
            )
        assert_answers_soon(room.at("A2"))
