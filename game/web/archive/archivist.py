"""What the archive does of itself: who has ended comes in, what is erased is forgotten."""

import logging

import gevent

from game.classroom.classroom import Classroom
from game.classroom.live import LiveSession
from game.log.store import CannotWrite
from game.web.archive.keeping import kept, kept_of
from game.web.archive.together import TOGETHER
from game.web.debriefs import DEBRIEFS

log = logging.getLogger("game")


class Archivist:
    """Listens for the end of a game, and for the day on which all of it is erased."""

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def group_changed(self, session: LiveSession, index: int) -> None:
        """What goes on in a group is not its concern."""

    def list_changed(self, session: LiveSession) -> None:
        """Nor who comes in."""

    def session_changed(self, session: LiveSession) -> None:
        """Once it has ended, beside everything else that then happens."""
        if not self._room.made_here(session.id):
            DEBRIEFS.forget(session.id)
            TOGETHER.forget(session.id)
        elif session.state.ended is not None and session.groups:
            gevent.spawn(self._keep, session)

    def _keep(self, session: LiveSession) -> None:
        try:
            kept_of(self._room, session, kept(self._room))
        except CannotWrite as fault:
            log.error("A class cannot be put into the archive: %s.", fault)
        except Exception:
            log.exception("a class cannot be put into the archive")
