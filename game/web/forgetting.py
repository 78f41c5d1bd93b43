"""The server keeps its dates: at its start and every hour, what is due to be erased is erased."""

import logging

import gevent

from game.classroom.classroom import Classroom
from game.classroom.retention import sweep
from game.log.store import CannotWrite

AN_HOUR = 3600  # seconds
log = logging.getLogger("game")


def keep_dates(room: Classroom) -> None:
    """Look for ever."""
    while True:
        look(room)
        gevent.sleep(AN_HOUR)


def look(room: Classroom) -> None:
    """Erase what is due; a trouble now is tried again in an hour."""
    try:
        if done := sweep(room, room.now()):
            log.warning("The day has come: names, or everything, erased in sessions: %s.", done)
    except CannotWrite as fault:
        log.error("What is due cannot be erased: %s.", fault)
    except Exception:
        log.exception("what is due could not be erased")
