"""The server's heartbeat: wakes the timekeeper, and leaves a sign of life every second."""

import logging

import gevent
from gevent.event import Event

from game.classroom.live import LiveSession
from game.log.store import CannotWrite
from game.web.app import Served

TICK = 0.2  # seconds between two looks at the deadlines
BEAT = 1.0  # seconds between two signs of life in the database
log = logging.getLogger("game")


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
            except CannotWrite:  # which `beat` reports
                gevent.sleep(TICK)
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
        trouble = ""
        while True:
            try:
                self._served.timekeeper.beat()
            except CannotWrite as fault:
                _tell_once(str(fault), trouble)
                trouble = str(fault)
            else:
                trouble = _relieved(trouble)
            gevent.sleep(BEAT)


def _tell_once(trouble: str, told: str) -> None:
    if trouble != told:
        log.error("Nothing can be stored, and every move is refused: %s. Make room.", trouble)


def _relieved(trouble: str) -> str:
    if trouble:
        log.warning("Moves are stored again.")
    return ""
