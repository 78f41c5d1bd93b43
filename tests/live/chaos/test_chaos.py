"""A class of forty in a storm: the server killed, the network bad, and the log tells the truth.

The seed is printed; DISTANT_WAR_CHAOS_SEED has the same dice thrown again, and
DISTANT_WAR_CHAOS_KILLS changes how often the long run pulls the plug.
"""

import os
import secrets
from pathlib import Path

import pytest

from tests.live.chaos.lesson import Weather, storm
from tests.live.chaos.quick import quick_copy
from tests.live.chaos.verdict import assert_told_the_truth

pytestmark = [pytest.mark.live, pytest.mark.chaos]
KILLS = int(os.environ.get("DISTANT_WAR_CHAOS_KILLS", "200"))
SHOWER = Weather(
    kills=5, kill_every=3.0, absent_every=60, stays_away=5, click_every=2.5, haste=0.9,
    patience=600, ends=True,
)  # fmt: skip
TEMPEST = Weather(
    kills=KILLS, kill_every=2.5, absent_every=45, stays_away=12, click_every=5, haste=0.5,
    patience=3600,
)  # fmt: skip


def the_log_is_what_was_told(folder: Path, weather: Weather, rounds: int, tell: object) -> None:
    """Storm, compare, and tell the figures."""
    seed = os.environ.get("DISTANT_WAR_CHAOS_SEED") or secrets.token_hex(4)
    tell("figures", f"to have the same dice: DISTANT_WAR_CHAOS_SEED={seed}")
    (folder / "data").mkdir()
    run = storm(folder / "data", quick_copy(folder / "copy", rounds), weather, seed)
    try:
        assert_told_the_truth(run)
        assert run.figures.counts["kills"] >= weather.kills
    finally:
        run.served.kill()
        tell("figures", "\n".join(run.figures.lines()))


def test_the_log_is_what_was_told(tmp_path, record_property):
    """Five kills; then the instructor ends the class."""
    the_log_is_what_was_told(tmp_path, SHOWER, 4, record_property)


@pytest.mark.slow
def test_the_log_is_what_was_told_however_often(tmp_path, record_property):
    """Two hundred kills, class after class to the last round."""
    the_log_is_what_was_told(tmp_path, TEMPEST, 6, record_property)
