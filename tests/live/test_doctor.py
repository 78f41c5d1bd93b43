"""`run.py doctor` as it is typed: before a start, beside a server, where something is amiss."""

import json
import os
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import requests

from game import __version__
from tests.live.served import ROOT, Served

pytestmark = pytest.mark.live


def doctor(folder: Path, port: int, *more: str) -> tuple[int, dict[str, dict[str, str]]]:
    """Its exit status, and its findings by what was looked at."""
    command = [sys.executable, "-P", "-m", "game.cli", "doctor", "--json"]
    command += ["--host", "127.0.0.1", "--data", str(folder), "--port", str(port), *more]
    done = subprocess.run(
        command,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.stderr == ""
    told = json.loads(done.stdout)
    assert told["fine"] == (done.returncode == 0)
    return done.returncode, {finding["check"]: finding for finding in told["findings"]}


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as tried:
        return int(tried.getsockname()[1])


def test_before_the_start_a_server_is_tried_and_taken_away_again(tmp_path: Path) -> None:
    """It answers by HTTP and by WebSocket; afterwards the port is free, and no file is left.
    That 127.0.0.1 reaches no phone is to be mended: exit status 1."""
    port = free_port()
    status, found = doctor(tmp_path / "data", port)

    assert (status, found["address"]["state"]) == (1, "mend")
    assert found["address"]["todo"]
    assert found["port"]["fact"] == f"Port {port} is free."
    assert (found["reach"]["state"], found["websocket"]["state"]) == ("fine", "fine")
    assert list(tmp_path.iterdir()) == []
    with closing(socket.create_server(("127.0.0.1", port))):
        pass


def test_beside_a_running_server_it_is_known_and_its_database_read(shared: Served) -> None:
    """The session in it is counted, and the server goes on."""
    shared.console().make()
    _, found = doctor(shared.folder, shared.port)

    assert found["port"]["fact"] == f"Distant War {__version__} is running on port {shared.port}."
    assert (found["reach"]["state"], found["websocket"]["state"]) == ("fine", "fine")
    assert found["database"]["fact"].endswith("sessions in it: 1.")
    assert shared.console().get("/healthz").text == f"ok: Distant War {__version__}\n"
    assert "Traceback" not in shared.errors()


def test_a_port_that_something_else_has_is_to_be_mended(tmp_path: Path) -> None:
    """And another one is named."""
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = int(other.getsockname()[1])
        other.close()
        with closing(socket.socket()) as mute:
            mute.bind(("127.0.0.1", port))
            status, found = doctor(tmp_path, port)

    assert status == 1
    assert f"--port {port + 1}" in found["port"]["todo"]
    assert "reach" not in found


def test_a_database_that_is_none_is_to_be_mended(tmp_path: Path) -> None:
    """And it is left as it is."""
    file = tmp_path / "distant-war.db"
    file.write_bytes(b"this is no database" * 200)
    status, found = doctor(tmp_path, free_port())

    assert (status, found["database"]["state"]) == (1, "mend")
    assert file.read_bytes() == b"this is no database" * 200


def test_where_everything_is_fine_it_says_so_in_plain_lines(tmp_path: Path) -> None:
    """A sign and a word before each line; exit status 0 at an address that is not 127.*."""
    command = [sys.executable, "-P", "-m", "game.cli", "doctor", "--data", str(tmp_path)]
    command += ["--host", "127.0.0.1", "--port", str(free_port())]
    done = subprocess.run(
        command,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    lines = [line for line in done.stdout.splitlines() if line and not line.startswith(" ")]

    assert all(line.startswith(("+ fine ", "i note ", "! mend ")) for line in lines[:-1])
    assert lines[-1] == "To mend before a class: 1."


def test_the_room_check_needs_no_session_and_its_other_half_the_console(shared: Served) -> None:
    """Anybody may try a phone; who reported is for the instructor."""
    assert requests.get(f"{shared.url}/check", timeout=20).status_code == 200
    assert requests.get(f"{shared.url}/console/room", timeout=20).status_code == 401
    page = shared.console().get("/console/room").text
    assert "The server answers at" in page
    assert "A WebSocket through that address works." in page


def test_no_report_is_taken_that_is_none(shared: Served) -> None:
    """Nor one from another site."""
    url = f"{shared.url}/check/report"
    assert requests.post(url, data={"way": "x" * 1000}, timeout=20).status_code == 400
    foreign = {"Origin": "http://evil.example"}
    answer = requests.post(url, data={"way": "websocket"}, headers=foreign, timeout=20)
    assert answer.status_code == 403
    assert "No phone has reported yet." in shared.console().get("/console/room").text
