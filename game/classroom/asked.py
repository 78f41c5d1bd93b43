"""What students are asked beside the game: before round 1 what they expect, and after the end
whether they recognised the case. Both may be left out, and neither counts for anything.

An answer is the student's last one. The same answer again is no event, so that a form that is
sent twice counts once.
"""

from game.classroom.classroom import Classroom
from game.classroom.live import LiveSession
from game.classroom.session.events import PredictionStated, RecognitionStated
from game.core.vocabulary import Expectation, ParticipantId, Recognised
from game.log.store import Append

MOST_LETTERS = 280


class NotTaken(Exception):  # noqa: N818  an answer: the code of the sentence to show
    """The answer was not written down, and why: over, unasked, early, told, long, round or
    nobody."""


def predictable(live: LiveSession) -> bool:
    """Whether it is asked in this class, and round 1 is yet to come."""
    return live.state.created.predictions and live.state.phase in ("lobby", "dealt")


def recognisable(live: LiveSession) -> bool:
    """Whether there is a case to recognise: a disguised one, played by students to whatever
    end."""
    over = live.state.begun and live.state.ended is not None
    return over and live.scenario.reveal is not None and not live.state.created.simulated


def rounds_played(live: LiveSession) -> int:
    """The highest round that any group has seen."""
    return max((group.state.round.number for group in live.groups), default=0)


def predict(
    room: Classroom,
    live: LiveSession,
    participant: ParticipantId,
    expects: Expectation,
    reason: str = "",
) -> None:
    """Note what the student expects, until round 1 begins.

    Raises:
        NotTaken: nothing was written.
    """
    with live.lock:
        _guard_here(live, participant)
        if not predictable(live):
            raise NotTaken("over" if live.state.created.predictions else "unasked")
        before = live.state.predictions.get(participant)
        stated = PredictionStated(room.now(), participant, expects, _fitting(reason))
        if before and (before.expects, before.reason) == (stated.expects, stated.reason):
            return
        _commit(room, live, stated)
    room.tell_list(live)


def recognise(
    room: Classroom,
    live: LiveSession,
    participant: ParticipantId,
    recognised: Recognised,
    round_number: int | None = None,
    clue: str = "",
) -> None:
    """Note whether the student recognised the case, in which round, and what gave it away.

    Raises:
        NotTaken: nothing was written.
    """
    with live.lock:
        _guard_recognition(live, participant)
        if recognised is Recognised.NO:
            round_number, clue = None, ""
        if round_number is not None and not 1 <= round_number <= rounds_played(live):
            raise NotTaken("round")
        at, fitting = room.now(), _fitting(clue)
        stated = RecognitionStated(at, participant, recognised, round_number, fitting)
        if not _known(live, stated):
            _commit(room, live, stated)
    room.tell_list(live)


def _guard_here(live: LiveSession, participant: ParticipantId) -> None:
    if participant not in live.state.participants:
        raise NotTaken("nobody")


def _guard_recognition(live: LiveSession, participant: ParticipantId) -> None:
    _guard_here(live, participant)
    if not recognisable(live):
        raise NotTaken("early")
    if live.state.told:
        raise NotTaken("told")


def _known(live: LiveSession, stated: RecognitionStated) -> bool:
    before = live.state.recognitions.get(stated.participant)
    return before is not None and (before.recognised, before.round, before.clue) == (
        stated.recognised,
        stated.round,
        stated.clue,
    )


def _fitting(text: str) -> str:
    tidy = " ".join(text.split())
    if len(tidy) > MOST_LETTERS:
        raise NotTaken("long")
    return tidy


def _commit(
    room: Classroom, live: LiveSession, event: PredictionStated | RecognitionStated
) -> None:
    room.writer.submit(Append(live.rows((event,))))
    live.absorb((event,))
