"""What the whole group may know, and the wall with it."""

from game.core.events import CommuniquePublished, ForcesCommitted
from game.core.pledges import Proposal
from game.core.rules.awaited import awaited
from game.core.rules.deadlines import own_deadline
from game.core.state import GroupState, Round, SeatState
from game.core.views.shapes import (
    ActorView,
    Answer,
    Attacked,
    Division,
    Forces,
    Message,
    News,
    Place,
    Pledge,
    PublicView,
    RoundRecord,
)
from game.core.vocabulary import PATRON, SeatId

TIDES = {-1: "bad", 0: "mixed", 1: "good"}


def public_view(state: GroupState, seat: SeatId | None = None) -> PublicView:
    """The group's common knowledge, with the clock of `seat` where it has more time."""
    waiting = awaited(state)
    deadline = own_deadline(state, seat) if seat else state.deadline
    return PublicView(
        scenario=state.scenario.title,
        round=state.round.number,
        stage=state.stage,
        open=state.open,
        close_reason=state.close_reason,
        deadline=deadline,
        left_ms=_left(state, deadline),
        paused=state.paused_at is not None,
        over=state.ended is not None,
        end_reason=state.ended.reason if state.ended else "",
        talk=state.opened.consultation,
        cables=state.cables_allowed(),
        patron=actor_view(state, PATRON),
        allies=tuple(actor_view(state, seat) for seat in state.allies),
        theatre=state.scenario.theatre,
        rival=state.scenario.rival,
        news=news(state),
        forces=forces(state),
        awaited=waiting,
        decided=tuple(seat for seat in state.seats if state.open and seat not in waiting),
        present=record(state, state.round) if state.round.number else None,
        past=tuple(record(state, played) for played in state.past),
    )


def _left(state: GroupState, deadline: int | None) -> int | None:
    if state.paused_at is None or deadline is None:
        return None
    return max(0, deadline - state.paused_at)


def actor_view(state: GroupState, seat: SeatId) -> ActorView:
    """The country at a seat. Allies are never told who plays the patron (rules 5)."""
    held = state.seats[seat]
    actor = state.scenario.actor(held.actor)
    bot = seat != PATRON and held.strategy is not None
    return ActorView(seat, actor.name, actor.home, held.distance, bot)


def tide(state: GroupState, round_number: int) -> str:
    """The news of the war in a word: good, mixed or bad."""
    value = state.opened.nature.common.news[round_number - 1]
    return TIDES[(value > 0) - (value < 0)]


def new_government(state: GroupState, round_number: int) -> bool:
    """Whether a new government took office at the start of this round."""
    return round_number > 1 and state.term_of(round_number) != state.term_of(round_number - 1)


def news(state: GroupState) -> News | None:
    """The dispatch of the round."""
    if not state.round.number:
        return None
    number = state.round.number
    item = state.scenario.dispatch(state.scenario.cut(state.opened.cut).dispatches[number - 1])
    flow = tide(state, number)
    return News(
        dateline=item.dateline,
        headline=item.headline,
        text=item.text,
        tide=flow,
        tide_text={"good": item.good, "mixed": item.mixed, "bad": item.bad}[flow],
        sources=state.scenario.cited(item.sources),
        question=item.question,
        new_government=new_government(state, number),
    )


def forces(state: GroupState) -> Forces:
    """The map as it stands: this round's division once it is public, else the last one."""
    shown = state.round
    if shown.commitment is None and state.past:
        shown = state.past[-1]
    return forces_of(state, shown)


def forces_of(state: GroupState, played: Round) -> Forces:
    """The map of one round. Units start where the pool has its places: some with each ally."""
    commitment = played.commitment
    pool = state.numbers.pool(len(commitment.garrisons) if commitment else len(state.allies))
    each = min(state.numbers.pool_per_ally, state.numbers.garrison_max)
    seats = [s for s, _ in commitment.garrisons] if commitment else list(state.allies)
    at_war = commitment.theatre if commitment else 0
    home = pool - each * len(seats)
    reserve = pool - at_war - sum(n for _, n in commitment.garrisons) if commitment else home
    patron = state.scenario.patron
    allies = tuple(_place(state, played, seat, each) for seat in seats)
    base = Place(PATRON, patron.name, patron.home, None, home, reserve, 0, 0, False)
    number = played.number if commitment else 0
    return Forces(number, state.scenario.theatre, pool, at_war, (base, *allies))


def _place(state: GroupState, played: Round, seat: SeatId, start: int) -> Place:
    held: SeatState = state.seats[seat]
    actor = state.scenario.actor(held.actor)
    response = played.responses.get(seat) if played.revealed else None
    attacked = played.crisis is not None and seat in played.crisis.attacked
    return Place(
        seat=seat,
        name=actor.name,
        home=actor.home,
        distance=held.distance,
        start=start,
        here=played.garrison(seat) if played.commitment else start,
        own=state.numbers.ally_units,
        sent=response.units if response else 0,
        attacked=attacked,
    )


def record(state: GroupState, played: Round) -> RoundRecord:
    """What everybody knows of one round."""
    return RoundRecord(
        number=played.number,
        tide=tide(state, played.number),
        new_government=new_government(state, played.number),
        division=division(state, played.commitment),
        answers=tuple(answer(state, played, s) for s in sorted(played.responses))
        if played.revealed
        else (),
        attacked=_attacked(state, played),
        pledges=tuple(pledge(state, item) for item in played.proposals if item.public),
        communiques=tuple(communique(played, item) for item in played.communiques),
    )


def division(state: GroupState, commitment: ForcesCommitted | None) -> Division | None:
    """The patron's division, once committed."""
    if commitment is None:
        return None
    away = commitment.theatre + sum(units for _, units in commitment.garrisons)
    pool = state.numbers.pool(len(commitment.garrisons))
    return Division(commitment.posture, commitment.theatre, pool - away, commitment.garrisons)


def answer(state: GroupState, played: Round, seat: SeatId) -> Answer:
    """An ally's response; only for rounds whose responses have been revealed."""
    response, held = played.responses[seat], state.seats[seat]
    actor = state.scenario.actor(held.actor)
    done = next(label.done for label in actor.moves if label.move is response.move)
    return Answer(
        seat, actor.name, held.distance, response.move, done, response.stance, response.units
    )


def _attacked(state: GroupState, played: Round) -> tuple[Attacked, ...] | None:
    crisis = played.crisis
    if crisis is None:
        return None
    return tuple(
        Attacked(
            seat,
            state.scenario.actor(state.seats[seat].actor).name,
            seat in crisis.sent,
            seat in crisis.defended,
        )
        for seat in crisis.attacked
    )


def pledge(state: GroupState, item: Proposal) -> Pledge:
    """A proposal with its label, if it has been judged; never judged in time is untested."""
    label = "untested" if state.ended else ""
    for played in state.rounds:
        for judged in played.reckoning.judged if played.reckoning else ():
            if judged.proposal == item:
                label = judged.label
    asked = item.asked
    return Pledge(
        item.made,
        item.seat,
        item.to,
        asked.code.value,
        asked.units,
        asked.round,
        asked.condition.value if asked.condition else "",
        item.public,
        asked.code.is_request,
        label,
        item.at,
    )


def communique(played: Round, item: CommuniquePublished) -> Message:
    """A public message."""
    return Message(played.number, item.seat, None, item.text, item.at)
