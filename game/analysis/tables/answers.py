"""answers: what students were asked beside the game, a row for each answer."""

from collections.abc import Iterator

from game.analysis.codebook import Row
from game.analysis.predictions import Prediction, Recognition
from game.analysis.sessionlog import SessionLog
from game.analysis.tables.cells import bit, iso, word


def answer_rows(log: SessionLog) -> Iterator[Row]:
    """Predictions, then recognitions, each by pseudonym: the order of answering tells nothing."""
    for said in sorted(log.predictions, key=lambda one: one.participant):
        own: Row = {"answer": word(said.expects), "round": None, "text": word(said.reason)}
        yield _row(log, said, {"question": "prediction", **own})
    for heard in sorted(log.recognitions, key=lambda one: one.participant):
        own = {"answer": word(heard.recognised), "round": heard.round, "text": word(heard.clue)}
        yield _row(log, heard, {"question": "recognition", **own})


def _row(log: SessionLog, said: Prediction | Recognition, own: Row) -> Row:
    who = said.participant
    return {
        "session": log.session,
        "player": who,
        **own,
        "at": iso(said.at),
        "consent": bit(log.consent_of([who])),
        "first_play": bit(log.first_play_of([who])),
        "simulated": bit(log.simulated),
    }
