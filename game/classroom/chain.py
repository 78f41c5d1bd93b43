"""Several commands decided one after the other, as if each had been committed before the next."""

from collections.abc import Iterable

from game.classroom import bots
from game.core.commands import CloseStage, Command
from game.core.events import Event
from game.core.evolve import evolve
from game.core.rules import decide
from game.core.state import GroupState


def chain(
    state: GroupState, commands: Iterable[Command], now: int
) -> tuple[GroupState, tuple[Event, ...]]:
    """The state and the events after all commands; none is sent to a stage that has closed."""
    events: tuple[Event, ...] = ()
    for command in commands:
        if not state.open:
            break
        decided = decide(state, command, now)
        for event in decided:
            state = evolve(state, event)
        events += decided
    return state, events


def close_after_bots(state: GroupState, reason: str, now: int) -> tuple[Event, ...]:
    """Let the bots that have not moved move, then close the stage if it is still open."""
    return chain(state, [*bots.commands_left(state), CloseStage(reason)], now)[1]
