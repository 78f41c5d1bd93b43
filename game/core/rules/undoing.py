"""Taking back: a stage closed too early opens again, a stopped game goes on. Always a new event."""

from game.core.events import ClosingUndone, Event, GameReopened, OpeningUndone, SeatHandedBack
from game.core.state import GroupState
from game.core.vocabulary import PATRON, MoveSource, Refusal, Refused, SeatId, Stage

Events = tuple[Event, ...]
BY_PEOPLE = (MoveSource.STUDENT, MoveSource.INSTRUCTOR)


def undo_closing(state: GroupState, seconds: int | None, now: int) -> Events:
    """Withdraw the stage that has opened since, and open the one that was closed before it.

    Where all had moved there is nothing to open again; the group only goes back and waits.
    """
    if state.ended:
        raise Refused(Refusal.GAME_OVER)
    if state.open and decided(state):
        raise Refused(Refusal.MOVED_SINCE)
    closed = state.before_opening if state.open else state
    if closed is None or closed.stage is None or set(closed.seats) != set(state.seats):
        raise Refused(Refusal.NOTHING_TO_UNDO)
    withdrawn = (OpeningUndone(now),) if state.open else ()
    if closed.close_reason == "all_moved":
        return withdrawn
    begin = now if state.paused_at is None else state.paused_at
    deadline = None if seconds is None else begin + 1000 * seconds
    undone = ClosingUndone(now, deadline, _void(closed))
    return (*withdrawn, undone, *_uncovered(closed, state, now))


def _void(closed: GroupState) -> tuple[SeatId, ...]:
    """The seats for which the rules moved, or which were missing, when the stage closed."""
    played, void = closed.round, set(closed.missed)
    if closed.stage is Stage.COMMITMENT:
        void |= {PATRON} if _defaulted(played.commitment) else set()
    if closed.stage is Stage.RESPONSE:
        void |= {PATRON} if _defaulted(played.orders) else set()
        void |= {seat for seat, item in played.responses.items() if _defaulted(item)}
    return tuple(seat for seat in closed.seats if seat in void)


def _defaulted(move: object) -> bool:
    return getattr(move, "source", None) is MoveSource.TIMEOUT


def _uncovered(closed: GroupState, state: GroupState, now: int) -> Events:
    """The bot that came with the closing goes with it, unless the seat's student has gone since."""
    return tuple(
        SeatHandedBack(now, seat)
        for seat in closed.missed
        if state.seats[seat].cover_reason == "timeouts" and state.seats[seat].holders
    )


def decided(state: GroupState) -> bool:
    """Whether somebody has moved or written in the open stage, which is never thrown away."""
    played = state.round
    match state.stage:
        case Stage.DISPATCH:
            moves: tuple[object, ...] = tuple(played.before.values())
        case Stage.CONSULTATION:
            moves = (*played.cables, *played.communiques, *played.proposals)
        case Stage.COMMITMENT:
            moves = (played.commitment,)
        case Stage.RESPONSE:
            moves = (*played.appraisals.values(), *played.responses.values(), played.orders)
        case _:
            moves = ()
    return any(getattr(move, "source", MoveSource.STUDENT) in BY_PEOPLE for move in moves if move)


def reopen(state: GroupState, now: int) -> Events:
    """Go on where the game was stopped; one that was played to its end has nothing left."""
    if state.ended is None:
        raise Refused(Refusal.NOT_OVER)
    if state.ended.reason != "stopped":
        raise Refused(Refusal.NOTHING_TO_UNDO)
    return (GameReopened(now),)
