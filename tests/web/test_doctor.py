"""What the doctor finds, each check by itself: as it should be, and as it should not."""

import socket
import threading
from contextlib import closing
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from game import __version__
from game.log.store import Append, Row, Store
from game.web.doctor import FINE, MEND, NOTE
from game.web.doctor.addresses import Place, own_address, places
from game.web.doctor.asking import HEALTHY, version_at, websocket_trouble
from game.web.doctor.database import database_found
from game.web.doctor.examine import LOCK
from game.web.doctor.keeping import commit_found, disk_found, keeping_found
from game.web.doctor.kept import newest, sessions_found
from game.web.doctor.machine import clock_found, files_found, packages_found
from game.web.doctor.network import (
    FREE,
    TAKEN,
    addresses_found,
    alone,
    outside_found,
    port_found,
    port_state,
    reach_found,
)
from tests.builders import NOW


def states(findings):
    return {finding.check: finding.state for finding in findings}


# ------------------------------------------------------------------ the machine


def test_the_packages_of_this_environment_are_as_locked():
    assert packages_found(LOCK.read_text("utf-8")).state == FINE


def test_a_package_pinned_for_older_and_newer_pythons_may_be_either():
    lock = "numpy==2.4 ; python_full_version < '3.12'\nnumpy==2.5 ; python_full_version >= '3.12'\n"
    assert packages_found(lock, lambda _: "2.4").state == FINE
    assert packages_found(lock, lambda _: "2.5").fact == "All 1 packages are as locked."
    assert "numpy is 1.9 and should be 2.4 or 2.5" in packages_found(lock, lambda _: "1.9").fact


def test_another_version_and_a_missing_package_are_named():
    lock = (
        "flask==3.1.0 \\\n    --hash=x\nclick==8.4.0 \\\ncffi==2.1 ; sys_platform == 'win32' \\\n"
    )
    there = {"flask": "2.0"}

    def version_of(name):
        if name not in there:
            raise PackageNotFoundError
        return there[name]

    found = packages_found(lock, version_of)

    assert found.state == MEND
    assert "flask is 2.0 and should be 3.1.0" in found.fact
    assert "click is missing" in found.fact
    assert "cffi" not in found.fact


@pytest.mark.parametrize(("limit", "state"), [(None, FINE), (1024, FINE), (256, MEND)])
def test_files_are_enough_for_a_class_or_not(limit, state):
    assert files_found(limit).state == state


def test_how_many_students_the_files_are_enough_for_is_said():
    assert "about 240 students" in files_found(1024).fact


def test_a_clock_before_the_newest_event_is_to_be_set():
    assert clock_found(NOW, NOW - 1).state == NOTE
    assert clock_found(NOW, None).state == NOTE
    assert clock_found(NOW, NOW + 60_000).state == MEND


# ------------------------------------------------------------------ folder and database


