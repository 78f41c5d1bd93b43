"""What seats keep from each other at a moment: types, cards, beliefs, sealed moves, orders, costs.

For those who look at everything; no seat's page is made from this.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from game.core.events import ResponseSealed
from game.core.settle import PLACE
from game.core.state import GroupState, Round
from game.core.treatments import arm_name
from game.core.views.public import pledge, public_view
from game.core.views.seat import intelligence
from game.core.vocabulary import PATRON, Card, Distance, SeatId, Stage
from game.web.review.looking import Looking
from game.web.wording import console, pledges, words
from game.web.wording.figures import capital, listed, plain, units
from game.web.wording.review import COVERS

Fact = tuple[str, str]  # a term, and what it was


@dataclass(frozen=True, slots=True)
class HiddenSeat:
    """A seat opened. `code` is that of its sealed move, `by` who sealed it."""

    name: str
    seat: SeatId
    distance: Distance | None
    holders: str
    facts: tuple[Fact, ...]
    code: str = ""
    move: str = ""
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Whisper:
    """A cable, or something put in writing between two: who to whom."""

    who: str
    to: str
    text: str
    formal: bool
    at: int


@dataclass(frozen=True, slots=True)
class Hidden:
    """All of it, of the present round."""

    treatment: str
    seats: tuple[HiddenSeat, ...]
    whispers: tuple[Whisper, ...]


def hidden(looking: Looking) -> Hidden:
    """What the omniscient eye sees."""
    state = looking.state
    whispers = sorted(_whispers(looking, state), key=lambda one: one.at)
    seats = tuple(_seat(looking, state, seat) for seat in state.seats)
    treatment = arm_name(state.opened.arm) if state.opened.arm else ""
    return Hidden(treatment, seats, tuple(whispers))


def _seat(looking: Looking, state: GroupState, seat: SeatId) -> HiddenSeat:
    name, held = looking.name(seat), state.seats[seat]
    if seat == PATRON:
        facts = tuple(_patron(looking, state))
        return HiddenSeat(name, seat, None, _holders(state, seat), facts)
    response = state.round.responses.get(seat)
    return HiddenSeat(
        name,
        seat,
        held.distance,
        _holders(state, seat),
        tuple(_ally(state, seat, response)),
        code=response.move.alignment.value if response else "",
        move=_move(state, seat, response) if response else "",
        by=words.SOURCES[response.source] if response else "",
        reason=response.reason if response else "",
    )


def _holders(state: GroupState, seat: SeatId) -> str:
    """Pseudonyms, and which bot moves."""
    held, scripted = state.seats[seat], state.opened.patron_kind.scripted
    if seat == PATRON and scripted:
        return words.PATRONS[state.opened.patron_kind]
    who = listed([str(holder) for holder in held.holders])
    if held.bot:
        return f"bot: {held.bot}"
    if held.cover:
        covered = COVERS.get(held.cover_reason, held.cover_reason)
        return f"{who or 'nobody'}; a bot for now ({covered}): {held.cover}"
    return who or "nobody"


def _patron(looking: Looking, state: GroupState) -> Iterator[Fact]:
    row = max(state.round.number, 1)
    yield "Private type", capital(console.TYPES[state.patron_type(row)])
    if state.round.number and state.opened.nature.cards[row - 1] is not Card.NONE:
        yield "Order card", capital(words.CARDS[state.opened.nature.cards[row - 1]])
    if told := intelligence(state, PATRON):
        yield "Was told", told
    if state.round.number:
        yield "Coming would cost", _costs(looking, state)
    if state.round.orders or state.stage in (Stage.RESPONSE, Stage.CRISIS):
        yield "Standing orders", _orders(looking, state.round)


def _costs(looking: Looking, state: GroupState) -> str:
    row = state.opened.nature.common.costs[state.round.number - 1]
    return ", ".join(f"{looking.name(seat)} {plain(row[PLACE[seat]])}" for seat in state.allies)


def _orders(looking: Looking, played: Round) -> str:
    if played.orders is None:
        return "not sealed yet"
    come = [looking.name(seat) for seat, ordered in played.orders.orders if ordered]
    stay = [looking.name(seat) for seat, ordered in played.orders.orders if not ordered]
    said = [f"come to {listed(come)}"] if come else []
    said += [f"do not come to {listed(stay, 'or')}"] if stay else []
    return capital("; ".join(said))


def _ally(state: GroupState, seat: SeatId, response: ResponseSealed | None) -> Iterator[Fact]:
    before, after = state.round.before.get(seat), state.round.appraisals.get(seat)
    if before or after:
        first = str(before.belief) if before else "–"
        last = f"{after.belief} (would {after.would}, could {after.could})" if after else "–"
        yield "Belief", f"{first} → {last}"
    if told := intelligence(state, seat):
        yield "Was told", told
    if response and response.voice:
        yield "Asks for", "more forces at home"


def _move(state: GroupState, seat: SeatId, response: ResponseSealed) -> str:
    """`opened talks with Kharg, said nothing, sent 2 units`."""
    actor = state.scenario.actor(state.seats[seat].actor)
    done = next(label.done for label in actor.moves if label.move is response.move)
    sent = f"sent {units(response.units)}" if response.units else ""
    return listed([part for part in (done, words.STANCE_DONE[response.stance], sent) if part])


def _whispers(looking: Looking, state: GroupState) -> Iterator[Whisper]:
    public = public_view(state)
    for cable in state.round.cables:
        names = looking.name(cable.seat), looking.name(cable.to)
        yield Whisper(*names, cable.text, False, cable.at)
    for item in state.round.proposals:
        if not item.public:
            names = looking.name(item.seat), looking.name(item.to)
            yield Whisper(*names, pledges.phrase(public, pledge(state, item)), True, item.at)
