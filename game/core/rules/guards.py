"""Who may move now, and what a number or a text may be."""

from game.core.commands import FromSeat
from game.core.rules.deadlines import GRACE_MS, own_deadline
from game.core.state import GroupState, is_student
from game.core.vocabulary import (
    PATRON,
    MoveSource,
    Refusal,
    Refused,
    SeatId,
    Stage,
)


def guard_running(state: GroupState) -> None:
    """The game has begun, is not over, and its clock runs."""
    if state.ended:
        raise Refused(Refusal.GAME_OVER)
    if state.stage is None:
        raise Refused(Refusal.NOT_STARTED)
    if state.paused_at is not None:
        raise Refused(Refusal.PAUSED)


def guard_seat(state: GroupState, sent: FromSeat, now: int) -> None:
    """The seat exists, and its command is for the stage that is open, and in time."""
    if sent.seat not in state.seats:
        raise Refused(Refusal.NO_SUCH_SEAT, seat=sent.seat)
    guard_running(state)
    asked = (sent.round, list(Stage).index(sent.stage))
    present = (state.round.number, list(Stage).index(state.stage or Stage.DISPATCH))
    if asked > present:
        raise Refused(Refusal.EARLY, stage=state.stage)
    if asked < present or not state.open:
        raise Refused(Refusal.LATE, stage=sent.stage, round=sent.round)
    due = own_deadline(state, sent.seat)
    if sent.source is MoveSource.STUDENT and due is not None and now > due + GRACE_MS:
        raise Refused(Refusal.LATE, stage=sent.stage, round=sent.round)
    if not set(sent.by) <= set(state.seats[sent.seat].holders):
        raise Refused(Refusal.NOT_YOUR_SEAT, seat=sent.seat)  # it was, as this was sent
    if sent.source is not MoveSource.BOT and not is_student(state, sent.seat):
        raise Refused(Refusal.SCRIPTED_SEAT, seat=sent.seat)


def guard_stage(state: GroupState, *stages: Stage) -> None:
    """The command belongs to one of these stages."""
    if state.stage not in stages:
        raise Refused(Refusal.NOTHING_TO_DO, stage=state.stage)


def patron_only(seat: SeatId) -> None:
    """Only the patron may do this."""
    if seat != PATRON:
        raise Refused(Refusal.PATRON_ONLY)


def allies_only(seat: SeatId) -> None:
    """Only allies may do this."""
    if seat == PATRON:
        raise Refused(Refusal.ALLIES_ONLY)


def in_range(field: str, value: int, least: int, most: int) -> None:
    """`value` lies in least..most."""
    if not least <= value <= most:
        raise Refused(Refusal.OUT_OF_RANGE, field=field, value=value, least=least, most=most)


def fits(text: str, longest: int) -> str:
    """The text without blanks around it, if it says something and is not too long."""
    trimmed = text.strip()
    if not trimmed:
        raise Refused(Refusal.TEXT_EMPTY)
    return within(trimmed, longest)


def within(text: str, longest: int) -> str:
    """The text without blanks around it, if it is not too long; it may be empty."""
    trimmed = text.strip()
    if len(trimmed) > longest:
        raise Refused(Refusal.TEXT_TOO_LONG, over=len(trimmed) - longest, longest=longest)
    return trimmed
