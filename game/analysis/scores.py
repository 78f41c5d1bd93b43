"""A seat's totals: points, par, forecast and calibration, as the debrief shows them (rules 8)."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.analysis.history import History
from game.analysis.records import AllyRecord, account_of, ally_records
from game.core.events import ForecastPaid
from game.core.payoffs import calibration, forecast_par
from game.core.vocabulary import MoveSource, SeatId


@dataclass(frozen=True, slots=True)
class Score:
    """Points and par over the rounds reckoned. In the forecast round the prize takes the place
    of the moves' points and its own par that of theirs. `calibration`: 0-100, allies only.
    """

    points: float
    par: float
    forecast: ForecastPaid | None
    forecast_par: float | None
    calibration: float | None

    @property
    def against_par(self) -> float:
        """What judgement and bargaining earned, luck of type and of attacks taken out."""
        return self.points - self.par


def score(history: History, seat: SeatId) -> Score:
    """The seat's totals."""
    state = history.state
    rounds = state.reckoned
    accounts = {played.number: account_of(played, seat) for played in rounds}
    points = sum(account.points for account in accounts.values() if account)
    par = sum(account.par for account in accounts.values() if account)
    forecast = paid_forecast(history, seat)
    prize_par = None
    if forecast and (aside := accounts.get(forecast.round)):
        prize_par = forecast_par(state.numbers)
        points += forecast.points - forecast.set_aside
        par += prize_par - aside.par
    return Score(points, par, forecast, prize_par, mean_calibration(_own(history, seat)))


def paid_forecast(history: History, seat: SeatId) -> ForecastPaid | None:
    """The forecast that was paid; None before the end, and if its round was never played."""
    ended = history.state.ended
    return next((paid for paid in ended.forecasts if paid.seat == seat), None) if ended else None


def forecasts(record: AllyRecord) -> tuple[tuple[int, bool], ...]:
    """The seat's own stated beliefs (0-100) in this round, each with the outcome.

    A bot's beliefs count for a seat that was dealt to a bot, never for a student's seat.
    """
    if record.outcome is None:
        return ()
    return tuple(
        (stated.belief, record.outcome)
        for stated in (record.before, record.appraisal)
        if stated and (stated.source is not MoveSource.BOT or record.held.bot)
    )


def mean_calibration(stated: Iterable[tuple[int, bool]]) -> float | None:
    """Mean of 100 (1 - (b - o)^2) over beliefs and outcomes; None if there are none."""
    scores = [calibration(belief, outcome) for belief, outcome in stated]
    return sum(scores) / len(scores) if scores else None


def _own(history: History, seat: SeatId) -> list[tuple[int, bool]]:
    records = (record for record in ally_records(history) if record.seat == seat)
    return [pair for record in records for pair in forecasts(record)]
