"""seats: one row per seat of every group that began, with its totals."""

from collections import Counter
from collections.abc import Iterator

from game.analysis.codebook import Row
from game.analysis.history import History
from game.analysis.records import AllyRecord, PatronRecord, ally_records, patron_records
from game.analysis.scores import Score, score
from game.analysis.sessionlog import SessionLog
from game.analysis.tables.cells import bit, number, together, word
from game.analysis.tables.placed import placed
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
                "consent": bit(log.consent_of(history.held[seat])),
                "first_play": bit(log.first_play_of(history.held[seat])),
                "simulated": bit(log.simulated or history.state.opened.simulated),
                **_by_hand(log, history, seat),
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
    return "mirror" if len(history.held[seat]) > 1 else "student"


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
        "holders": together(history.held[seat]),
        "bot": bit(held.bot is not None),
    }


def _rows_of(records: Records) -> Row:
    return {
        "first_round": records[0].played.number if records else None,
        "n_rows": len(records),
        "n_bot": sum(record.bot for record in records),
        "n_timed_out": sum(record.timed_out for record in records),
    }


def _by_hand(log: SessionLog, history: History, seat: SeatId) -> Row:
    """Who left, and what the instructor and the clock did about the seat."""
    held, ever = history.state.seats[seat], history.held[seat]
    covers = Counter(history.covers.get(seat, ()))
    return {
        "former": together(who for who in ever if who not in held.holders),
        "placed": bit(placed(log, history, seat, ever)),
        "extra_time": held.extra,
        "covered": word(";".join(f"{why}={covers[why]}" for why in sorted(covers))),
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
