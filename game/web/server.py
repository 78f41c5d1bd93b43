"""Run the server: open the store, listen, keep the time, print where to go."""

import logging
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import click
import gevent
from gevent.event import Event
from gevent.pywsgi import WSGIServer

from game.classroom.codes import shown
from game.log.grouped import Grouped
from game.log.store import CannotWrite, Store, StoreProblem
from game.web.app import Served, create_app
from game.web.console_new import left_out
from game.web.doctor.addresses import own_address
from game.web.doctor.machine import allow_connections
from game.web.forgetting import keep_dates
from game.web.handler import Handler
from game.web.holding import ServerProblem, hold
from game.web.pace import Pace
from game.web.welcome import welcome

DATABASE = "distant-war.db"
log = logging.getLogger("game")


def serve(host: str, port: int, folder: str, address: str, password: str = "") -> int:
    """Serve until stopped; the exit status."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    try:
        listener = _listen(host, port)
        bound = int(listener.getsockname()[1])
        reach = address or f"http://{own_address(host)}:{bound}"
        held = hold(Path(folder))
        store = Store(f"sqlite:///{(Path(folder) / DATABASE).resolve()}")
        served = create_app(Grouped(store), reach.rstrip("/"), password)
    except (ServerProblem, StoreProblem) as problem:
        click.echo(problem, err=True)
        return 2
    allow_connections()
    for notice in (*left_out(), *_set_aside(served)):
        click.echo(notice, err=True)
    server, told_to_stop = _start(served, listener)
    for line in welcome(reach.rstrip("/"), bound, served.site.tokens.console, Path(folder)):
        click.echo(line)
    told_to_stop.wait()
    server.stop()
    with suppress(CannotWrite):
        served.timekeeper.beat()  # the last sign of life: the clock stands from here on
    store.close()
    held.close()
    return 0


def _set_aside(served: Served) -> Iterator[str]:
    """A sentence for each session that this version cannot read."""
    for code, why in served.site.room.unreadable.items():
        yield (
            f"The session {shown(code)} cannot be read: {why}. It was left as it is, and the "
            "others go on. The version that wrote it can open it."
        )


def _listen(host: str, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform != "win32":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    # Connections inherit it: a view that follows an acknowledgement does not wait 40 ms for it.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        listener.bind((host, port))
    except OSError as fault:
        raise ServerProblem(_why_not(host, port, fault)) from fault
    listener.listen(1024)
    listener.setblocking(False)
    return listener


def _why_not(host: str, port: int, fault: OSError) -> str:
    other = port + 1 if port < 65535 else 8000
    return (
        f"Port {port} on {host} cannot be used: {fault.strerror}. Another server may be running "
        f"there, perhaps this one. Stop it, or start with: python3 run.py serve --port {other}"
    )


def _start(served: Served, listener: socket.socket) -> tuple[WSGIServer, Event]:
    """The server running, and the event that a signal sets."""
    pace = Pace(served)
    served.site.room.listeners.append(pace)
    served.timekeeper.wake()
    served.site.hub.start()
    gevent.spawn(pace.keep)
    gevent.spawn(pace.beat)
    gevent.spawn(pace.age)
    gevent.spawn(keep_dates, served.site.room)
    told_to_stop = Event()
    server = WSGIServer(listener, served.app, log=None, error_log=log, handler_class=Handler)
    for number in (signal.SIGINT, signal.SIGTERM):
        gevent.signal_handler(number, told_to_stop.set)
    server.start()
    return server, told_to_stop
