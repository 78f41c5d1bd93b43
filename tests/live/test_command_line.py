"""What the terminal says when the server cannot start: a sentence, a status, no traceback."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.live.served import PATIENCE, ROOT, Served

pytestmark = [pytest.mark.live, pytest.mark.hostile]
DATABASE = "distant-war.db"


def run(*arguments: str | Path, root: Path = ROOT) -> "subprocess.CompletedProcess[str]":
    """A command that ends by itself."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "game.cli", *map(str, arguments)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def serve(folder: Path, port: int = 0) -> "subprocess.CompletedProcess[str]":
    """A server that is not to start."""
    return run("serve", "--host", "127.0.0.1", "--port", str(port), "--data", folder)


def assert_told(done: "subprocess.CompletedProcess[str]", *words: str) -> None:
    """One sentence or a few for the person at the terminal."""
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert 0 < len(done.stderr.splitlines()) < 4, done.stderr
    for word in words:
        assert word in done.stderr


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a server that has run, made six sessions, and stopped."""
    folder = tmp_path_factory.mktemp("kept")
    server = Served(folder).start()
    console = server.console()
    for _ in range(6):
        console.make()
    console.close()
    server.stop()
    return folder


@pytest.fixture
def played(kept: Path, tmp_path: Path) -> Path:
    """A copy of it, to be spoilt."""
    return Path(shutil.copytree(kept, tmp_path / "played"))


@pytest.fixture
def port() -> Iterator[int]:
    """A port at which something else listens."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield int(other.getsockname()[1])


def test_a_port_in_use(tmp_path: Path, port: int) -> None:
    """Which one, and what to type instead."""
    assert_told(serve(tmp_path, port), f"Port {port}", "in use", f"--port {port + 1}")


def test_two_servers_on_one_folder(shared: Served) -> None:
    """The second one goes away; the first one has not noticed."""
    assert_told(serve(shared.folder), "Another server is at work", "--data")
    assert shared.console().make().code


@pytest.mark.skipif(sys.platform != "linux", reason="/proc takes no files, not even from root")
def test_a_folder_that_cannot_be_written() -> None:
    """Whether it is there or not."""
    for folder in ("/proc", "/proc/here"):
        assert_told(serve(Path(folder)), folder, "cannot be written", "--data")


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    """Somebody named the database."""
    file = tmp_path / "file"
    file.write_text("x")
    assert_told(serve(file), "cannot be written", "--data")


FOREIGN = {
    "no database": b"This is a letter to my aunt. " * 500,
    "nearly one": b"SQLite format 3\x00" + b"\xff" * 5000,
}


@pytest.mark.parametrize("what", FOREIGN)
def test_a_database_that_is_none(tmp_path: Path, what: str) -> None:
    """Said so, and left as it is."""
    (tmp_path / DATABASE).write_bytes(FOREIGN[what])
    assert_told(serve(tmp_path), "no database of Distant War", "Nothing was changed")
    assert (tmp_path / DATABASE).read_bytes() == FOREIGN[what]


def test_a_database_of_another_program(tmp_path: Path) -> None:
    """Its tables are not ours, and none of ours is added."""
    with closing(sqlite3.connect(tmp_path / DATABASE)) as database:
        database.execute("CREATE TABLE recipes (name TEXT)")
    assert_told(serve(tmp_path), "other tables than ours")
    with closing(sqlite3.connect(tmp_path / DATABASE)) as database:
        assert database.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]


def test_a_database_that_was_cut_off(played: Path) -> None:
    """A copy that did not end: found before the class, and not in the middle of it."""
    file = played / DATABASE
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    assert_told(serve(played), "is damaged", "Nothing was changed")
    assert_told(run("export", "x", "--data", played, "--to", played / "x.zip"), "is damaged")
    assert len(file.read_bytes()) == len(whole) // 2


def changed(folder: Path, statement: str) -> None:
    """The database, after somebody else's statement."""
    with closing(sqlite3.connect(folder / DATABASE)) as database, database:
        database.execute(statement)


def test_a_database_of_a_newer_version(played: Path) -> None:
    """Neither served nor exported."""
    changed(played, "UPDATE settings SET value = '99' WHERE key = 'schema_version'")
    assert_told(serve(played), "newer version", "Nothing was changed")
    assert_told(run("export", "x", "--data", played, "--to", played / "x.zip"), "newer version")


SPOILT = (
    ("version = 99", "was written by newer code"),
    ("kind = 'Teleported'", "was written by newer code"),
    ("body = '{\"at\": tea'", "is damaged"),
    ('body = replace(body, \'"scenario":"\', \'"scenario":"x\')', "is missing"),
    ("position = 2", "events are missing"),
)


def test_a_session_that_cannot_be_read_stops_no_other(played: Path) -> None:
    """Each is named and set aside; the sixth is there, and a new one can be conducted."""
    with closing(sqlite3.connect(played / DATABASE)) as database:
        streams = [row[0] for row in database.execute("SELECT stream FROM events ORDER BY at")]
    for stream, (change, _) in zip(streams, SPOILT, strict=False):
        changed(played, f"UPDATE events SET {change} WHERE stream = '{stream}'")
    server = Served(played).start()
    console = server.console()
    assert console.get("/console").text.count('href="/console/s') == 1
    assert console.make().order("end").status_code == 200
    console.close()
    server.stop()
    told = server.errors().splitlines()
    assert len(told) == len(SPOILT)
    assert all(line.startswith("The session ") for line in told)
    assert all(any(words in line for line in told) for _, words in SPOILT)


def test_a_scenario_with_mistakes_beside_the_others(tmp_path: Path) -> None:
    """It is left out and the terminal says so; the others can be played."""
    root = tmp_path / "copy"
    for folder in ("game", "scenarios", "templates", "static"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (root / "scenarios" / "my-case.yaml").write_text("title: [unclosed\n")
    (tmp_path / "data").mkdir()
    server = Served(tmp_path / "data", root).start()
    offered = server.console().get("/console/new").text
    server.stop()
    assert "my-case" not in offered
    assert "the-straits" in offered
    told = server.errors()
    assert "my-case.yaml is left out" in told
    assert "run.py check" in told
    assert "Traceback" not in told
    checked = run("check", root / "scenarios" / "my-case.yaml")
    assert (checked.returncode, "Traceback" in checked.stderr) == (1, False)
