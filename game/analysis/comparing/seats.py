"""One seat, round by round."""

from collections.abc import Iterator

from game.analysis.comparing.cells import Cell, Fact, Side
from game.analysis.comparing.rounds import Played, attack, attacks, forces, played_rounds, points
from game.analysis.replaying import Replay
from game.analysis.wording.figures import listed, units
from game.analysis.wording.words import CARDS, SOURCES, STANCE_DONE
from game.core.vocabulary import PATRON, Card, MoveSource, SeatId


def seat_side(replay: Replay, seat: SeatId) -> Side:
    """The rounds in which the seat was there."""
    cells = _patron if seat == PATRON else _ally
    found = {one.round.number: tuple(cells(one, seat)) for one in played_rounds(replay)}
    return Side({number: of_round for number, of_round in found.items() if of_round})


def _ally(played: Played, seat: SeatId) -> Iterator[Cell]:
    there = (played.round.before, played.round.appraisals, played.round.responses)
    if not any(seat in said for said in there):
        return
    yield from forces(played)
    yield from _garrison(played, seat)
    yield from _belief(played, seat)
    yield from _response(played, seat)
    yield from _order(played, seat)
    yield from attack(played, seat)
    yield from points(played, seat)


def _garrison(played: Played, seat: SeatId) -> Iterator[Cell]:
    if played.round.commitment:
        here = played.round.garrison(seat)
        at = played.at("ForcesCommitted")
        yield Cell(Fact.GARRISON, units(here) if here else "none", at, here)


def _belief(played: Played, seat: SeatId) -> Iterator[Cell]:
    before, after = played.round.before.get(seat), played.round.appraisals.get(seat)
    at = played.at("AppraisalStated", seat) or played.at("BeliefStated", seat)
    said = (before.belief if before else "–", after.belief if after else "–")
    yield Cell(Fact.BELIEF, f"{said[0]} → {said[1]}" if at else "none stated", at)
    if after:
        yield Cell(Fact.HALVES, f"{after.would} and {after.could}", at)


def _response(played: Played, seat: SeatId) -> Iterator[Cell]:
    response, at = played.round.responses.get(seat), played.at("ResponseSealed", seat)
    if response is None:
        return
    actor = played.state.scenario.actor(played.state.seats[seat].actor)
    done = next(label.done for label in actor.moves if label.move is response.move)
    coded = response.move.alignment
    sent = units(response.units) if response.units else "none"
    yield Cell(Fact.STANCE, STANCE_DONE[response.stance], at, response.stance)
    yield Cell(Fact.MOVE, done, at, coded, code=coded.value)
    yield Cell(Fact.UNITS, sent, at, response.units)
    if response.reason:
        yield Cell(Fact.REASON, f"“{response.reason}”", at)
    yield from _who(response.source, at)


def _who(source: MoveSource, at: int | None) -> Iterator[Cell]:
    if source is not MoveSource.STUDENT:
        yield Cell(Fact.MOVED, SOURCES[source], at)


def _order(played: Played, seat: SeatId) -> Iterator[Cell]:
    come = played.round.order(seat)
    if come is not None:
        said = "to come" if come else "not to come"
        yield Cell(Fact.ORDER, said, played.at("OrdersSealed"), come)


def _patron(played: Played, seat: SeatId) -> Iterator[Cell]:
    made, at = played.round.commitment, played.at("ForcesCommitted")
    if made is None:
        return
    card = played.state.opened.nature.cards[played.round.number - 1]
    if card is not Card.NONE:
        yield Cell(Fact.CARD, CARDS[card], at, card)
    yield from forces(played)
    stood = [f"{n} in {played.name(ally)}" for ally, n in made.garrisons if n]
    yield Cell(Fact.GARRISON, listed(stood) or "none", at, made.garrisons)
    orders = dict(played.round.orders.orders) if played.round.orders else {}
    come = listed([played.name(ally) for ally, ordered in orders.items() if ordered])
    if orders:
        said = f"to come to {come}" if come else "to come to nobody"
        yield Cell(Fact.ORDER, said, played.at("OrdersSealed"), tuple(orders.items()))
    yield from attacks(played)
    yield from points(played, seat)
    yield from _who(made.source, at)
