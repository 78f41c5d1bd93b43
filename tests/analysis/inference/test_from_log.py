"""The debrief and the command say the same: the log's own tables are what the zip holds."""

from dataclasses import replace

import pytest

from game.analysis.export import export_zip
from game.analysis.inference.from_files import from_zip
from game.analysis.inference.from_log import analyse_session, source_of
from game.analysis.inference.source import Asked, analyse_sources
from tests.analysis import played

LOGS = ("d1", "lottery", "cards", "free", "rehearsal", "stopped", "eventful")


@pytest.mark.parametrize("name", LOGS)
def test_log_and_zip_give_the_same_to_the_last_digit(name):
    log = getattr(played, name)()
    zipped = from_zip(export_zip(log, texts=False), "class.zip")
    assert analyse_session(log) == analyse_sources([zipped])


def test_a_rehearsal_is_analysed_as_one():
    found = analyse_session(played.rehearsal())
    assert found.simulated
    assert found.data.used == found.data.rows


def test_rows_that_a_bot_or_the_instructor_played_do_not_enter():
    report = analyse_session(played.eventful()).data
    assert report.bot_rows > 0
    assert report.used <= report.rows - report.bot_rows - report.by_instructor


def test_the_payoffs_own_tilt_comes_with_the_session():
    found = analyse_session(played.cards())
    assert found.claim("C1").baseline == pytest.approx(0, abs=1e-9)


def test_a_baseline_that_is_given_for_one_claim_leaves_the_zip_s_own_for_the_others():
    source = source_of(played.cards())
    tilted = [{**row, "tilt_belief": 5, "tilt_hedge": -0.3} for row in source.tables["sessions"]]
    held = replace(source, tables={**source.tables, "sessions": tilted})
    found = analyse_sources([held], Asked(baselines={"C1": 20}))
    assert (found.claim("C1").baseline, found.claim("C2").baseline) == (20, -0.3)
    assert found.claim("C0").baseline == pytest.approx((20 / 100 + 0.3) / 3)
