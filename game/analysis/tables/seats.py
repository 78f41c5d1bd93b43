"""seats: one row per seat of every group that began, with its totals."""

from collections.abc import Iterator

from game.analysis.codebook import Row
from game.analysis.history import History
from game.analysis.records import AllyRecord, PatronRecord, ally_records, patron_records
from game.analysis.scores import Score, score
from game.analysis.sessionlog import SessionLog
from game.analysis.tables.cells import bit, number, together, word
from game.core.state import SeatState
from game.core.vocabulary import PATRON, SeatId

Records = list[AllyRecord] | list[PatronRecord]


def seat_rows(log: SessionLog, followed: tuple[History, ...]) -> Iterator[Row]:
    """By group and seat, the patron first."""
    for history in followed:
        if not history.started:
            continue
        for seat in (PATRON, *history.state.allies):
            held = history.state.seats[seat]
            yield {
                **_identity(history, seat, held),
                **_rows_of(records_of(history, seat)),
                **_totals(score(history, seat)),
                "consent": bit(log.consent_of(held.holders)),
                "first_play": bit(log.first_play_of(held.holders)),
                "simulated": bit(log.simulated or history.state.opened.simulated),
            }


def records_of(history: History, seat: SeatId) -> Records:
    """The seat's rows, in the order of rounds."""
    if seat == PATRON:
        return list(patron_records(history))
    return [record for record in ally_records(history) if record.seat == seat]


def seat_kind(history: History, seat: SeatId) -> str:
    """student, mirror, bot, or the patron's script."""
    held, kind = history.state.seats[seat], history.state.opened.patron_kind
    if seat == PATRON and kind.scripted:
        return kind.value
    if held.bot:
        return "bot"
    return "mirror" if len(held.holders) > 1 else "student"


def _identity(history: History, seat: SeatId, held: SeatState) -> Row:
    opened = history.state.opened
    return {
        "session": opened.session,
        "group": opened.group,
        "seat": seat,
        "role": "patron" if seat == PATRON else "ally",
        "actor": held.actor,
        "distance": word(held.distance),
        "kind": seat_kind(history, seat),
        "holders": together(held.holders),
        "bot": bit(held.bot is not None),
    }


def _rows_of(records: Records) -> Row:
    return {
        "first_round": records[0].played.number if records else None,
        "n_rows": len(records),
        "n_bot": sum(record.bot for record in records),
        "n_timed_out": sum(record.timed_out for record in records),
    }


def _totals(total: Score) -> Row:
    paid = total.forecast
    return {
        "points": number(total.points),
        "par": number(total.par),
        "points_against_par": number(total.against_par),
        "calibration": number(total.calibration),
        "forecast_in_round": paid.round if paid else None,
        "forecast_which": ("before" if paid.before else "after") if paid else None,
        "forecast_report": paid.report if paid else None,
        "forecast_outcome": bit(paid.outcome) if paid else None,
        "forecast_points": number(paid.points) if paid else None,
        "forecast_set_aside": number(paid.set_aside) if paid else None,
        "forecast_par": number(total.forecast_par),
    }
