"""What the tables of an export without session.json say of the class beside its log."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from game.analysis.export.delimited import read_csv
from game.analysis.export.unpacking import NAME, Packed
from game.analysis.predictions import Prediction, Recognition
from game.analysis.sessionlog import Coding, GroupLog, Placing
from game.core.vocabulary import (
    Expectation,
    GroupId,
    ParticipantId,
    Recognised,
    SeatId,
    SessionId,
)

Raw = dict[str, str]
ROUNDS = ("ally_rounds", "patron_rounds")
YES_OR_NO = {"0": False, "1": True}


def facts_of_tables(packed: Packed, groups: tuple[GroupLog, ...]) -> Mapping[str, Any]:
    """As fields of a SessionLog; what no table says is left at its default.

    Raises:
        KeyError, ValueError: a table is not what it should be.
    """
    seats, answers = _rows(packed, "seats"), _rows(packed, "answers")
    about = next(iter(_rows(packed, "sessions")), {})
    created = _moment(about["created_at"]) if about else _first(groups)
    return {
        "session": SessionId(packed.said("session", NAME)),
        "title": "",
        "teacher": about.get("teacher", ""),
        "created_at": created,
        "assigned_at": _moment(about["assigned_at"]) if about else created,
        "group_size": int(about["group_size"]) if about else 0,
        "completed": about.get("completed") == "1",
        "simulated": packed.manifest.get("simulated") is True,
        "deals": int(about.get("deals") or 1),
        "consent": _consent(seats, answers),
        "first_play": _known("first_play", answers, *(_rows(packed, name) for name in ROUNDS)),
        "placings": frozenset(_placings(seats, groups)),
        "predictions": tuple(_predictions(answers)),
        "recognitions": tuple(_recognitions(answers)),
        "codings": tuple(_codings(_rows(packed, "codes"))),
    }


def _rows(packed: Packed, table: str) -> list[Raw]:
    return read_csv(packed.text(f"{table}.csv").encode())


def _moment(iso: str) -> int:
    return round(datetime.fromisoformat(iso).timestamp() * 1000)


def _first(groups: tuple[GroupLog, ...]) -> int:
    return min((group.opened.at for group in groups), default=0)


def _consent(seats: list[Raw], answers: list[Raw]) -> dict[ParticipantId, bool]:
    """Exact where somebody answered or held a seat alone; of a refusal among several holders it is
    not known whose it was: then all of them count as having refused."""
    found = _known("consent", answers)
    for agreed in (False, True):  # who is in a seat where all agreed, did
        for row in seats:
            if YES_OR_NO.get(row["consent"]) is agreed:
                told = {ParticipantId(who): agreed for who in row["holders"].split("+") if who}
                found = {**found, **told} if agreed else {**told, **found}
    return found


def _known(column: str, *tables: Iterable[Raw]) -> dict[ParticipantId, bool]:
    """By pseudonym, of rows that are about one student."""
    return {
        ParticipantId(row["player"]): YES_OR_NO[row[column]]
        for table in tables
        for row in table
        if row["player"] and row[column] in YES_OR_NO
    }


def _placings(seats: list[Raw], groups: tuple[GroupLog, ...]) -> Iterator[Placing]:
    """Of a seat that was filled by hand: those who hold it and had not been dealt it."""
    dealt = {
        (group.group, setup.seat): setup.holders for group in groups for setup in group.opened.seats
    }
    for row in seats:
        if row["placed"] == "1":
            place = GroupId(row["group"]), SeatId(row["seat"])
            for who in row["holders"].split("+"):
                if who and who not in dealt.get(place, ()):
                    yield ParticipantId(who), *place


def _predictions(answers: list[Raw]) -> Iterator[Prediction]:
    for row in answers:
        if row["question"] == "prediction":
            who, expects = ParticipantId(row["player"]), Expectation(row["answer"])
            yield Prediction(who, expects, row["text"], _moment(row["at"]))


def _recognitions(answers: list[Raw]) -> Iterator[Recognition]:
    for row in answers:
        if row["question"] == "recognition":
            number = int(row["round"]) if row["round"] else None
            who, recognised = ParticipantId(row["player"]), Recognised(row["answer"])
            yield Recognition(who, recognised, number, row["text"], _moment(row["at"]))


def _codings(codes: list[Raw]) -> Iterator[Coding]:
    for row in codes:
        at, blind = _moment(row["coded_at"]), YES_OR_NO[row["blind"]]
        yield Coding(row["text_id"], row["coder"], row["code"], at, blind)
