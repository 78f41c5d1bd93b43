"""What the rules play for a seat whose time ran out (rules 3). Nothing is put in its mouth:
beliefs stay empty, and the default never depends on an order card."""

from game.core.events import Event, ForcesCommitted, OrdersSealed, ResponseSealed
from game.core.settle import PLACE
from game.core.state import GroupState, last_commitment, last_response
from game.core.vocabulary import PATRON, Move, MoveSource, Posture, SeatId, Stage, Stance

FIRST_THEATRE = 3
FIRST_GARRISON = 1


def commitment(state: GroupState, now: int) -> ForcesCommitted:
    """Last round's split again; in round 1 hold, 3 units away and 1 with each ally."""
    last = last_commitment(state)
    posture = last.posture if last else Posture.HOLD
    least, most = state.numbers.band(posture)
    theatre = last.theatre if last else min(max(FIRST_THEATRE, least), most)
    before = dict(last.garrisons) if last else {}
    garrisons = tuple(
        (seat, before.get(seat, min(FIRST_GARRISON, state.numbers.garrison_max)))
        for seat in state.allies
    )
    return ForcesCommitted(now, posture, theatre, garrisons, MoveSource.TIMEOUT)


def response(state: GroupState, seat: SeatId, now: int) -> ResponseSealed:
    """The last move again, in round 1 standing; silent, no units."""
    last = last_response(state, seat)
    move = last.move if last else Move.STAND
    return ResponseSealed(now, seat, move, Stance.SILENT, 0, False, "", MoveSource.TIMEOUT)


def orders(state: GroupState, now: int) -> OrdersSealed:
    """Come if the cost is at most the stake."""
    return OrdersSealed(now, by_cost(state), MoveSource.TIMEOUT)


def by_cost(state: GroupState) -> tuple[tuple[SeatId, bool], ...]:
    """The cost rule: come to an ally if that costs no more than staying away."""
    row = state.opened.nature.common.costs[state.round.number - 1]
    stake = state.numbers.stake(state.patron_type(state.round.number))
    return tuple((seat, row[PLACE[seat]] <= stake) for seat in state.allies)


def for_missing(state: GroupState, now: int) -> tuple[Event, ...]:
    """The defaults of the open stage, for every seat that has not moved."""
    facts: list[Event] = []
    if state.stage is Stage.COMMITMENT and state.round.commitment is None:
        facts.append(commitment(state, now))
    if state.stage is Stage.RESPONSE:
        facts += [
            response(state, seat, now) for seat in state.allies if seat not in state.round.responses
        ]
        if state.round.orders is None:
            facts.append(orders(state, now))
    return tuple(facts)


def owing(state: GroupState) -> tuple[SeatId, ...]:
    """Seats that owe an input before the open stage can close by itself."""
    played = state.round
    match state.stage:
        case Stage.DISPATCH:
            return tuple(seat for seat in state.allies if seat not in played.before)
        case Stage.COMMITMENT:
            return () if played.commitment else (PATRON,)
        case Stage.RESPONSE:
            patron = () if played.orders else (PATRON,)
            return (*patron, *(seat for seat in state.allies if seat not in played.responses))
        case _:
            return ()
