"""The seconds of each stage, and what they come to in a class hour (rules 3)."""

import pytest

from game.authoring.library import load_playable
from game.authoring.models.cuts import StageSeconds
from game.core.vocabulary import Stage

CARDS = 2 * 60  # for reading the role cards
TABLE = {
    "full": ((45, 110, 40, 85, 15, 35), 35),
    "short": ((30, None, 30, 80, 10, 30), 20),
}


@pytest.mark.parametrize("cut", TABLE)
def test_the_seminar_and_the_short_version(cut):
    """Six rounds and the cards: 35 minutes with consultation, 20 without."""
    seconds, minutes = TABLE[cut]
    found = load_playable("the-straits").scenario.cut(cut)
    stages = dict(zip(Stage, seconds, strict=True))
    spent = {stage: found.seconds_of(stage) for stage, given in stages.items() if given}
    assert spent == {stage: given for stage, given in stages.items() if given}
    assert found.consultation == (stages[Stage.CONSULTATION] is not None)
    assert found.minutes == minutes
    assert found.rounds * sum(spent.values()) + CARDS == minutes * 60


def test_an_author_who_writes_no_seconds_has_those_of_the_seminar():
    """The defaults of the format."""
    usual = StageSeconds()
    assert tuple(getattr(usual, stage.value) for stage in Stage) == TABLE["full"][0]
