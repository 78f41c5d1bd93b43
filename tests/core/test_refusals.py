"""One example for every refusal: a code that nobody can meet has no place in the list."""

from dataclasses import replace

import pytest

from game.classroom import playing
from game.core.commands import (
    CloseStage,
    CommitForces,
    CoverSeat,
    DeclareReady,
    EndGame,
    ExtendStage,
    FromSeat,
    GiveExtraTime,
    HandBack,
    LeaveSeat,
    OpenSeat,
    OpenStage,
    Pause,
    PublishCommunique,
    PutIn,
    ReopenGame,
    Resume,
    SealOrders,
    SealResponse,
    SendCable,
    StateAppraisal,
    StateBelief,
    TakeSeat,
    UndoClosing,
)
from game.core.numbers import Numbers
from game.core.pledges import Asked, Code
from game.core.rules import decide
from game.core.vocabulary import (
    Design,
    Distance,
    Move,
    MoveSource,
    Posture,
    Refusal,
    Refused,
    Stage,
    Stance,
)
from tests.builders import A1, A3, LABELS, PATRON, Script, a_scenario, an_opening
from tests.rooms import Room


def a_group(**changes):
    """A patron and two allies, dealt."""
    return Script(an_opening(3, **changes))


def at(stage, **changes):
    """The group with this stage of round 1 open."""
    return a_group(**changes).at(1, stage)


def by(seat, command, round_number=1, stage=None):
    """The seat's command for a stage, the present one unless told."""
    return lambda script: FromSeat(
        seat, round_number, stage or script.state.stage or Stage.DISPATCH, command
    )


def server(command):
    """A command of the server."""
    return lambda _: command


def without_arms():
    """A scenario whose allies cannot build arms."""
    plain = a_scenario()
    fewer = tuple(label for label in LABELS if label.move is not Move.BUILD_ARMS)
    allies = tuple(replace(ally, moves=fewer) for ally in plain.allies)
    scenario = replace(plain, allies=allies)
    opening = an_opening(3, scenario=scenario)
    return Script(opening, scenario).at(1, Stage.RESPONSE).seat(A1, StateAppraisal(1, 2, 3))


def committed_early():
    """The patron has committed, and the stage stays open for its least time."""
    script = at(Stage.CONSULTATION).all_ready().opens(40, least=30)
    return script.seat(PATRON, CommitForces(Posture.HOLD, 3, {}))


def closed_early():
    """The dispatch, closed before anybody said anything."""
    return a_group().opens().do(CloseStage("instructor"))


def deserted():
    """The only student of a seat has been taken off the list."""
    script = a_group()
    return script.do(LeaveSeat(A1, script.state.seats[A1].holders[0]))


