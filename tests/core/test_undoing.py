"""Taking back: a closing, and the end. Always by a new event, and never a move of a student."""

import pytest

from game.core.commands import (
    CloseStage,
    DeclareReady,
    EndGame,
    GiveExtraTime,
    LeaveSeat,
    OpenSeat,
    Pause,
    ReopenGame,
    Resume,
    SealResponse,
    StateAppraisal,
    StateBelief,
    UndoClosing,
)
from game.core.evolve import replay
from game.core.rules.awaited import awaited
from game.core.rules.deadlines import own_deadline
from game.core.views import seat_view
from game.core.vocabulary import Distance, Move, MoveSource, Refusal, Refused, Stage, Stance
from tests.builders import A1, A2, A3, PATRON, Script, an_opening

TOO_EARLY = CloseStage("instructor")
ARMS = SealResponse(Move.BUILD_ARMS, Stance.SILENT, 1, False, "we are alone")


def at(round_number, stage, **changes):
    """A group with this stage open and nobody having moved in it."""
    return Script(an_opening(3, **changes)).at(round_number, stage)


def refusal(script, command):
    """The code with which the command is refused."""
    with pytest.raises(Refused) as refused:
        script.do(command)
    return refused.value.code


def test_a_response_closed_too_early_opens_again():
    """What was sealed stays, what the rules played is void, and nothing is revealed."""
    script = at(1, Stage.RESPONSE).seat(A1, StateAppraisal(50, 50, 50), ARMS).do(TOO_EARLY)
    assert script.state.round.responses[A2].source is MoveSource.TIMEOUT
    script.opens().do(UndoClosing(30))
    state = script.state
    assert (state.stage, state.open, state.round.revealed) == (Stage.RESPONSE, True, False)
    assert state.round.responses[A1].reason == "we are alone"
    assert A2 not in state.round.responses
    assert state.round.orders is None
    assert state.round.crisis is None
    assert state.deadline == script.now + 30_000
    script.bots_move([A2, PATRON])
    assert not script.state.open
    assert script.state.round.responses[A2].source is MoveSource.STUDENT


def test_the_round_remembers_that_a_stage_was_opened_again():
    """For the reader of the data."""
    script = at(2, Stage.COMMITMENT).do(TOO_EARLY).opens().do(UndoClosing(None))
    assert script.state.round.reopened == {Stage.COMMITMENT}
    assert script.state.round.commitment is None
    assert script.state.deadline is None


def test_a_miss_that_was_undone_is_not_counted():
    """Neither the miss, nor the bot that came with the second."""
    script = at(1, Stage.DISPATCH)
    script.seat(A2, StateBelief(40)).do(CloseStage("deadline"))
    assert script.state.seats[A1].missed == 1
    script.opens().do(TOO_EARLY).opens().bots_move([PATRON]).opens()
    script.bots_move([A2, PATRON]).do(TOO_EARLY)
    assert script.state.seats[A1].cover == "maximiser"
    script.do(UndoClosing(30))
    assert (script.state.seats[A1].missed, script.state.seats[A1].cover) == (0, None)


def test_a_bot_stays_where_the_student_has_gone_since():
    """A seat without a holder is never without somebody who moves."""
    script = at(1, Stage.DISPATCH)
    script.seat(A2, StateBelief(40)).do(CloseStage("deadline"))
    script.opens().do(TOO_EARLY).opens().bots_move([PATRON]).opens()
    script.bots_move([A2, PATRON]).do(TOO_EARLY)
    script.do(LeaveSeat(A1, script.state.seats[A1].holders[0])).do(UndoClosing(30))
    assert script.state.open
    assert script.state.seats[A1].strategy == "maximiser"


def test_a_round_opened_again_does_not_wait_for_who_came_after_it():
    """A latecomer has nothing to read of a round without them, and no button."""
    script = at(1, Stage.RECKONING).do(TOO_EARLY)
    script.do(OpenSeat(A3, "corvia", Distance.FAR, "P9")).opens(None).do(UndoClosing(None))
    assert (script.state.stage, script.state.open) == (Stage.RECKONING, True)
    assert seat_view(script.state, A3).task == "wait"
    assert awaited(script.state) == (PATRON, A1, A2)
    assert script.all_ready().state.close_reason == "all_moved"


