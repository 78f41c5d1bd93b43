"""Sums over many finished playthroughs, addable, so that processes can share the work."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from game.core.events import Account
from game.core.payoffs import Attack, complied, forecast_par, security
from game.core.settle import PLACE, would_be_defended
from game.core.state import GroupState, Round
from game.core.vocabulary import PATRON, Alignment, Move, Posture, SeatId, Stance

Tally = Counter[tuple[object, ...]]
STANCE_POINTS = {Stance.ENDORSE: 1, Stance.SILENT: 0, Stance.DISSOCIATE: -1}
CLOSE_CALL = 2  # points between cost and stake that make an order a near thing


def tally(states: Iterable[GroupState]) -> Tally:
    """Everything the summary needs, summed over these groups."""
    total: Tally = Counter()
    for state in states:
        _group(state, total)
        for played in state.reckoned:
            _patron_round(state, played, total)
            for seat in played.responses:
                _ally_round(state, played, seat, total)
    return total


def mean(total: Tally, *key: object) -> float:
    """The mean of what was added under `key`; nan if nothing was."""
    count = total[(*key, "n")]
    return total[(*key, "sum")] / count if count else float("nan")


def spread(total: Tally, *key: object) -> float:
    """The standard deviation of what was added under `key`."""
    variance = total[(*key, "squares")] / total[(*key, "n")] - mean(total, *key) ** 2
    return float(max(variance, 0) ** 0.5)


def _add(total: Tally, value: float, *key: object) -> None:
    total[(*key, "n")] += 1
    total[(*key, "sum")] += value  # type: ignore[assignment]
    total[(*key, "squares")] += value * value  # type: ignore[assignment]


def _patron_round(state: GroupState, played: Round, total: Tally) -> None:
    row = played.number - 1
    nature, dealt = state.opened.nature, state.patron_type(played.number)
    posture = played.posture or Posture.HOLD
    for option in Posture:
        _add(total, posture is option, "posture", option)
    obeyed = complied(nature.cards[row], posture)
    if obeyed is not None:
        _add(total, obeyed, "complied")
        _add(total, obeyed, "complied", dealt)
    _add(total, bool(played.crisis and played.crisis.attacked), "crisis in a round")
    for seat, come in played.orders.orders if played.orders else ():
        cost = nature.common.costs[row][PLACE[seat]]
        _add(total, come, "came", dealt)
        _add(total, abs(cost - state.numbers.stake(dealt)) <= CLOSE_CALL, "close call")


def _ally_round(state: GroupState, played: Round, seat: SeatId, total: Tally) -> None:
    response, before = played.responses[seat], played.before.get(seat)
    after, escalated = played.appraisals.get(seat), played.posture is Posture.ESCALATE
    if before and after:
        _add(total, after.belief - before.belief, "belief change", escalated)
        _add(total, after.belief, "belief level", escalated)
        _add(total, after.belief, "belief", played.number)
        _add(total, after.belief - before.belief, "belief change", played.number, escalated)
        _forecasts(state, played, seat, total)
    _add(total, response.move.alignment is Alignment.HEDGE, "hedging", escalated)
    _add(total, STANCE_POINTS[response.stance], "stance", escalated)
    attack = attack_on(played, seat)
    other = Move.BUILD_ARMS if response.move is Move.STAND else Move.STAND
    gap = security(state.numbers, response.move, attack) - security(state.numbers, other, attack)
    _add(total, abs(gap), "other move")
    _add(total, attack.attacked and not attack.defended, "left alone")


def attack_on(played: Round, seat: SeatId) -> Attack:
    """What befell the ally at home that round, another protector aside."""
    crisis = played.crisis
    if crisis is None or seat not in crisis.attacked:
        return Attack(attacked=False)
    return Attack(True, defended=seat in crisis.defended)


def _forecasts(state: GroupState, played: Round, seat: SeatId, total: Tally) -> None:
    """What each way of reporting would have won on average, the belief itself being the truth."""
    outcome = would_be_defended(state, played, seat)
    stands = played.responses[seat].move is Move.STAND
    for stated in (played.before[seat].belief, played.appraisals[seat].belief):
        lowered = max(0, stated - 30) if stands else stated
        reports = {
            "truth": stated,
            "always 50": 50,
            "20 lower": max(0, stated - 20),
            "30 lower when standing": lowered,
            "rounded to 0 or 100": 100 if stated >= 50 else 0,
            "always 0": 0,
        }
        for name, report in reports.items():
            chance = 1 - (report / 100 - outcome) ** 2
            _add(total, state.numbers.forecast_prize * chance, "forecast", name)


def _group(state: GroupState, total: Tally) -> None:
    struck = [r.crisis for r in state.reckoned if r.crisis]
    defence = any(c.sent for c in struck)
    abandonment = any(set(c.attacked) - set(c.sent) for c in struck)
    _add(total, defence and abandonment, "defence and abandonment")
    _record_points(state, PATRON, total)
    for term, dealt in enumerate(state.opened.nature.types, start=1):
        earned = [a for r, a in _accounts(state, PATRON) if state.term_of(r.number) == term]
        scale = len(state.opened.nature.types)
        _add(total, scale * sum(a.points for a in earned), "patron raw", dealt)
        _add(total, scale * sum(a.points - a.par for a in earned), "patron against par", dealt)
    for seat in state.allies:
        _record_points(state, seat, total)
        _ally_group(state, seat, total)


def _ally_group(state: GroupState, seat: SeatId, total: Tally) -> None:
    rounds = [r for r in state.reckoned if seat in r.responses]
    moves = [r.responses[seat].move for r in rounds]
    _add(total, len({m.alignment for m in moves}) == 2, "both moves used")
    for last, this in pairwise(moves):
        _add(total, last is not this, "move changed")
    judgement = sum(_security_against_par(state, r, seat) for r in rounds)
    _add(total, judgement, "judgement", state.seats[seat].strategy)
    attacks = [attack_on(r, seat) for r in rounds]
    _add(total, sum(a.attacked for a in attacks), "attacks on an ally")
    _add(total, sum(a.attacked and not a.defended for a in attacks), "times left alone")


def _security_against_par(state: GroupState, played: Round, seat: SeatId) -> float:
    n, attack = state.numbers, attack_on(played, seat)
    par = (security(n, Move.STAND, attack) + security(n, Move.BUILD_ARMS, attack)) / 2
    return security(n, played.responses[seat].move, attack) - par


def _accounts(state: GroupState, seat: SeatId) -> Iterable[tuple[Round, Account]]:
    for played in state.reckoned:
        for account in played.reckoning.accounts if played.reckoning else ():
            if account.seat == seat:
                yield played, account


def seat_points(state: GroupState, seat: SeatId) -> tuple[float, float]:
    """A seat's points and par over the game; in its forecast round the prize and its par."""
    points = sum(account.points for _, account in _accounts(state, seat))
    par = sum(account.par for _, account in _accounts(state, seat))
    for paid in state.ended.forecasts if state.ended else ():
        if paid.seat == seat:
            points += paid.points - paid.set_aside
            pars = (a.par for r, a in _accounts(state, seat) if r.number == paid.round)
            par += forecast_par(state.numbers) - sum(pars)
    return points, par


def _record_points(state: GroupState, seat: SeatId, total: Tally) -> None:
    """Points of the moves of all rounds (as in rules 14.3), and what is paid in the end."""
    accounts = [account for _, account in _accounts(state, seat)]
    points, par = sum(a.points for a in accounts), sum(a.par for a in accounts)
    _add(total, points, "moves raw", seat)
    _add(total, points - par, "moves against par", seat)
    role = "patron" if seat == PATRON else "ally"
    total["histogram raw", role, round(points)] += 1
    total["histogram par", role, round(points - par)] += 1
    paid, paid_par = seat_points(state, seat)
    _add(total, paid, "raw", seat)
    _add(total, paid - paid_par, "against par", seat)


def quantile(total: Tally, kind: str, role: str, share: float) -> int:
    """The value below which `share` of the seats of this role ended."""
    rows = sorted((k[2], n) for k, n in total.items() if k[:2] == (f"histogram {kind}", role))
    seen, wanted = 0, share * sum(n for _, n in rows)
    for value, count in rows:
        seen += count
        if seen >= wanted:
            return int(str(value))
    raise ValueError("no seats were tallied")