def test_a_folder_that_can_be_written_is_left_as_it_was(tmp_path):
    assert set(states(keeping_found(tmp_path / "new")).values()) == {FINE}
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said(tmp_path, monkeypatch):
    def refuses(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryDirectory", refuses)
    found = keeping_found(tmp_path)[0]

    assert found.state == MEND
    assert "Permission denied" in found.fact


def test_a_full_disk_and_a_slow_one_are_to_be_mended():
    assert [disk_found(free).state for free in (10**10, 10**6)] == [FINE, MEND]
    assert [commit_found(ms).state for ms in (4, 900)] == [FINE, MEND]


def test_no_database_yet_is_fine_and_makes_none(tmp_path):
    found, at = database_found(tmp_path / "distant-war.db")

    assert (found.state, at) == (FINE, None)
    assert list(tmp_path.iterdir()) == []


def test_a_database_is_read_and_its_newest_event_known(tmp_path):
    file = tmp_path / "distant-war.db"
    store = Store(f"sqlite:///{file}")
    rows = tuple(Row("g", place, "K", 1, NOW + place, None, "{}") for place in (1, 2))
    store.transact([Append(rows)])
    assert newest(store) == NOW + 2
    store.close()

    found, at = database_found(file)

    assert (found.state, at) == (FINE, NOW + 2)


def test_a_file_that_is_no_database_is_said(tmp_path):
    file = tmp_path / "distant-war.db"
    file.write_bytes(b"no database, and long enough to be looked at" * 50)

    assert database_found(file)[0].state == MEND


def test_sessions_that_cannot_be_read_are_named():
    found = sessions_found(2, {"HK7M4R": "events are missing"})

    assert found.state == MEND
    assert "HK7 M4R: events are missing" in found.fact


# ------------------------------------------------------------------ the network


def test_an_address_that_no_phone_can_use_is_to_be_mended():
    assert states(addresses_found("http://127.0.0.1:8000", [])) == {"address": MEND}
    assert alone("http://localhost:8000")
    assert outside_found("http://127.0.0.1:8000") == []
    assert "/check on a phone" in outside_found("http://192.168.1.20:8000")[0].todo


def test_every_other_address_is_listed_with_its_interface():
    known = [Place("192.168.1.20", "wlan0"), Place("172.17.0.1", "docker0")]
    found = addresses_found("http://192.168.1.20:8000", known)

    assert states(found) == {"address": FINE, "other": NOTE}
    assert "172.17.0.1 (docker0)" in found[1].fact
    assert "192.168.1.20" not in found[1].fact
    assert "http://172.17.0.1:8000" in found[1].todo


def test_no_place_of_this_machine_is_itself_alone_and_the_likely_one_is_first():
    found = [place.address for place in places()]

    assert not [address for address in found if address.startswith("127.")]
    assert found[:1] in ([], [own_address("")])


def test_a_port_is_free_ours_or_taken():
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]
        assert port_state("127.0.0.1", port) == TAKEN
        assert port_found("127.0.0.1", port, TAKEN, "").state == MEND
        assert port_found("127.0.0.1", port, TAKEN, __version__).state == FINE
        assert port_found("127.0.0.1", port, TAKEN, "9.9").state == NOTE
    assert port_state("127.0.0.1", port) == FREE
    assert port_found("127.0.0.1", port, FREE, None).state == FINE


def test_an_address_of_another_machine_is_no_port_of_ours():
    found = port_found("198.51.100.7", 8000, port_state("198.51.100.7", 8000), None)

    assert found.state == MEND
    assert "198.51.100.7 cannot be used" in found.fact


def answering(answer: bytes):
    """A server that says this to whoever asks; closed with its socket."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve():
        while True:
            try:
                line = server.accept()[0]
            except OSError:
                return
            with line:
                line.recv(4096)
                line.sendall(answer)

    threading.Thread(target=serve, daemon=True).start()
    return server


def http(body: str, status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()


@pytest.mark.parametrize(
    ("answer", "version"),
    [
        (http(HEALTHY), __version__),
        (http("Hello."), ""),
        (http("", "404 Not Found"), ""),
        (b"SSH-2.0-OpenSSH_9.9\r\n", ""),
    ],
)
def test_our_server_is_known_from_others(answer, version):
    server = answering(answer)
    address = f"http://127.0.0.1:{server.getsockname()[1]}"
    try:
        assert version_at(address) == version
        assert websocket_trouble(address)
        assert (states(reach_found(address)).get("websocket") == MEND) == bool(version)
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()


def test_where_nothing_answers_the_firewall_is_named():
    with closing(socket.create_server(("127.0.0.1", 0))) as gone:
        address = f"http://127.0.0.1:{gone.getsockname()[1]}"
    found = reach_found(address)

    assert states(found) == {"reach": MEND}
    assert "firewall" in found[0].todo
    assert websocket_trouble(address)


def test_the_folder_is_named_whole():
    assert str(Path.cwd()) in keeping_found(Path())[0].fact
