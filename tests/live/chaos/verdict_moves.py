"""The log holds what was acknowledged, once and word for word, and nothing that nobody sent."""

import json
from collections import defaultdict

from game.analysis.verifying import verify
from game.log.store import Row
from tests.live.chaos.log import Log, zipped_events
from tests.live.chaos.told import Told
from tests.live.spoken import KINDS, said, written
from tests.live.stranger import Json

BESIDE = {"SeatHandedBack", "ResponsesRevealed", "StageClosed"}  # what a move may bring about


def assert_whole(log: Log) -> None:
    """No stream has a gap."""
    for rows in (log.session, *log.groups.values()):
        assert [row.position for row in rows] == list(range(1, len(rows) + 1)), rows[0].stream


def assert_moves(log: Log, everybody: list[Told], doubled: set[str]) -> int:
    """Each command by its answers; how many were taken although another copy was refused."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in log.rows:
        if row.command_id:
            found[row.command_id].append(row)
    late = 0
    for told in everybody:
        for number, message in told.sent.items():
            rows = found.pop(f"{told.participant}:{number}", [])
            late += _assert_move(told, message, rows, copied=number in doubled)
    assert not found, f"nobody sent {list(found)[:5]}"
    return late


def _assert_move(told: Told, message: Json, rows: list[Row], *, copied: bool) -> bool:
    """One command against its rows; whether it was refused and a copy of it taken."""
    number = message["id"]
    final = [answer for answer in told.answers.get(number, []) if told.is_final(answer)]
    assert final, f"never answered: {message}"
    assert not any(answer.get("code") == "malformed" for answer in final), message
    taken = any(answer["ok"] for answer in final)
    if taken or rows:
        _assert_written(told.participant, message, rows)
    if not taken and rows:  # allowed only if more than one copy was under way
        assert copied or told.times[number] > 1, f"refused, and in the log: {message} {final}"
    return bool(rows) and not all(answer["ok"] for answer in final)


def _assert_written(participant: str, message: Json, rows: list[Row]) -> None:
    moves = [row for row in rows if row.kind in KINDS.values()]
    assert [row.kind for row in moves] == [KINDS[message["name"]]], (message, rows)
    assert {row.kind for row in rows} <= {moves[0].kind} | BESIDE, (message, rows)
    body = json.loads(moves[0].body)
    assert (moves[0].kind, written(body)) == said(message)
    assert (body["source"], body["by"]) == ("student", [participant])


def assert_no_other_hand(log: Log, pressed: dict[str, int]) -> None:
    """A student's move came by a command; a click of the instructor was a click."""
    for row in log.rows:
        by_student = json.loads(row.body).get("source") == "student"
        assert not by_student or row.command_id, row
    for rows in log.groups.values():
        kinds = [row.kind for row in rows]
        assert kinds.count("GamePaused") <= pressed.get("pause", 0)
        assert kinds.count("GameResumed") <= pressed.get("resume", 0)
        assert kinds.count("StageExtended") <= pressed.get("extend", 0)
        closed = [json.loads(row.body)["reason"] for row in rows if row.kind == "StageClosed"]
        assert closed.count("instructor") <= pressed.get("close", 0)


def assert_zip(log: Log, data: bytes) -> None:
    """The zip's events are the table's, and all of them."""
    rows = [(row.stream, row.position, row.kind, json.loads(row.body)) for row in log.rows]
    assert zipped_events(data) == rows
    assert verify(data).problems == ()
