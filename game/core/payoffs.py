"""Points: arithmetic only (rules 6-8). No formula mentions posture or distance for an ally."""

from dataclasses import dataclass

from game.core.events import Line
from game.core.numbers import Numbers
from game.core.vocabulary import Card, Move, Posture, PrivateType, Stance


@dataclass(frozen=True, slots=True)
class Attack:
    """What befell an ally at home this round."""

    attacked: bool
    defended: bool = False  # the patron came and arrived
    partnered: bool = False  # another protector would come


def security(numbers: Numbers, move: Move, attack: Attack) -> float:
    """The part of an ally's points that turns on its move and on the patron (rules 6).

    At belief p every Plan B is worth -h - q(1-p)(1-m)L; they differ in when one pays.
    """
    n, alone = numbers, attack.attacked and not attack.defended
    match move:
        case Move.STAND:
            return n.alliance_benefit - (n.crisis_loss if alone else 0)
        case Move.BUILD_ARMS:
            rest = (1 - n.plan_b_saves) * n.crisis_loss
            return -n.plan_b_cost - (_tidy(rest) if alone else 0)
        case Move.ACCOMMODATE:
            rest = (1 - n.plan_b_saves) * n.crisis_loss
            price = n.plan_b_cost / n.crisis_chance if attack.attacked else 0
            return -_tidy(price) - (_tidy(rest) if alone else 0)
        case Move.SEEK_PARTNER:
            lost = alone and not attack.partnered
            return -n.plan_b_cost - (n.crisis_loss if lost else 0)


def _tidy(value: float) -> float:
    """Without the dust of binary fractions: (1 - 0.8) x 20 is 4."""
    return round(value, 9)


@dataclass(frozen=True, slots=True)
class AllyRound:
    """What an ally did and received in a round; units are the game's units."""

    move: Move
    stance: Stance
    units: int
    garrison: int
    attack: Attack


def ally_lines(numbers: Numbers, played: AllyRound) -> tuple[Line, ...]:
    """An ally's account, line by line; lines of nothing are left out, security never."""
    stand_points = security(numbers, played.move, Attack(attacked=False))
    outcome = security(numbers, played.move, played.attack) - stand_points
    lines = [Line("income", numbers.income), Line(f"move:{played.move}", stand_points)]
    if played.attack.attacked:
        lines.append(Line(_outcome_code(played.attack), _tidy(outcome)))
    if played.garrison:
        lines.append(Line("garrison_received", numbers.gift_receiver * played.garrison))
    if played.units:
        lines.append(Line("units_sent", -numbers.gift_giver * played.units))
    if played.stance is not Stance.SILENT:
        lines.append(Line(f"spoke:{played.stance}", -numbers.speaking_cost))
    return tuple(lines)


def _outcome_code(attack: Attack) -> str:
    if attack.defended:
        return "attacked:defended"
    return "attacked:partner" if attack.partnered else "attacked:alone"


def ally_par(numbers: Numbers, attack: Attack) -> float:
    """Half-way between what standing and arms would have earned; gifts nought (rules 8)."""
    stand = security(numbers, Move.STAND, attack)
    arms = security(numbers, Move.BUILD_ARMS, attack)
    return numbers.income + (stand + arms) / 2


def forecast_par(numbers: Numbers) -> float:
    """Par of the round that pays the forecast: always saying 50 earns three quarters."""
    return 0.75 * numbers.forecast_prize


def forecast_points(numbers: Numbers, report: int | None, outcome: bool, luck: float) -> float:
    """The prize with chance 1 - (b - o)^2; a missing belief counts as 50 (rules 7)."""
    error = (0.5 if report is None else report / 100) - outcome
    return numbers.forecast_prize if luck < 1 - error * error else 0


def calibration(report: int, outcome: bool) -> float:
    """100 x (1 - (b - o)^2): how good one forecast was, 0-100; always 50 gives 75."""
    error = report / 100 - outcome
    return 100 * (1 - error * error)


def war(numbers: Numbers, private_type: PrivateType, posture: Posture, news: float) -> float:
    """What a posture is worth to a patron this round (rules 6)."""
    value = numbers.war_value(private_type)
    match posture:
        case Posture.ESCALATE:
            return value + news - numbers.moving_cost
        case Posture.HOLD:
            return 0
        case Posture.DRAW_DOWN:
            return -value - news - numbers.moving_cost


def complied(card: Card, posture: Posture) -> bool | None:
    """Whether the posture obeys the order card; None without one."""
    if card is Card.NONE:
        return None
    return (posture is Posture.ESCALATE) == (card is Card.TOUGH)


def card_points(numbers: Numbers, card: Card, posture: Posture) -> float:
    """K for obeying the card; nothing happens to a patron that does not."""
    return numbers.card_bonus if complied(card, posture) else 0


@dataclass(frozen=True, slots=True)
class PatronRound:
    """What a patron did and received. `bills`: per attacked ally, (cost, whether it came)."""

    private_type: PrivateType
    news: float
    card: Card
    posture: Posture
    allies: int
    stands: int
    endorsements: int
    dissociations: int
    units_received: int
    garrisons: int
    bills: tuple[tuple[float, bool], ...]


def patron_lines(numbers: Numbers, played: PatronRound) -> tuple[Line, ...]:
    """A patron's account, line by line; lines of nothing are left out."""
    n, stake = numbers, numbers.stake(played.private_type)
    came = sum(cost for cost, sent in played.bills if sent)
    stayed = sum(stake for _, sent in played.bills if not sent)
    lines = [
        Line("income", n.patron_income_per_ally * played.allies),
        Line(f"war:{played.posture}", war(n, played.private_type, played.posture, played.news)),
        Line("card", card_points(n, played.card, played.posture)),
        Line("allies_stood", n.stand_value * played.stands),
        Line("endorsements", n.gift_receiver * played.endorsements),
        Line("dissociations", -n.gift_receiver * played.dissociations),
        Line("units_received", n.gift_receiver * played.units_received),
        Line("garrisons_given", -n.gift_giver * played.garrisons),
        Line("came", -came),
        Line("stayed_away", -stayed),
    ]
    return tuple(line for line in lines if line.points or line.code in ("income",))


def patron_par(numbers: Numbers, played: PatronRound) -> float:
    """5n + the best posture (card included) + n - min(cost, stake) per attack (rules 8).

    The second n is what one unit for one garrison unit leaves a patron with, per ally.
    """
    stake = numbers.stake(played.private_type)
    best = max(
        war(numbers, played.private_type, posture, played.news)
        + card_points(numbers, played.card, posture)
        for posture in Posture
    )
    income = numbers.patron_income_per_ally * played.allies
    bills = sum(min(cost, stake) for cost, _ in played.bills)
    gifts = (numbers.gift_receiver - numbers.gift_giver) * played.allies
    return income + best + gifts - bills


def best_response(numbers: Numbers, belief: int) -> str:
    """What pays at this belief: REASSURE above p*, HEDGE below, `tie` at it."""
    gap = belief / 100 - numbers.p_star()
    if abs(gap) < 1e-9:
        return "tie"
    return "REASSURE" if gap > 0 else "HEDGE"
