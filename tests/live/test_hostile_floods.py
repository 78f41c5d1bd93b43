"""Too much of it: sockets, walls, moves, half-open connections. The others hardly notice."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from statistics import median

import pytest
import websocket

from tests.live.pupils import Pupil, Seated, a_class, assert_plays_on
from tests.live.served import ROOT, Served

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
        with suppress(OSError, websocket.WebSocketException):  # it is cut off before the end
            for number in range(1000):
                flooder.send(
                    f'42["command",{{"id":"f{number}","name":"state_belief","round":1,'
                    f'"stage":"dispatch","args":{{"belief":{number % 100}}}}}]'
                )
        assert_answers_soon(room.at("A2"))


TURNS, MOVES, PAUSE = 4, 25, 0.06  # quiet and flood by turns; a seat sends 20 a second at most
FLOOD = 1000  # commands a second


def latencies(ally: Pupil) -> list[float]:
    """Milliseconds until each of some moves was answered."""
    taken = []
    for _ in range(MOVES):
        begun = time.perf_counter()
        assert_plays_on(ally)
        taken.append((time.perf_counter() - begun) * 1000)
        time.sleep(PAUSE)  # the pace of the neighbour, not a wait for something
    return taken


@contextmanager
def flooding(served: Served, token: str, told: list[list[int]]) -> Iterator[None]:
    """A flood by another process, so that it takes no time from the one that measures."""
    command = [sys.executable, "-m", "tests.live.flooder", served.url, token, str(FLOOD)]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)
    assert process.stdout
    assert process.stdout.readline() == "flooding\n"
    yield
    out, _ = process.communicate(timeout=60)
    told.append([int(number) for number in out.split()])


@pytest.mark.slow
def test_a_thousand_a_second_from_one_seat(
    served: Served, record_property: Callable[[str, object], None]
) -> None:
    """The neighbours' moves take at most twice as long as in the quiet of the same run."""
    quiet: list[float] = []
    flood: list[float] = []
    told: list[list[int]] = []
    with a_class(served) as seated:
        ally, flooder = seated.at("A2"), seated.at("A1")
        latencies(ally)  # the first moves warm the server up
        for _ in range(TURNS):
            quiet += latencies(ally)
            with flooding(served, flooder.token, told):
                flood += latencies(ally)
    ratio = median(flood) / median(quiet)
    sent, lasted, refused, cuts = (sum(column) for column in zip(*told, strict=True))
    record_property(
        "figures",
        f"median answer in quiet {median(quiet):.1f} ms, in the flood {median(flood):.1f} ms: "
        f"ratio {ratio:.2f} (slowest {max(quiet):.0f} and {max(flood):.0f} ms); "
        f"sent {sent} in {lasted / 1000:.0f} s, answered too_fast {refused}, cut off {cuts} times",
    )
    assert sent >= FLOOD * lasted / 1000 * 0.8, "the flood kept its pace"
    assert refused
    assert cuts
    assert ratio <= 2
