"""Stages, and the time they have."""

from dataclasses import dataclass

from game.core.vocabulary import SeatId, Stage


@dataclass(frozen=True, slots=True)
class StageOpened:
    """A stage began. `deadline` is None without timers; it closes no earlier than `not_before`."""

    at: int
    round: int
    stage: Stage
    deadline: int | None
    not_before: int


@dataclass(frozen=True, slots=True)
class StageClosed:
    """A stage ended: all had moved, the time was up, or the instructor closed it."""

    at: int
    reason: str  # all_moved | deadline | instructor
    missed: tuple[SeatId, ...]  # seats that owed an input and gave none


@dataclass(frozen=True, slots=True)
class StageExtended:
    """The instructor added time."""

    at: int
    seconds: int
    deadline: int


@dataclass(frozen=True, slots=True)
class GamePaused:
    """The clock stands."""

    at: int


@dataclass(frozen=True, slots=True)
class GameResumed:
    """The clock goes on with the time that was left."""

    at: int


@dataclass(frozen=True, slots=True)
class OpeningUndone:
    """The stage that had just opened is withdrawn: the one before it was closed too early."""

    at: int


@dataclass(frozen=True, slots=True)
class ClosingUndone:
    """The stage closed last is open again; what the rules played for the `void` seats is void."""

    at: int
    deadline: int | None
    void: tuple[SeatId, ...]


@dataclass(frozen=True, slots=True)
class ClockShifted:
    """The server had stopped; its absence does not count as thinking time."""

    at: int
    by_ms: int
