"""A class that has ended enters the archive: its estimates are worked out once, and kept."""

from collections.abc import Mapping

from game.analysis.archive.entries import Entry, entries, keeping
from game.analysis.inference.results import Analysis
from game.analysis.sessionlog import SessionLog
from game.classroom.classroom import Classroom
from game.classroom.enrolment.repeats import played_before
from game.classroom.live import LiveSession
from game.classroom.undoing import may_reopen
from game.web.apart import apart
from game.web.debriefs import DEBRIEFS
from game.web.session_log import session_log


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
    repeats = played_before(room, live)
    analysis = None if repeats else _debriefed(room, live)
    made, files = apart(
        _made, session_log(room, live), live.state.created.title, ended.at, repeats, analysis
    )
    with live.lock:  # not after it has been erased or goes on again
        if live.state.ended is ended and room.session(live.id) is live:
            room.writer.submit(keeping(made, files))
    return made


def _debriefed(room: Classroom, live: LiveSession) -> Analysis | None:
    """The analysis that the debrief shows, which is then made but once; of people alone."""
    if live.state.created.simulated or not live.groups:
        return None
    tested = DEBRIEFS.of(room, live).tested
    return tested.analysis if tested else None


def _made(
    played: SessionLog,
    title: str,
    closed_at: int,
    repeats: tuple[str, ...] | None,
    known: Analysis | None,
) -> tuple[Entry, dict[str, str]]:
    """In a thread of its own, the heavy imports too."""
    from game.analysis.archive.adding import own_entry

    return own_entry(played, title, closed_at, repeats, known)
