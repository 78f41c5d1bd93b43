"""The two questions beside the game: what a student's page asks, and the routes of the answers."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from flask import make_response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from game.classroom.asked import (
    NotTaken,
    predict,
    predictable,
    recognisable,
    recognise,
    rounds_played,
)
from game.classroom.live import LiveSession
from game.core.vocabulary import Expectation, ParticipantId, Recognised
from game.web.answers import accepted, refused
from game.web.limits import Pace
from game.web.obeying import TOO_MANY, seat_key
from game.web.paths import PATHS
from game.web.presenters.asked import (
    NOTHING_ASKED,
    Asked,
    Prediction,
    Recognition,
    prediction,
    recognition,
)
from game.web.render import plain_page
from game.web.site import Site, Visitor
from game.web.wording import TOO_FAST
from game.web.wording.asked import NOT_TAKEN

Word = TypeVar("Word", bound=StrEnum)
Reply = AnyResponse | tuple[str, int]


def asked_of(live: LiveSession, participant: ParticipantId) -> Asked:
    """What is asked of this student now, with the answer given; after the end, what was."""
    if live.state.phase == "play":
        return NOTHING_ASKED
    return Asked(_prediction(live, participant), _recognition(live, participant))


def _prediction(live: LiveSession, participant: ParticipantId) -> Prediction | None:
    given = live.state.predictions.get(participant)
    if given:
        return prediction(participant, given.expects, given.reason)
    return prediction(participant) if predictable(live) else None


def _recognition(live: LiveSession, participant: ParticipantId) -> Recognition | None:
    if not recognisable(live):
        return None
    given = live.state.recognitions.get(participant)
    said = (given.recognised, given.round, given.clue) if given else None
    return recognition(participant, rounds_played(live), said, is_open=not live.state.told)


def answer_prediction(site: Site, visitor: Visitor) -> Reply:
    """The form of the lobby was sent."""
    return _answered(site, visitor, _predict, PATHS.play)


def answer_recognition(site: Site, visitor: Visitor) -> Reply:
    """The form of the debrief was sent."""
    return _answered(site, visitor, _recognise, f"{PATHS.debrief}#recognised")


def _predict(site: Site, visitor: Visitor) -> None:
    expects = _chosen("expects", Expectation)
    predict(site.room, visitor.live, visitor.entry.participant, expects, _text("reason"))


def _recognise(site: Site, visitor: Visitor) -> None:
    said, typed = _chosen("recognised", Recognised), _text("round")
    number = int(typed) if typed.isdecimal() and len(typed) < 3 else None
    if typed and number is None:
        raise NotTaken("round")
    who = visitor.entry.participant
    recognise(site.room, visitor.live, who, said, number, _text("clue"))


def _answered(
    site: Site, visitor: Visitor, note: Callable[[Site, Visitor], None], to: str
) -> Reply:
    """Note the answer, and back to where it was given; or say why it was not taken."""
    by_script = request.accept_mimetypes.best == "application/json"
    code, status = _noted(site, visitor, note)
    if not code:
        return make_response(accepted()) if by_script else redirect(to, 303)
    sentence = TOO_FAST if code == TOO_MANY else NOT_TAKEN[code]
    if by_script:
        return make_response(refused(code, sentence), status)
    return plain_page("refused", sentence=sentence), status


def _noted(site: Site, visitor: Visitor, note: Callable[[Site, Visitor], None]) -> tuple[str, int]:
    """Why the answer was not taken, empty if it was; and the status that says so."""
    if site.limits.seats.take(seat_key(visitor)) is not Pace.FINE:
        return TOO_MANY, 429
    try:
        if request.form.get("_who", visitor.entry.participant) != visitor.entry.participant:
            raise NotTaken("not_yours")
        note(site, visitor)
    except NotTaken as reason:
        return str(reason), 409
    return "", 200


def _chosen(field: str, words: type[Word]) -> Word:
    try:
        return words(request.form.get(field, ""))
    except ValueError:
        raise NotTaken("choose") from None


def _text(field: str) -> str:
    return request.form.get(field, "")
