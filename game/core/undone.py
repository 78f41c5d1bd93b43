"""Taking back by going on: what a withdrawn opening, closing or end leaves of the state.

Nothing is erased: these events follow the ones they take back.
"""

from collections.abc import Mapping
from dataclasses import replace

from game.core.events import ClosingUndone, GameEnded, GameReopened
from game.core.state import GroupState, Round, SeatState
from game.core.vocabulary import PATRON, SeatId, Stage

Seats = tuple[SeatId, ...]


def opening_undone(state: GroupState) -> GroupState:
    """Before the stage opened; seats are held as they are held now."""
    before = state.before_opening
    if before is None:
        raise ValueError("no stage has opened that could be withdrawn")
    return replace(before, seats=state.seats, paused_at=state.paused_at)


def closing_undone(state: GroupState, event: ClosingUndone) -> GroupState:
    """The stage is open again, without what the rules played for those who had not moved. In a
    pause it opens at the pause's beginning: the time until the class goes on is added later."""
    begin = event.at if state.paused_at is None else state.paused_at
    return replace(
        state,
        open=True,
        deadline=event.deadline,
        not_before=begin,
        stage_at=begin,
        extended=False,
        close_reason="",
        missed=(),
        acted=state.acted - set(state.missed),
        round=_without(state.round, state.stage, event.void),
        seats=_not_missed(state.seats, state.missed),
    )


def _without(played: Round, stage: Stage | None, void: Seats) -> Round:
    marked = replace(played, reopened=played.reopened | ({stage} if stage else set()))
    patron_too = PATRON in void
    if stage is Stage.COMMITMENT:
        return replace(marked, commitment=None if patron_too else played.commitment)
    if stage is Stage.RESPONSE:
        sealed = {seat: item for seat, item in played.responses.items() if seat not in void}
        orders = None if patron_too else played.orders
        return replace(marked, responses=sealed, orders=orders, revealed=False)
    return marked


def _not_missed(seats: Mapping[SeatId, SeatState], missed: Seats) -> dict[SeatId, SeatState]:
    """The seats without the miss that the closing counted."""
    return {
        seat: replace(held, missed=max(0, held.missed - (seat in missed)))
        for seat, held in seats.items()
    }


def stopped(state: GroupState, event: GameEnded) -> GroupState:
    """The game is over; how it stood is remembered."""
    return replace(state, ended=event, open=False, deadline=None, paused_at=None, before_end=state)


def reopened(state: GroupState, event: GameReopened) -> GroupState:
    """The game as it stood when it was stopped; a pause goes on, a running clock stood still."""
    before, ended = state.before_end, state.ended
    if before is None or ended is None:
        raise ValueError("the game was not over")
    return before if before.paused_at is not None else shifted(before, event.at - ended.at)


def shifted(state: GroupState, by_ms: int) -> GroupState:
    """Move the open stage's times; a pause or a stopped server takes nobody's time."""
    deadline = None if state.deadline is None else state.deadline + by_ms
    return replace(
        state,
        deadline=deadline,
        not_before=state.not_before + by_ms,
        stage_at=state.stage_at + by_ms,
    )
