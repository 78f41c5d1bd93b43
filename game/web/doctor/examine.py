"""Everything that `run.py doctor` looks at, in the order in which it is told."""

from pathlib import Path

from game.web.clock import now_ms
from game.web.doctor.addresses import own_address, places
from game.web.doctor.asking import version_at
from game.web.doctor.database import database_found
from game.web.doctor.finding import Finding, mend
from game.web.doctor.keeping import keeping_found
from game.web.doctor.machine import (
    allow_connections,
    clock_found,
    files_found,
    packages_found,
    python_found,
)
from game.web.doctor.network import (
    FREE,
    addresses_found,
    outside_found,
    port_found,
    port_state,
    reach_found,
)
from game.web.doctor.trying import tried_server
from game.web.server import DATABASE
from game.web.templating import ROOT

LOCK = ROOT / "requirements.lock"


def examine(host: str, port: int, folder: Path, address: str = "") -> list[Finding]:
    """All findings for a server that would be started so, or that runs so already."""
    database, newest = database_found(folder / DATABASE)
    return [
        python_found(),
        packages_found(LOCK.read_text(encoding="utf-8")),
        files_found(allow_connections()),
        *keeping_found(folder),
        database,
        clock_found(now_ms(), newest),
        *_network(host, port, address.rstrip("/") or f"http://{own_address(host)}:{port}"),
    ]


def _network(host: str, port: int, address: str) -> list[Finding]:
    state = port_state(host, port)
    near = "127.0.0.1" if host in ("", "0.0.0.0") else host
    version = None if state == FREE else version_at(f"http://{near}:{port}")
    known = [port_found(host, port, state, version), *addresses_found(address, places())]
    if state == FREE:
        return [*known, *_tried(host, port, address), *outside_found(address)]
    reached = reach_found(address) if version else []
    return [*known, *reached, *outside_found(address)]


def _tried(host: str, port: int, address: str) -> list[Finding]:
    """With no server there yet, one of ours is started for the moment."""
    with tried_server(host, port) as trouble:
        if trouble:
            return [mend("start", f"The server does not start: {trouble}", "See what it says.")]
        return reach_found(address)
