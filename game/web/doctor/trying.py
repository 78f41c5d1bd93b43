"""A server of ours for a moment, so that what it will be reached by can be tried before class."""

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from game.web.templating import ROOT

PATIENCE = 60  # seconds for a start on a slow machine
READY = "Stop with Ctrl+C"


@contextmanager
def tried_server(host: str, port: int) -> Iterator[str]:
    """A real server with an empty database; gives why it did not start, or nothing."""
    with tempfile.TemporaryDirectory(prefix="distant-war-doctor-") as folder:
        command = [sys.executable, "-P", "-m", "game.cli", "serve"]
        command += ["--host", host, "--port", str(port), "--data", folder]
        errors = Path(folder) / "errors.txt"
        with errors.open("w", encoding="utf-8") as told, _started(command, told) as server:
            ready = _ready(server)
            yield "" if ready else errors.read_text("utf-8", "replace").strip() or "no reason given"
            server.terminate()
            server.communicate()


def _started(command: list[str], errors: object) -> "subprocess.Popen[str]":
    settings = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    settings["PYTHONIOENCODING"] = "utf-8"
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
        command, env=settings, stdout=subprocess.PIPE, stderr=errors, encoding="utf-8"
    )


def _ready(server: "subprocess.Popen[str]") -> bool:
    """Wait until it says that it runs, or ends."""
    assert server.stdout
    tired = threading.Timer(PATIENCE, server.kill)
    tired.start()
    try:
        return any(READY in line for line in server.stdout)
    finally:
        tired.cancel()
