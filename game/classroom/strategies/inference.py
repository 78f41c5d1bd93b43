"""What a Bayesian ally makes of the record: weights over the patron's four types (rules 11).

Uses only what every ally sees: who was attacked and whether the patron came, postures, news.
"""

from collections.abc import Callable
from functools import lru_cache

from game.core.numbers import TYPES, Numbers
from game.core.payoffs import card_points, war
from game.core.state import GroupState, Round
from game.core.vocabulary import Card, Design, Posture, PrivateType

Weights = tuple[float, ...]
Likelihood = Callable[[Round], Weights]  # chance of the round's posture under each type

TREMBLE = 0.02
FLAT: Weights = (1.0,) * len(TYPES)
HIGH_FIRST = {Posture.ESCALATE: 0.60, Posture.HOLD: 0.25, Posture.DRAW_DOWN: 0.15}
LOW_FIRST = {Posture.ESCALATE: 0.15, Posture.HOLD: 0.25, Posture.DRAW_DOWN: 0.60}


@lru_cache(maxsize=256)
def defence_chances(numbers: Numbers) -> Weights:
    """d: the chance that a patron of each type comes."""
    return tuple(numbers.defence_chance(dealt) for dealt in TYPES)


def term_rounds(state: GroupState) -> tuple[Round, ...]:
    """The rounds of the present government, before the present one."""
    return tuple(r for r in state.past if state.term_of(r.number) == state.term)


def record_weights(state: GroupState) -> Weights:
    """1/4 each at the start of a term, times d or 1-d for each attacked ally."""
    chances = defence_chances(state.numbers)
    weights = FLAT
    for played in term_rounds(state):
        if played.crisis is None:
            continue
        for seat in played.crisis.attacked:
            came = seat in played.crisis.sent
            weights = tuple(
                w * (d if came else 1 - d) for w, d in zip(weights, chances, strict=True)
            )
    return weights


def chance_of_defence(state: GroupState, weights: Weights) -> float:
    """p = weights . d, normalised."""
    chances = defence_chances(state.numbers)
    total = sum(weights)
    return sum(w * d for w, d in zip(weights, chances, strict=True)) / total


def before_posture(state: GroupState, likelihood: Likelihood) -> float:
    """Belief from the record of outcomes and of the postures of this term."""
    return chance_of_defence(state, _with_postures(state, likelihood, present=False))


def after_posture(state: GroupState, likelihood: Likelihood) -> float:
    """The same with this round's posture."""
    return chance_of_defence(state, _with_postures(state, likelihood, present=True))


def _with_postures(state: GroupState, likelihood: Likelihood, *, present: bool) -> Weights:
    weights = record_weights(state)
    rounds = (*term_rounds(state), state.round) if present else term_rounds(state)
    for played in rounds:
        weights = tuple(w * x for w, x in zip(weights, likelihood(played), strict=True))
    return weights


def ignores_posture(_: Round) -> Weights:
    """Posture says nothing about the type."""
    return FLAT


def by_resolve(played: Round) -> Weights:
    """HRT: escalation is a sign of resolve."""
    return _reading(played, lambda dealt: dealt.resolve > 0)


def by_priority(played: Round) -> Weights:
    """Divided priorities: escalation is a sign of caring for the distant region."""
    return _reading(played, lambda dealt: dealt.core < 0)


def _reading(played: Round, high: Callable[[PrivateType], bool]) -> Weights:
    if played.posture is None:
        return FLAT
    posture = played.posture
    return tuple(HIGH_FIRST[posture] if high(t) else LOW_FIRST[posture] for t in TYPES)


def rational_patron(state: GroupState) -> Likelihood:
    """Pr(posture | type, news) of a payoff-maximising patron with a 2 % tremble."""
    cards = state.opened.design is Design.D2_CARDS
    news = state.opened.nature.common.news

    def likelihood(played: Round) -> Weights:
        if played.posture is None:
            return FLAT
        return posture_chances(state.numbers, news[played.number - 1], cards)[played.posture]

    return likelihood


@lru_cache(maxsize=4096)
def posture_chances(numbers: Numbers, news: float, cards: bool) -> dict[Posture, Weights]:
    """For each posture its chance under each type, the card being a fair coin if there is one."""
    dealt = (Card.TOUGH, Card.RESTRAINT) if cards else (Card.NONE,)
    rows = [_best_postures(numbers, private_type, news, dealt) for private_type in TYPES]
    return {posture: tuple(row[posture] for row in rows) for posture in Posture}


def _best_postures(
    numbers: Numbers, private_type: PrivateType, news: float, cards: tuple[Card, ...]
) -> dict[Posture, float]:
    chances = dict.fromkeys(Posture, 0.0)
    for card in cards:
        worth = {
            posture: war(numbers, private_type, posture, news) + card_points(numbers, card, posture)
            for posture in Posture
        }
        best = [posture for posture in Posture if worth[posture] == max(worth.values())]
        for posture in Posture:
            share = (1 - 2 * TREMBLE) / len(best) + (len(best) - 1) * TREMBLE / len(best)
            chances[posture] += (share if posture in best else TREMBLE) / len(cards)
    return chances
