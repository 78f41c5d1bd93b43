"""Consultation: cables, communiqués, requests and pledges. Cheap talk; it moves no points."""

from game.core.commands import FromSeat, PublishCommunique, PutIn, SendCable
from game.core.events import CableSent, CommuniquePublished, PutInWriting, ReadyDeclared
from game.core.pledges import (
    MOST_ROUNDS_AHEAD,
    NEEDS_UNITS,
    Asked,
    Code,
    may_use,
)
from game.core.rules.guards import fits, guard_stage, in_range
from game.core.state import GroupState
from game.core.vocabulary import PATRON, Refusal, Refused, SeatId, Stage

CABLES_A_ROUND = 3  # each way
CABLE_LENGTH = 280
COMMUNIQUE_LENGTH = 200
READY_STAGES = (Stage.CONSULTATION, Stage.CRISIS, Stage.RECKONING)


def send_cable(state: GroupState, sent: FromSeat, command: SendCable, now: int) -> CableSent:
    """A private message between the patron and one ally."""
    guard_stage(state, Stage.CONSULTATION)
    _guard_pair(state, sent.seat, command.to)
    text = fits(command.text, CABLE_LENGTH)
    already = sum(c.seat == sent.seat and c.to == command.to for c in state.round.cables)
    if already >= CABLES_A_ROUND:
        raise Refused(Refusal.LIMIT_REACHED, what="cables", most=CABLES_A_ROUND)
    return CableSent(now, sent.seat, command.to, text, sent.source, sent.by)


def publish(
    state: GroupState, sent: FromSeat, command: PublishCommunique, now: int
) -> CommuniquePublished:
    """A public message: one a seat and round."""
    guard_stage(state, Stage.CONSULTATION)
    text = fits(command.text, COMMUNIQUE_LENGTH)
    if any(item.seat == sent.seat for item in state.round.communiques):
        raise Refused(Refusal.LIMIT_REACHED, what="communiques", most=1)
    return CommuniquePublished(now, sent.seat, text, sent.source, sent.by)


def put_in(state: GroupState, sent: FromSeat, command: PutIn, now: int) -> PutInWriting:
    """A request or a pledge; a later one of the same kind to the same party replaces it."""
    guard_stage(state, Stage.CONSULTATION)
    _guard_pair(state, sent.seat, command.to)
    asked = _checked(state, sent.seat, command.asked)
    return PutInWriting(now, sent.seat, command.to, asked, command.public, sent.source, sent.by)


def declare_ready(state: GroupState, sent: FromSeat, now: int) -> ReadyDeclared:
    """No more to say or to read: the stage may close early when everybody says so."""
    guard_stage(state, *READY_STAGES)
    if sent.seat in state.round.ready:
        raise Refused(Refusal.ALREADY_STATED)
    return ReadyDeclared(now, sent.seat, sent.source, sent.by)


def _guard_pair(state: GroupState, seat: SeatId, to: SeatId) -> None:
    if not state.cables_allowed():
        raise Refused(Refusal.NO_CABLES_HERE)
    if to not in state.seats or (seat == PATRON) == (to == PATRON):
        raise Refused(Refusal.NOT_A_PARTY, to=to)


def _checked(state: GroupState, seat: SeatId, asked: Asked) -> Asked:
    """The proposal with only what its code needs, each part in range."""
    code, numbers = asked.code, state.numbers
    if not may_use(code, seat):
        raise Refused(Refusal.UNKNOWN_PLEDGE, pledge=code)
    if code in NEEDS_UNITS:
        garrison = code in (Code.PROMISE_GARRISON, Code.ASK_GARRISON)
        in_range("units", asked.units, 1, numbers.garrison_max if garrison else numbers.ally_units)
        return Asked(code, units=asked.units)
    if code is Code.ANNOUNCE_DRAWDOWN:
        first = state.round.number
        in_range("round", asked.round, first, first + MOST_ROUNDS_AHEAD)
        return Asked(code, round=asked.round)
    if code is Code.WARN_ELSEWHERE:
        if asked.condition is None:
            raise Refused(Refusal.UNKNOWN_PLEDGE, pledge=code)
        return Asked(code, condition=asked.condition)
    return Asked(code)
