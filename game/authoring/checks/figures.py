"""What the numbers amount to: compliance with cards, an average round, an average forecast."""

from itertools import product

from game.core.numbers import TYPES, Numbers
from game.core.payoffs import war
from game.core.vocabulary import Posture

QUIET = (Posture.HOLD, Posture.DRAW_DOWN)


def compliance(numbers: Numbers) -> float:
    """Share of order cards that a patron obeys who counts nothing but war and card (0-1)."""
    total = sum(numbers.type_weights)
    return sum(
        weight * _obeys(numbers, worth, quiet, tough) / (2 * len(numbers.news) * total)
        for (dealt, weight), news, tough in product(
            zip(TYPES, numbers.type_weights, strict=True), numbers.news, (True, False)
        )
        for worth in [war(numbers, dealt, Posture.ESCALATE, news)]
        for quiet in [max(war(numbers, dealt, posture, news) for posture in QUIET)]
    )


def _obeys(numbers: Numbers, worth: float, quiet: float, tough: bool) -> float:
    """1 if obeying the card pays, 0 if not, 1/2 if it makes no difference."""
    gain = numbers.card_bonus + (worth - quiet if tough else quiet - worth)
    return 0.5 if gain == 0 else float(gain > 0)


def average_round(numbers: Numbers) -> float:
    """Points of an ally who learns nothing: the better move at the prior, and a unit each way."""
    n, left = numbers, numbers.crisis_chance * (1 - numbers.prior()) * numbers.crisis_loss
    stand = n.alliance_benefit - left
    plan_b = -n.plan_b_cost - left * (1 - n.plan_b_saves)
    return n.income + max(stand, plan_b) + n.gift_receiver - n.gift_giver


def average_forecast(numbers: Numbers) -> float:
    """Points of the same ally's forecast when it says the prior."""
    prior = numbers.prior()
    return numbers.forecast_prize * (1 - prior * (1 - prior))


def by_type(numbers: Numbers) -> str:
    """How often each type comes: "high_core 0.90, high_periphery 0.50 …"."""
    return ", ".join(f"{dealt} {numbers.defence_chance(dealt):.2f}" for dealt in TYPES)


def in_words(numbers: Numbers) -> str:
    """The figures an author looks at first, in a sentence or two."""
    return (
        f"p* is {numbers.p_star():.2f}; the patron comes with chance {numbers.prior():.2f} before "
        f"anything is known ({by_type(numbers)}); textbook patrons obey "
        f"{100 * compliance(numbers):.0f} % of the order cards."
    )
