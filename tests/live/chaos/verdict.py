"""After a run: the log equals what the clients were told."""

import json

from tests.live.chaos.lesson import Lesson, Run
from tests.live.chaos.log import Log, read_log
from tests.live.chaos.verdict_clock import assert_clocks
from tests.live.chaos.verdict_moves import (
    assert_moves,
    assert_no_other_hand,
    assert_whole,
    assert_zip,
)
from tests.live.chaos.verdict_views import assert_views

SLACK = 4_000  # ms a clock may be late; and a machine that starts slowly is slow in all else


def assert_told_the_truth(run: Run) -> None:
    """Class by class; the server still runs, so that the zips can be asked for first."""
    zips = [lesson.session.export("?texts=1") for lesson in run.lessons]
    run.served.stop()
    assert run.served.errors() == ""
    assert run.wrong == []
    for lesson, data in zip(run.lessons, zips, strict=True):
        log = read_log(run.served.folder, lesson.session.id)
        _assert_lesson(run, lesson, log)
        assert_zip(log, data)
        run.figures.counts["groups"] += len(log.groups)
        run.figures.counts["events"] += len(log.rows) + len(log.session)


def _assert_lesson(run: Run, lesson: Lesson, log: Log) -> None:
    assert [fault for told in lesson.told for fault in told.wrong] == []
    assert_whole(log)
    _assert_over(log, lesson)
    counts = run.figures.counts
    counts["refused and a copy taken"] += assert_moves(log, lesson.told, run.doubled)
    assert_no_other_hand(log, lesson.pressed)
    counts["different views"] += assert_views(log, lesson.told)
    slack = SLACK + round(1000 * max(run.figures.restarts))
    run.figures.latest = max(run.figures.latest, assert_clocks(log, run.outages, slack))


def _assert_over(log: Log, lesson: Lesson) -> None:
    """Every group came to its end, and so did the session."""
    reason = "stopped" if lesson.pressed.get("end") else "completed"
    for rows in (*log.groups.values(), log.session):
        ends = [json.loads(row.body)["reason"] for row in rows if row.kind.endswith("Ended")]
        assert ends == [reason], rows[-1]
