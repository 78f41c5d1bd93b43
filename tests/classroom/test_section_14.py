"""Rules 14, figure by figure, by the engine and its own bots.

Allowed: four standard errors, estimated from our own batches of groups, the same for the 20 000
groups of the book, and the rounding of the book's last digit. `-m slow` plays twenty times as much.
"""

from statistics import correlation

import pytest

from game.classroom.tallies import quantile, spread
from game.core.vocabulary import Design, Posture, PrivateType
from tests.classroom.simulated import (
    Cell,
    average,
    disagreements,
    left_alone_and_points,
    over_allies,
    tilt,
)

CARDS, LOTTERY, D1, D3 = Design.D2_CARDS, Design.D2_LOTTERY, Design.D1, Design.D3
BELIEVERS = ("hrt_believer", "divided_believer", "divided_undiscounted")
BOTS = ("maximiser", *BELIEVERS, "noisy")
TILTS = (("belief change", 0.1), ("belief level", 0.1), ("hedging", 0.01), ("stance", 0.01))
QUANTILES = (0.05, 0.25, 0.50, 0.75, 0.95)


def sizes(small, large=2000):
    """A small version for every day and a large one."""
    amounts = (pytest.param(small, id="small"), pytest.param(large, id="large", marks=SLOW))
    return pytest.mark.parametrize("groups", amounts)


SLOW = pytest.mark.slow


# 14.1: design, patron bot, escalate / hold / draw, complied, tilts of belief change and level
PLAY = [
    (D1, "free_mixed", (0.50, 0.25, 0.25), None, 0.0, 0.0),
    (LOTTERY, "free_mixed", (0.50, 0.25, 0.25), None, 0.0, 0.1),
    (CARDS, "maximiser", (0.50, 0.17, 0.33), 0.750, 0.1, 0.1),
    (CARDS, "free_mixed", (0.45, 0.19, 0.36), 0.735, 0.0, 0.0),
    (D3, "maximiser", (0.41, 0.17, 0.42), None, 0.0, 0.0),
    (D3, "free_mixed", (0.40, 0.20, 0.40), None, 0.0, 0.0),
]


@sizes(120)
@pytest.mark.parametrize(("design", "patron", "shares", "complied", "change", "level"), PLAY)
def test_14_1_how_patrons_play_and_that_nothing_tilts(
    design, patron, shares, complied, change, level, groups
):
    """Maximising allies: postures, compliance, coming by type, and four tilts of nought."""
    expected = {
        posture.value: (average("posture", posture), share, 0.01)
        for posture, share in zip(Posture, shares, strict=True)
    }
    for dealt, share in zip(PrivateType, (0.9, 0.5, 0.5, 0.1), strict=True):
        expected[f"{dealt} came"] = (average("came", dealt), share, 0.01)
    for (name, digit), book in zip(TILTS, (change, level, 0, 0), strict=True):
        expected[name] = (tilt(name), book, digit)
    if complied:
        expected["complied"] = (average("complied"), complied, 0.001)
    assert disagreements(Cell(design, patron, "maximiser"), groups, expected) == []


@sizes(60)
def test_14_1_compliance_by_type_is_exact(groups):
    """1.00 .50 .50 1.00: v = 0 always complies, the others with the card they agree with."""
    expected = {
        dealt.value: (average("complied", dealt), share, 0.01)
        for dealt, share in zip(PrivateType, (1, 0.5, 0.5, 1), strict=True)
    }
    assert disagreements(Cell(CARDS, "maximiser", "maximiser"), groups, expected) == []


# 14.2: the world (r, s), the design, and what each of BOTS earns against par
WORLDS = [
    ((5, 5), D3, (2.6, 2.3, 1.9, 2.3, 0.9)),
    ((5, 5), LOTTERY, (2.6, 2.2, 1.7, 2.2, 0.5)),
    ((5, 0), D3, (4.8, 4.8, -3.5, -2.3, 1.3)),
    ((0, 5), D3, (4.8, -2.2, 4.7, 4.7, 1.2)),
    ((5, 0), CARDS, (4.3, 4.2, -2.0, -0.5, 1.1)),
    ((0, 5), CARDS, (4.2, -0.5, 4.5, 4.1, 1.1)),
]


def judged(world, design, bot):
    """A cell of 14.2: all allies of one kind. The book does not name the patron: a maximiser
    gives its figures in D3, the free-mixed one with cards (4.2 and 4.3; a maximiser 4.7, 4.6).
    """
    patron = "free_mixed" if design is CARDS else "maximiser"
    resolve, priority = world
    return Cell(design, patron, bot, resolve=resolve, priority=priority)


@pytest.mark.slow
@pytest.mark.parametrize(("world", "design", "books"), WORLDS)
@pytest.mark.parametrize("bot", BOTS)
def test_14_2_who_does_well(world, design, books, bot):
    """Six rounds, security part against par, no charge for speaking."""
    expected = {bot: (average("judgement", bot), books[BOTS.index(bot)], 0.1)}
    assert disagreements(judged(world, design, bot), 2000, expected) == []


@pytest.mark.parametrize(
    ("world", "bot", "book"),
    [
        ((5, 0), "hrt_believer", 4.8),
        ((5, 0), "divided_believer", -3.5),
        ((0, 5), "hrt_believer", -2.2),
        ((0, 5), "divided_believer", 4.7),
    ],
)
def test_14_2_each_belief_pays_in_its_own_world(world, bot, book):
    """The four cells in which who is right matters most, every day."""
    expected = {bot: (average("judgement", bot), book, 0.1)}
    assert disagreements(judged(world, D3, bot), 80, expected) == []


