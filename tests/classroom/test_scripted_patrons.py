"""Scripted patrons: a fixed communiqué a round, a fixed pace, and nothing that gives them away."""

from itertools import pairwise

import pytest

from game.classroom.strategies import EXIT_NOTICE, SCRIPTED_COMMUNIQUE
from game.core.commands import CoverSeat, HandBack
from game.core.events import CommuniquePublished, ForcesCommitted, StageOpened
from game.core.views import public_view
from game.core.vocabulary import PATRON, Design, Posture, Stage
from tests.builders import A1, A2, Script, an_opening
from tests.rooms import Room

SCRIPTS = {"script": ("hawk", "restrained")}
NOTICE = {"script": ("restrained", "hold"), "exit_notice": ("announced", "abrupt")}
READING = (Stage.CONSULTATION, Stage.CRISIS, Stage.RECKONING)


def a_class(design=Design.D1, factors=None, students=8):
    """A class with scripted patrons, at round 1."""
    factors = SCRIPTS if factors is None and design is Design.D1 else factors or {}
    return Room().makes(students, design=design, factors=factors).begins()


def events(room, index, kind):
    """A group's events of a kind, read from the log."""
    from game.log.streams import GROUP_CODEC

    rows = room.writer.store.read(room.live.groups[index].group)
    found = (GROUP_CODEC.decode(row.kind, row.version, row.body) for row in rows)
    return [event for event in found if isinstance(event, kind)]


@pytest.mark.parametrize("design", [Design.D1, Design.D2_LOTTERY])
def test_one_fixed_communique_a_round_however_quick_the_allies_are(design):
    """Identical in all arms and postures; the stage does not close before it is out."""
    room = a_class(design).to_the_end()
    for index in range(len(room.live.groups)):
        texts = [e.text for e in events(room, index, CommuniquePublished) if e.seat == PATRON]
        assert texts == [SCRIPTED_COMMUNIQUE] * 6
        assert SCRIPTED_COMMUNIQUE == "Our position will be stated shortly."


def test_the_exit_is_announced_a_round_before_the_first_drawing_down():
    """`exit_notice: announced`, restrained script: the communiqué of round 3, and no other."""
    room = a_class(factors=NOTICE).to_the_end()
    for index, group in enumerate(room.live.groups):
        arm = dict(group.state.opened.arm)
        texts = [e.text for e in events(room, index, CommuniquePublished) if e.seat == PATRON]
        warned = arm == {"script": "restrained", "exit_notice": "announced"}
        third = EXIT_NOTICE if warned else SCRIPTED_COMMUNIQUE
        assert texts == [SCRIPTED_COMMUNIQUE] * 2 + [third] + [SCRIPTED_COMMUNIQUE] * 3


def test_a_scripted_patron_commits_after_ten_seconds_in_every_arm():
    """Rules 3: a fixed 10 s in stage 3."""
    room = a_class().to_the_end()
    for index in range(len(room.live.groups)):
        opened = [e.at for e in events(room, index, StageOpened) if e.stage is Stage.COMMITMENT]
        committed = [e.at for e in events(room, index, ForcesCommitted)]
        assert [b - a for a, b in zip(opened, committed, strict=True)] == [10_000] * 6


def test_the_script_is_played_to_the_letter():
    """Postures and units as drawn; garrison for ally i = units i sent last round (round 1: 1)."""
    room = a_class().to_the_end()
    for group in room.live.groups:
        nature = group.state.opened.nature
        rounds = group.state.rounds
        assert tuple(r.posture for r in rounds) == nature.postures
        assert tuple(r.commitment.theatre for r in rounds) == nature.units
        for last, this in pairwise(rounds):
            assert dict(this.commitment.garrisons) == {
                s: r.units for s, r in last.responses.items()
            }
        assert set(dict(rounds[0].commitment.garrisons).values()) == {1}


@pytest.mark.parametrize("stage", READING)
def test_for_whom_the_stage_waits_does_not_tell_who_plays_the_patron(stage):
    """A bot at the patron's desk is waited for like a student."""
    student = Script(an_opening(3)).at(1, stage)
    before = public_view(student.state)
    covered = public_view(student.do(CoverSeat(PATRON, "maximiser")).state)
    assert PATRON in before.awaited
    assert covered == before
    assert public_view(student.do(HandBack(PATRON)).state) == before
    scripted = an_opening(2, design=Design.D2_LOTTERY)
    waiting = public_view(Script(scripted).at(1, stage).state).awaited
    assert waiting == (PATRON, A1, A2)


def test_a_class_in_a_hurry_waits_for_the_scripts_pace_alone():
    """Everybody ready at once: each reading stage still closes long before its deadline."""
    room = a_class(students=2)
    room.until(1, Stage.CRISIS)
    opened = room.clock
    room.everybody_moves().passes(15)
    assert room.state().stage is Stage.RECKONING
    assert room.clock - opened <= 20_000
    assert room.state().round.posture in Posture
