"""Whole class sessions for the tests of tables and exports, played by the real rules."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Any

from game.analysis.claims import claims_hash, claims_text
from game.analysis.history import History, histories
from game.analysis.sessionlog import GroupLog, SessionLog
from game.analysis.tables import tables
from game.classroom.assignment import deal_session
from game.classroom.playthrough import play, with_bots
from game.core.commands import (
    CloseStage,
    CoverSeat,
    EndGame,
    OpenSeat,
    Pause,
    PublishCommunique,
    PutIn,
    Resume,
    SealOrders,
    SealResponse,
    SendCable,
    StateAppraisal,
    StateBelief,
    TakeSeat,
)
from game.core.events import GroupOpened
from game.core.pledges import Asked, Code, Condition
from game.core.rules.defaults import owing
from game.core.vocabulary import (
    ALLY_SEATS,
    Design,
    Distance,
    Move,
    MoveSource,
    ParticipantId,
    Stage,
    Stance,
)
from tests.builders import (
    A1,
    A2,
    A3,
    NOW,
    PATRON,
    Script,
    a_plan,
    a_scenario,
    participants,
    student_moves,
)

SCENARIO = a_scenario()
SHORT = {"cut": "short"}
NASTY = (
    '=cmd|"/c calc"!A1',
    '+1 for standing, -1 for "hedging", ça va?',
    "first line\nsecond line\r\nthird, with 'quotes' and a\ttab",
    "'=already guarded",
    "@everybody: 信じない 🙂",
    "-",
)


def dealt(students: int, **changes: object) -> tuple[GroupOpened, ...]:
    """The openings of a class of this many students."""
    plan = a_plan(**{"scenario": SCENARIO, "claims": claims_hash(), **SHORT, **changes})
    return deal_session(plan, participants(students), NOW)


def scripts(openings: Iterable[GroupOpened]) -> list[Script]:
    """One group each, to be ordered about."""
    return [Script(opened, SCENARIO) for opened in openings]


def logged(played: Iterable[Script], **changes: object) -> SessionLog:
    """The session's log as the tables get it."""
    log = SessionLog(
        session=a_plan().session,
        teacher="T1",
        created_at=NOW - 3_600_000,
        assigned_at=NOW,
        scenario=SCENARIO,
        scenario_text="id: test-straits\ntitle: The Straits\n",
        claims_text=claims_text(),
        group_size=3,
        completed=True,
        simulated=False,
        groups=tuple(GroupLog(item.state.opened.group, tuple(item.log)) for item in played),
    )
    return replace(log, **changes)


def turn(script: Script, silent: Iterable[str] = ()) -> None:
    """Open the next stage; or let everybody but the silent move, and close what stays open.

    Students move as noisy bots would; seats that a bot holds or covers say so.
    """
    if not script.state.open:
        script.opens()
        return
    for seat in [seat for seat in script.state.seats if seat not in silent]:
        bot = script.state.seats[seat].strategy is not None
        by = () if bot else script.state.seats[seat].holders[-1:]
        source = MoveSource.BOT if bot else MoveSource.STUDENT
        for command in student_moves(script.state, seat, "noisy"):
            script.seat(seat, command, source=source, by=by)
    if script.state.open:
        script.do(CloseStage("deadline" if owing(script.state) else "all_moved"))


def to_the_end(script: Script) -> Script:
    """The rest of the game."""
    while script.state.ended is None:
        turn(script)
    return script


def to(script: Script, round_number: int, stage: Stage) -> Script:
    """Play on until this stage of this round is open."""
    while (script.state.open, script.state.round.number, script.state.stage) != (
        True,
        round_number,
        stage,
    ):
        turn(script)
    return script


def finished(students: int, **changes: object) -> SessionLog:
    """A class in which everybody played to the end."""
    return logged([to_the_end(script) for script in scripts(dealt(students, **changes))])


@lru_cache
def d1() -> SessionLog:
    """Two arms of scripted patrons, 4 groups of two allies."""
    return finished(8, design=Design.D1, factors={"script": ("hawk", "restrained")})


@lru_cache
def lottery() -> SessionLog:
    """D2 by lottery: scripted patrons, 3 groups, one of three allies."""
    return finished(7, design=Design.D2_LOTTERY)


@lru_cache
def cards() -> SessionLog:
    """D2 by order card: student patrons, 3 groups, with talk."""
    return finished(10, design=Design.D2_CARDS, cut="full")


@lru_cache
def free() -> SessionLog:
    """D3: student patrons, no cards."""
    return finished(6, design=Design.D3)


@lru_cache
def rehearsal() -> SessionLog:
    """Bots alone, stamped as simulated."""
    openings = dealt(9, design=Design.D2_CARDS, simulated=True)
    everybody = {PATRON: "free_mixed", **dict.fromkeys(ALLY_SEATS, "noisy")}
    streams = [play(SCENARIO, with_bots(item, everybody), reads_posture=False) for item in openings]
    groups = tuple(GroupLog(state.opened.group, tuple(events)) for state, events in streams)
    return replace(logged([]), groups=groups, simulated=True)


