"""A raised hand: a student asks for help, and the instructor alone is told. It is in the log, so
that a restart does not lose it; it is no part of the game."""

from game.classroom.classroom import Classroom
from game.classroom.live import LiveSession
from game.classroom.session.events import HandLowered, HandRaised
from game.core.vocabulary import ParticipantId
from game.log.store import Append


def raise_hand(room: Classroom, live: LiveSession, participant: ParticipantId) -> bool:
    """Ask for help; False if the hand is up already, or there is nobody to help any more."""
    with live.lock:
        here = participant in live.state.participants
        if not here or live.state.ended or _is_up(live, participant):
            return False
        _commit(room, live, HandRaised(room.now(), participant))
    room.tell_list(live)
    return True


def lower_hand(room: Classroom, live: LiveSession, participant: ParticipantId) -> bool:
    """By the student or the instructor; False if it is down."""
    with live.lock:
        if not _is_up(live, participant):
            return False
        _commit(room, live, HandLowered(room.now(), participant))
    room.tell_list(live)
    return True


def _is_up(live: LiveSession, participant: ParticipantId) -> bool:
    return any(one == participant for one, _ in live.state.hands)


def _commit(room: Classroom, live: LiveSession, event: HandRaised | HandLowered) -> None:
    room.writer.submit(Append(live.rows((event,))))
    live.absorb((event,))