BELIEF = StateBelief(50)
ARMS = SealResponse(Move.BUILD_ARMS, Stance.SILENT, 0, False, "")
EXAMPLES = {
    Refusal.LATE: (lambda: at(Stage.CONSULTATION), by(A1, BELIEF, stage=Stage.DISPATCH)),
    Refusal.EARLY: (lambda: at(Stage.DISPATCH), by(A1, BELIEF, round_number=2)),
    Refusal.NOT_STARTED: (a_group, by(A1, BELIEF)),
    Refusal.GAME_OVER: (lambda: a_group().do(EndGame("stopped")), by(A1, BELIEF)),
    Refusal.PAUSED: (lambda: a_group().opens().do(Pause()), by(A1, BELIEF)),
    Refusal.NOT_PAUSED: (lambda: a_group().opens(), server(Resume())),
    Refusal.NO_SUCH_SEAT: (a_group, by(A3, BELIEF)),
    Refusal.PATRON_ONLY: (lambda: at(Stage.RESPONSE), by(A1, SealOrders({}))),
    Refusal.ALLIES_ONLY: (lambda: at(Stage.DISPATCH), by(PATRON, BELIEF)),
    Refusal.SCRIPTED_SEAT: (
        lambda: at(Stage.COMMITMENT, design=Design.D2_LOTTERY),
        by(PATRON, CommitForces(Posture.HOLD, 3, {})),
    ),
    Refusal.OUT_OF_RANGE: (lambda: at(Stage.DISPATCH), by(A1, StateBelief(101))),
    Refusal.OVER_POOL: (
        lambda: over_pool(),
        by(PATRON, CommitForces(Posture.ESCALATE, 6, {A1: 3, "A2": 3})),
    ),
    Refusal.OUTSIDE_BAND: (
        lambda: at(Stage.COMMITMENT),
        by(PATRON, CommitForces(Posture.HOLD, 6, {})),
    ),
    Refusal.ALREADY_COMMITTED: (
        committed_early,
        by(PATRON, CommitForces(Posture.HOLD, 3, {})),
    ),
    Refusal.ALREADY_STATED: (
        lambda: at(Stage.CONSULTATION).seat(A1, DeclareReady()),
        by(A1, DeclareReady()),
    ),
    Refusal.BELIEF_FIRST: (lambda: at(Stage.RESPONSE), by(A1, ARMS)),
    Refusal.MOVE_NOT_OFFERED: (without_arms, by(A1, ARMS)),
    Refusal.ORDERS_INCOMPLETE: (lambda: at(Stage.RESPONSE), by(PATRON, SealOrders({A1: True}))),
    Refusal.TEXT_EMPTY: (lambda: at(Stage.CONSULTATION), by(A1, PublishCommunique(" "))),
    Refusal.TEXT_TOO_LONG: (
        lambda: at(Stage.CONSULTATION),
        by(A1, PublishCommunique("x" * 201)),
    ),
    Refusal.LIMIT_REACHED: (
        lambda: at(Stage.CONSULTATION).seat(A1, PublishCommunique("one")),
        by(A1, PublishCommunique("two")),
    ),
    Refusal.NO_CABLES_HERE: (
        lambda: at(Stage.CONSULTATION, design=Design.D2_LOTTERY),
        by(A1, SendCable(PATRON, "hello")),
    ),
    Refusal.NOT_A_PARTY: (lambda: at(Stage.CONSULTATION), by(A1, SendCable("A2", "psst"))),
    Refusal.UNKNOWN_PLEDGE: (
        lambda: at(Stage.CONSULTATION),
        by(A1, PutIn(PATRON, Asked(Code.PROMISE_TO_COME), True)),
    ),
    Refusal.NOTHING_TO_DO: (lambda: at(Stage.DISPATCH), by(A1, PublishCommunique("early"))),
    Refusal.ALREADY_EXTENDED: (
        lambda: a_group().opens(60).do(ExtendStage(30)),
        server(ExtendStage(30)),
    ),
    Refusal.NO_TIMER: (lambda: a_group().opens(None), server(ExtendStage(30))),
    Refusal.STAGE_OPEN: (lambda: a_group().opens(), server(OpenStage(60))),
    Refusal.STAGE_CLOSED: (
        lambda: a_group().opens().do(CloseStage("instructor")),
        server(CloseStage("instructor")),
    ),
    Refusal.COVERED_ALREADY: (
        lambda: a_group().do(CoverSeat(A1, "noisy")),
        server(CoverSeat(A1, "noisy")),
    ),
    Refusal.NOT_COVERED: (a_group, server(HandBack(A1))),
    Refusal.NOBODY_THERE: (deserted, server(HandBack(A1))),
    Refusal.NOT_OVER: (a_group, server(ReopenGame())),
    Refusal.NOTHING_TO_UNDO: (lambda: a_group().opens(), server(UndoClosing(30))),
    Refusal.MOVED_SINCE: (
        lambda: closed_early().opens().seat(A1, PublishCommunique("I have moved")),
        server(UndoClosing(30)),
    ),
    Refusal.GROUP_FULL: (a_group, server(OpenSeat(A1, "corvia", Distance.FAR, "P9"))),
}
IN_CLASS = {Refusal.NOT_YOUR_SEAT}


def over_pool():
    """A scenario that allows three units in garrison; the pool does not."""
    scenario = a_scenario(Numbers(garrison_max=3))
    return Script(an_opening(3, scenario=scenario), scenario).at(1, Stage.COMMITMENT)


@pytest.mark.parametrize("code", sorted(EXAMPLES))
def test_each_refusal(code):
    """The state that refuses, the command that is refused; nothing changes."""
    make, command = EXAMPLES[code]
    script = make()
    before = script.state
    with pytest.raises(Refused) as refused:
        decide(script.state, command(script), script.now + 1)
    assert refused.value.code is code
    assert script.state is before


def test_no_refusal_is_without_its_example():
    """A new code needs one; a code that cannot be met must go."""
    assert set(EXAMPLES) | IN_CLASS == set(Refusal)


def test_a_student_moves_for_its_own_seat_alone():
    """The seat is the participant's, whatever the message says."""
    room = Room().makes(3).begins()
    ally = room.holder(0, A1)
    sent = {
        "name": "state_belief",
        "round": 1,
        "stage": "dispatch",
        "args": {"belief": 1},
        "seat": "P",
    }
    with pytest.raises(Refused) as refused:
        playing.act(room.classroom, room.live, ally, sent)
    assert refused.value.code is Refusal.NOT_YOUR_SEAT


def test_a_bot_may_move_where_a_student_may_not():
    """A scripted patron's commands come from its script alone."""
    script = at(Stage.COMMITMENT, design=Design.D2_LOTTERY)
    command = CommitForces(Posture.HOLD, 3, {})
    script.seat(PATRON, command, source=MoveSource.BOT)
    assert script.state.round.commitment.source is MoveSource.BOT


@pytest.mark.parametrize(
    "command",
    [
        TakeSeat(A1, "P9"),
        CoverSeat(A1, "noisy"),
        HandBack(A1),
        OpenStage(1),
        GiveExtraTime(A1, 25),
        UndoClosing(30),
    ],
)
def test_a_game_that_is_over_takes_nothing_more(command):
    """Neither seats nor stages."""
    script = a_group().do(EndGame("stopped"))
    with pytest.raises(Refused) as refused:
        decide(script.state, command, script.now)
    assert refused.value.code is Refusal.GAME_OVER
