"""For whom the open stage waits: said to everybody, by country, so that nobody waits blindly."""

from game.core.rules.deadlines import last_deadline
from game.core.rules.defaults import owing
from game.core.state import GroupState, is_student
from game.core.vocabulary import PATRON, SeatId, Stage

INPUT_STAGES = (Stage.DISPATCH, Stage.COMMITMENT, Stage.RESPONSE)


def awaited(state: GroupState) -> tuple[SeatId, ...]:
    """Seats that still have to move (or, in the other stages, to say that they are ready)."""
    if not state.open:
        return ()
    if state.stage in INPUT_STAGES:
        return owing(state)
    return tuple(
        seat for seat in state.seats if _reads(state, seat) and seat not in state.round.ready
    )


def _reads(state: GroupState, seat: SeatId) -> bool:
    """Whether the stage waits until the seat is ready; always for the patron, since nothing may
    tell the allies who plays it (rules 5); never for a latecomer who was not in the round."""
    if seat == PATRON:
        return True
    in_round = state.stage is Stage.CONSULTATION or seat in state.round.responses
    return in_round and is_student(state, seat) and not state.seats[seat].cover


def overdue(state: GroupState, now: int) -> str | None:
    """Why the open stage should close by itself now, or None: `deadline` or `all_moved`."""
    if not state.open or state.paused_at is not None:
        return None
    waiting = awaited(state)
    due = last_deadline(state, waiting)
    if due is not None and now >= due:
        return "deadline"
    if not waiting and now >= state.not_before:
        return "all_moved"
    return None
