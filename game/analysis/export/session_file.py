"""session.json: what is known of a class beside its log, its scenario and its claims.

With it and the log a zip can be read as if the class had been played where it is read.
"""

from collections.abc import Collection, Set
from dataclasses import dataclass
from typing import Any

from game.analysis.export.possible import loaded
from game.analysis.predictions import Prediction, Recognition
from game.analysis.sessionlog import Coding, SessionLog
from game.core.vocabulary import (
    Expectation,
    GroupId,
    ParticipantId,
    Recognised,
    SeatId,
    SessionId,
)
from game.log.codec import build, canonical, plain

VERSION = 1
Refused = Set[ParticipantId]


@dataclass(frozen=True, slots=True)
class Participant:
    """A pseudonym. None: never asked, or not known."""

    participant: ParticipantId
    consent: bool | None
    first_play: bool | None


@dataclass(frozen=True, slots=True)
class Placed:
    """A seat that the instructor gave."""

    participant: ParticipantId
    group: GroupId
    seat: SeatId


@dataclass(frozen=True, slots=True)
class Predicted:
    """An answer before round 1. `reason` is None where texts were left out."""

    participant: ParticipantId
    expects: Expectation
    reason: str | None
    at: int


@dataclass(frozen=True, slots=True)
class Recognising:
    """An answer after the game. `clue` is None where texts were left out."""

    participant: ParticipantId
    recognised: Recognised
    round: int | None
    clue: str | None
    at: int


@dataclass(frozen=True, slots=True)
class SessionFile:
    """The whole file. Times are UTC in milliseconds."""

    version: int
    session: SessionId
    title: str
    teacher: str
    created_at: int
    assigned_at: int
    group_size: int
    completed: bool
    simulated: bool
    deals: int
    participants: tuple[Participant, ...]
    placings: tuple[Placed, ...]
    predictions: tuple[Predicted, ...]
    recognitions: tuple[Recognising, ...]
    codings: tuple[Coding, ...]

    def facts(self) -> dict[str, Any]:
        """As fields of a SessionLog."""
        people = self.participants
        return {
            "session": self.session,
            "title": self.title,
            "teacher": self.teacher,
            "created_at": self.created_at,
            "assigned_at": self.assigned_at,
            "group_size": self.group_size,
            "completed": self.completed,
            "simulated": self.simulated,
            "deals": self.deals,
            "consent": {p.participant: p.consent for p in people if p.consent is not None},
            "first_play": {p.participant: p.first_play for p in people if p.first_play is not None},
            "placings": frozenset((p.participant, p.group, p.seat) for p in self.placings),
            "predictions": tuple(
                Prediction(p.participant, p.expects, p.reason or "", p.at) for p in self.predictions
            ),
            "recognitions": tuple(
                Recognition(r.participant, r.recognised, r.round, r.clue or "", r.at)
                for r in self.recognitions
            ),
            "codings": self.codings,
        }


def session_bytes(log: SessionLog, *, texts: bool, research: bool, coded: Collection[str]) -> bytes:
    """The file. `coded`: the ids of the reasons whose codes go with it. `research`: of nobody who
    did not agree."""
    refused = {who for who, agreed in log.consent.items() if not agreed} if research else set()
    told = SessionFile(
        version=VERSION,
        session=log.session,
        title=log.title,
        teacher=log.teacher,
        created_at=log.created_at,
        assigned_at=log.assigned_at,
        group_size=log.group_size,
        completed=log.completed,
        simulated=log.simulated,
        deals=log.deals,
        participants=_participants(log, refused),
        placings=tuple(Placed(*one) for one in sorted(log.placings) if one[0] not in refused),
        predictions=_predicted(log, texts, refused),
        recognitions=_recognising(log, texts, refused),
        codings=tuple(one for one in sorted(log.codings, key=_key) if one.text_id in coded),
    )
    return (canonical(plain(told)) + "\n").encode()


def _key(coding: Coding) -> tuple[str, str]:
    return coding.text_id, coding.coder


def _participants(log: SessionLog, refused: Refused) -> tuple[Participant, ...]:
    known = sorted({*log.consent, *log.first_play} - refused)
    return tuple(Participant(who, log.consent.get(who), log.first_play.get(who)) for who in known)


def _predicted(log: SessionLog, texts: bool, refused: Refused) -> tuple[Predicted, ...]:
    return tuple(
        Predicted(one.participant, one.expects, one.reason if texts else None, one.at)
        for one in sorted(log.predictions, key=lambda one: one.participant)
        if one.participant not in refused
    )


def _recognising(log: SessionLog, texts: bool, refused: Refused) -> tuple[Recognising, ...]:
    return tuple(
        Recognising(one.participant, one.recognised, one.round, one.clue if texts else None, one.at)
        for one in sorted(log.recognitions, key=lambda one: one.participant)
        if one.participant not in refused
    )


def read_session_file(text: str) -> SessionFile:
    """The file as read.

    Raises:
        ValueError: it is none; KeyError and TypeError: it has other keys than it should.
    """
    found = loaded(text)
    if not isinstance(found, dict):
        raise ValueError("it is no object")
    if found.get("version") != VERSION:
        raise ValueError("it is of an unknown version")
    file: SessionFile = build(SessionFile, found)
    return file
