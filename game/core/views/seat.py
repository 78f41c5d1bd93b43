"""What one seat may know: the common view, and its own part."""

from collections.abc import Iterable

from game.core.events import Account
from game.core.payoffs import Attack, card_points, forecast_par, security, war
from game.core.rules.talk import CABLES_A_ROUND
from game.core.settle import PLACE
from game.core.state import GroupState, Round, last_commitment
from game.core.views.own import (
    AccountLine,
    AllyPart,
    Brief,
    Choice,
    Defence,
    ForecastView,
    OwnBeliefs,
    OwnResponse,
    OwnRound,
    PatronPart,
    PostureOffer,
    SeatView,
    Stakes,
)
from game.core.views.public import division, pledge, public_view
from game.core.views.shapes import Message
from game.core.views.tasks import may, task
from game.core.vocabulary import PATRON, Card, Move, MoveSource, Posture, SeatId, Stage


def seat_view(state: GroupState, seat: SeatId, version: int = 0) -> SeatView:
    """Everything `seat` may know now, and nothing else; `version` is that of disclosure.py."""
    accounts = own_accounts(state, seat)
    forecast = own_forecast(state, seat)
    return SeatView(
        version=version,
        seat=seat,
        task=task(state, seat),
        covered=state.seats[seat].cover is not None,
        mirrored=len(state.seats[seat].holders) > 1,
        timed_out=_timed_out(state, seat),
        public=public_view(state, seat),
        brief=_brief(state, seat),
        stakes=_stakes(state, seat),
        messages=tuple(_messages(state, seat)),
        pledges=tuple(
            pledge(state, item)
            for played in state.rounds
            for item in played.proposals
            if item.public or seat in (item.seat, item.to)
        ),
        cables_left=_cables_left(state, seat),
        accounts=accounts,
        points=total(accounts, forecast),
        forecast=forecast,
        ally=_ally(state, seat) if seat != PATRON else None,
        patron=_patron(state) if seat == PATRON else None,
        may=may(state, seat),
    )


def _timed_out(state: GroupState, seat: SeatId) -> bool:
    """Whether the rules moved for the seat this round, known once responses are revealed."""
    played = state.round
    if not played.revealed:
        return False
    own = (played.commitment, played.orders) if seat == PATRON else (played.responses.get(seat),)
    return any(move is not None and move.source is MoveSource.TIMEOUT for move in own)


def _brief(state: GroupState, seat: SeatId) -> Brief:
    actor = state.scenario.actor(state.seats[seat].actor)
    return Brief(
        actor.name,
        actor.home,
        state.seats[seat].distance,
        actor.brief,
        actor.wants,
        actor.secret,
        state.scenario.cited(actor.sources),
    )


def _stakes(state: GroupState, seat: SeatId) -> Stakes:
    n = state.numbers
    return Stakes(
        income=n.patron_income_per_ally if seat == PATRON else n.income,
        chance=n.crisis_chance,
        loss=n.crisis_loss,
        benefit=n.alliance_benefit,
        plan_b=n.plan_b_cost,
        plan_b_loss=round((1 - n.plan_b_saves) * n.crisis_loss, 9),
        gift_giver=n.gift_giver,
        gift_receiver=n.gift_receiver,
        speaking=n.speaking_cost,
        prize=n.forecast_prize,
    )


def _messages(state: GroupState, seat: SeatId) -> Iterable[Message]:
    """Communiqués of all, and the cables this seat sent or received."""
    for played in state.rounds:
        for item in played.communiques:
            yield Message(played.number, item.seat, None, item.text, item.at)
        for cable in played.cables:
            if seat in (cable.seat, cable.to):
                yield Message(played.number, cable.seat, cable.to, cable.text, cable.at)


def _cables_left(state: GroupState, seat: SeatId) -> tuple[tuple[SeatId, int], ...]:
    if state.stage is not Stage.CONSULTATION or not state.cables_allowed():
        return ()
    parties = state.allies if seat == PATRON else (PATRON,)
    mine = [cable.to for cable in state.round.cables if cable.seat == seat]
    return tuple((to, CABLES_A_ROUND - mine.count(to)) for to in parties)


def own_accounts(state: GroupState, seat: SeatId) -> tuple[OwnRound, ...]:
    """The seat's own points, round by round."""
    return tuple(
        _own_round(played.number, account)
        for played in state.reckoned
        for account in (played.reckoning.accounts if played.reckoning else ())
        if account.seat == seat
    )


def _own_round(number: int, account: Account) -> OwnRound:
    lines = tuple(AccountLine(line.code, line.points) for line in account.lines)
    return OwnRound(number, lines, account.points, account.par)