def test_a_stage_that_everybody_ended_is_not_opened_again():
    """There is nobody to wait for."""
    script = at(1, Stage.DISPATCH).bots_move()
    assert script.state.close_reason == "all_moved"
    assert script.do(UndoClosing(30)).log[-1].at < script.now  # nothing was added
    script.opens().do(UndoClosing(30))  # withdrawn, for the sake of the other groups
    assert (script.state.stage, script.state.open) == (Stage.DISPATCH, False)


def test_what_was_sent_since_is_never_thrown_away():
    """Once somebody has moved in the next stage, there is no way back."""
    script = at(1, Stage.COMMITMENT).do(TOO_EARLY).opens()
    script.seat(A1, StateAppraisal(1, 2, 3))
    assert refusal(script, UndoClosing(30)) is Refusal.MOVED_SINCE


def test_having_read_is_no_move():
    """Somebody has read who was attacked: the response can still be opened again."""
    script = at(1, Stage.RESPONSE).do(TOO_EARLY).opens().seat(A1, DeclareReady())
    assert script.do(UndoClosing(30)).state.stage is Stage.RESPONSE


def test_it_can_be_taken_back_while_the_class_is_paused():
    """The clock begins when it goes on."""
    script = at(1, Stage.COMMITMENT).do(TOO_EARLY).opens().do(Pause()).do(UndoClosing(30))
    assert script.state.paused_at is not None
    script.do(Resume(), wait_ms=60_000)
    assert script.state.deadline == script.now + 30_000


def test_a_long_pause_around_it_takes_nobody_s_time():
    """Extra time is a share of the stage as opened again, and the stage closes when all is in."""
    script = at(1, Stage.COMMITMENT).do(GiveExtraTime(PATRON, 50)).do(TOO_EARLY).opens()
    script.do(Pause()).do(UndoClosing(30), wait_ms=600_000).do(Resume(), wait_ms=60_000)
    assert own_deadline(script.state, PATRON) == script.now + 45_000
    assert script.bots_move([PATRON]).state.close_reason == "all_moved"


def test_closing_and_opening_again_may_be_done_twice():
    """By a nervous hand."""
    script = at(1, Stage.DISPATCH)
    for _ in range(3):
        script.do(TOO_EARLY).do(UndoClosing(30))
    assert script.state.open
    assert script.bots_move().state.close_reason == "all_moved"


def test_a_stopped_game_goes_on_where_it_was():
    """With the seconds it had."""
    script = at(2, Stage.RESPONSE)
    before = script.state
    script.do(EndGame("stopped")).do(ReopenGame(), wait_ms=90_000)
    assert script.state.deadline == before.deadline + 90_000
    assert script.state.round == before.round
    assert script.to_the_end().state.ended.reason == "completed"


def test_a_paused_game_that_was_stopped_is_paused_again():
    """And goes on with the time that was left when it was paused."""
    script = at(1, Stage.DISPATCH).do(Pause())
    left = script.state.deadline - script.state.paused_at
    script.do(EndGame("stopped")).do(ReopenGame(), wait_ms=5000).do(Resume(), wait_ms=7000)
    assert script.state.deadline - script.now == left


def test_a_game_that_was_played_to_its_end_stays_over():
    """Its forecasts are paid."""
    script = Script(an_opening(3)).to_the_end()
    assert refusal(script, ReopenGame()) is Refusal.NOTHING_TO_UNDO


def test_a_replay_of_a_log_with_things_taken_back_is_the_same():
    """The events say all."""
    script = at(1, Stage.RESPONSE).do(TOO_EARLY).opens().do(UndoClosing(30))
    script.do(EndGame("stopped")).do(ReopenGame()).to_the_end()
    assert replay(script.scenario, script.log) == script.state