@pytest.mark.slow
@pytest.mark.parametrize("bot", ["always_stand", "always_plan_b", "coin"])
def test_14_2_who_does_not_think_earns_nothing(bot):
    """0.0 each; the other three always do better."""
    expected = {bot: (average("judgement", bot), 0.0, 0.1)}
    assert disagreements(judged((5, 5), LOTTERY, bot), 2000, expected) == []


# 14.3: allies, ally against par, patron raw, patron against par (the book: 6.4-7.0 from n = 2 on)
SEATS = [
    (1, 5.6, 0.1, 72, 4),
    (2, 6.7, 0.6, 92, 10),
    (3, 6.7, 0.6, 112, 16),
    (4, 6.7, 0.6, 132, 21),
    (5, 6.7, 0.6, 153, 27),
]


def seat_figures(count, ally_par, digit, patron_raw, patron_par):
    """What 14.3 says of a group with so many allies."""
    return {
        "allies, raw": (over_allies("moves raw", count), 42.5, 1),
        "allies, par": (over_allies("moves against par", count), ally_par, digit),
        "patron, raw": (average("moves raw", "P"), patron_raw, 1),
        "patron, par": (average("moves against par", "P"), patron_par, 1),
    }


@pytest.mark.parametrize(
    ("groups", "row"),
    [pytest.param(60 if row[0] == 1 else 30, row, id=f"{row[0]}-small") for row in SEATS[::4]]
    + [pytest.param(2000, row, id=f"{row[0]}-large", marks=SLOW) for row in SEATS],
)
def test_14_3_no_seat_is_hopeless(groups, row):
    """Order cards, a free-mixed patron, mixed allies: points of all rounds' moves."""
    assert disagreements(Cell(count=row[0]), groups, seat_figures(*row)) == []


@sizes(300, 4000)
def test_14_3_the_patrons_types(groups):
    """n = 2: against par 13, 11, 12, 4; raw 54, 107, 107, 98."""
    books = zip(PrivateType, (13, 11, 12, 4), (54, 107, 107, 98), strict=True)
    expected = seat_figures(*SEATS[1])
    for dealt, par, raw in books:
        expected[f"{dealt}, par"] = (average("patron against par", dealt), par, 1)
        expected[f"{dealt}, raw"] = (average("patron raw", dealt), raw, 1)
    assert disagreements(Cell(), groups, expected) == []


@sizes(300, 4000)
def test_14_4_tension(groups):
    """n = 2, mixed allies: a crisis a round, both moves in use, near things."""
    expected = {
        name: (average(name), book, digit)
        for name, book, digit in (
            ("crisis in a round", 1, 0.01),
            ("attacks on an ally", 3, 0.1),
            ("times left alone", 1.5, 0.1),
            ("left alone", 0.25, 0.01),
            ("other move", 0.75 * 4 + 0.25 * 12, 0.1),
            ("both moves used", 0.87, 0.01),
            ("move changed", 0.36, 0.01),
            ("defence and abandonment", 0.88, 0.01),
            ("close call", 0.28, 0.01),
        )
    }
    assert disagreements(Cell(), groups, expected) == []


SPREADS = {
    ("raw", "ally"): (16, 32, 44, 53, 66),
    ("par", "ally"): (-9, 1, 6, 13, 22),
    ("raw", "patron"): (55, 78, 94, 106, 122),
    ("par", "patron"): (-4, 5, 10, 14, 24),
}


@sizes(300, 4000)
@pytest.mark.parametrize(("kind", "role"), SPREADS)
def test_14_4_luck(kind, role, groups):
    """n = 2: quantiles 5/25/50/75/95; points are whole, so ours are rounded too."""
    expected = {
        f"{share:.0%}": (lambda total, q=share: quantile(total, kind, role, q), book, 2)
        for share, book in zip(QUANTILES, SPREADS[kind, role], strict=True)
    }
    assert disagreements(Cell(), groups, expected) == []


@sizes(300, 4000)
def test_14_2_the_spread_of_one_seat(groups):
    """SD of one seat against par 8.5, with gifts."""
    figure = {"sd": (lambda total: spread(total, "moves against par", "A1"), 8.5, 0.1)}
    assert disagreements(Cell(), groups, figure) == []


# The book prints 7.4 for "20 lower". Its own law, that a lie of d points costs d^2/1000, takes
# .4 from the 7.7 of the truth: 7.3, and ours too.
FORECASTS = {
    "truth": 7.7,
    "always 50": 7.5,
    "20 lower": 7.3,
    "30 lower when standing": 7.2,
    "rounded to 0 or 100": 6.1,
    "always 0": 5.0,
}


@sizes(160, 4000)
def test_14_6_what_each_way_of_reporting_wins(groups):
    """The average prize of maximisers, who believe what is true; and what a round brings them."""
    expected = {way: (average("forecast", way), book, 0.1) for way, book in FORECASTS.items()}
    expected["a round"] = (lambda total: over_allies("moves raw", 2)(total) / 6, 7.4, 0.1)
    assert disagreements(Cell(allies="maximiser"), groups, expected) == []


@pytest.mark.slow
def test_14_4_par_takes_the_luck_out():
    """Being left alone explains 68 % of the variance of raw points and 2 % of points over par."""
    alone, raw, against_par = zip(*left_alone_and_points(Cell(), 1500), strict=True)
    assert correlation(alone, raw) ** 2 == pytest.approx(0.68, abs=0.045)
    assert correlation(alone, against_par) ** 2 == pytest.approx(0.02, abs=0.02)
