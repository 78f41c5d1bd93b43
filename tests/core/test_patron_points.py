"""A patron's points, cell by cell (rules 5 and 6), and its par (rules 8)."""

import pytest

from game.core.numbers import Numbers
from game.core.payoffs import (
    PatronRound,
    card_points,
    complied,
    patron_lines,
    patron_par,
    war,
)
from game.core.vocabulary import Card, Posture, PrivateType

NUMBERS = Numbers()
HC, HP, LC, LP = PrivateType
UP, HOLD, DOWN = Posture
NOTHING = {
    "news": 0,
    "card": Card.NONE,
    "posture": HOLD,
    "allies": 2,
    "stands": 0,
    "endorsements": 0,
    "dissociations": 0,
    "units_received": 0,
    "garrisons": 0,
    "bills": (),
}


def a_round(private_type=HC, **changes):
    """A patron's round with two allies in which nothing happens."""
    return PatronRound(private_type=private_type, **{**NOTHING, **changes})


def points(private_type=HC, **changes):
    """What the patron earns."""
    return sum(line.points for line in patron_lines(NUMBERS, a_round(private_type, **changes)))


@pytest.mark.parametrize(
    ("private_type", "stake", "worth", "comes"),
    [(HC, 18, 0, 0.9), (HP, 10, 10, 0.5), (LC, 10, -10, 0.5), (LP, 2, 0, 0.1)],
)
def test_the_four_types(private_type, stake, worth, comes):
    """Rules 5: stake S, worth of the war v, and how often the type comes."""
    assert NUMBERS.stake(private_type) == stake
    assert NUMBERS.war_value(private_type) == worth
    assert NUMBERS.defence_chance(private_type) == comes


def test_the_prior_is_one_half():
    """Types alike likely: p = .50, at p*."""
    assert NUMBERS.prior() == 0.5


@pytest.mark.parametrize(
    ("private_type", "escalate", "draw_down"),
    [(HP, 9, -11), (HC, -1, -1), (LP, -1, -1), (LC, -11, 9)],
)
@pytest.mark.parametrize("news", [-2, 0, 2])
def test_the_war_of_this_round(private_type, escalate, draw_down, news):
    """v + news - 1, nothing, -v - news - 1."""
    assert war(NUMBERS, private_type, UP, news) == escalate + news
    assert war(NUMBERS, private_type, HOLD, news) == 0
    assert war(NUMBERS, private_type, DOWN, news) == draw_down - news


@pytest.mark.parametrize(
    ("card", "posture", "bonus"),
    [
        (Card.TOUGH, UP, 6),
        (Card.TOUGH, HOLD, 0),
        (Card.TOUGH, DOWN, 0),
        (Card.RESTRAINT, UP, 0),
        (Card.RESTRAINT, HOLD, 6),
        (Card.RESTRAINT, DOWN, 6),
        (Card.NONE, UP, 0),
        (Card.NONE, HOLD, 0),
        (Card.NONE, DOWN, 0),
    ],
)
def test_obeying_the_card_gains_six_and_defying_it_costs_nothing(card, posture, bonus):
    """K = 6; nothing happens to a patron who does not comply."""
    assert card_points(NUMBERS, card, posture) == bonus
    assert complied(card, posture) == (None if card is Card.NONE else bool(bonus))


@pytest.mark.parametrize("allies", range(1, 6))
def test_income_is_five_an_ally(allies):
    """5n, and nothing else when nothing happens."""
    assert points(allies=allies) == 5 * allies


@pytest.mark.parametrize(
    ("change", "gain"),
    [
        ({"stands": 1}, 2),
        ({"endorsements": 1}, 2),
        ({"dissociations": 1}, -2),
        ({"units_received": 3}, 6),
        ({"garrisons": 3}, -3),
        ({"bills": ((14, True),)}, -14),
        ({"bills": ((14, False),)}, -18),
        ({"bills": ((4, True), (20, False))}, -22),
        ({"posture": UP, "news": 2}, 1),
        ({"posture": DOWN, "card": Card.RESTRAINT}, 5),
    ],
)
def test_each_line_of_the_patrons_account(change, gain):
    """Rules 6, line by line, for a high-core patron with two allies."""
    assert points(HC, **change) == 10 + gain


def test_what_is_given_costs_one_and_is_worth_two():
    """A unit, a garrison unit, an endorsement: 1 to the giver, 2 to the other."""
    assert (NUMBERS.gift_giver, NUMBERS.gift_receiver) == (1, 2)
    assert NUMBERS.speaking_cost == 1


@pytest.mark.parametrize(
    ("change", "gain"),
    [
        ({"stands": 1}, 3),
        ({"endorsements": 1}, 5),
        ({"dissociations": 1}, -5),
        ({"units_received": 1}, 5),
        ({"garrisons": 1}, -2),
    ],
)
def test_with_gifts_of_a_scenarios_own(change, gain):
    """Words and units go by the numbers of gifts, standing by its own; par's second n too."""
    own = Numbers(gift_giver=2, gift_receiver=5, stand_value=3)
    lines = patron_lines(own, a_round(HC, **change))
    assert sum(line.points for line in lines) == 10 + gain
    assert patron_par(own, a_round(HC)) == 10 + 0 + 2 * (5 - 2)


@pytest.mark.parametrize("posture", list(Posture))
def test_par_takes_the_best_posture_whatever_was_chosen(posture):
    """5n + the best of the three, card included, + n - min(cost, S) for each ally attacked."""
    played = a_round(
        HP, news=2, card=Card.RESTRAINT, posture=posture, bills=((4, False), (20, True))
    )
    # escalating earns 10 + 2 - 1 = 11; obeying the card 6; two attacks cost 4 and min(20, 10)
    assert patron_par(NUMBERS, played) == 10 + 11 + 2 - 4 - 10


@pytest.mark.parametrize(
    ("private_type", "card", "best"),
    [
        (HC, Card.TOUGH, 5),
        (HC, Card.RESTRAINT, 6),
        (LC, Card.TOUGH, 9),
        (LC, Card.RESTRAINT, 15),
        (HP, Card.TOUGH, 15),
        (LP, Card.NONE, 0),
    ],
)
def test_par_by_type_and_card(private_type, card, best):
    """One ally, no attack, mixed news: 5 + best + 1."""
    assert patron_par(NUMBERS, a_round(private_type, card=card, allies=1)) == 5 + best + 1


def test_gifts_and_reputation_lift_a_patron_above_par():
    """One unit for one garrison unit with each of two allies is exactly par."""
    exchange = {"units_received": 2, "garrisons": 2}
    assert points(HC, **exchange) == patron_par(NUMBERS, a_round(HC, **exchange))
    assert points(HC, **exchange, stands=2) == patron_par(NUMBERS, a_round(HC, **exchange)) + 4


def test_the_account_names_what_happened_line_by_line():
    """Every line a student can check; lines of nought are left out, income never."""
    played = a_round(
        LC,
        news=-2,
        card=Card.RESTRAINT,
        posture=DOWN,
        stands=1,
        endorsements=1,
        dissociations=1,
        units_received=2,
        garrisons=1,
        bills=((4, True), (12, False)),
    )
    assert [(line.code, line.points) for line in patron_lines(NUMBERS, played)] == [
        ("income", 10),
        ("war:draw_down", 11),
        ("card", 6),
        ("allies_stood", 2),
        ("endorsements", 2),
        ("dissociations", -2),
        ("units_received", 4),
        ("garrisons_given", -1),
        ("came", -4),
        ("stayed_away", -10),
    ]
    assert [line.code for line in patron_lines(NUMBERS, a_round(allies=0))] == ["income"]
