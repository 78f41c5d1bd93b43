"""A class that has ended enters the archive: its estimates are worked out once, and kept."""

import logging
from collections.abc import Mapping

import gevent

from game.analysis.archive.entries import Entry, entries, keeping
from game.analysis.sessionlog import SessionLog
from game.classroom.classroom import Classroom
from game.classroom.enrolment.repeats import played_before
from game.classroom.live import LiveSession
from game.classroom.undoing import may_reopen
from game.log.store import CannotWrite
from game.web.apart import apart
from game.web.session_log import session_log

log = logging.getLogger("game")


class Archivist:
    """Listens for the end of a game."""

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def group_changed(self, session: LiveSession, index: int) -> None:
        """What goes on in a group is not its concern."""

    def list_changed(self, session: LiveSession) -> None:
        """Nor who comes in."""

    def session_changed(self, session: LiveSession) -> None:
        """Once it has ended, beside everything else that then happens."""
        if session.state.ended is not None and session.groups:
            gevent.spawn(self._keep, session)

    def _keep(self, session: LiveSession) -> None:
        try:
            kept_of(self._room, session, kept(self._room))
        except CannotWrite as fault:
            log.error("A class cannot be put into the archive: %s.", fault)
        except Exception:
            log.exception("a class cannot be put into the archive")


def kept(room: Classroom) -> dict[str, Entry]:
    """What is in the archive, by session."""
    return {one.session: one for one in room.writer.read(entries)}


def kept_of(room: Classroom, live: LiveSession, known: Mapping[str, Entry]) -> Entry | None:
    """The entry of a session of this server; made now if it has ended and has none. None while it
    goes on, or still may: an end that was taken back does not count."""
    ended, found = live.state.ended, known.get(live.id)
    if ended is None or may_reopen(live):
        return None
    if found and found.closed_at == ended.at:
        return found
    made, files = apart(_made, session_log(room, live), live.state.created.title, ended.at,
                        played_before(room, live))  # fmt: skip
    with live.lock:  # not after it has been erased or goes on again
        if live.state.ended is ended and room.session(live.id) is live:
            room.writer.submit(keeping(made, files))
    return made


def _made(
    played: SessionLog, title: str, closed_at: int, repeats: tuple[str, ...] | None
) -> tuple[Entry, dict[str, str]]:
    """In a thread of its own, the heavy imports too."""
    from game.analysis.archive.adding import own_entry

    return own_entry(played, title, closed_at, repeats)
