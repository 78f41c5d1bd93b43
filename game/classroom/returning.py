"""A student comes back to a seat that a bot has held meanwhile."""

from game.classroom.classroom import Classroom
from game.classroom.live import LiveSession
from game.core.commands import HandBack
from game.core.vocabulary import ParticipantId, Refused


def take_back(room: Classroom, live: LiveSession, participant: ParticipantId) -> bool:
    """Hand the participant's seat back if a bot holds it, whoever let it be covered.

    What the bot has sealed in this stage stands until the student seals again.
    """
    place = live.seats.get(participant)
    if place is None or not live.groups[place[0]].state.seats[place[1]].cover:
        return False
    try:
        room.order_group(live, place[0], HandBack(place[1]))
    except Refused:  # over, or handed back a moment ago
        return False
    return True
