"""A class plays to the debrief by the protocol page alone; what was acknowledged is in the log."""

import io
import json
import zipfile
from collections.abc import Iterator

import pytest

from tests.live.plays import WHOLE, Play, Played, Student, played
from tests.live.spoken import KINDS, said, written
from tests.live.stranger import Json

pytestmark = pytest.mark.live

BY_THE_CLOCK = Play("D2", 13, by_hand=False)
PLAYS = [*WHOLE, pytest.param(BY_THE_CLOCK, marks=pytest.mark.slow)]


@pytest.fixture(params=PLAYS, ids=str)
def whole(request) -> tuple[Play, Played]:
    """A session and how it was to be played."""
    return request.param, played(request.param)


def test_a_class_plays_to_the_debrief(whole):
    """Six rounds, nobody stuck, nothing refused but second thoughts that came too late."""
    play, session = whole
    assert len(session.students) == play.size
    for student in session.students:
        public = student.view["public"]
        assert (public["over"], public["end_reason"]) == (True, "completed")
        assert [past["number"] for past in (*public["past"], public["present"])] == [*range(1, 7)]
        assert {answer["code"] for answer in student.refused} <= {"late"}
    assert "Traceback" not in session.errors


def test_every_seat_moved_in_every_round(whole):
    """Each ally has its answer and each student patron its division, of its own making."""
    play, session = whole
    for student in session.students:
        public, ally = student.view["public"], student.view["ally"]
        rounds = (*public["past"], public["present"])
        assert all(past["division"] for past in rounds)
        assert not any(row["bot"] for row in public["allies"])
        if ally:
            assert [b["round"] for b in ally["beliefs"] if None not in b.values()] == [*range(1, 7)]
    patrons = [student for student in session.students if student.view["seat"] == "P"]
    groups = {student.news["group"] for student in session.students}
    assert len(patrons) == (len(groups) if play.design in ("D2", "D3") else 0)


def test_a_group_knows_the_same(whole):
    """What is public is the same in every view of a group."""
    seen: dict[int, Json] = {}
    for student in whole[1].students:
        public = student.view["public"]
        assert seen.setdefault(student.news["group"], public) == public
    assert len(seen) >= 4


def test_what_was_acknowledged_is_in_the_log(whole):
    """Every accepted command is one event, word for word and in order; no refused one is."""
    session = whole[1]
    logged = events_by(session)
    for student in session.students:
        assert logged[student.participant] == [said(message) for message in accepted(student)]


def accepted(student: Student) -> Iterator[Json]:
    """The commands that were answered with ok; none was sent before the last was answered."""
    refused = {answer["id"] for answer in student.refused}
    return (message for message in student.sent if message["id"] not in refused)


def events_by(session: Played) -> dict[str, list[tuple[str, str]]]:
    """What the log says each participant did."""
    done: dict[str, list[tuple[str, str]]] = {}
    with zipfile.ZipFile(io.BytesIO(session.zip)) as archive:
        lines = archive.read("events.jsonl").decode().splitlines()
    for event in map(json.loads, lines):
        body = event["body"]
        if event["kind"] in KINDS.values() and body["source"] == "student":
            (who,) = body["by"]
            done.setdefault(who, []).append((event["kind"], written(body)))
    return done
