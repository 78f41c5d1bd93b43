"""A dry run: played at once by bots, kept like any session, and never taken for evidence."""

import pytest

from game.analysis.claims import claims_hash, claims_text
from game.classroom.dry_run import dry_run, whole_class_played
from game.classroom.making import Choices
from game.classroom.rehearsal import Troupe
from game.core.vocabulary import Design
from game.web.session_log import session_log
from tests.rooms import Room


def played(design=Design.D2_CARDS, allies="mixed", students=9):
    room = Room()
    choices = Choices(room.scenario, "text", claims_hash(), claims_text(), design=design)
    live = dry_run(room.classroom, choices, students, Troupe(allies), whole_class_played)
    return room, live


@pytest.mark.parametrize("design", Design)
def test_it_is_over_when_it_is_made(design):
    _, live = played(design)
    assert live.state.phase == "over"
    assert live.state.created.simulated
    ends = [group.state.ended for group in live.groups]
    assert {end.reason if end else "" for end in ends} == {"completed"}
    assert not live.state.participants


def test_it_is_the_same_after_a_restart():
    room, live = played()
    before = [group.state for group in live.groups]
    room.id = live.id
    again = room.restart().live
    assert [group.state for group in again.groups] == before
    assert again.state == live.state


def test_everything_of_it_says_that_it_was_simulated():
    room, live = played(allies="hrt_believer")
    log = session_log(room.classroom, live)
    assert log.simulated
    assert all(group.opened.simulated for group in log.groups)


def test_what_bots_believe_shows():
    """Those who take escalation for resolve believe more after it than those who do not."""
    from game.analysis.inference.from_log import analyse_session

    effects = {}
    for allies in ("hrt_believer", "divided_believer"):
        room, live = played(Design.D2_LOTTERY, allies, students=20)
        found = analyse_session(session_log(room.classroom, live))
        assert found.simulated
        effects[allies] = found.claim("C1").estimate
    assert effects["hrt_believer"] > 5
    assert effects["divided_believer"] < -5
