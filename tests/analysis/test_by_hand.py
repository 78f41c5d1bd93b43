"""What the instructor did by hand, as the tables tell it: who left, who was put where, and when."""

from dataclasses import replace

import pytest

from game.analysis.descriptives import describe
from game.analysis.export import export_zip
from game.analysis.idle import idle_spans
from game.core.commands import (
    CloseStage,
    CoverSeat,
    EndGame,
    GiveExtraTime,
    HandBack,
    LeaveSeat,
    Pause,
    ReopenGame,
    Resume,
    SealResponse,
    StateAppraisal,
    TakeSeat,
    UndoClosing,
)
from game.core.events import ClosingUndone, ForcesCommitted, ResponseSealed, StageClosed
from game.core.vocabulary import Design, Move, MoveSource, Stage, Stance
from tests.analysis import played
from tests.analysis.played import rows, to, to_the_end
from tests.analysis.test_export import opened
from tests.builders import A1, A2, PATRON

ARMS = SealResponse(Move.BUILD_ARMS, Stance.SILENT, 1, False, "")
TOO_EARLY = CloseStage("instructor")


def a_class(students=6):
    """Groups of a free patron and two allies."""
    return played.scripts(played.dealt(students, design=Design.D3))


def holder(script, seat):
    """Who has been dealt the seat."""
    return next(setup.holders[0] for setup in script.log[0].seats if setup.seat == seat)


def row_of(log, **where):
    """The one row of an ally."""
    (row,) = rows(log, "ally_rounds", **where)
    return row


@pytest.fixture
def left_in_mid_round():
    """A1 seals in round 2 and is taken off the list before the others have answered."""
    script = to(a_class(3)[0], 2, Stage.RESPONSE)
    gone = holder(script, A1)
    script.seat(A1, StateAppraisal(40, 40, 40), ARMS).do(LeaveSeat(A1, gone))
    return gone, played.logged([to_the_end(script)])


def test_who_sealed_and_was_taken_out_keeps_the_row(left_in_mid_round):
    gone, log = left_in_mid_round
    earlier, row, later = rows(log, "ally_rounds", seat="A1")[:3]
    assert (earlier["player"], earlier["holders"], earlier["bot"]) == (gone, gone, 0)
    assert (row["player"], row["holders"], row["move_source"]) == (gone, gone, "student")
    assert (later["player"], later["holders"], later["bot"]) == (None, None, 1)
    (seat,) = rows(log, "seats", seat="A1")
    assert (seat["holders"], seat["former"], seat["kind"]) == (gone, gone, "student")
    assert (seat["covered"], seat["n_bot"], seat["n_rows"]) == ("left=1", 4, 6)
    (session,) = rows(log, "sessions")
    assert session["n_students"] == 3


def test_a_refusal_goes_with_who_was_taken_out(left_in_mid_round):
    gone, log = left_in_mid_round
    log = replace(log, consent={gone: False})
    consents = [row["consent"] for row in rows(log, "ally_rounds", seat="A1")]
    assert consents == [0, 0, None, None, None, None]
    passed_on = opened(log, texts=True, research=True)
    assert {name for name, content in passed_on.items() if gone.encode() in content} == set()
    assert passed_on["events.jsonl"] == b""


def test_a_move_entered_by_the_instructor_is_the_student_s_row_and_nobody_s_decision():
    log = played.eventful()
    row = next(row for row in rows(log, "ally_rounds") if row["move_source"] == "instructor")
    assert (row["bot"], row["timed_out"], row["decision_ms"]) == (0, 0, None)
    assert row["player"] == row["holders"]
    assert row["belief_after_source"] == "student"
    picture = describe(log)
    by_instructor = [
        answer
        for group in picture.groups
        for played_round in group.rounds
        for answer in played_round.answers
        if answer.source is MoveSource.INSTRUCTOR
    ]
    assert [answer.counted for answer in by_instructor] == [False]
    assert picture.counts.instructor == 1
    agreed = replace(log, consent={row["holders"]: True})
    assert row_of(agreed, group=row["group"], round=row["round"], seat=row["seat"])["consent"] == 1


def test_a_move_entered_for_an_empty_seat_has_no_player():
    (script,) = a_class(3)
    script.do(LeaveSeat(A1, holder(script, A1)))
    to(script, 1, Stage.RESPONSE)
    script.seat(A1, StateAppraisal(1, 1, 1), ARMS, source=MoveSource.INSTRUCTOR, by=())
    row = row_of(played.logged([to_the_end(script)]), round=1, seat="A1")
    assert (row["player"], row["holders"], row["move_source"]) == (None, None, "instructor")


def test_a_stage_opened_again_has_one_row_with_what_counted():
    script = to(a_class(3)[0], 2, Stage.RESPONSE)
    script.seat(A1, StateAppraisal(40, 40, 40), ARMS).do(TOO_EARLY)
    script.opens().do(UndoClosing(30), wait_ms=50_000)
    script.seat(A2, StateAppraisal(60, 60, 60), ARMS)
    log = played.logged([to_the_end(script)])
    mine, other = rows(log, "ally_rounds", round=2)
    assert (mine["reopened"], other["reopened"]) == ("response", "response")
    assert (other["move_source"], other["timed_out"], other["move"]) == ("student", 0, "build_arms")
    events = log.groups[0].events
    posture = [item for item in events if isinstance(item, ForcesCommitted)][1]
    sealed = [item for item in events if isinstance(item, ResponseSealed) and item.seat == A2]
    answered = next(item for item in sealed if item.at > posture.at and item.source == "student")
    closed = next(item.at for item in events if isinstance(item, StageClosed) if item.missed)
    again = next(item.at for item in events if isinstance(item, ClosingUndone))
    assert again - closed > 50_000
    assert other["decision_ms"] == answered.at - posture.at - (again - closed) < 50_000
    assert {row["reopened"] for row in rows(log, "ally_rounds", round=1)} == {None}
    (patron,) = rows(log, "patron_rounds", round=2)
    assert patron["reopened"] == "response"


