"""Absence never stops a group: covers, hand-backs, mirrors and late joiners (rules 4)."""

from game.core.commands import CoverSeat, FromSeat, GiveExtraTime, LeaveSeat, OpenSeat, TakeSeat
from game.core.events import (
    Event,
    ExtraTimeGiven,
    SeatCovered,
    SeatHandedBack,
    SeatLeft,
    SeatOpened,
    SeatTaken,
    StageClosed,
)
from game.core.rules.defaults import owing
from game.core.rules.guards import in_range
from game.core.state import GroupState, is_student
from game.core.vocabulary import ALLY_SEATS, PATRON, MoveSource, Refusal, Refused, SeatId, Stage

Events = tuple[Event, ...]
TIMEOUTS_IN_A_ROW = 2
COVER_STRATEGY = "maximiser"
MOST_EXTRA = 200  # percent: three times the stage


def take(state: GroupState, command: TakeSeat, now: int) -> Events:
    """A participant takes an existing seat: a bot-held one, or beside others as a mirror."""
    held = _there(state, command.seat)
    if held == PATRON and not is_student(state, held):
        raise Refused(Refusal.SCRIPTED_SEAT, seat=held)
    if command.participant in state.seats[held].holders:
        return ()
    taken = SeatTaken(now, held, command.participant)
    return (taken, SeatHandedBack(now, held)) if state.seats[held].cover else (taken,)


def leave(state: GroupState, command: LeaveSeat, now: int) -> Events:
    """A participant gives the seat up; when nobody is left in it, a bot moves for it."""
    held = state.seats[_there(state, command.seat)]
    if command.participant not in held.holders:
        return ()
    left = SeatLeft(now, command.seat, command.participant)
    if len(held.holders) > 1 or held.strategy:
        return (left,)
    return (left, SeatCovered(now, command.seat, COVER_STRATEGY, "left"))


def open_seat(state: GroupState, command: OpenSeat, now: int) -> Events:
    """A new ally seat, between rounds only, so that no round changes size while it is played."""
    if state.ended:
        raise Refused(Refusal.GAME_OVER)
    if command.seat in state.seats or command.seat not in ALLY_SEATS:
        raise Refused(Refusal.GROUP_FULL)
    if state.open or state.stage not in (None, Stage.RECKONING):
        raise Refused(Refusal.STAGE_OPEN, stage=state.stage)
    return (SeatOpened(now, command.seat, command.actor, command.distance, command.participant),)


def cover(state: GroupState, command: CoverSeat, now: int) -> Events:
    """A bot moves for the seat until the student is back."""
    held = _held(state, command.seat)
    if state.seats[held].cover:
        raise Refused(Refusal.COVERED_ALREADY, seat=held)
    return (SeatCovered(now, held, command.strategy, command.reason),)


def hand_back(state: GroupState, seat: SeatId, now: int) -> Events:
    """The student is back."""
    held = _held(state, seat)
    if not state.seats[held].cover:
        raise Refused(Refusal.NOT_COVERED, seat=held)
    if not state.seats[held].holders:
        raise Refused(Refusal.NOBODY_THERE, seat=held)
    return (SeatHandedBack(now, held),)


def give_extra_time(state: GroupState, command: GiveExtraTime, now: int) -> Events:
    """The seat's own deadline moves, at once and in every stage that follows."""
    held = _held(state, command.seat)
    in_range("percent", command.percent, 0, MOST_EXTRA)
    if state.seats[held].extra == command.percent:
        return ()
    return (ExtraTimeGiven(now, held, command.percent),)


def returning(state: GroupState, sent: FromSeat, now: int) -> Events:
    """A student who moves is back, and may seal again what the bot sealed in this stage."""
    held = state.seats[sent.seat]
    if sent.source is MoveSource.BOT or held.cover is None or not held.holders:
        return ()
    return (SeatHandedBack(now, sent.seat),)


def after_closing(state: GroupState, closed: StageClosed, now: int) -> Events:
    """Two time-outs in a row: from the next stage on a bot moves for the seat."""
    return tuple(
        SeatCovered(now, seat, COVER_STRATEGY, "timeouts")
        for seat in closed.missed
        if state.seats[seat].missed + 1 >= TIMEOUTS_IN_A_ROW
    )


def covered_and_owing(state: GroupState) -> tuple[SeatId, ...]:
    """Seats for which a bot has to move in the open stage."""
    return tuple(seat for seat in owing(state) if state.seats[seat].strategy)


def _held(state: GroupState, seat: SeatId) -> SeatId:
    if not is_student(state, _there(state, seat)):
        raise Refused(Refusal.SCRIPTED_SEAT, seat=seat)
    return seat


def _there(state: GroupState, seat: SeatId) -> SeatId:
    if state.ended:
        raise Refused(Refusal.GAME_OVER)
    if seat not in state.seats:
        raise Refused(Refusal.NO_SUCH_SEAT, seat=seat)
    return seat
