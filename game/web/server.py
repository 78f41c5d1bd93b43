"""Run the server: open the store, listen, keep the time, print where to go."""

import logging
import signal
import socket
import sys
from pathlib import Path

import click
import gevent
from gevent.event import Event
from gevent.pywsgi import WSGIServer

from game.classroom.live import LiveSession
from game.log.grouped import Grouped
from game.log.store import Store, StoreProblem
from game.web.app import Served, create_app
from game.web.handler import Handler
from game.web.welcome import welcome

TICK = 0.2  # seconds between two looks at the deadlines
BEAT = 1.0  # seconds between two signs of life in the database
DATABASE = "distant-war.db"
log = logging.getLogger("game")


def serve(host: str, port: int, folder: str, address: str) -> int:
    """Serve until stopped; the exit status."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    try:
        listener = _listen(host, port)
        store = _open_store(Path(folder))
    except (ServerProblem, StoreProblem) as problem:
        click.echo(problem, err=True)
        return 2
    bound = int(listener.getsockname()[1])
    reach = address or f"http://{_own_address(host)}:{bound}"
    served = create_app(Grouped(store), reach.rstrip("/"))
    server, told_to_stop = _start(served, listener)
    for line in welcome(reach.rstrip("/"), bound, served.site.tokens.console, Path(folder)):
        click.echo(line)
    told_to_stop.wait()
    server.stop()
    store.close()
    return 0


class ServerProblem(Exception):  # noqa: N818  a sentence for the person at the terminal
    """The server cannot start; the message says why and what to do."""


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


def _open_store(folder: Path) -> Store:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise ServerProblem(f"The folder {folder} cannot be made: {fault.strerror}.") from fault
    return Store(f"sqlite:///{(folder / DATABASE).resolve()}")


def _own_address(host: str) -> str:
    """The address by which phones in the room reach this machine."""
    if host not in ("", "0.0.0.0"):
        return host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # nothing is sent; it only picks the interface
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


class Pace:
    """Wakes the timekeeper when a group is through, so that the class goes on at once."""

    def __init__(self, served: Served) -> None:
        self._served = served
        self._through: dict[str, LiveSession] = {}
        self._wake = Event()
        self._ticked = 0

    def group_changed(self, session: LiveSession, index: int) -> None:
        """A group that has closed its stage may let the class go on."""
        if not session.groups[index].state.open:
            self.session_changed(session)

    def session_changed(self, session: LiveSession) -> None:
        """Look at this session soon."""
        self._through[session.id] = session
        self._wake.set()

    def list_changed(self, session: LiveSession) -> None:
        """Who is here moves no clock."""

    def keep(self) -> None:
        """Keep the time for ever."""
        while True:
            self._wake.wait(TICK)
            self._wake.clear()
            through, self._through = self._through, {}
            try:
                for live in through.values():
                    self._served.timekeeper.go_on(live)
                self._tick()
            except Exception:  # one session's trouble must not stop the clocks of the others
                log.exception("the timekeeper stumbled")
                gevent.sleep(TICK)

    def _tick(self) -> None:
        """Look at all deadlines, but no more often than need be."""
        now = self._served.site.room.now()
        if now - self._ticked >= 1000 * TICK:
            self._ticked = now
            self._served.timekeeper.tick()

    def beat(self) -> None:
        """Leave a sign of life every second: what a restart measures the absence by."""
        while True:
            self._served.timekeeper.beat()
            gevent.sleep(BEAT)


def _start(served: Served, listener: socket.socket) -> tuple[WSGIServer, Event]:
    """The server running, and the event that a signal sets."""
    pace = Pace(served)
    served.site.room.listeners.append(pace)
    served.timekeeper.wake()
    served.site.hub.start()
    gevent.spawn(pace.keep)
    gevent.spawn(pace.beat)
    told_to_stop = Event()
    server = WSGIServer(listener, served.app, log=None, error_log=log, handler_class=Handler)
    for number in (signal.SIGINT, signal.SIGTERM):
        gevent.signal_handler(number, told_to_stop.set)
    server.start()
    return server, told_to_stop
