"""Several commands decided one after the other, as if each had been committed before the next."""

from collections.abc import Iterable

from game.classroom import bots
from game.core.commands import CloseStage, Command
from game.core.events import Event
from game.core.evolve import evolve
from game.core.rules import decide
from game.core.state import GroupState


def chain(
    state: GroupState, commands: Iterable[Command], now: int, *, in_stage: bool = False
) -> tuple[GroupState, tuple[Event, ...]]:
    """The state and the events after all commands; `in_stage`: after those alone that find the
    stage open."""
    events: tuple[Event, ...] = ()
    for command in commands:
        if in_stage and not state.open:
            break
        decided = decide(state, command, now)
        for event in decided:
            state = evolve(state, event)
        events += decided
    return state, events


def close_after_bots(state: GroupState, reason: str, now: int) -> tuple[Event, ...]:
    """Let the bots that have not moved move, then close the stage if it is still open."""
    return chain(state, [*bots.commands_left(state), CloseStage(reason)], now, in_stage=True)[1]
