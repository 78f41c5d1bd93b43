"""The server's heartbeat: wakes the timekeeper, and leaves a sign of life every second."""

import logging
import time
from collections.abc import Callable

import gevent
from gevent.event import Event

from game.classroom.live import LiveSession
from game.log.store import CannotWrite
from game.web.app import Served

TICK = 0.2  # seconds between two looks at the deadlines
ASLEEP_MS = 3_000  # between two looks: the machine slept, or its clock was set
BEAT = 1.0  # seconds between two signs of life in the database
AGEING = 5.0  # seconds between two looks at who was seen when
log = logging.getLogger("game")


class Pace:
    """Wakes the timekeeper when a group is through, so that the class goes on at once."""

    def __init__(self, served: Served) -> None:
        self._served = served
        self._through: dict[str, LiveSession] = {}
        self._wake = Event()
        self._looked = 0
        self._stumbled: set[str] = set()

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
        looked = 0.0
        while True:
            self._wake.wait(TICK)
            self._wake.clear()
            through, self._through = self._through, {}
            for live in through.values():
                self._safely(self._served.timekeeper.go_on, live)
            if time.monotonic() - looked >= TICK:
                looked = time.monotonic()
                self.look()

    def look(self) -> None:
        """Look at all deadlines; after a sleep of the machine, give its time back first."""
        keeper, before = self._served.timekeeper, self._looked
        self._looked = self._served.site.room.now()
        slept = before and self._looked - before > ASLEEP_MS
        for live in keeper.running():
            if slept:
                self._safely(lambda one: keeper.give_back(one, before), live)
            self._safely(keeper.serve, live)

    def _safely(self, step: Callable[[LiveSession], None], live: LiveSession) -> None:
        """One session's trouble must not stop the clocks of the others."""
        try:
            step(live)
        except CannotWrite:
            pass  # which `beat` reports
        except Exception:
            if live.id not in self._stumbled:
                log.exception("the clock of session %s stumbles", live.state.created.code)
            self._stumbled.add(live.id)

    def beat(self) -> None:
        """Leave a sign of life every second: what a restart measures the absence by."""
        trouble = ""
        while True:
            try:
                self._served.timekeeper.beat()
            except CannotWrite as fault:
                _tell_once(str(fault), trouble)
                trouble = str(fault)
            except Exception:
                log.exception("no sign of life could be stored")
            else:
                trouble = _relieved(trouble)
            gevent.sleep(BEAT)

    def age(self) -> None:
        """“Seen a minute ago” becomes two minutes without anything having happened."""
        while True:
            gevent.sleep(AGEING)
            try:
                self._served.site.aged()
            except Exception:
                log.exception("who was seen when cannot be said")


def _tell_once(trouble: str, told: str) -> None:
    if trouble != told:
        log.error("Nothing can be stored, and every move is refused: %s. Make room.", trouble)


def _relieved(trouble: str) -> str:
    if trouble:
        log.warning("Moves are stored again.")
    return ""
