"""Play a group to its end without server or clock, every seat by its strategy.

The same rules as in class: nothing happens here but commands through `decide`.
"""

from collections.abc import Mapping
from dataclasses import replace

from game.classroom.strategies import moves_of
from game.core.commands import CloseStage, Command, FromSeat, OpenStage
from game.core.events import Event, GroupOpened
from game.core.evolve import evolve
from game.core.rules import decide
from game.core.rules.defaults import owing
from game.core.scenario import Scenario
from game.core.state import GroupState, opening_state
from game.core.vocabulary import MoveSource, SeatId, Stage

STEP_MS = 1000  # a made-up clock: one second a stage


def with_bots(opened: GroupOpened, strategies: Mapping[SeatId, str]) -> GroupOpened:
    """The same group with bots in the seats named; scripted patrons keep their script."""
    seats = tuple(
        replace(setup, holders=(), bot=setup.bot or strategies[setup.seat])
        if setup.seat in strategies
        else setup
        for setup in opened.seats
    )
    return replace(opened, seats=seats)


def play(
    scenario: Scenario, opened: GroupOpened, *, reads_posture: bool
) -> tuple[GroupState, list[Event]]:
    """The finished group and its whole stream."""
    state = opening_state(scenario, opened)
    log: list[Event] = [opened]
    now = opened.at
    while state.ended is None:
        now += STEP_MS
        state = _step(state, now, log, reads_posture)
    return state, log


def _step(state: GroupState, now: int, log: list[Event], reads_posture: bool) -> GroupState:
    """Open the next stage; or let every bot move, and close what stays open."""
    if not state.open:
        return _obey(state, OpenStage(seconds=None), now, log)
    for command in _bot_commands(state, reads_posture):
        state = _obey(state, command, now, log)
    if state.open:
        state = _obey(state, CloseStage("deadline" if owing(state) else "all_moved"), now, log)
    return state


def _obey(state: GroupState, command: Command, now: int, log: list[Event]) -> GroupState:
    for event in decide(state, command, now):
        state = evolve(state, event)
        log.append(event)
    return state


def _bot_commands(state: GroupState, reads_posture: bool) -> list[Command]:
    """What all bots send, each deciding on the same state: nobody sees another's move first."""
    present = (state.round.number, state.stage or Stage.DISPATCH)
    return [
        FromSeat(seat, *present, command, MoveSource.BOT)
        for seat in state.seats
        for command in moves_of(state, seat, reads_posture=reads_posture)
    ]
