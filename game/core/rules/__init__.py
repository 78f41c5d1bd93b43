"""Decide, then evolve: what follows from a command, or why it is refused.

`decide(state, command, now)` is the only door. It changes nothing and reads no clock: `now` is
UTC in milliseconds and comes in as an argument.
"""

from typing import assert_never

from game.core.commands import (
    CloseStage,
    Command,
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
    ShiftClock,
    StateAppraisal,
    StateBelief,
    TakeSeat,
    UndoClosing,
)
from game.core.events import Event
from game.core.rules import absence, clock, moves, talk, undoing
from game.core.rules.guards import guard_seat
from game.core.state import GroupState

Events = tuple[Event, ...]


def decide(state: GroupState, command: Command, now: int) -> Events:
    """Return the facts that follow from `command`, or raise `Refused`."""
    match command:
        case FromSeat():
            return _from_seat(state, command, now)
        case OpenStage():
            return clock.open_stage(state, command, now)
        case CloseStage():
            return clock.close_stage(state, command.reason, now)
        case ExtendStage():
            return clock.extend(state, command.seconds, now)
        case Pause():
            return clock.pause(state, now)
        case Resume():
            return clock.resume(state, now)
        case ShiftClock():
            return clock.shift(state, command.by_ms, now)
        case EndGame():
            return clock.end(state, command.reason, now)
        case UndoClosing():
            return undoing.undo_closing(state, command.seconds, now)
        case ReopenGame():
            return undoing.reopen(state, now)
        case TakeSeat():
            return absence.take(state, command, now)
        case LeaveSeat():
            return absence.leave(state, command, now)
        case OpenSeat():
            return absence.open_seat(state, command, now)
        case CoverSeat():
            return absence.cover(state, command, now)
        case HandBack():
            return absence.hand_back(state, command.seat, now)
        case GiveExtraTime():
            return absence.give_extra_time(state, command, now)
    assert_never(command)


def _from_seat(state: GroupState, command: FromSeat, now: int) -> Events:
    """A seat's move, and what it brings about: a returning student, a closing stage."""
    guard_seat(state, command, now)
    returning = absence.returning(state, command, now)
    facts = (*returning, *_facts(state, command, now))
    return clock.then_close(state, facts, now)


def _facts(state: GroupState, sent: FromSeat, now: int) -> Events:
    match sent.command:
        case StateBelief():
            return (moves.state_belief(state, sent, sent.command, now),)
        case SendCable():
            return (talk.send_cable(state, sent, sent.command, now),)
        case PublishCommunique():
            return (talk.publish(state, sent, sent.command, now),)
        case PutIn():
            return (talk.put_in(state, sent, sent.command, now),)
        case DeclareReady():
            return (talk.declare_ready(state, sent, now),)
        case CommitForces():
            return (moves.commit(state, sent, sent.command, now),)
        case StateAppraisal():
            return (moves.state_appraisal(state, sent, sent.command, now),)
        case SealResponse():
            return (moves.seal_response(state, sent, sent.command, now),)
        case SealOrders():
            return (moves.seal_orders(state, sent, sent.command, now),)
    assert_never(sent.command)
