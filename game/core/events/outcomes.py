"""What Nature and arithmetic brought about."""

from dataclasses import dataclass

from game.core.pledges import Judged
from game.core.vocabulary import SeatId


@dataclass(frozen=True, slots=True)
class ResponsesRevealed:
    """All moves, stances and units of the group open together."""

    at: int


@dataclass(frozen=True, slots=True)
class CrisisStruck:
    """Who was attacked at home, to whom help was sent, where it arrived, where a partner came."""

    at: int
    attacked: tuple[SeatId, ...]
    sent: tuple[SeatId, ...]
    defended: tuple[SeatId, ...]
    partnered: tuple[SeatId, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a seat's account, in points."""

    code: str
    points: float


@dataclass(frozen=True, slots=True)
class Account:
    """A seat's points this round, line by line, and its par."""

    seat: SeatId
    lines: tuple[Line, ...]
    par: float

    @property
    def points(self) -> float:
        """The sum of the lines."""
        return sum(line.points for line in self.lines)


@dataclass(frozen=True, slots=True)
class RoundReckoned:
    """Points by seat, and every request and pledge that fell due."""

    at: int
    accounts: tuple[Account, ...]
    judged: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class ForecastPaid:
    """The one round in which a seat is paid for its forecast instead of its moves (rules 7)."""

    seat: SeatId
    round: int
    before: bool
    report: int | None
    outcome: bool
    points: float
    set_aside: float


@dataclass(frozen=True, slots=True)
class GameEnded:
    """The playthrough is over: `completed`, or `stopped` by the instructor."""

    at: int
    reason: str
    forecasts: tuple[ForecastPaid, ...]


@dataclass(frozen=True, slots=True)
class GameReopened:
    """A game that was stopped goes on where it was; the time between does not count."""

    at: int
