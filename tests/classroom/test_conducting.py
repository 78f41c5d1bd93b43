"""What the instructor does with a class: deal, begin, go on, close, extend, pause, end."""

import pytest

from game.classroom import conducting
from game.core.commands import StateBelief
from game.core.vocabulary import Design, Refusal, Refused, Stage
from tests.builders import A1, A2, PATRON
from tests.rooms import Room


def refusal(room, deed):
    """The code with which the instructor's deed is refused."""
    with pytest.raises(Refused) as refused:
        deed(room.classroom, room.live)
    return refused.value.code


def orders(room, deed):
    """The instructor does it."""
    deed(room.classroom, room.live)
    return room


def stages(room):
    """Where every group stands."""
    return {(g.state.round.number, g.state.stage, g.state.open) for g in room.live.groups}


def test_the_phases_of_a_session():
    """Lobby, dealt, play, over."""
    room = Room().makes(3)
    assert room.live.state.phase == "lobby"
    assert orders(room, conducting.deal_seats).live.state.phase == "dealt"
    assert orders(room, conducting.begin).live.state.phase == "play"
    assert room.to_the_end().live.state.phase == "over"


def test_what_is_out_of_turn_is_refused():
    """Nothing is dealt twice, begun before it is dealt, or ended twice."""
    room = Room().makes()
    assert refusal(room, conducting.deal_seats) is Refusal.NOT_STARTED  # nobody is here
    assert refusal(room, conducting.begin) is Refusal.NOT_STARTED
    room.joins(3)
    orders(room, conducting.deal_seats)
    assert refusal(room, conducting.deal_seats) is Refusal.STAGE_CLOSED
    orders(room, conducting.begin)
    assert refusal(room, conducting.begin) is Refusal.NOT_STARTED
    orders(room, conducting.end)
    assert refusal(room, conducting.end) is Refusal.GAME_OVER


def test_at_the_clocks_pace_the_class_goes_on_by_itself():
    """All groups through: the next stage opens everywhere, together."""
    room = Room().makes(9).begins()
    room.everybody_moves().passes(1)
    assert stages(room) == {(1, Stage.CONSULTATION, True)}


def test_no_group_runs_ahead():
    """Two groups are through, one thinks: the two wait, for the news is the same for all."""
    room = Room().makes(9).begins()
    slow = tuple(room.state(2).seats[s].holders[0] for s in (PATRON, A1, A2))
    room.everybody_moves(but=slow).passes(1)
    assert [g.state.open for g in room.live.groups] == [False, False, True]
    room.passes(60)
    assert stages(room) == {(1, Stage.CONSULTATION, True)}


def test_at_the_instructors_pace_the_class_waits_for_the_instructor():
    """Stages close by themselves; they open when the instructor says so."""
    room = Room().makes(3, pace="instructor").begins()
    room.everybody_moves().passes(120)
    assert stages(room) == {(1, Stage.DISPATCH, False)}
    assert conducting.advance(room.classroom, room.live)
    assert stages(room) == {(1, Stage.CONSULTATION, True)}
    assert not conducting.advance(room.classroom, room.live)


def test_without_timers_only_the_seats_and_the_instructor_close_a_stage():
    """An hour goes by; nothing happens; the instructor closes."""
    room = Room().makes(3, timers=False).begins().passes(3600, step=60)
    assert stages(room) == {(1, Stage.DISPATCH, True)}
    orders(room, conducting.close_stage).passes(1)
    assert stages(room) == {(1, Stage.CONSULTATION, True)}


def test_a_class_that_has_read_its_points_at_once_still_has_ten_seconds():
    """Rules 3: reckoning closes early, but not before 10 s; with or without timers."""
    for timers in (True, False):
        room = Room().makes(3, timers=timers).begins().until(1, Stage.RECKONING)
        opened = room.state().stage_at
        room.everybody_moves().passes((opened + 9_000 - room.clock) / 1000)
        assert stages(room) == {(1, Stage.RECKONING, True)}
        room.passes(2)
        assert stages(room) == {(2, Stage.DISPATCH, True)}


