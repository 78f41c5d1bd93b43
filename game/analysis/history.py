"""A group's stream, followed once: the state at its end, and what the end has forgotten.

The state at the end knows who holds a seat now; a row needs to know who held it then.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.analysis.idle import Span, idle_spans
from game.analysis.sessionlog import GroupLog, SessionLog
from game.core.events import (
    Event,
    OpeningUndone,
    ResponsesRevealed,
    SeatCovered,
    SeatOpened,
    SeatTaken,
    StageOpened,
)
from game.core.evolve import evolve
from game.core.scenario import Scenario
from game.core.state import GroupState, Round, SeatState, opening_state
from game.core.vocabulary import ParticipantId, SeatId

Seats = Mapping[SeatId, SeatState]
Holders = Mapping[SeatId, tuple[ParticipantId, ...]]


@dataclass(frozen=True, slots=True)
class History:
    """A group as played. `seats_at`: the seats when the responses of a round were revealed;
    `held_in`: who had held them in that round until then, those who left first; `held`: who ever
    did once round 1 had opened; `began`: who did at that moment."""

    state: GroupState
    seats_at: Mapping[int, Seats]
    held_in: Mapping[int, Holders]
    held: Holders
    began: Holders
    covers: Mapping[SeatId, tuple[str, ...]]  # why a bot took the seat over, each time
    idle: tuple[Span, ...]  # the clock stood: pauses, a stage closed by mistake, a stopped server

    @property
    def started(self) -> bool:
        """Whether the first stage was ever opened."""
        return self.state.stage is not None

    @property
    def revealed(self) -> tuple[Round, ...]:
        """The rounds that have rows: those whose responses were revealed."""
        return tuple(played for played in self.state.rounds if played.revealed)

    @property
    def named(self) -> frozenset[ParticipantId]:
        """Everybody whose pseudonym is in the stream."""
        dealt = {who for setup in self.state.opened.seats for who in setup.holders}
        since = {who for held in self.state.seats.values() for who in (*held.holders, *held.former)}
        return frozenset(dealt | since)

    def thinking_ms(self, begin: int, end: int) -> int:
        """Milliseconds from `begin` to `end`, without the time in which the clock stood."""
        stood = sum(max(0, min(end, b) - max(begin, a)) for a, b in self.idle)
        return max(0, end - begin - stood)


def follow(scenario: Scenario, log: GroupLog) -> History:
    """Fold the stream, taking note of who held which seat round by round."""
    state, notes = opening_state(scenario, log.opened), _Notes()
    for event in log.events[1:]:
        state = evolve(state, event)
        notes.take(state, event)
    return History(
        state=state,
        seats_at=notes.seats_at,
        held_in=notes.held_in,
        held=notes.held or _holders(state),
        began=notes.began,
        covers=notes.covers,
        idle=idle_spans(log.events),
    )


@dataclass(slots=True)
class _Notes:
    """What the fold forgets, written down on the way."""

    seats_at: dict[int, Seats] = field(default_factory=dict)
    held_in: dict[int, Holders] = field(default_factory=dict)
    held: Holders = field(default_factory=dict)
    began: Holders = field(default_factory=dict)
    covers: dict[SeatId, tuple[str, ...]] = field(default_factory=dict)
    _so_far: dict[int, Holders] = field(default_factory=dict)

    def take(self, state: GroupState, event: Event) -> None:
        """After the event."""
        number = state.round.number
        if isinstance(event, OpeningUndone):  # a round that is not to have begun
            self._so_far = {past: held for past, held in self._so_far.items() if past <= number}
        if not number:
            return
        if not self.began:
            self.began = _holders(state)
            self._covered(*(seat for seat, held in state.seats.items() if held.cover), state=state)
        elif isinstance(event, SeatCovered):
            self._covered(event.seat, state=state)
        if isinstance(event, StageOpened | SeatTaken | SeatOpened):
            self.held = _joined(self.held, state)
            self._so_far[number] = _joined(self._so_far.get(number, {}), state)
        if isinstance(event, ResponsesRevealed):
            self.seats_at[number], self.held_in[number] = state.seats, self._so_far[number]

    def _covered(self, *seats: SeatId, state: GroupState) -> None:
        for seat in seats:
            reason = state.seats[seat].cover_reason
            self.covers[seat] = (*self.covers.get(seat, ()), reason)


def _holders(state: GroupState) -> Holders:
    return {seat: held.holders for seat, held in state.seats.items()}


def _joined(known: Holders, state: GroupState) -> Holders:
    """With those who hold the seats now, each once."""
    return {
        seat: tuple(dict.fromkeys((*known.get(seat, ()), *now)))
        for seat, now in _holders(state).items()
    }


def histories(log: SessionLog) -> tuple[History, ...]:
    """All groups of the session, by their number."""
    followed = (follow(log.scenario, group) for group in log.groups)
    return tuple(sorted(followed, key=lambda history: history.state.opened.number))
