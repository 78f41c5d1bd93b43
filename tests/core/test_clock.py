"""Stages open, wait and close: early closing, extension, pause, the clock after a stop."""

import pytest

from game.core.commands import (
    CloseStage,
    DeclareReady,
    EndGame,
    ExtendStage,
    OpenStage,
    Pause,
    Resume,
    ShiftClock,
    StateBelief,
)
from game.core.rules.awaited import overdue
from game.core.rules.clock import next_stage
from game.core.vocabulary import Refusal, Refused, Stage
from tests.builders import A1, A2, PATRON, Script, a_scenario, an_opening


def a_group(**changes):
    """A patron and two allies."""
    return Script(an_opening(3, **changes))


def refusal(script, command):
    """The code with which a command of the server is refused."""
    with pytest.raises(Refused) as refused:
        script.do(command)
    return refused.value.code


def stages_of(script):
    """(round, stage) of every stage that was opened."""
    return [(e.round, e.stage) for e in script.log if type(e).__name__ == "StageOpened"]


@pytest.mark.parametrize("rounds", [4, 6, 8])
def test_six_stages_a_round_in_their_order(rounds):
    """Dispatch, consultation, commitment, response, crisis, reckoning; R times."""
    scenario = a_scenario(rounds=rounds)
    script = Script(an_opening(3, scenario=scenario), scenario).to_the_end()
    expected = [(number, stage) for number in range(1, rounds + 1) for stage in Stage]
    assert stages_of(script) == expected
    assert script.state.ended.reason == "completed"


def test_the_short_version_has_no_consultation():
    """The 20-minute version: five stages a round."""
    script = a_group(cut="short").to_the_end()
    assert Stage.CONSULTATION not in {stage for _, stage in stages_of(script)}
    assert len(stages_of(script)) == 30


@pytest.mark.parametrize(
    ("stage", "acting"),
    [
        (Stage.DISPATCH, {A1, A2}),
        (Stage.CONSULTATION, {PATRON, A1, A2}),
        (Stage.COMMITMENT, {PATRON}),
        (Stage.RESPONSE, {PATRON, A1, A2}),
        (Stage.CRISIS, {PATRON, A1, A2}),
        (Stage.RECKONING, {PATRON, A1, A2}),
    ],
)
def test_a_stage_closes_early_when_all_its_seats_have_acted(stage, acting):
    """And not one seat sooner."""
    script = a_group().at(1, stage)
    for seat in sorted(acting):
        assert script.state.open
        if stage in (Stage.CONSULTATION, Stage.CRISIS, Stage.RECKONING):
            script.seat(seat, DeclareReady())
        else:
            script.bots_move([seat])
    assert not script.state.open
    assert script.state.close_reason == "all_moved"


def test_the_reckoning_stays_open_for_ten_seconds():
    """Everybody ready after three: it closes no sooner than after ten."""
    script = a_group().at(1, Stage.CRISIS).all_ready().opens(35, least=10)
    opened = script.now
    script.all_ready()
    assert script.state.open
    assert overdue(script.state, opened + 9_999) is None
    assert overdue(script.state, opened + 10_000) == "all_moved"


def test_a_stage_is_overdue_at_its_deadline():
    """Not a millisecond before."""
    script = a_group().opens(45)
    opened = script.now
    assert overdue(script.state, opened + 44_999) is None
    assert overdue(script.state, opened + 45_000) == "deadline"


def test_without_timers_a_stage_waits_for_its_seats():
    """No deadline: only the seats or the instructor close it."""
    script = a_group().opens(None)
    assert script.state.deadline is None
    assert overdue(script.state, script.now + 10**9) is None
    assert refusal(script, ExtendStage(30)) is Refusal.NO_TIMER


