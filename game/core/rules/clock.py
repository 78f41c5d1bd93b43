"""Stages open and close here; who presses the button (clock, instructor) is not our business."""

from game.core.commands import OpenStage
from game.core.events import (
    ClockShifted,
    Event,
    GameEnded,
    GamePaused,
    GameResumed,
    ResponsesRevealed,
    StageClosed,
    StageExtended,
    StageOpened,
)
from game.core.evolve import evolve
from game.core.rules import absence
from game.core.rules.awaited import awaited
from game.core.rules.defaults import for_missing, owing
from game.core.rules.guards import guard_running
from game.core.settle import forecasts, reckon, strike
from game.core.state import GroupState, is_student
from game.core.vocabulary import Refusal, Refused, Stage

Events = tuple[Event, ...]


def next_stage(state: GroupState) -> tuple[int, Stage] | None:
    """The round and stage that follow, or None when the game has been played."""
    if state.stage is None:
        return (1, Stage.DISPATCH)
    if state.stage is Stage.RECKONING:
        following = state.round.number + 1
        return (following, Stage.DISPATCH) if following <= state.opened.rounds else None
    order = list(Stage)
    step = order[order.index(state.stage) + 1]
    if step is Stage.CONSULTATION and not state.opened.consultation:
        step = Stage.COMMITMENT
    return (state.round.number, step)


def open_stage(state: GroupState, command: OpenStage, now: int) -> Events:
    """The next stage, with what Nature or arithmetic brings; after the last, the end."""
    if state.ended:
        raise Refused(Refusal.GAME_OVER)
    if state.open:
        raise Refused(Refusal.STAGE_OPEN, stage=state.stage)
    if state.paused_at is not None:
        raise Refused(Refusal.PAUSED)
    following = next_stage(state)
    if following is None:
        return (GameEnded(now, "completed", forecasts(state)),)
    round_number, stage = following
    deadline = None if command.seconds is None else now + 1000 * command.seconds
    least = now + 1000 * command.least_seconds
    opened = StageOpened(now, round_number, stage, deadline, least)
    return (opened, *_brought(evolve(state, opened), now))


def _brought(state: GroupState, now: int) -> Events:
    if state.stage is Stage.CRISIS:
        return (strike(state, now),)
    if state.stage is Stage.RECKONING:
        return (reckon(state, now),)
    return ()


def close_stage(state: GroupState, reason: str, now: int) -> Events:
    """Close the open stage; the rules play for every seat that has not moved."""
    guard_running(state)
    if not state.open:
        raise Refused(Refusal.STAGE_CLOSED, stage=state.stage)
    missed = tuple(
        seat
        for seat in owing(state)
        if seat not in state.acted and is_student(state, seat) and not state.seats[seat].cover
    )
    defaults = for_missing(state, now)
    closed = StageClosed(now, reason, missed)
    return (*defaults, *_reveal(state, now), closed, *absence.after_closing(state, closed, now))


def then_close(state: GroupState, facts: Events, now: int) -> Events:
    """The facts, and the closing of the stage if with them everybody has moved."""
    after = state
    for fact in facts:
        after = evolve(after, fact)
    if awaited(after) or now < after.not_before:
        return facts
    return (*facts, *_reveal(after, now), StageClosed(now, "all_moved", ()))


def _reveal(state: GroupState, now: int) -> Events:
    return (ResponsesRevealed(now),) if state.stage is Stage.RESPONSE else ()


def extend(state: GroupState, seconds: int, now: int) -> Events:
    """More time, once a stage."""
    guard_running(state)
    if not state.open:
        raise Refused(Refusal.STAGE_CLOSED, stage=state.stage)
    if state.deadline is None:
        raise Refused(Refusal.NO_TIMER)
    if state.extended:
        raise Refused(Refusal.ALREADY_EXTENDED)
    return (StageExtended(now, seconds, state.deadline + 1000 * seconds),)


def pause(state: GroupState, now: int) -> Events:
    """The clock stands, and nobody can move."""
    guard_running(state)
    return (GamePaused(now),)


def resume(state: GroupState, now: int) -> Events:
    """The clock goes on with the time that was left."""
    if state.paused_at is None:
        raise Refused(Refusal.NOT_PAUSED)
    return (GameResumed(now),)


def shift(state: GroupState, by_ms: int, now: int) -> Events:
    """The server was away for `by_ms`; the open stage gets that time back."""
    if not state.open or state.paused_at is not None or by_ms <= 0:
        return ()
    return (ClockShifted(now, by_ms),)


def end(state: GroupState, reason: str, now: int) -> Events:
    """The instructor ends the game here; forecasts are paid for rounds that were played."""
    if state.ended:
        raise Refused(Refusal.GAME_OVER)
    return (GameEnded(now, reason, forecasts(state)),)
