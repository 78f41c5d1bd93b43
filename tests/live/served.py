"""A real server: `run.py serve` in a process of its own, on a free port, in its own folder."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TextIO

import requests

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"http://127\.0\.0\.1:(\d+)/console\?token=(\S+)")
REFUSED = " WARNING refused: "
PATIENCE = 60  # seconds for a start on a slow machine


class Served:
    """A server that can be killed and started again where it was."""

    def __init__(self, folder: Path, root: Path = ROOT, *more: str, **environ: str) -> None:
        self.folder = folder
        self.more = more  # options of `serve`
        self.environ = environ
        self.root = root
        self.port = 0
        self.token = ""
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> "Served":
        """Start it (again, on the same port) and wait until it says that it runs."""
        self.spawn()
        self._read_link()
        return self

    def spawn(self) -> None:
        """Start it, and do not wait."""
        command = [
            sys.executable, "-P", "-m", "game.cli", "serve",
            "--host", "127.0.0.1", "--port", str(self.port), "--data", str(self.folder), *self.more,
        ]  # fmt: skip
        with (self.folder / "stderr.txt").open("a") as errors:
            self.process = self._run(command, errors)

    def _run(self, command: list[str], errors: TextIO) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            command,
            cwd=self.root,
            env={
                **os.environ,
                "PYTHONPATH": str(self.root),
                "PYTHONUNBUFFERED": "1",
                **self.environ,
            },
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )

    def _read_link(self) -> None:
        assert self.process
        assert self.process.stdout
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            line = self.process.stdout.readline()
            if found := LINK.search(line):
                self.port, self.token = int(found[1]), found[2]
                return
            if not line and self.process.poll() is not None:
                break
        self.kill()
        raise AssertionError(f"the server did not start: {self.errors()}")

    def kill(self) -> None:
        """As a power cut does it."""
        self.end(signal.SIGKILL)

    def stop(self) -> None:
        """As Ctrl+C does it."""
        self.end(signal.SIGINT)

    def end(self, number: int) -> int:
        """Send it a signal and wait until it is gone; its exit status."""
        assert self.process
        if self.process.poll() is None:
            self.process.send_signal(number)
            self.process.wait(timeout=PATIENCE)
        if self.process.stdout:
            self.process.stdout.close()
        return self.process.returncode

    def errors(self) -> str:
        """What it wrote to standard error, without the lines on who was turned away."""
        return "".join(line for line in self._lines() if REFUSED not in line)

    def refusals(self) -> list[str]:
        """What it wrote on who was turned away."""
        return [line.rstrip() for line in self._lines() if REFUSED in line]

    def _lines(self) -> list[str]:
        return (self.folder / "stderr.txt").read_text().splitlines(keepends=True)

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def close(self) -> None:
        """Kill it, and let go of what was read from it."""
        self.kill()

    def console(self) -> "Console":
        """The instructor's browser, come in by the printed link."""
        return Console(self)


class Console:
    """The instructor: makes sessions and conducts them by the console's own forms."""

    def __init__(self, served: Served) -> None:
        self._served = served
        self.root = served.url
        self.http = requests.Session()
        answer = self.http.get(f"{served.url}/console", params={"token": served.token})
        assert answer.status_code == 200, answer.text

    @property
    def url(self) -> str:
        """Where the server listens."""
        return self._served.url

    def close(self) -> None:
        """Close the browser."""
        self.http.close()

    def make(self, **choices: str) -> "ClassSession":
        """A session by the form; what is not chosen is the recommended seminar without talk."""
        form = {
            "scenario": "the-straits",
            "cut.the-straits": "full",
            "design": "D2",
            "group_size": "3",
            "timers": "1",
            "pace": "clock",
            **choices,
        }
        form = {name: value for name, value in form.items() if value}
        answer = self.http.post(f"{self._served.url}/console/new", data=form)
        assert answer.status_code == 200, answer.text
        return ClassSession(self, answer.url.rsplit("/", 1)[1])

    def get(self, path: str) -> requests.Response:
        """A page of the console."""
        return self.http.get(self._served.url + path)

    def post(self, path: str, **fields: str) -> requests.Response:
        """A form of the console."""
        return self.http.post(self._served.url + path, data=fields)


class ClassSession:
    """One session on the console."""

    def __init__(self, console: Console, session: str) -> None:
        self._console = console
        self.http = console.http
        self.id = session
        page = console.get(f"/console/{session}").text
        found = re.search(r"/wall/([A-Z0-9]{6})", page)
        assert found, page
        self.code = found[1]

    def order(self, action: str, **fields: str) -> requests.Response:
        """Press a button; the answer's status tells whether it was taken."""
        return self._console.post(f"/console/{self.id}/{action}", **fields)

    def url(self, path: str = "") -> str:
        """Where this session's console lives, or a page below it."""
        return f"{self._console.root}/console/{self.id}{path}"

    def page(self) -> str:
        """The console of this session."""
        return self._console.get(f"/console/{self.id}").text

    def export(self, query: str = "") -> bytes:
        """The zip to take home."""
        answer = self._console.get(f"/console/{self.id}/export.zip{query}")
        assert answer.status_code == 200, answer.text
        return answer.content
