"""Who of those here is whom of the class list, and what follows for their clocks."""

from game.classroom.classroom import Classroom
from game.classroom.enrolment.lines import Enrolled
from game.classroom.live import LiveSession
from game.core.vocabulary import ParticipantId


def bound(room: Classroom, live: LiveSession) -> dict[ParticipantId, Enrolled]:
    """Who of those here is which student of the list."""
    here = set(live.state.participants)
    lines = room.enrolled(live.id)
    return {one.participant: one for one in lines if one.participant and one.participant in here}


def extra_percent(room: Classroom, live: LiveSession) -> dict[ParticipantId, int]:
    """The percent of extra time, by participant; who has none is not in it."""
    return {who: line.extra_time for who, line in bound(room, live).items() if line.extra_time}
