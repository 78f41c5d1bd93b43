"""Patron bots: postures by script, lottery or payoff; orders and garrisons by one rule (rules 11).

They answer units with units, never words.
"""

from collections.abc import Callable
from math import exp

from game.core.chance import Dice
from game.core.payoffs import card_points, war
from game.core.state import GroupState, last_response
from game.core.treatments import level
from game.core.vocabulary import PATRON, Card, Posture, SeatId

FIRST_GARRISON = 1
LOGIT = 0.6

Chooses = Callable[[GroupState], Posture]


def dice(state: GroupState, label: str) -> Dice:
    """The patron bot's own dice for this round."""
    opened = state.opened
    return Dice(opened.seed, f"bot/{opened.number}/{PATRON}/{state.round.number}/{label}")


def scripted(state: GroupState) -> Posture:
    """What the script or the lottery says."""
    return state.opened.nature.postures[state.round.number - 1]


def worth(state: GroupState, *, with_card: bool = True) -> dict[Posture, float]:
    """War and card points of each posture this round."""
    row = state.round.number - 1
    nature, private_type = state.opened.nature, state.patron_type(state.round.number)
    card = nature.cards[row] if with_card else Card.NONE
    return {
        posture: war(state.numbers, private_type, posture, nature.common.news[row])
        + card_points(state.numbers, card, posture)
        for posture in Posture
    }


def maximising(state: GroupState) -> Posture:
    """The best posture for this round, ties by coin."""
    return _best(state, worth(state))


def _best(state: GroupState, values: dict[Posture, float]) -> Posture:
    best = [posture for posture in Posture if values[posture] == max(values.values())]
    return dice(state, "posture").pick(best)


def free_mixed(state: GroupState) -> Posture:
    """Logit in war and card points."""
    values = worth(state)
    top = max(values.values())
    weights = [exp(LOGIT * (values[posture] - top)) for posture in Posture]
    return dice(state, "posture").weighted(list(Posture), weights)


def ignores_card(state: GroupState) -> Posture:
    """The best posture for the war alone."""
    return _best(state, worth(state, with_card=False))


def _obeying(state: GroupState, *, obey: bool) -> Posture:
    """The best posture among those that obey (or defy) the card."""
    row = state.round.number - 1
    card = state.opened.nature.cards[row]
    if card is Card.NONE:
        return maximising(state)
    wanted = (card is Card.TOUGH) == obey
    values = worth(state)
    return _best(
        state, {p: v if (p is Posture.ESCALATE) == wanted else -1e9 for p, v in values.items()}
    )


PATRON_BOTS: dict[str, Chooses] = {
    "script_hawk": scripted,
    "script_restrained": scripted,
    "script_hold": scripted,
    "lottery": scripted,
    "maximiser": maximising,
    "free_mixed": free_mixed,
    "ignores_card": ignores_card,
    "obeys_card": lambda state: _obeying(state, obey=True),
    "defies_card": lambda state: _obeying(state, obey=False),
}


def units_away(state: GroupState, posture: Posture) -> int:
    """As drawn for a script; else uniform within the posture's band."""
    drawn = state.opened.nature.units
    if drawn:
        return drawn[state.round.number - 1]
    least, most = state.numbers.band(posture)
    return least + dice(state, "units").below(most - least + 1)


def garrisons(state: GroupState) -> dict[SeatId, int]:
    """Last round's units from that ally (round 1: one), unless a treatment fixes it."""
    fixed = {"present": 1, "absent": 0}.get(level(state.opened.arm, "garrison") or "")
    return {
        seat: min(_garrison(state, seat) if fixed is None else fixed, state.numbers.garrison_max)
        for seat in state.allies
    }


def _garrison(state: GroupState, seat: SeatId) -> int:
    last = last_response(state, seat)
    return last.units if last else FIRST_GARRISON
