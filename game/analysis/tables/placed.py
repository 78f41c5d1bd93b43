"""Whom the instructor put into a seat, and not the draw."""

from collections.abc import Iterable

from game.analysis.history import History
from game.analysis.sessionlog import SessionLog
from game.core.vocabulary import ParticipantId, SeatId


def placed(
    log: SessionLog, history: History, seat: SeatId, holders: Iterable[ParticipantId]
) -> bool:
    """Whether one of them was put there by hand; not if the draw had put them there before."""
    dealt, group = _dealt(history, seat), history.state.opened.group
    return any((who, group, seat) in log.placings and who not in dealt for who in holders)


def changed_by_hand(log: SessionLog, history: History, seat: SeatId) -> bool:
    """Whether the instructor put somebody in, or took somebody elsewhere, before round 1."""
    began = history.began or {seat: held.holders for seat, held in history.state.seats.items()}
    gone = _dealt(history, seat) - set(began[seat])
    elsewhere = {who for who, group, to in log.placings if (group, to) != _place(history, seat)}
    return placed(log, history, seat, began[seat]) or bool(gone & elsewhere)


def _dealt(history: History, seat: SeatId) -> frozenset[ParticipantId]:
    """Those to whom the draw gave the seat."""
    setups = history.state.opened.seats
    return frozenset(who for setup in setups if setup.seat == seat for who in setup.holders)


def _place(history: History, seat: SeatId) -> tuple[str, SeatId]:
    return history.state.opened.group, seat
