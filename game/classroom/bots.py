"""When a bot moves in class: at a human pace, so that nobody can tell it by its haste."""

from statistics import median

from game.classroom.live import LiveSession
from game.classroom.strategies import moves_of, neutral
from game.core.commands import FromSeat
from game.core.state import GroupState, Round
from game.core.vocabulary import PATRON, MoveSource, SeatId, Stage

LEAST_MS = 5_000
MOST_MS = 45_000  # a pause or a long talk counts as thought otherwise
SCRIPT_COMMITS_MS = 10_000  # the same in every arm (rules 3)


def human_delay_ms(live: LiveSession) -> int:
    """The median time students of this session have taken to move, 5 to 45 seconds."""
    taken = [
        delay for group in live.groups for played in group.state.rounds for delay in _delays(played)
    ]
    return min(MOST_MS, max(LEAST_MS, int(median(taken)))) if taken else LEAST_MS


def _delays(played: Round) -> list[int]:
    """Milliseconds from a stage's opening to each student's move in it."""
    opened = played.stage_opened
    moves = [(Stage.DISPATCH, item) for item in played.before.values()]
    moves += [(Stage.RESPONSE, item) for item in played.responses.values()]  # type: ignore[misc]
    return [
        item.at - opened[stage]
        for stage, item in moves
        if item.source is MoveSource.STUDENT and stage in opened
    ]


def due_at(state: GroupState, seat: SeatId, delay_ms: int) -> int:
    """When the bot at this seat moves in the open stage (UTC, ms)."""
    if seat == PATRON and state.opened.patron_kind.scripted and state.stage is Stage.COMMITMENT:
        return state.stage_at + SCRIPT_COMMITS_MS
    delay = delay_ms
    if state.deadline is not None:
        delay = min(delay, (state.deadline - state.stage_at) * 3 // 4)
    return state.stage_at + delay


def commands_due(state: GroupState, delay_ms: int, now: int) -> list[FromSeat]:
    """What the group's bots send now."""
    if not state.open or state.paused_at is not None or state.stage is None:
        return []
    waiting = [seat for seat, held in state.seats.items() if held.strategy]
    return [
        FromSeat(seat, state.round.number, state.stage, command, MoveSource.BOT)
        for seat in waiting
        if now >= due_at(state, seat, delay_ms)
        for command in moves_of(state, seat, reads_posture=_reads_posture(state))
    ]


def _reads_posture(state: GroupState) -> bool:
    """In a tilted scenario posture says something, but never when a script chose it (rules 11)."""
    return not neutral(state) and not state.opened.patron_kind.scripted


def commands_left(state: GroupState) -> list[FromSeat]:
    """What the group's bots have still to send before the stage is closed by hand."""
    return commands_due(state, 0, state.stage_at + 10**9)
