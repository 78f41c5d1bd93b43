"""Requests: other sites, wrong methods, other people's files, and what is no HTTP at all."""

import socket
from http.client import HTTPConnection

import pytest
import requests

from tests.live.faces import assert_code, assert_page, brief
from tests.live.pupils import Seated
from tests.live.served import Served

pytestmark = [pytest.mark.live, pytest.mark.hostile]

FOREIGN = (
    {"Origin": "http://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://["},
    {"Origin": "http://127.0.0.1:1"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site", "Origin": "http://127.0.0.1"},
)


@pytest.mark.parametrize("headers", FOREIGN, ids=brief)
def test_a_form_on_another_site_does_nothing(calm: Seated, headers: dict[str, str]) -> None:
    """Neither for a student nor for the instructor, though their cookies come along."""
    url, ada = calm.served.url, calm.at("A1")
    form = {"_round": "1", "_stage": "dispatch", "belief": "1"}
    cookies = {"dw_seat": ada.token}
    for path in ("/play/state_belief", "/play/consent", "/join"):
        answer = requests.post(url + path, data=form, cookies=cookies, headers=headers, timeout=20)
        assert_page(answer, 403, "another site")
    assert_code(ada.posts(ada.message("state_belief", belief=1), **headers), 403, "foreign_form")


@pytest.mark.parametrize("action", ["end", "close", "deal", "remove", "debrief"])
def test_another_site_conducts_no_class(calm: Seated, action: str) -> None:
    """The instructor's own cookie does not help it."""
    console = calm.served.console()
    path = f"/console/{calm.session.id}/{action}"
    answer = console.http.post(calm.served.url + path, headers={"Origin": "http://evil.example"})
    assert_page(answer, 403, "another site")
    console.close()


CONSOLE = ("", "/new", "/{id}", "/{id}/export.zip", "/{id}/debrief", "/{id}/confirm/end")
FORGED = ("", "x", "dw_console=x", "dw_console=ImluIg.x", 'dw_console="\\377"', "dw_seat={token}")


@pytest.mark.parametrize("path", CONSOLE)
@pytest.mark.parametrize("cookie", FORGED, ids=brief)
def test_the_console_is_shut(calm: Seated, path: str, cookie: str) -> None:
    """Without the instructor's token there is nothing to see, be it read or ordered."""
    url = f"{calm.served.url}/console{path.format(id=calm.session.id)}"
    headers = {"Cookie": cookie.format(token=calm.at("A1").token)}
    assert_page(requests.get(url, headers=headers, timeout=20), 401, "terminal")
    order = f"{calm.served.url}/console/{calm.session.id}/end"
    assert_page(requests.post(order, headers=headers, timeout=20), 401, "terminal")


WRONG = (
    ("DELETE", "/join", 405), ("PUT", "/play", 405), ("GET", "/return", 405), ("POST", "/", 405),
    ("FOO", "/join", 405), ("TRACE", "/", 405), ("GET", "/play/seal_response", 405),
    ("POST", "/wall/XXXXXX", 405), ("POST", "/static/css/game.css", 405), ("GET", "/nope", 404),
    ("GET", "/wall/XXXXXX", 404), ("GET", "/wall/%F0%9F%99%82", 404), ("GET", "/%ff", 404),
)  # fmt: skip


@pytest.mark.parametrize(("method", "path", "status"), WRONG, ids=brief)
def test_an_address_asked_wrongly(calm: Seated, method: str, path: str, status: int) -> None:
    """A page that says so."""
    assert_page(requests.request(method, calm.served.url + path, timeout=20), status)


@pytest.mark.parametrize(("method", "path"), [("GET", "/api/join"), ("PUT", "/api/command")])
def test_a_program_that_asks_wrongly(calm: Seated, method: str, path: str) -> None:
    """A code."""
    answer = requests.request(method, calm.served.url + path, timeout=20)
    assert_code(answer, 405, "malformed")


BODIES = ("", "x", "[]", "null", "1", '"x"', "[" * 100_000, '{"a":' * 970 + "1" + "}" * 970,
          '{"code":' + "9" * 5000 + "}", '{"code"')  # fmt: skip


@pytest.mark.parametrize("body", BODIES, ids=brief)
@pytest.mark.parametrize("path", ["/api/join", "/api/return", "/api/command"])
def test_a_message_that_is_no_object(calm: Seated, path: str, body: str) -> None:
    """Malformed, and never broken; however deep it is nested."""
    headers = {"Authorization": f"Bearer {calm.at('A1').token}", "Content-Type": "application/json"}
    answer = requests.post(calm.served.url + path, data=body.encode(), headers=headers, timeout=20)
    assert answer.status_code in (400, 409), answer.text
    assert_code(answer, answer.status_code, answer.json()["code"])
    if not body.startswith('{"a"'):
        assert answer.json()["code"] == "malformed"


def test_what_is_too_large(calm: Seated) -> None:
    """Ten megabytes are not even read; people get a page, programs a code."""
    url, ada = calm.served.url, calm.at("A1")
    for size in (300_000, 10_000_000):
        body = "x" * size
        assert_page(requests.post(f"{url}/join", data={"name": body}, timeout=20), 413, "larger")
        assert_code(ada.posts({"id": body}), 413, "too_large")


def test_forms_of_odd_shapes(calm: Seated) -> None:
    """Twenty thousand fields, files for fields, no boundary: a page, whatever it is."""
    url, cookies = f"{calm.served.url}/play/state_belief", {"dw_seat": calm.at("A1").token}
    fields = {f"f{n}": "1" for n in range(20_000)}
    files = {f"f{n}": ("name", "1") for n in range(1_500)}
    assert_page(requests.post(url, data=fields, cookies=cookies, timeout=20), 409)
    assert_page(requests.post(url, files=files, cookies=cookies, timeout=20), 413)
    headers = {"Content-Type": "multipart/form-data"}
    assert_page(requests.post(url, data="x", headers=headers, cookies=cookies, timeout=20), 409)


TRAVERSAL = (
    "/static/../run.py", "/static/%2e%2e/run.py", "/static/..%2frun.py", "/static/..%5crun.py",
    "/static/../../../../etc/passwd", "/static/%00", "/static/", "/static/css/", "/static/css/..",
)  # fmt: skip


@pytest.mark.parametrize("path", TRAVERSAL)
def test_no_way_leads_out_of_static(calm: Seated, path: str) -> None:
    """The path is sent as it stands; a client that tidies it would not get that far."""
    connection = HTTPConnection("127.0.0.1", calm.served.port, timeout=20)
    connection.request("GET", path)
    answer = connection.getresponse()
    assert answer.status == 404
    assert b"def main" not in answer.read()
    connection.close()


@pytest.mark.parametrize("session", ["x", "..", "..%2f..", "%00", "sessions.db"])
def test_no_way_leads_out_of_the_export(shared: Served, session: str) -> None:
    """A session is looked up by its id and never as a path."""
    console = shared.console()
    assert_page(console.get(f"/console/{session}/export.zip"), 404)
    console.close()


GARBAGE = (
    b"\x00\x01\x02\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n", b"GET\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/x\r\n\r\n", b"GET /" + b"a" * 9_000 + b"\r\n\r\n",
    b"GET / HTTP/1.1\r\nX: " + b"y" * 70_000 + b"\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + b"".join(b"X%d: y\r\n" % n for n in range(300)) + b"\r\n",
    b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n",
    b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
    b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    b"Content-Length: 100\r\n\r\ncode=1",
    b"POST /join HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\nzz\r\n",
)  # fmt: skip


@pytest.mark.parametrize("sent", GARBAGE, ids=brief)
def test_what_is_no_request(calm: Seated, sent: bytes) -> None:
    """Answered with a page and hung up on; the terminal does not fill with it."""
    with socket.create_connection(("127.0.0.1", calm.served.port), timeout=20) as line:
        line.sendall(sent)
        line.shutdown(socket.SHUT_WR)
        with line.makefile("rb") as answered:
            answer = answered.read()
    assert answer[:12] in (b"HTTP/1.1 400", b"HTTP/1.1 414"), answer
    assert b"/static/css/" in answer
    assert b"Content-Security-Policy: default-src 'none'; script-src 'self'; style-src" in answer


def test_a_client_that_hangs_up_at_once(calm: Seated) -> None:
    """In the middle of a request, or with a reset before the answer."""
    for _ in range(20):
        with socket.create_connection(("127.0.0.1", calm.served.port), timeout=20) as line:
            line.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n")
        with socket.create_connection(("127.0.0.1", calm.served.port), timeout=20) as line:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            line.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n" * 50)
