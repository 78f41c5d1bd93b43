"""What Nature draws once for a whole class: attacks, costs of coming, news (rules 2)."""

from collections import Counter

import pytest

from game.core.nature import deal, deal_common
from game.core.numbers import Numbers
from game.core.vocabulary import ALLY_SEATS, Design

NUMBERS = Numbers()
A1, A2, A3, A4, A5 = ALLY_SEATS
CLASSES = [deal_common(f"class {number}", NUMBERS, 6) for number in range(1500)]
ROUNDS = [(common, row) for common in CLASSES for row in range(6)]  # 9 000 rounds
COSTS = (2, 4, 6, 8, 10, 12, 14, 16, 18, 20)
FOUR_SE = 4 * 0.5 / len(ROUNDS) ** 0.5


def rate(happened):
    """How often something happened over all rounds."""
    return sum(happened(common, row) for common, row in ROUNDS) / len(ROUNDS)


@pytest.mark.parametrize("pair", [(A1, A2), (A3, A4)])
def test_each_round_one_of_a_pair_is_attacked(pair):
    """A1/A2 and A3/A4: never both, never neither."""
    assert all(len(set(pair) & set(common.attacks[row])) == 1 for common, row in ROUNDS)


@pytest.mark.parametrize("seat", ALLY_SEATS)
def test_every_ally_is_attacked_in_half_of_the_rounds(seat):
    """q = 1/2 for every seat, in pairs and alone."""
    assert rate(lambda common, row: seat in common.attacks[row]) == pytest.approx(0.5, abs=FOUR_SE)


@pytest.mark.parametrize("other", [A3, A5])
def test_the_pairs_and_the_fifth_ally_have_coins_of_their_own(other):
    """A1 and A3 are attacked together in a quarter of the rounds; so are A1 and A5."""
    both = rate(lambda common, row: A1 in common.attacks[row] and other in common.attacks[row])
    assert both == pytest.approx(0.25, abs=FOUR_SE)


def test_attacks_have_no_memory():
    """Whoever was attacked last round is attacked again in half of the cases."""
    again = [
        (A1 in common.attacks[row]) == (A1 in common.attacks[row - 1])
        for common, row in ROUNDS
        if row
    ]
    assert sum(again) / len(again) == pytest.approx(0.5, abs=FOUR_SE * 1.1)


def test_an_ally_is_attacked_three_times_in_six_on_average_and_seldom_never():
    """Rules 14.4: 0 or 6 times: 1.6 % each."""
    times = Counter(sum(A1 in row for row in common.attacks) for common in CLASSES)
    assert sum(k * n for k, n in times.items()) / len(CLASSES) == pytest.approx(3, abs=0.13)
    assert times[0] / len(CLASSES) == pytest.approx(1 / 64, abs=0.013)
    assert times[6] / len(CLASSES) == pytest.approx(1 / 64, abs=0.013)


def test_separate_coins_when_the_chance_is_not_one_half():
    """Rules 13: pairs need q = .5, else each ally has a coin of that chance."""
    quarter = Numbers(crisis_chance=0.25)
    rows = [row for n in range(1000) for row in deal_common(f"q{n}", quarter, 4).attacks]
    for seat in ALLY_SEATS:
        assert sum(seat in row for row in rows) / len(rows) == pytest.approx(0.25, abs=0.028)
    assert any(not row for row in rows)


@pytest.mark.parametrize("seat", range(5))
def test_costs_of_coming_are_uniform_on_the_ten_values(seat):
    """2, 4 ... 20, a tenth each, for every seat."""
    seen = Counter(common.costs[row][seat] for common, row in ROUNDS)
    shares = {cost: seen[cost] / len(ROUNDS) for cost in seen}
    assert shares == pytest.approx(dict.fromkeys(COSTS, 0.1), abs=FOUR_SE)


def test_costs_are_independent_by_seat_and_round():
    """Two seats, or two rounds, have the same cost in a tenth of the cases."""
    seats = rate(lambda common, row: common.costs[row][0] == common.costs[row][1])
    rounds = rate(lambda common, row: common.costs[row][0] == common.costs[row - 1][0])
    assert seats == pytest.approx(0.1, abs=FOUR_SE)
    assert rounds == pytest.approx(0.1, abs=FOUR_SE)


def test_costs_have_nothing_to_do_with_who_is_attacked():
    """The mean cost of an attacked ally is that of any ally: 11."""
    costs = [common.costs[row][0] for common, row in ROUNDS if A1 in common.attacks[row]]
    assert sum(costs) / len(costs) == pytest.approx(11, abs=4 * 5.75 / len(costs) ** 0.5)


@pytest.mark.parametrize("row", range(6))
def test_news_is_uniform_in_every_round(row):
    """-2, 0 and +2, a third each."""
    seen = Counter(common.news[row] for common in CLASSES)
    assert {k: n / len(CLASSES) for k, n in seen.items()} == pytest.approx(
        {-2: 1 / 3, 0: 1 / 3, 2: 1 / 3}, abs=0.049
    )


@pytest.mark.parametrize("design", list(Design))
def test_attacks_costs_and_news_are_the_same_in_all_groups(design):
    """Common random numbers: no group is luckier than another."""
    arms = [(("script", "hawk"),), (("script", "restrained"),)] * 4
    groups = deal("seed", NUMBERS, 6, design, arms if design is Design.D1 else [()] * 8)
    assert len({group.common for group in groups}) == 1


def test_what_is_common_depends_on_the_seed_alone():
    """Design, arms and the number of groups change no attack, cost or news."""
    one = deal("seed", NUMBERS, 6, Design.D3, [()])[0].common
    many = deal("seed", NUMBERS, 6, Design.D2_LOTTERY, [()] * 7)[0].common
    assert one == many == deal_common("seed", NUMBERS, 6)
    assert one != deal_common("another seed", NUMBERS, 6)


def test_a_longer_game_begins_like_a_shorter_one():
    """Draws are labelled by round: the first four of eight are those of a game of four."""
    short, long = deal_common("seed", NUMBERS, 4), deal_common("seed", NUMBERS, 8)
    assert long.news[:4] == short.news
    assert long.attacks[:4] == short.attacks
    assert long.costs[:4] == short.costs


@pytest.mark.parametrize(("hidden", "values"), [(False, {0.4}), (True, {0.0, 0.4})])
def test_drain_is_as_set_or_hidden_behind_a_coin(hidden, values):
    """`drain` c, or [0, c] hidden: one draw for the class."""
    numbers = Numbers(drain=0.4, drain_hidden=hidden)
    assert {deal_common(f"d{n}", numbers, 4).drain for n in range(60)} == values
