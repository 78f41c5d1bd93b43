"""What keeps the set-up from finishing is said in words, and the next start does not trust it."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bootstrap.guard import only_one

OFFLINE = {
    "PIP_NO_INDEX": "0",
    "PIP_INDEX_URL": "http://127.0.0.1:9/simple",  # nobody listens on port 9
    "PIP_FIND_LINKS": "",
    "PIP_RETRIES": "1",
}


@pytest.fixture
def changed(ready):
    """A checkout whose lock has moved on since it was started."""
    ready.require("requirements.lock", ready.wheel("pebble", "2.0"))
    return ready


@pytest.fixture
def deaf_index():
    """A package index that takes every call and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/simple"


def assert_told(done, *words: str) -> None:
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr


def test_no_network(changed):
    done = changed.run(**OFFLINE)

    assert_told(done, "index cannot be reached", "global.proxy", "pebble")


@pytest.mark.slow
def test_no_network_on_the_very_first_start(bare):
    """It is told twice: the half-made environment of the first time is not taken for complete."""
    for _ in range(2):
        assert_told(bare.run(**OFFLINE), "index cannot be reached")


def test_without_network_the_version_of_yesterday_still_runs(changed):
    """A pull that needs the network can be taken back without it."""
    changed.run(**OFFLINE)
    changed.require("requirements.lock", changed.wheels / "pebble-1.0-py3-none-any.whl")

    done = changed.run(**OFFLINE)

    assert '"pebble": "1.0"' in done.stdout
    assert done.stderr == ""


def test_tests_without_network_leave_the_program_startable(ready):
    for _ in range(2):
        assert_told(ready.run("test", **OFFLINE), "index cannot be reached")

    assert ready.run(**OFFLINE).returncode == 0


def test_a_package_that_is_nowhere(changed):
    assert_told(changed.run(PIP_FIND_LINKS=""), "PIP_NO_INDEX", "pip config list")


def test_a_package_that_was_tampered_with(changed):
    honest = changed.wheel("pebble", "2.0")
    changed.require("requirements.lock", honest)
    changed.wheel("pebble", "2.0", "VERSION = 'bent'")

    assert_told(changed.run(), "not the one that was tested", "HASHES")


def test_a_file_in_the_place_of_the_environment(bare):
    (bare.folder / ".venv").write_text("in the way")

    assert_told(bare.run(), "virtual environment could not be made")


def test_a_python_without_venv(bare, tmp_path):
    """Debian packages that part of Python apart."""
    python = python_without("ensurepip", tmp_path / "python")

    done = bare.run(python=python)

    assert_told(done, "sudo apt-get install python3.", "-venv")
    assert not bare.stamp().exists()


def python_without(module: str, home: Path) -> Path:
    """A real Python like ours, but for one module."""
    base = Path(sys._base_executable).resolve()
    version = "python{}.{}".format(*sys.version_info[:2])
    library = home / "lib" / version
    library.mkdir(parents=True)
    for entry in Path(os.__file__).parent.iterdir():
        if entry.name != module:
            (library / entry.name).symlink_to(entry)
    (home / "bin").mkdir()
    return Path(shutil.copy(base, home / "bin" / version))


def test_after_a_failure_the_same_command_goes_on(changed):
    changed.run(PIP_FIND_LINKS="")
    done = changed.run()

    assert done.returncode == 0, done.stderr
    assert '"pebble": "2.0"' in done.stdout


def test_an_interrupted_set_up_says_how_to_go_on(changed, deaf_index):
    """Ctrl-C reaches every process of the terminal at once."""
    listening = {**changed.environ, "PIP_NO_INDEX": "0", "PIP_INDEX_URL": deaf_index}
    victim = subprocess.Popen(
        changed.command(), env=listening, start_new_session=True, stderr=subprocess.PIPE, text=True
    )
    wait_until(lambda: changed.stamp().read_text() == "unfinished")
    os.killpg(victim.pid, signal.SIGINT)
    _, said = victim.communicate(timeout=60)

    assert victim.returncode == 130
    assert "The same command goes on from here." in said
    assert "Traceback" not in said


@pytest.mark.slow
def test_a_killed_set_up_is_begun_again(bare, deaf_index):
    """kill -9 in the middle of the download; half a package must never be taken for a whole."""
    listening = {**bare.environ, "PIP_NO_INDEX": "0", "PIP_INDEX_URL": deaf_index}
    victim = subprocess.Popen(bare.command(), env=listening, start_new_session=True)
    try:
        wait_until(lambda: bare.stamp().exists() and bare.stamp().read_text())
    finally:
        os.killpg(victim.pid, signal.SIGKILL)
        victim.wait()
    assert bare.stamp().read_text() == "unfinished"
    leftover = bare.folder / ".venv" / "leftover"
    leftover.touch()

    done = bare.run()

    assert done.returncode == 0, done.stderr
    assert not leftover.exists()


@pytest.mark.slow
def test_a_python_that_went_away_is_replaced(ready):
    """A system upgrade takes the Python away that .venv was made with."""
    python = ready.folder / ".venv/bin/python"
    python.unlink()
    python.symlink_to("/nowhere/python3")

    done = ready.run()

    assert done.returncode == 0, done.stderr


def test_a_new_lock_is_installed(changed):
    done = changed.run()

    assert '"pebble": "2.0"' in done.stdout
    assert done.stderr.startswith("Setting up")
    assert changed.run().stderr == ""


def test_two_at_once(changed):
    """One sets up and the other waits; here both wait first, for us, so that they do meet."""
    with only_one(changed.folder / ".venv.lock"):
        both = [start(changed) for _ in range(2)]
        waiting = [process.stderr.readline() for process in both]
    said = [process.communicate(timeout=60) for process in both]

    assert [line.split()[0] for line in waiting] == ["Another", "Another"]
    assert [process.returncode for process in both] == [0, 0]
    assert all('"pebble": "2.0"' in out for out, _ in said)
    assert sum("Setting up" in err for _, err in said) == 1


def start(checkout) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen(
        checkout.command(), env=checkout.environ, stdout=pipe, stderr=pipe, text=True
    )


def wait_until(condition, limit: float = 60) -> None:
    end = time.monotonic() + limit
    while not condition():
        assert time.monotonic() < end, "it never came about"
        time.sleep(0.02)