def test_stages_closed_one_after_the_other_and_opened_again_are_counted_once():
    script = to(a_class(3)[0], 1, Stage.COMMITMENT).do(TOO_EARLY)
    first = script.now
    script.opens().do(TOO_EARLY, wait_ms=10_000).do(Pause(), wait_ms=5_000)
    script.do(UndoClosing(30), wait_ms=5_000).do(UndoClosing(30)).do(Resume(), wait_ms=7_000)
    assert script.state.stage is Stage.COMMITMENT
    assert idle_spans(script.log) == ((first, script.now),)
    log = played.logged([to_the_end(script)])
    assert rows(log, "patron_rounds", round=1)[0]["reopened"] == "commitment"
    assert len(rows(log, "ally_rounds", round=1)) == 2


def test_a_paused_game_that_was_ended_and_opened_again_stood_still_until_it_went_on():
    script = to(a_class(3)[0], 1, Stage.RESPONSE).do(Pause())
    begin = script.now
    script.do(EndGame("stopped")).do(ReopenGame(), wait_ms=60_000).do(Resume(), wait_ms=9_000)
    assert idle_spans(script.log) == ((begin, script.now),)
    log = played.logged([to_the_end(script)])
    assert max(row["decision_ms"] for row in rows(log, "ally_rounds", round=1)) < 60_000
    assert len(rows(log, "ally_rounds")) == 12
    assert rows(log, "sessions")[0]["completed"] == 1


def swapped(*, back: bool):
    """The allies in A1 of two groups change places before round 1; and back again."""
    one, two = a_class()
    here, there = holder(one, A1), holder(two, A1)
    places = [(one, two, here, there)] + ([(one, two, there, here)] if back else [])
    placings = set()
    for left, right, mine, theirs in places:
        left.do(LeaveSeat(A1, mine)).do(TakeSeat(A1, theirs))
        right.do(LeaveSeat(A1, theirs)).do(TakeSeat(A1, mine))
        placings |= {(mine, "S1-G2", A1), (theirs, "S1-G1", A1)}
    groups = [to_the_end(script) for script in (one, two)]
    return played.logged(groups, placings=frozenset(placings))


def test_seats_changed_by_hand_are_not_randomised():
    log = swapped(back=False)
    distances = rows(log, "assignments", factor="distance")
    by_hand = [row for row in distances if row["mechanism"] == "by_instructor"]
    drawn = [row for row in distances if row["mechanism"] == "complete"]
    assert {row["unit_id"] for row in by_hand} == {"S1-G1-A1", "S1-G2-A1"}
    assert {row["unit_id"] for row in drawn} == {"S1-G1-A2", "S1-G2-A2"}
    assert {(row["n_units"], row["n_treated"]) for row in (*by_hand, *drawn)} == {(2, 2)}
    assert {row["placed"] for row in rows(log, "ally_rounds", seat="A1")} == {1}
    assert {row["placed"] for row in rows(log, "ally_rounds", seat="A2")} == {0}
    assert {row["placed"] for row in rows(log, "patron_rounds")} == {0}
    for row in rows(log, "seats"):
        assert row["placed"] == (row["seat"] == "A1")
        assert (row["former"], row["covered"], row["kind"]) == (None, None, "student")


def test_who_was_put_back_where_chance_had_put_them_was_not_placed():
    log = swapped(back=True)
    assert {row["mechanism"] for row in rows(log, "assignments", factor="distance")} == {"complete"}
    assert {row["placed"] for row in rows(log, "ally_rounds")} == {0}


def test_extra_time_is_told_to_the_instructor_alone():
    one, two = a_class()
    to(one, 2, Stage.DISPATCH).do(GiveExtraTime(A1, 50))
    log = played.logged([to_the_end(one), to_the_end(two)])
    mine = [row["extra_time"] for row in rows(log, "ally_rounds", group="S1-G1", seat="A1")]
    assert mine == [0, 50, 50, 50, 50, 50]
    assert rows(log, "seats", group="S1-G1", seat="A1")[0]["extra_time"] == 50
    files = opened(log, research=True)
    assert b"ExtraTimeGiven" not in files["events.jsonl"]
    assert b'"stream":"S1-G2"' in files["events.jsonl"]
    assert export_zip(log, texts=False, research=True) != export_zip(log, texts=False)
    for name in ("ally_rounds", "patron_rounds", "seats"):
        heads, *lines = files[f"{name}.csv"].decode().splitlines()
        place = heads.split(",").index("extra_time")
        assert {line.split(",")[place] for line in lines} == {""}, name


def test_covers_are_counted_by_reason():
    script = to(a_class(3)[0], 2, Stage.DISPATCH)
    for _ in range(2):
        script.do(CoverSeat(A1, "maximiser", "instructor")).do(HandBack(A1))
    script.do(CoverSeat(PATRON, "maximiser", "timeouts"))
    log = played.logged([to_the_end(script)])
    covered = {row["seat"]: row["covered"] for row in rows(log, "seats")}
    assert covered == {"P": "timeouts=1", "A1": "instructor=2", "A2": None}
