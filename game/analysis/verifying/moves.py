"""The seats' moves, put to the rules again: would they have been taken as they are?"""

from dataclasses import replace

from game.core.commands import (
    CommitForces,
    DeclareReady,
    FromSeat,
    PublishCommunique,
    PutIn,
    SealOrders,
    SealResponse,
    SeatCommand,
    SendCable,
    StateAppraisal,
    StateBelief,
)
from game.core.events import (
    AppraisalStated,
    BeliefStated,
    CableSent,
    CommuniquePublished,
    Event,
    ForcesCommitted,
    OrdersSealed,
    PutInWriting,
    ReadyDeclared,
    ResponseSealed,
)
from game.core.rules import decide
from game.core.rules.defaults import for_missing
from game.core.state import GroupState
from game.core.vocabulary import PATRON, MoveSource, Refused

SAID = "said"  # in place of every text: whether a text is whole, its commitment says

Moved = (
    BeliefStated
    | CableSent
    | CommuniquePublished
    | PutInWriting
    | ReadyDeclared
    | ForcesCommitted
    | AppraisalStated
    | ResponseSealed
    | OrdersSealed
)


def would_be_refused(state: GroupState, event: Event) -> bool:
    """Whether it is a move that the rules do not take in this state, or take as another.

    What the rules played for somebody who was absent must be what they play.
    """
    if not isinstance(event, Moved):
        return False
    if event.source is MoveSource.TIMEOUT:
        return event not in for_missing(state, event.at)
    if state.stage is None:
        return False
    moved = _wordless(event)
    seat = PATRON if isinstance(moved, ForcesCommitted | OrdersSealed) else moved.seat
    asked = _command(moved)
    command = FromSeat(seat, state.round.number, state.stage, asked, event.source, event.by)
    try:
        return moved not in decide(state, command, event.at)
    except (Refused, KeyError):
        return True


def _wordless(event: Moved) -> Moved:
    match event:
        case CableSent() | CommuniquePublished():
            return replace(event, text=SAID)
        case ResponseSealed():
            return replace(event, reason=SAID)
        case _:
            return event


def _command(event: Moved) -> SeatCommand:
    """What the seat must have asked for."""
    match event:
        case BeliefStated():
            return StateBelief(event.belief)
        case CableSent():
            return SendCable(event.to, event.text)
        case CommuniquePublished():
            return PublishCommunique(event.text)
        case PutInWriting():
            return PutIn(event.to, event.asked, event.public)
        case ReadyDeclared():
            return DeclareReady()
        case ForcesCommitted():
            return CommitForces(event.posture, event.theatre, dict(event.garrisons))
        case AppraisalStated():
            return StateAppraisal(event.would, event.could, event.belief)
        case ResponseSealed():
            said = event.move, event.stance, event.units, event.voice, event.reason
            return SealResponse(*said)
        case OrdersSealed():
            return SealOrders(dict(event.orders))
