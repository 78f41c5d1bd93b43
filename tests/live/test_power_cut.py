"""A power cut in the middle of a stage: what was acknowledged is there, and acts once."""

import random

import pytest

from tests.live.pupils import a_class
from tests.live.served import Served
from tests.live.storms import Sender, assert_answered_as_before, assert_nothing_lost, cut_in_a_storm

pytestmark = [pytest.mark.live, pytest.mark.chaos]


def keep_storming(served: Served, seeds: list[int]) -> None:
    """Storm, cut, start, compare; everybody is seated as before."""
    with a_class(served, students=13) as seated:
        seats = {one.participant: one.seat for one in seated.pupils}
        for one in seated.pupils:
            one.close()
        senders: list[Sender] = []
        for seed in seeds:
            senders = [*senders, *cut_in_a_storm(seated, random.Random(seed))]
            assert_nothing_lost(seated, senders)
            served.start()
            assert {p.participant: p.connect().seat for p in seated.pupils} == seats
            for one in seated.pupils:
                one.close()
        assert_answered_as_before(seated, senders)
    assert "Traceback" not in served.errors()


def test_nothing_that_was_acknowledged_is_lost(served: Served) -> None:
    """Three cuts at random moments, with grouped commits in flight."""
    keep_storming(served, [1, 2, 3])


@pytest.mark.slow
def test_nothing_that_was_acknowledged_is_lost_however_often(served: Served) -> None:
    """Twenty cuts."""
    keep_storming(served, list(range(4, 24)))
