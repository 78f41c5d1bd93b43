"""A group's stream, followed once: the state at its end, and what the end has forgotten.

The state at the end knows who holds a seat now; a row needs to know who held it then.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.analysis.sessionlog import GroupLog, SessionLog
from game.core.events import (
    ClockShifted,
    ClosingUndone,
    Event,
    GameEnded,
    GamePaused,
    GameReopened,
    GameResumed,
    ResponsesRevealed,
    StageClosed,
)
from game.core.evolve import evolve
from game.core.scenario import Scenario
from game.core.state import GroupState, Round, SeatState, opening_state
from game.core.vocabulary import SeatId

Seats = Mapping[SeatId, SeatState]
Span = tuple[int, int]  # from, to; UTC in milliseconds


@dataclass(frozen=True, slots=True)
class History:
    """A group as played. `seats_at`: the seats when the responses of a round were revealed."""

    state: GroupState
    seats_at: Mapping[int, Seats]
    idle: tuple[Span, ...]  # the clock stood: pauses, and the server's absences

    @property
    def started(self) -> bool:
        """Whether the first stage was ever opened."""
        return self.state.stage is not None

    @property
    def revealed(self) -> tuple[Round, ...]:
        """The rounds that have rows: those whose responses were revealed."""
        return tuple(played for played in self.state.rounds if played.revealed)

    def thinking_ms(self, begin: int, end: int) -> int:
        """Milliseconds from `begin` to `end`, without the time in which the clock stood."""
        stood = sum(max(0, min(end, b) - max(begin, a)) for a, b in self.idle)
        return max(0, end - begin - stood)


def follow(scenario: Scenario, log: GroupLog) -> History:
    """Fold the stream, taking note of who held which seat round by round."""
    state = opening_state(scenario, log.opened)
    seats_at: dict[int, Seats] = {}
    for event in log.events[1:]:
        state = evolve(state, event)
        if isinstance(event, ResponsesRevealed):
            seats_at[state.round.number] = state.seats
    return History(state, seats_at, idle_spans(log.events))


def histories(log: SessionLog) -> tuple[History, ...]:
    """All groups of the session, by their number."""
    followed = (follow(log.scenario, group) for group in log.groups)
    return tuple(sorted(followed, key=lambda history: history.state.opened.number))


def idle_spans(events: Iterable[Event]) -> tuple[Span, ...]:
    """When the clock stood, or the stage was closed by mistake."""
    spans: list[Span] = []
    since: int | None = None
    closed = 0
    for event in events:
        match event:
            case GamePaused() | GameEnded() if since is None:
                since = event.at
            case GameResumed() | GameReopened() if since is not None:
                spans.append((since, event.at))
                since = None
            case ClockShifted():
                spans.append((event.at - event.by_ms, event.at))
            case StageClosed():
                closed = event.at
            case ClosingUndone():
                spans.append((closed, event.at))
            case _:
                continue
    return tuple(spans)
