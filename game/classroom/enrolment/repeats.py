"""Who had played before, as far as class lists say so: pseudonyms are new in every session."""

from game.classroom.classroom import Classroom
from game.classroom.live import LiveSession
from game.core.vocabulary import ParticipantId


def played_before(room: Classroom, live: LiveSession) -> tuple[ParticipantId, ...] | None:
    """Who of this session held a seat in an earlier one of this server, by student number, e-mail
    or login. None where this session has no class list, so that nobody can know."""
    lines = room.enrolled(live.id)
    if not lines:
        return None
    known = {key for other in _earlier(room, live) for key in _keys_played(room, other)}
    return tuple(
        line.participant
        for line in lines
        if line.participant and not known.isdisjoint(map(str.casefold, line.keys))
    )


def _earlier(room: Classroom, live: LiveSession) -> list[LiveSession]:
    made = live.state.created.at
    found = [one for one in room.sessions() if one.state.created.at < made and one.state.begun]
    return [one for other in found if (one := room.session(other.id))]


def _keys_played(room: Classroom, live: LiveSession) -> set[str]:
    return {
        key.casefold()
        for line in room.enrolled(live.id)
        if line.participant in live.seats
        for key in line.keys
    }
