"""The socket: frames and packets that no client of ours would send."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import requests
import websocket

from tests.live.faces import assert_strict, brief
from tests.live.pupils import Pupil, Seated

pytestmark = [pytest.mark.live, pytest.mark.hostile]

UNREADABLE = '42["refused",{"ok":false,"code":"malformed","sentence":"This cannot be read."}]'
PROBE = '42777["command",1]'  # answered as long as the connection stands
CLOSING = {  # frames that end their own connection, and the code that says why
    "": 1003,
    "x": 1003,
    "9": 1003,
    "é": 1003,
    b"\x00\x01": 1003,
    b"4" + b"x" * 100: 1003,
    '42["command","' + "x" * 70_000 + '"]': 1009,
    b"x" * 70_000: 1009,
    "4" * 10_000_000: 1009,
}
UNREADABLE_PACKETS = (
    "4", "49", "4x", "4{}", "40{", "42", "42{}", "42[]", "42[1]", '42["command"', '42["nonsense"]',
    '42["connect",{}]', '42["disconnect"]', '42["__class__"]', "44", '44{"message":"x"}', "46",
    '451-["command",{"_placeholder":true,"num":0}]', '4599999999-["command"]', "4510-", "45-1-",
    "42" + "[" * 40_000, '42["command",' + "[" * 20_000 + "]" * 20_000 + "]", "4" + "9" * 5000,
    "42" + "9" * 5000 + '["command"]', '42["command",' + "9" * 5000 + "]",
)  # fmt: skip
HARMLESS = ("2", "3", "0", "5", "6", "43", "431[]", "40", '40{"token":1}', "40/other,{}",
            '42/other,["command"]', '42["turn",{"by":1}]', '42["turn",{"by":1e400}]',
            '42["turn"]', '42["turn",1,2,3]')  # fmt: skip


@contextmanager
def bare(url: str) -> Iterator[websocket.WebSocket]:
    """A WebSocket that has been told its session; it is cut off at the end, not closed."""
    address = url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    opened = websocket.create_connection(address, timeout=20)
    try:
        opened.recv()
        yield opened
    finally:
        opened.shutdown()


@contextmanager
def line(pupil: Pupil) -> Iterator[websocket.WebSocket]:
    """A WebSocket of this student, past the handshake."""
    with bare(pupil.url) as opened:
        opened.send("40" + json.dumps({"token": pupil.token, "format": "json"}))
        yield opened


def heard(opened: websocket.WebSocket) -> list[str]:
    """What comes until the probe is answered."""
    opened.send(PROBE)
    came: list[str] = []
    while not came or not came[-1].startswith("43777"):
        came.append(opened.recv())
    return came


@pytest.mark.parametrize("frame", CLOSING, ids=brief)
def test_a_frame_that_is_no_packet_closes_its_own_connection(
    calm: Seated, frame: str | bytes
) -> None:
    """With the code that says why; the server stays silent and the others play on."""
    with line(calm.at("A1")) as opened:
        heard(opened)
        kind = websocket.ABNF.OPCODE_BINARY if isinstance(frame, bytes) else 1
        try:
            opened.send(frame, kind)
        except (BrokenPipeError, ConnectionResetError):
            return  # so large that the server has left before the end of it
        code, data = opened.recv_data()
        assert code == websocket.ABNF.OPCODE_CLOSE
        assert int.from_bytes(data[:2], "big") == CLOSING[frame]


@pytest.mark.parametrize("packet", UNREADABLE_PACKETS, ids=brief)
def test_a_packet_that_cannot_be_read_is_answered(calm: Seated, packet: str) -> None:
    """With a code; the connection stands, and its next command is answered."""
    with line(calm.at("A1")) as opened:
        opened.send(packet)
        assert UNREADABLE in heard(opened)


@pytest.mark.parametrize("packet", HARMLESS, ids=brief)
def test_a_packet_out_of_place_does_nothing(calm: Seated, packet: str) -> None:
    """Heartbeats nobody asked for, acknowledgements of nothing, the keys of a wall."""
    with line(calm.at("A1")) as opened:
        opened.send(packet)
        assert UNREADABLE not in heard(opened)


ARGUMENTS = ("", ",1", ",1,2,3", ",[]", ",null", ',"x"', ",NaN", ',{"name":{}}', ',{"args":[]}',
             ',{"name":"state_belief","round":1,"stage":%s}' % ("[" * 900 + "]" * 900),
             ',{"name":"state_belief","round":1,"stage":"dispatch","args":{"belief":[[[]]]}}',
             ',{"seat":%s}' % ("[" * 900 + "]" * 900))  # fmt: skip


@pytest.mark.parametrize("arguments", ARGUMENTS, ids=brief)
def test_a_command_of_the_wrong_shape_is_malformed(calm: Seated, arguments: str) -> None:
    """Its acknowledgement says so."""
    with line(calm.at("A1")) as opened:
        opened.send(f'4255["command"{arguments}]')
        (answer,) = [packet for packet in heard(opened) if packet.startswith("4355")]
        assert json.loads(answer.removeprefix("4355"))[0]["code"] == "malformed"


BODIES = ("", "x", "9", "b!!!", "42[", "\x1e" * 40, "4" * 70_000, "é", "42" + "[" * 30_000)


@pytest.mark.parametrize("body", BODIES, ids=brief)
def test_polling_with_garbage(calm: Seated, body: str) -> None:
    """The way round the WebSocket takes no more than it does; no status of ours, no traceback."""
    address = f"{calm.served.url}/socket.io/?EIO=4&transport=polling"
    sid = json.loads(requests.get(address, timeout=20).text[1:])["sid"]
    answer = requests.post(f"{address}&sid={sid}", data=body.encode(), timeout=20)
    assert answer.status_code in (200, 400)


@pytest.mark.parametrize(
    "query", ["", "?EIO=3", "?EIO=4&transport=x", "?EIO=4&sid=x%0Ay", "?EIO=4&j=x"]
)
def test_a_handshake_that_is_none(calm: Seated, query: str) -> None:
    """Refused, and nothing about it in the instructor's terminal."""
    for headers in ({}, {"Upgrade": "websocket", "Connection": "Upgrade"}):
        answer = requests.get(f"{calm.served.url}/socket.io/{query}", headers=headers, timeout=20)
        assert answer.status_code == 400
        assert_strict(answer)


def test_a_websocket_without_its_key(calm: Seated) -> None:
    """A client that only says it is one."""
    answer = requests.get(
        f"{calm.served.url}/socket.io/?EIO=4&transport=websocket",
        headers={"Upgrade": "websocket", "Connection": "Upgrade"},
        timeout=20,
    )
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:1", "http://["]
)
def test_another_site_opens_no_socket(calm: Seated, origin: str) -> None:
    """Though the browser sends the student's cookie along."""
    cookie = f"dw_seat={calm.at('A1').token}"
    address = calm.served.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    with pytest.raises(websocket.WebSocketBadStatusException, match="400"):
        websocket.create_connection(address, origin=origin, cookie=cookie, timeout=20)


@pytest.mark.parametrize(
    "wish", [{"watch": "console", "session": "s1"}, {"watch": "wall", "code": "x"}, {"token": []},
             {"watch": {}}, {"watch": []}, {"watch": "debrief"},
             {"token": "x" * 60_000}, [], "x", 1],
    ids=brief,
)  # fmt: skip
def test_a_wish_that_is_not_granted(calm: Seated, wish: object) -> None:
    """No token, no class, no console: refused at once."""
    with bare(calm.served.url) as opened:
        opened.send("40" + json.dumps(wish))
        assert opened.recv().startswith("44")