def test_closing_plays_the_defaults_everywhere():
    """In all groups that have not finished; a scripted patron moves before the close."""
    room = Room().makes(4, design=Design.D2_LOTTERY).begins()
    room.until(1, Stage.COMMITMENT)
    orders(room, conducting.close_stage)
    for group in room.live.groups:
        assert group.state.round.posture is group.state.opened.nature.postures[0]
    room.passes(1)
    orders(room, conducting.close_stage)
    assert refusal(room, conducting.close_stage) is Refusal.STAGE_CLOSED


def test_thirty_seconds_more_once_a_stage():
    """For the groups that are still at it."""
    room = Room().makes(6).begins()
    deadline = room.state().deadline
    orders(room, conducting.extend_stage)
    assert [g.state.deadline for g in room.live.groups] == [deadline + 30_000] * 2
    assert refusal(room, conducting.extend_stage) is Refusal.ALREADY_EXTENDED


def test_a_pause_stops_every_clock_and_a_resumption_starts_them_again():
    """No stage closes, none opens, nobody moves; then the time that was left is left."""
    room = Room().makes(6).begins().passes(20)
    left = room.state().deadline - room.clock
    orders(room, conducting.pause).passes(600, step=30)
    assert stages(room) == {(1, Stage.DISPATCH, True)}
    with pytest.raises(Refused) as refused:
        room.sends(room.holder(0, A1), StateBelief(50))
    assert refused.value.code is Refusal.PAUSED
    assert refusal(room, conducting.pause) is Refusal.PAUSED
    assert refusal(room, conducting.close_stage) is Refusal.PAUSED
    orders(room, conducting.resume)
    assert room.state().deadline - room.clock == left
    assert refusal(room, conducting.resume) is Refusal.NOT_PAUSED
    room.to_the_end()


@pytest.mark.parametrize("phase", ["lobby", "dealt", "over"])
def test_only_a_game_in_play_can_be_paused(phase):
    """A pause before the beginning would hold the class for ever."""
    room = Room().makes(3)
    if phase != "lobby":
        orders(room, conducting.deal_seats)
    if phase == "over":
        orders(room, conducting.end)
    for deed in (conducting.pause, conducting.resume):
        assert isinstance(refusal(room, deed), Refusal)
    assert not room.live.state.paused
    if phase == "lobby":
        orders(room, conducting.deal_seats)
    if phase != "over":
        orders(room, conducting.begin).to_the_end()


def test_the_instructor_may_end_it_at_any_time():
    """What was played counts; even in the lobby, even while paused."""
    for prepare in (
        lambda room: room,
        lambda room: orders(room, conducting.deal_seats),
        lambda room: room.begins(),
        lambda room: orders(room.begins(), conducting.pause),
    ):
        room = orders(prepare(Room().makes(3)), conducting.end)
        assert room.live.state.ended.reason == "stopped"
        assert all(group.state.ended for group in room.live.groups)
        assert room.restart().live.state.phase == "over"


def test_the_session_ends_with_its_last_group():
    """Completed: the last round has been reckoned everywhere."""
    room = Room().makes(7).begins().to_the_end()
    assert room.live.state.ended.reason == "completed"
    assert {g.state.ended.reason for g in room.live.groups} == {"completed"}


def test_a_page_of_the_debrief_is_for_when_it_is_over():
    """Nothing is shown before."""
    room = Room().makes(3).begins()
    conducting.turn_debrief(room.classroom, room.live, "beliefs")
    assert room.live.state.page == ""
    room.to_the_end()
    conducting.turn_debrief(room.classroom, room.live, "beliefs")
    assert room.restart().live.state.page == "beliefs"


@pytest.mark.parametrize(
    ("cut", "seconds"),
    [
        ("full", {"dispatch": 45, "consultation": 110, "commitment": 40, "response": 85}),
        ("short", {"dispatch": 30, "commitment": 30, "response": 30}),
    ],
)
def test_stages_last_as_long_as_the_cut_says(cut, seconds):
    """When nobody moves, to the second (and the second of grace)."""
    room = Room().makes(3, cut=cut).begins()
    for stage, length in seconds.items():
        assert room.state().stage == stage
        assert room.state().deadline - room.state().stage_at == 1000 * length
        room.passes(length + 1)