def own_forecast(state: GroupState, seat: SeatId) -> ForecastView | None:
    """The seat's forecast, opened at the end."""
    for paid in state.ended.forecasts if state.ended else ():
        if paid.seat == seat:
            return ForecastView(
                paid.round,
                paid.before,
                paid.report,
                paid.outcome,
                paid.points,
                paid.set_aside,
                forecast_par(state.numbers),
            )
    return None


def total(accounts: Iterable[OwnRound], forecast: ForecastView | None) -> float:
    """Points so far; the forecast round's own points are set aside once it is opened."""
    points = sum(item.points for item in accounts)
    return points + (forecast.points - forecast.set_aside if forecast else 0)


def _ally(state: GroupState, seat: SeatId) -> AllyPart:
    response = state.round.responses.get(seat)
    actor = state.scenario.actor(state.seats[seat].actor)
    labels = {label.move: label.label for label in actor.moves}
    return AllyPart(
        intelligence=intelligence(state, seat),
        beliefs=tuple(_beliefs(played, seat) for played in state.rounds),
        response=OwnResponse(
            response.move,
            labels[response.move],
            response.stance,
            response.units,
            response.voice,
            response.reason,
        )
        if response
        else None,
        choices=tuple(_choice(state, move, label) for move, label in labels.items()),
        units=state.numbers.ally_units,
        partner_came=_partner_came(state.round, seat),
        orders=_opened_orders(state, seat),
    )


def _opened_orders(state: GroupState, seat: SeatId) -> tuple[tuple[int, bool], ...]:
    """What the patron would have done, opened when the game is over (rules 3)."""
    if not state.ended:
        return ()
    return tuple(
        (played.number, bool(played.order(seat)))
        for played in state.reckoned
        if played.order(seat) is not None
    )


def _choice(state: GroupState, move: Move, label: str) -> Choice:
    n = state.numbers
    return Choice(
        move,
        label,
        calm=security(n, move, Attack(False)),
        defended=security(n, move, Attack(True, defended=True)),
        alone=security(n, move, Attack(True)),
    )


def _partner_came(played: Round, seat: SeatId) -> bool | None:
    crisis, response = played.crisis, played.responses.get(seat)
    alone = crisis and seat in crisis.attacked and seat not in crisis.defended
    if not crisis or not alone or not response or response.move is not Move.SEEK_PARTNER:
        return None
    return seat in crisis.partnered


def _beliefs(played: Round, seat: SeatId) -> OwnBeliefs:
    before, after = played.before.get(seat), played.appraisals.get(seat)
    return OwnBeliefs(
        played.number,
        before.belief if before else None,
        after.would if after else None,
        after.could if after else None,
        after.belief if after else None,
    )


def _patron(state: GroupState) -> PatronPart:
    begun, number = bool(state.round.number), max(state.round.number, 1)
    private_type, n = state.patron_type(number), state.numbers
    return PatronPart(
        intelligence=intelligence(state, PATRON),
        private_type=private_type,
        stake=n.stake(private_type),
        card=state.opened.nature.cards[number - 1] if begun else Card.NONE,
        card_bonus=n.card_bonus,
        offers=_offers(state) if begun else (),
        defences=_defences(state, n.stake(private_type)),
        pool=state.pool,
        garrison_max=n.garrison_max,
        stand_value=n.stand_value,
        last_division=division(state, last_commitment(state)),
    )


def _offers(state: GroupState) -> tuple[PostureOffer, ...]:
    """What each posture is worth this round; known from its dispatch on (rules 3)."""
    row, n, nature = state.round.number - 1, state.numbers, state.opened.nature
    private_type = state.patron_type(state.round.number)
    return tuple(
        PostureOffer(
            posture,
            *n.band(posture),
            war(n, private_type, posture, nature.common.news[row]),
            card_points(n, nature.cards[row], posture),
        )
        for posture in Posture
    )


def _defences(state: GroupState, stake: float) -> tuple[Defence, ...]:
    """Costs are shown from the response stage on, never before (rules 3)."""
    if state.stage not in (Stage.RESPONSE, Stage.CRISIS, Stage.RECKONING):
        return ()
    row = state.opened.nature.common.costs[state.round.number - 1]
    return tuple(
        Defence(
            seat,
            state.scenario.actor(state.seats[seat].actor).name,
            row[PLACE[seat]],
            stake,
            state.round.order(seat),
        )
        for seat in state.allies
    )


def intelligence(state: GroupState, seat: SeatId) -> str:
    """The line of private intelligence of this round, if the scenario has one for this actor."""
    if not state.round.number:
        return ""
    chosen = state.scenario.cut(state.opened.cut).dispatches[state.round.number - 1]
    return dict(state.scenario.dispatch(chosen).private).get(state.seats[seat].actor, "")
