"""No group stood still longer than its clock allows, and no outage took or gave time twice."""

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise

from game.classroom.live import LiveGroup
from game.core.state import GroupState
from game.log.store import Row
from tests.live.chaos.log import Log
from tests.live.chaos.power import Outage

GRACE = 1_000  # ms: a move of the last moment is still on its way
Span = tuple[int, int]


def assert_clocks(log: Log, outages: Sequence[Outage], slack: int) -> float:
    """Of each group; the longest that a stage was left open after its time, in seconds.

    `slack`: the milliseconds that a machine with too much to do may be late.
    """
    latest = 0
    for rows in log.groups.values():
        group = LiveGroup.from_rows(log.scenario, rows[:1])
        for before, row in pairwise(rows):
            _assert_given_once(before, row)
            if row.kind == "StageClosed":
                latest = max(latest, _assert_in_time(group.state, row, slack))
            group.catch_up([row])
        _assert_given(rows, outages)
    _assert_went_on(log, outages, slack)
    return latest / 1000


def _assert_in_time(state: GroupState, closed: Row, slack: int) -> int:
    """Closed by its deadline, as moved by pauses and outages; how late, in milliseconds."""
    assert state.deadline is not None
    late = closed.at - state.deadline - GRACE
    assert late <= slack, f"{closed.stream}: {state.stage} closed {late} ms late"
    reason = json.loads(closed.body)["reason"]
    assert reason != "deadline" or closed.at >= state.deadline, closed
    return late


def _assert_given_once(before: Row, row: Row) -> None:
    """A time that is given back begins after everything that had happened."""
    if row.kind == "ClockShifted":
        since = row.at - json.loads(row.body)["by_ms"]
        assert since >= before.at, f"{row.stream}: given back twice: {before} {row}"


def _assert_given(rows: list[Row], outages: Sequence[Outage]) -> None:
    """Whoever had a stage open when the plug was pulled got all of the outage back."""
    shifts = [
        (row.at - json.loads(row.body)["by_ms"], row.at)
        for row in rows
        if row.kind == "ClockShifted"
    ]
    for outage in outages:
        if _running(rows, outage):
            given = [since for since, at in shifts if outage.since <= at <= outage.until]
            assert given, f"{rows[0].stream}: nothing given back for {outage}"
            assert given[0] <= outage.since, f"{rows[0].stream}: too little for {outage}"


def _running(rows: list[Row], outage: Outage) -> bool:
    """Whether a stage was open, its clock running, all the while."""
    opened = paused = False
    for row in rows:
        if row.at > outage.since:
            break
        opened = row.kind == "StageOpened" or (opened and row.kind not in ("StageClosed",))
        paused = row.kind == "GamePaused" or (paused and row.kind != "GameResumed")
    return opened and not paused and rows[-1].at > outage.since


def _assert_went_on(log: Log, outages: Sequence[Outage], slack: int) -> None:
    """Once the last group was through, the next stage opened at once, pauses and outages apart."""
    stops = [(outage.since, outage.until) for outage in outages] + list(_pauses(log.session))
    opened = sorted({row.at for row in log.rows if row.kind == "StageOpened"})
    for at in opened[1:]:
        through = max(r.at for r in log.rows if r.kind == "StageClosed" and r.at <= at)
        waited = _without((through, at), stops)
        assert waited <= slack, f"nothing opened for {waited} ms after {through}"


def _pauses(session: list[Row]) -> Iterator[Span]:
    since = 0
    for row in session:
        if row.kind == "SessionPaused":
            since = row.at
        if row.kind == "SessionResumed":
            yield since, row.at


def _without(span: Span, stops: list[Span]) -> int:
    """How much of the span lies in none of the stops."""
    left, at = 0, span[0]
    for since, until in sorted(stops):
        left += max(0, min(since, span[1]) - at)
        at = max(at, until)
    return left + max(0, span[1] - at)
