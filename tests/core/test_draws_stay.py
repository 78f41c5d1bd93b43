"""The scheme of draws is pinned: rehearsals must stay reproducible, and a change be noticed.

Logs keep their draws as events and do not need this. If one of these fails on purpose, say so in
the changelog: rehearsals of old will differ.
"""

from game.classroom.assignment import deal_session
from game.core.nature import deal
from game.core.numbers import Numbers
from game.core.vocabulary import Card, Design, Posture, PrivateType
from tests.builders import NOW, a_plan, participants

HC, HP, LC, LP = PrivateType
UP, HOLD, DOWN = Posture
HAWK, RESTRAINED = (("script", "hawk"),), (("script", "restrained"),)


def second_of_six(design):
    """The second of six groups under the seed `pinned`."""
    return deal("pinned", Numbers(), 6, design, [()] * 6)[1]


def test_what_the_seed_pinned_draws_for_everybody():
    """News, attacks and costs of the first version."""
    common = second_of_six(Design.D3).common
    assert common.news == (2, 2, 2, 2, 0, 2)
    assert [" ".join(row) for row in common.attacks] == [
        "A2 A3",
        "A1 A3",
        "A2 A4 A5",
        "A1 A4",
        "A2 A4 A5",
        "A1 A4",
    ]
    assert common.costs[0] == (10, 10, 6, 4, 16)
    assert common.costs[5] == (6, 2, 6, 20, 16)


def test_what_the_seed_pinned_draws_for_one_group():
    """Types, cards, partners and forecasts of the first version."""
    nature = second_of_six(Design.D2_CARDS)
    tough, restraint = Card.TOUGH, Card.RESTRAINT
    assert nature.types == (HC, LP)
    assert nature.cards == (tough, restraint, restraint, tough, tough, restraint)
    assert nature.partner[3] == (False, True, True, True, True)
    assert [(f.round, f.before) for f in nature.forecasts] == [
        (1, True),
        (2, True),
        (1, True),
        (2, True),
        (4, False),
    ]
    assert round(nature.forecasts[0].luck, 6) == 0.259670
    assert round(nature.arrival[1][4], 6) == 0.013230


def test_what_the_seed_pinned_draws_for_scripted_patrons():
    """The lottery and the types within arms of the first version."""
    nature = second_of_six(Design.D2_LOTTERY)
    assert nature.postures == (HOLD, UP, UP, HOLD, UP, DOWN)
    assert nature.units == (3, 5, 5, 2, 5, 0)
    arms = deal("pinned", Numbers(), 6, Design.D1, [HAWK, RESTRAINED] * 3)
    assert [n.types for n in arms] == [(LP, LP), (LC, HP), (LC, HC), (HP, LC), (HC, HP), (HC, HC)]


def test_what_the_seed_pinned_deals():
    """Seats and arms of the first version."""
    opened = deal_session(a_plan(seed="pinned"), participants(11), NOW)
    assert [" ".join(holder for s in o.seats for holder in s.holders) for o in opened] == [
        "P01 P05 P04 P09",
        "P02 P08 P10 P03",
        "P07 P06 P11",
    ]
    factors = {"script": ("hawk", "restrained")}
    plan = a_plan(seed="pinned", design=Design.D1, factors=factors)
    arms = [dict(o.arm)["script"] for o in deal_session(plan, participants(11), NOW)]
    assert arms == ["hawk", "restrained", "hawk", "restrained", "restrained"]
