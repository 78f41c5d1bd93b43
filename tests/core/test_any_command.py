"""Any command in any state: facts or a refusal, never anything else, and never in place."""

from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.commands import (
    CommitForces,
    DeclareReady,
    FromSeat,
    PublishCommunique,
    PutIn,
    SealOrders,
    SealResponse,
    SendCable,
    StateAppraisal,
    StateBelief,
)
from game.core.evolve import evolve, replay
from game.core.pledges import Asked, Code
from game.core.reading import READERS
from game.core.rules import decide
from game.core.state import is_student
from game.core.views import public_view, seat_view
from game.core.vocabulary import PATRON, Move, MoveSource, Posture, Refusal, Refused, Stage, Stance
from tests.strategies import (
    any_seat_command,
    any_sent,
    any_server_command,
    wild_plays,
)


def answer(script, command, *, in_time=False):
    """The facts, or the refusal's code; `in_time`: at the moment the stage opened."""
    now = script.state.stage_at if in_time else script.now + 1
    try:
        return decide(script.state, command, now)
    except Refused as refused:
        return refused.code


@settings(max_examples=60)
@given(wild_plays, st.lists(any_sent | any_server_command, min_size=5, max_size=25))
def test_any_command_is_obeyed_or_refused(script, commands):
    """Whatever was read, whatever the state; and the state itself is left alone."""
    before = replay(script.scenario, script.log)
    for command in commands:
        decided = answer(script, command)
        if isinstance(decided, tuple):
            after = script.state
            for event in decided:
                after = evolve(after, event)
            for seat in after.seats:
                seat_view(after, seat)
            public_view(after)
    assert script.state == before


@settings(max_examples=60)
@given(wild_plays, st.lists(any_seat_command, min_size=5, max_size=25), st.randoms())
def test_a_command_for_the_open_stage_from_a_seat_at_the_table(script, commands, rng):
    """The same where it hurts most: right seat, right round, right stage, any contents."""
    for command in commands:
        seat = rng.choice(list(script.state.seats))
        stage = script.state.stage or Stage.DISPATCH
        sent = FromSeat(seat, script.state.round.number, stage, command, MoveSource.STUDENT)
        decided = answer(script, sent)
        assert isinstance(decided, tuple | str)


SAMPLES = {
    "state_belief": lambda state: StateBelief(50),
    "send_cable": lambda state: SendCable(PATRON, "text"),
    "publish_communique": lambda state: PublishCommunique("text"),
    "put_in_writing": lambda state: PutIn(PATRON, Asked(Code.PROMISE_STAND), True),
    "declare_ready": lambda state: DeclareReady(),
    "commit_forces": lambda state: CommitForces(Posture.HOLD, 2, {}),
    "state_appraisal": lambda state: StateAppraisal(1, 2, 3),
    "seal_response": lambda state: SealResponse(Move.STAND, Stance.SILENT, 0, False, ""),
    "seal_orders": lambda state: SealOrders(dict.fromkeys(state.allies, True)),
}
CONTENTS = {Refusal.LIMIT_REACHED, Refusal.NOT_A_PARTY, Refusal.UNKNOWN_PLEDGE}


@settings(max_examples=80)
@given(wild_plays)
def test_a_view_offers_what_is_taken_and_nothing_else(script):
    """`may`: the commands that would be taken now, for every student's seat."""
    for seat in script.state.seats:
        if not is_student(script.state, seat):
            continue
        offered = seat_view(script.state, seat).may
        for name, sample in SAMPLES.items():
            stage = script.state.stage or Stage.DISPATCH
            sent = FromSeat(seat, script.state.round.number, stage, sample(script.state))
            decided = answer(script, sent, in_time=True)
            taken = isinstance(decided, tuple) or decided in CONTENTS
            assert (name in offered) == taken, (name, seat, decided)


def test_every_command_has_its_sample():
    """A new command must be given one."""
    assert set(SAMPLES) == set(READERS)
