"""Bots in class: at a human pace, for absent students, until they are back (rules 4 and 11)."""

from dataclasses import replace

import pytest

from game.classroom import bots, conducting
from game.core.commands import CoverSeat, StateBelief
from game.core.events import BeliefStated, ResponseSealed, SeatHandedBack, StageOpened
from game.core.numbers import Numbers
from game.core.vocabulary import Design, MoveSource, Posture, Stage
from game.log.streams import GROUP_CODEC
from tests.builders import A1, A2, PATRON, Script, a_scenario, an_opening
from tests.rooms import Room


def events(room, index, kind):
    """A group's events of a kind, read from the log."""
    rows = room.writer.store.read(room.live.groups[index].group)
    found = (GROUP_CODEC.decode(row.kind, row.version, row.body) for row in rows)
    return [event for event in found if isinstance(event, kind)]


def covers(room, seat, index=0):
    """The instructor puts a bot at a student's desk."""
    room.classroom.order_group(room.live, index, CoverSeat(seat, "maximiser"))
    return room


def test_a_bot_takes_at_least_five_seconds():
    """Nobody can tell it by its haste."""
    room = covers(Room().makes(3).begins(), A1).passes(4)
    assert A1 not in room.state().round.before
    room.passes(1)
    assert room.state().round.before[A1].source is MoveSource.BOT


def test_later_it_takes_the_median_time_of_the_students():
    """Two who took 20 and 30 seconds, one who took 12: in the next stages 20."""
    room = Room().makes(6).begins()
    for seconds, seat in ((12, A1), (8, A2)):
        room.passes(seconds).sends(room.holder(0, seat), StateBelief(50))
    room.passes(10).sends(room.holder(1, A1), StateBelief(50))
    assert bots.human_delay_ms(room.live) == 20_000


def test_it_never_waits_for_the_deadline():
    """Three quarters of the stage's time at the most."""
    script = Script(an_opening(3)).opens(seconds=20)
    assert bots.due_at(script.state, A1, 60_000) == script.state.stage_at + 15_000


def test_a_student_who_has_gone_is_covered_and_the_class_goes_on():
    """Belief and response missed; from then on a maximiser moves, rows say so."""
    room = Room().makes(3).begins()
    gone = room.holder(0, A1)
    room.to_the_end(but=(gone,))
    sources = [e.source for e in events(room, 0, ResponseSealed) if e.seat == A1]
    assert sources[0] is MoveSource.TIMEOUT
    assert set(sources[1:]) == {MoveSource.BOT}
    assert room.live.state.ended.reason == "completed"


def test_a_covered_student_who_moves_is_back_for_good():
    """At the next stage it is the student's move that counts."""
    room = covers(Room().makes(3).begins(), A1)
    room.until(2, Stage.DISPATCH, but=(room.holder(0, A1),))
    room.sends(room.holder(0, A1), StateBelief(77))
    assert events(room, 0, SeatHandedBack)
    room.to_the_end()
    later = [e for e in events(room, 0, ResponseSealed) if e.seat == A1][1:]
    assert {e.source for e in later} == {MoveSource.STUDENT}


def test_a_patron_who_has_gone_is_covered_too():
    """Commitment and orders missed; then a maximiser at the desk, and nobody is told."""
    room = Room().makes(3).begins()
    gone = room.holder(0, PATRON)
    room.until(2, Stage.DISPATCH, but=(gone,))
    assert room.state().seats[PATRON].cover == "maximiser"
    assert room.state().rounds[0].posture is Posture.HOLD
    room.to_the_end(but=(gone,))
    assert room.state().rounds[1].commitment.source is MoveSource.BOT


def test_a_whole_class_that_walks_out_is_played_to_the_end():
    """Nobody moves at all: the clock and the bots finish the game."""
    room = Room().makes(7).begins().passes(3600, step=5)
    assert room.live.state.ended.reason == "completed"
    assert all(len(group.state.reckoned) == 6 for group in room.live.groups)


def test_a_bot_dealt_to_the_empty_seat_plays_from_the_start():
    """A class of one: the patron has an ally, a maximiser; its rows are no data."""
    room = Room().makes(1).begins().to_the_end()
    assert {e.source for e in events(room, 0, ResponseSealed)} == {MoveSource.BOT}
    assert {e.source for e in events(room, 0, BeliefStated)} == {MoveSource.BOT}


def test_a_bot_moves_once_the_pause_is_over_and_not_before():
    """Nothing moves while the clock stands."""
    from game.classroom import conducting

    room = covers(Room().makes(3).begins(), A1)
    conducting.pause(room.classroom, room.live)
    room.passes(30)
    assert A1 not in room.state().round.before
    conducting.resume(room.classroom, room.live)
    room.passes(6)
    assert A1 in room.state().round.before


@pytest.mark.parametrize(
    ("design", "priority", "reads"),
    [
        (Design.D2_CARDS, 5, False),
        (Design.D2_CARDS, 0, True),
        (Design.D2_LOTTERY, 0, False),
        (Design.D2_LOTTERY, 5, False),
    ],
)
def test_in_class_a_maximiser_ignores_the_posture_of_a_script_and_of_a_neutral_scenario(
    design, priority, reads
):
    """Scripted patron, or neutral scenario with a noisy (student) patron: posture ignored."""
    scenario = a_scenario(Numbers(war_priority=priority))
    students = 2 if design is Design.D2_LOTTERY else 3
    beliefs = set()
    for posture in Posture:
        opened = an_opening(students, scenario=scenario, design=design)
        script = Script(opened, scenario).at(1, Stage.RESPONSE).do(CoverSeat(A1, "maximiser"))
        away = {Posture.ESCALATE: 6, Posture.HOLD: 3, Posture.DRAW_DOWN: 0}[posture]
        played = script.state.round
        seen = replace(played.commitment, posture=posture, theatre=away)
        state = replace(script.state, round=replace(played, commitment=seen))
        sent = bots.commands_due(state, 0, script.now + 10**6)
        beliefs |= {c.command.belief for c in sent if c.seat == A1 and hasattr(c.command, "would")}
    assert (len(beliefs) > 1) == reads


def test_the_time_a_stage_opened_is_kept_for_the_pace():
    """Delays are counted from the opening of the stage."""
    room = Room().makes(3).begins().passes(7)
    room.sends(room.holder(0, A1), StateBelief(50))
    (opened,) = [e for e in events(room, 0, StageOpened) if e.stage is Stage.DISPATCH]
    (stated,) = events(room, 0, BeliefStated)
    assert stated.at - opened.at == 7_000


def test_a_pause_makes_no_bot_slow():
    """Neither in the stage that was paused nor, by its example, in all that follow."""
    room = Room().makes(3, pace="instructor").begins().passes(1)
    conducting.pause(room.classroom, room.live)
    room.clock += 3_600_000
    conducting.resume(room.classroom, room.live)
    room.everybody_moves()

    assert bots.human_delay_ms(room.live) <= bots.MOST_MS
    assert room.clock - room.state().stage_at <= 3_000
