"""Who may learn that an event happened. A view's version counts only what its seat may know.

Two streams that differ in what a seat may not know give that seat the same views and the same
versions, so that not even a number betrays a secret.
"""

from dataclasses import dataclass
from typing import assert_never

from game.core.events import (
    AppraisalStated,
    BeliefStated,
    CableSent,
    ClockShifted,
    ClosingUndone,
    CommuniquePublished,
    CrisisStruck,
    Event,
    ExtraTimeGiven,
    ForcesCommitted,
    GameEnded,
    GamePaused,
    GameReopened,
    GameResumed,
    GroupOpened,
    OpeningUndone,
    OrdersSealed,
    PutInWriting,
    ReadyDeclared,
    ResponseSealed,
    ResponsesRevealed,
    RoundReckoned,
    SeatCovered,
    SeatHandedBack,
    SeatLeft,
    SeatOpened,
    SeatTaken,
    StageClosed,
    StageExtended,
    StageOpened,
)
from game.core.pledges import Proposal
from game.core.state import GroupState
from game.core.vocabulary import PATRON, SeatId

PUBLIC: tuple[bool, tuple[SeatId, ...]] = (True, ())


@dataclass(frozen=True, slots=True)
class Versions:
    """How many events each audience has been allowed to learn of: the versions of its views."""

    public: int = 0
    own: tuple[tuple[SeatId, int], ...] = ()

    def of(self, seat: SeatId) -> int:
        """The version of this seat's view."""
        return self.public + dict(self.own).get(seat, 0)


def learn(versions: Versions, state: GroupState, event: Event) -> Versions:
    """The versions after `event`; `state` is the one before it."""
    public, seats = learners(state, event)
    if public:
        return Versions(versions.public + 1, versions.own)
    own = dict(versions.own)
    for seat in seats:
        own[seat] = own.get(seat, 0) + 1
    return Versions(versions.public, tuple(own.items()))


def learners(state: GroupState, event: Event) -> tuple[bool, tuple[SeatId, ...]]:
    """Whether the whole group may learn of `event`, and if not, which seats may.

    That a seat has decided is public; what it decided, and that it decided again, is not.
    """
    match event:
        case BeliefStated():
            return (event.seat not in state.round.before, (event.seat,))
        case ResponseSealed():
            return (event.seat not in state.round.responses, (event.seat,))
        case OrdersSealed():
            return (state.round.orders is None, (PATRON,))
        case AppraisalStated() | SeatLeft() | ExtraTimeGiven():
            return (False, (event.seat,))
        case SeatTaken():
            bot_goes = event.seat != PATRON and state.seats[event.seat].bot is not None
            return (bot_goes, (event.seat,))
        case CableSent():
            return (False, (event.seat, event.to))
        case PutInWriting():
            return (event.public or _replaces_public(state, event), (event.seat, event.to))
        case SeatCovered() | SeatHandedBack():
            return (event.seat != PATRON, (event.seat,))
        case (
            GroupOpened()
            | StageOpened()
            | CommuniquePublished()
            | ReadyDeclared()
            | ForcesCommitted()
            | ResponsesRevealed()
            | StageClosed()
            | CrisisStruck()
            | RoundReckoned()
            | GameEnded()
            | StageExtended()
            | GamePaused()
            | GameResumed()
            | ClockShifted()
            | OpeningUndone()
            | ClosingUndone()
            | GameReopened()
            | SeatOpened()
        ):
            return PUBLIC
    assert_never(event)


def _replaces_public(state: GroupState, event: PutInWriting) -> bool:
    slot = Proposal(state.round.number, event.seat, event.to, event.asked, False, event.at).slot
    return any(item.public and item.slot == slot for item in state.round.proposals)