@lru_cache
def stopped() -> SessionLog:
    """One group stopped before the crisis of round 3, one in mid-response, one never begun."""
    after_reveal, mid_response, never = scripts(dealt(9, design=Design.D3))
    turn(to(after_reveal, 3, Stage.RESPONSE))
    after_reveal.do(EndGame("stopped"))
    to(mid_response, 2, Stage.RESPONSE).bots_move([A1]).do(EndGame("stopped"))
    return logged([after_reveal, mid_response, never], completed=False)


@lru_cache
def going_on() -> SessionLog:
    """A group in its third round, not ended."""
    (group,) = scripts(dealt(3, design=Design.D2_CARDS))
    return logged([to(group, 3, Stage.COMMITMENT)], completed=False)


@lru_cache
def eventful() -> SessionLog:
    """D3 with everything that can happen: talk, time-outs, covers, a late seat, a mirror, a pause.

    Group 1 talks and seals reasons of every nasty kind; group 2 loses an ally and its patron to
    bots and gets a late seat; group 3 has a mirror pair, is paused, and once the instructor moves.
    """
    talkers, absentees, mirrors = scripts(dealt(9, design=Design.D3, cut="full"))
    for number in range(1, 7):
        _talking_round(talkers, number)
    _losing_seats(absentees)
    to(mirrors, 2, Stage.DISPATCH).do(TakeSeat(A1, ParticipantId("P98")))
    to(mirrors, 2, Stage.RESPONSE).do(Pause()).do(Resume(), wait_ms=60_000)
    _moved_by_the_instructor(to(mirrors, 4, Stage.RESPONSE))
    everybody = participants(9)
    return logged(
        [to_the_end(group) for group in (talkers, absentees, mirrors)],
        consent={name: name != everybody[0] for name in everybody},
        first_play={name: name != everybody[1] for name in everybody},
    )


def _talking_round(script: Script, number: int) -> None:
    text = NASTY[number - 1]
    to(script, number, Stage.CONSULTATION)
    script.seat(A1, SendCable(PATRON, text), PutIn(PATRON, Asked(Code.ASK_GARRISON, 1), False))
    script.seat(A2, PutIn(PATRON, Asked(Code.WARN_ELSEWHERE, condition=Condition.ESCALATE), True))
    script.seat(
        PATRON,
        PublishCommunique(text),
        PutIn(A1, Asked(Code.PROMISE_TO_COME), False),
        PutIn(A2, Asked(Code.ANNOUNCE_DRAWDOWN, round=number + 1), False),
        PutIn(A2, Asked(Code.ASK_UNITS, 1), False),
    )
    to(script, number, Stage.RESPONSE)
    script.seat(A1, StateAppraisal(60, 70, 55), SealResponse(*_backing(), voice=True, reason=text))
    script.seat(A2, StateAppraisal(30, 40, 35), SealResponse(*_leaving(number), False, text[::-1]))
    script.seat(PATRON, SealOrders({A1: True, A2: False}))


def _backing() -> tuple[Move, Stance, int]:
    return Move.STAND, Stance.ENDORSE, 2


def _leaving(number: int) -> tuple[Move, Stance, int]:
    forms = (Move.BUILD_ARMS, Move.ACCOMMODATE, Move.SEEK_PARTNER)
    return forms[number % 3], Stance.DISSOCIATE, 0


def _moved_by_the_instructor(script: Script) -> None:
    """A2's student has said what it believes; the instructor moves for it."""
    script.seat(A2, StateAppraisal(50, 50, 50))
    sealed = SealResponse(*_leaving(1), voice=False, reason="")
    script.seat(A2, sealed, source=MoveSource.INSTRUCTOR, by=())


def _losing_seats(script: Script) -> None:
    """A1 is silent in rounds 1 and 2 and back in 4; A3 opens before 3; P leaves in 5, for good."""
    while script.state.round.number < 3:
        turn(script, silent=(A1,))
        if script.state.stage is Stage.RECKONING and script.state.round.number == 2:
            break
    turn(script)
    script.do(OpenSeat(A3, "corvia", Distance.FAR, ParticipantId("P99")))
    to(script, 4, Stage.DISPATCH).seat(A1, StateBelief(20))
    to(script, 5, Stage.DISPATCH)
    while script.state.round.number < 6:
        turn(script, silent=(PATRON,))
    if not script.state.seats[PATRON].cover:
        script.do(CoverSeat(PATRON, "maximiser"))


ALL = (d1, lottery, cards, free, rehearsal, stopped, going_on, eventful)


def followed(log: SessionLog) -> tuple[History, ...]:
    """Its groups, followed."""
    return histories(log)


def rows(log: SessionLog, name: str, **where: object) -> list[dict[str, Any]]:
    """A table's rows, as values, narrowed down by column."""
    (table,) = [item for item in tables(log, texts=True) if item.name == name]
    found = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return [row for row in found if all(row[key] == value for key, value in where.items())]