def test_the_instructor_may_add_time_once_a_stage():
    """30 s, logged; again in the next stage."""
    script = a_group().opens(45)
    deadline = script.state.deadline
    script.do(ExtendStage(30))
    assert script.state.deadline == deadline + 30_000
    assert refusal(script, ExtendStage(30)) is Refusal.ALREADY_EXTENDED
    script.do(CloseStage("instructor"))
    assert refusal(script, ExtendStage(30)) is Refusal.STAGE_CLOSED
    script.opens(110).do(ExtendStage(30))


def test_a_pause_takes_nobodys_time():
    """The deadline and the least time move by the length of the pause."""
    script = a_group().at(1, Stage.CRISIS).all_ready().opens(35, least=10)
    deadline, least = script.state.deadline, script.state.not_before
    script.do(Pause(), wait_ms=4_000)
    assert overdue(script.state, deadline + 10**6) is None
    script.do(Resume(), wait_ms=123_456)
    assert (script.state.deadline, script.state.not_before) == (deadline + 123_456, least + 123_456)


def test_nothing_moves_while_the_clock_stands():
    """Neither seats nor stages; a second pause is none."""
    script = a_group().opens().do(Pause())
    with pytest.raises(Refused) as refused:
        script.seat(A1, StateBelief(50))
    assert refused.value.code is Refusal.PAUSED
    commands = (Pause(), CloseStage("instructor"), ExtendStage(30))
    assert {refusal(script, command) for command in commands} == {Refusal.PAUSED}


def test_a_pause_between_stages_holds_the_next_one_back():
    """The next stage cannot open until the clock runs."""
    script = a_group().opens().do(CloseStage("instructor")).do(Pause())
    assert refusal(script, OpenStage(60)) is Refusal.PAUSED
    script.do(Resume()).opens()
    assert script.state.stage is Stage.CONSULTATION


def test_two_pauses_add_up():
    """Each gives back its own length."""
    script = a_group().opens(60)
    deadline = script.state.deadline
    for length in (10_000, 7_000):
        script.do(Pause()).do(Resume(), wait_ms=length)
    assert script.state.deadline == deadline + 17_000
    assert refusal(script, Resume()) is Refusal.NOT_PAUSED


def test_a_stop_of_the_server_gives_its_time_back():
    """ClockShifted moves the open stage; not a paused one, whose time stands anyway."""
    script = a_group().opens(60)
    deadline = script.state.deadline
    script.do(ShiftClock(90_000))
    assert script.state.deadline == deadline + 90_000
    script.do(Pause()).do(ShiftClock(50_000))
    assert script.state.deadline == deadline + 90_000
    script.do(Resume(), wait_ms=50_000)
    assert (
        script.state.deadline == deadline + 141_000
    )  # a second passed before the pause was noticed


@pytest.mark.parametrize("by_ms", [0, -5])
def test_a_clock_is_never_shifted_back(by_ms):
    """No time is taken away."""
    script = a_group().opens(60)
    before = list(script.log)
    assert script.do(ShiftClock(by_ms)).log == before


def test_the_instructor_may_end_the_game_at_any_moment():
    """What was played counts; an open stage simply ends, even while the clock stands."""
    script = a_group().at(3, Stage.RESPONSE).do(Pause()).do(EndGame("stopped"))
    assert (script.state.ended.reason, script.state.open, script.state.paused_at) == (
        "stopped",
        False,
        None,
    )
    assert [played.number for played in script.state.reckoned] == [1, 2]
    assert {paid.round for paid in script.state.ended.forecasts} <= {1, 2}
    assert refusal(script, EndGame("stopped")) is Refusal.GAME_OVER


def test_stages_neither_overlap_nor_close_twice():
    """One open stage at a time."""
    script = a_group().opens()
    assert refusal(script, OpenStage(60)) is Refusal.STAGE_OPEN
    script.do(CloseStage("instructor"))
    assert refusal(script, CloseStage("instructor")) is Refusal.STAGE_CLOSED


def test_after_the_last_reckoning_nothing_follows():
    """The next opening ends the game."""
    script = a_group().at(6, Stage.RECKONING).all_ready()
    assert next_stage(script.state) is None
    script.opens()
    assert script.state.ended
