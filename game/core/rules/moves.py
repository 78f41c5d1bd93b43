"""The decisions of a round: beliefs, the commitment, the sealed response and standing orders."""

from game.core.commands import (
    CommitForces,
    FromSeat,
    SealOrders,
    SealResponse,
    StateAppraisal,
    StateBelief,
)
from game.core.events import (
    AppraisalStated,
    BeliefStated,
    ForcesCommitted,
    OrdersSealed,
    ResponseSealed,
)
from game.core.rules.guards import allies_only, guard_stage, in_range, patron_only, within
from game.core.state import GroupState
from game.core.vocabulary import Move, Refusal, Refused, Stage

REASON_LENGTH = 200


def state_belief(state: GroupState, sent: FromSeat, command: StateBelief, now: int) -> BeliefStated:
    """Belief before the posture; it may be stated again until the stage closes."""
    allies_only(sent.seat)
    guard_stage(state, Stage.DISPATCH)
    in_range("belief", command.belief, 0, 100)
    return BeliefStated(now, sent.seat, command.belief, sent.source, sent.by)


def commit(state: GroupState, sent: FromSeat, command: CommitForces, now: int) -> ForcesCommitted:
    """Posture and division of the pool: public at once, and not to be taken back."""
    patron_only(sent.seat)
    guard_stage(state, Stage.COMMITMENT)
    if state.round.commitment:
        raise Refused(Refusal.ALREADY_COMMITTED)
    garrisons = tuple((seat, command.garrisons.get(seat, 0)) for seat in state.allies)
    if unknown := command.garrisons.keys() - set(state.allies):
        raise Refused(Refusal.NO_SUCH_SEAT, seat=min(unknown))
    _guard_division(state, command, garrisons)
    return ForcesCommitted(now, command.posture, command.theatre, garrisons, sent.source, sent.by)


def _guard_division(
    state: GroupState, command: CommitForces, garrisons: tuple[tuple[str, int], ...]
) -> None:
    least, most = state.numbers.band(command.posture)
    if not least <= command.theatre <= most:
        raise Refused(
            Refusal.OUTSIDE_BAND,
            posture=command.posture,
            value=command.theatre,
            least=least,
            most=most,
        )
    for seat, units in garrisons:
        in_range(f"garrison:{seat}", units, 0, state.numbers.garrison_max)
    placed = command.theatre + sum(units for _, units in garrisons)
    if placed > state.pool:
        raise Refused(Refusal.OVER_POOL, placed=placed, pool=state.pool)


def state_appraisal(
    state: GroupState, sent: FromSeat, command: StateAppraisal, now: int
) -> AppraisalStated:
    """Would it, could it, all in all: stated once, before the ally's own move."""
    allies_only(sent.seat)
    guard_stage(state, Stage.RESPONSE)
    if sent.seat in state.round.appraisals:
        raise Refused(Refusal.ALREADY_STATED)
    for name, value in (
        ("would", command.would),
        ("could", command.could),
        ("belief", command.belief),
    ):
        in_range(name, value, 0, 100)
    return AppraisalStated(
        now, sent.seat, command.would, command.could, command.belief, sent.source, sent.by
    )


def seal_response(
    state: GroupState, sent: FromSeat, command: SealResponse, now: int
) -> ResponseSealed:
    """Move, stance, units and reason; it may be sealed again until the stage closes."""
    allies_only(sent.seat)
    guard_stage(state, Stage.RESPONSE)
    if sent.seat not in state.round.appraisals:
        raise Refused(Refusal.BELIEF_FIRST)
    offered = {label.move for label in state.scenario.actor(state.seats[sent.seat].actor).moves}
    if command.move not in offered | {Move.STAND}:
        raise Refused(Refusal.MOVE_NOT_OFFERED, move=command.move)
    in_range("units", command.units, 0, state.numbers.ally_units)
    return ResponseSealed(
        now,
        sent.seat,
        command.move,
        command.stance,
        command.units,
        command.voice,
        within(command.reason, REASON_LENGTH),
        sent.source,
        sent.by,
    )


def seal_orders(state: GroupState, sent: FromSeat, command: SealOrders, now: int) -> OrdersSealed:
    """For every ally: come, or do not come, if it is attacked; sealed until the debrief."""
    patron_only(sent.seat)
    guard_stage(state, Stage.RESPONSE)
    if command.orders.keys() != set(state.allies):
        raise Refused(Refusal.ORDERS_INCOMPLETE, allies=state.allies)
    orders = tuple((seat, command.orders[seat]) for seat in state.allies)
    return OrdersSealed(now, orders, sent.source, sent.by)
