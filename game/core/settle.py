"""What a round comes to: crises at home, accounts, judged pledges, and the forecasts at the end."""

from game.core.events import (
    Account,
    CrisisStruck,
    ForecastPaid,
    RoundReckoned,
)
from game.core.payoffs import (
    AllyRound,
    Attack,
    PatronRound,
    ally_lines,
    ally_par,
    forecast_points,
    patron_lines,
    patron_par,
)
from game.core.pledges import Facts, Judged, Proposal, due_round, judge
from game.core.state import GroupState, Round
from game.core.vocabulary import ALLY_SEATS, PATRON, Move, SeatId, Stance

PLACE = {seat: place for place, seat in enumerate(ALLY_SEATS)}


def arrives(state: GroupState, played: Round, seat: SeatId) -> bool:
    """Whether help sent to this ally would arrive: it fails with chance drain x share away."""
    if not played.commitment:
        return True
    nature = state.opened.nature
    pool = state.numbers.pool(len(played.commitment.garrisons))
    share = played.commitment.theatre / pool
    return nature.arrival[played.number - 1][PLACE[seat]] >= nature.common.drain * share


def would_be_defended(state: GroupState, played: Round, seat: SeatId) -> bool:
    """The outcome a forecast is scored against: order come, and able (rules 7)."""
    return bool(played.order(seat)) and arrives(state, played, seat)


def strike(state: GroupState, now: int) -> CrisisStruck:
    """Nature's attacks on the open seats, and the standing orders carried out."""
    played, nature = state.round, state.opened.nature
    row = played.number - 1
    attacked = tuple(s for s in nature.common.attacks[row] if s in state.seats)
    sent = tuple(seat for seat in attacked if played.order(seat))
    defended = tuple(seat for seat in sent if arrives(state, played, seat))
    partnered = tuple(
        seat
        for seat in attacked
        if seat not in defended
        and played.responses[seat].move is Move.SEEK_PARTNER
        and nature.partner[row][PLACE[seat]]
    )
    return CrisisStruck(now, attacked, sent, defended, partnered)


def reckon(state: GroupState, now: int) -> RoundReckoned:
    """Everybody's account for the round, and the proposals that fall due."""
    played = state.round
    accounts = (
        _patron_account(state, played),
        *(_ally_account(state, played, seat) for seat in played.responses),
    )
    return RoundReckoned(now, accounts, judged_now(state))


def _attack(played: Round, seat: SeatId) -> Attack:
    crisis = played.crisis
    if crisis is None or seat not in crisis.attacked:
        return Attack(attacked=False)
    return Attack(True, seat in crisis.defended, seat in crisis.partnered)


def _ally_account(state: GroupState, played: Round, seat: SeatId) -> Account:
    response, attack = played.responses[seat], _attack(played, seat)
    lines = ally_lines(
        state.numbers,
        AllyRound(response.move, response.stance, response.units, played.garrison(seat), attack),
    )
    return Account(seat, lines, ally_par(state.numbers, attack))


def _patron_account(state: GroupState, played: Round) -> Account:
    record = patron_round(state, played)
    return Account(PATRON, patron_lines(state.numbers, record), patron_par(state.numbers, record))


def patron_round(state: GroupState, played: Round) -> PatronRound:
    """The facts a patron is paid by."""
    commitment, crisis = played.commitment, played.crisis
    if commitment is None or crisis is None:
        raise ValueError("a round is reckoned after its commitment and its crisis")
    row, nature = played.number - 1, state.opened.nature
    responses = played.responses.values()
    return PatronRound(
        private_type=state.patron_type(played.number),
        news=nature.common.news[row],
        card=nature.cards[row],
        posture=commitment.posture,
        allies=len(played.responses),
        stands=sum(item.move is Move.STAND for item in responses),
        endorsements=sum(item.stance is Stance.ENDORSE for item in responses),
        dissociations=sum(item.stance is Stance.DISSOCIATE for item in responses),
        units_received=sum(item.units for item in responses),
        garrisons=sum(units for _, units in commitment.garrisons),
        bills=tuple(
            (nature.common.costs[row][PLACE[seat]], seat in crisis.sent) for seat in crisis.attacked
        ),
    )


def facts(played: Round) -> Facts | None:
    """What a round came to, as far as proposals ask; None before the commitment."""
    if played.commitment is None:
        return None
    responses = played.responses
    return Facts(
        posture=played.commitment.posture,
        garrisons=dict(played.commitment.garrisons),
        moves={seat: item.move for seat, item in responses.items()},
        stances={seat: item.stance for seat, item in responses.items()},
        units={seat: item.units for seat, item in responses.items()},
        attacked=played.crisis.attacked if played.crisis else (),
        orders=dict(played.orders.orders) if played.orders else {},
        cabled=frozenset(cable.to for cable in played.cables if cable.seat == PATRON),
    )


def judged_now(state: GroupState) -> tuple[Judged, ...]:
    """The proposals of this and earlier rounds that fall due in the present one."""
    found = facts(state.round)
    if found is None:
        return ()
    made: list[Proposal] = [item for past in state.rounds for item in past.proposals]
    due = [item for item in made if due_round(item) == state.round.number]
    return tuple(judge(item, found) for item in due)


def forecasts(state: GroupState) -> tuple[ForecastPaid, ...]:
    """Open each ally's forecast round; one that was never played pays nothing."""
    played = {item.number: item for item in state.reckoned}
    return tuple(
        _forecast(state, seat, played[drawn.round])
        for seat, drawn in zip(ALLY_SEATS, state.opened.nature.forecasts, strict=True)
        if drawn.round in played and seat in played[drawn.round].responses
    )


def _forecast(state: GroupState, seat: SeatId, played: Round) -> ForecastPaid:
    drawn = state.opened.nature.forecasts[PLACE[seat]]
    stated = (played.before if drawn.before else played.appraisals).get(seat)
    report = stated.belief if stated else None
    outcome = would_be_defended(state, played, seat)
    set_aside = next(
        account.points
        for account in (played.reckoning.accounts if played.reckoning else ())
        if account.seat == seat
    )
    points = forecast_points(state.numbers, report, outcome, drawn.luck)
    return ForecastPaid(seat, played.number, drawn.before, report, outcome, points, set_aside)
