"""Until when a seat may move: the stage's deadline, or a later one of its own."""

from collections.abc import Iterable

from game.core.state import GroupState
from game.core.vocabulary import SeatId

GRACE_MS = 1_000  # a move sent in the last moment is still on its way


def own_deadline(state: GroupState, seat: SeatId) -> int | None:
    """The seat's deadline (UTC, ms), with its extra time; None without timers."""
    if state.deadline is None:
        return None
    return state.deadline + (state.deadline - state.stage_at) * state.seats[seat].extra // 100


def last_deadline(state: GroupState, seats: Iterable[SeatId]) -> int | None:
    """When the time of all these seats is up; the stage's own deadline if there is none."""
    if state.deadline is None:
        return None
    own = (own_deadline(state, seat) or state.deadline for seat in seats)
    return max(own, default=state.deadline)
