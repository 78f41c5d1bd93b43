"""Nature's dice: fair, labelled, and the same for the same seed."""

from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.chance import Dice

SEEDS = [f"seed {number}" for number in range(3000)]


def share(seen):
    """Shares of a count over all seeds."""
    return {value: number / len(SEEDS) for value, number in seen.items()}


@given(st.text(max_size=20), st.text(max_size=20))
def test_the_same_seed_and_label_always_draw_the_same(seed, label):
    """A rehearsal can be repeated to the last draw."""
    first, again = Dice(seed, label), Dice(seed, label)
    assert [first.uniform() for _ in range(5)] == [again.uniform() for _ in range(5)]


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_another_label_or_seed_draws_something_else(seed, label, other):
    """Every draw has a label of its own, so no draw can be read off another."""
    if label != other:
        assert Dice(seed, label).uniform() != Dice(seed, other).uniform()
    if f"{seed}/x" != f"{other}/x":
        assert Dice(seed, "x").uniform() != Dice(other, "x").uniform()


def test_a_draw_under_one_label_does_not_disturb_another():
    """Drawing a hundred times for the news leaves the costs as they were."""
    alone = Dice("seed", "cost").uniform()
    news = Dice("seed", "news")
    for _ in range(100):
        news.uniform()
    assert Dice("seed", "cost").uniform() == alone


def test_uniform_fills_the_unit_interval_evenly():
    """Ten equal classes of 300 draws; each share within four standard errors of a tenth."""
    drawn = [Dice(seed, "u").uniform() for seed in SEEDS]
    assert all(0 <= value < 1 for value in drawn)
    shares = share(Counter(int(10 * value) for value in drawn))
    assert shares == pytest.approx(dict.fromkeys(range(10), 0.1), abs=0.022)


def test_a_coin_is_fair_and_tosses_are_independent():
    """Two tosses of one dice: four outcomes, a quarter each."""
    tosses = Counter()
    for seed in SEEDS:
        dice = Dice(seed, "coin")
        tosses[dice.coin(), dice.coin()] += 1
    assert share(tosses) == pytest.approx(
        {(a, b): 0.25 for a in (True, False) for b in (True, False)}, abs=0.032
    )


def test_all_permutations_are_alike_likely():
    """Six orders of three things, a sixth each."""
    seen = Counter(tuple(Dice(seed, "order").shuffled("abc")) for seed in SEEDS)
    assert share(seen) == pytest.approx(dict.fromkeys(permutations("abc"), 1 / 6), abs=0.028)


def test_weights_are_chances():
    """Weights 1, 2 and 5 fall in 1, 2 and 5 of 8; a weight of nought never."""
    seen = Counter(Dice(seed, "w").weighted("abcd", (1, 2, 5, 0)) for seed in SEEDS)
    assert share(seen) == pytest.approx({"a": 1 / 8, "b": 2 / 8, "c": 5 / 8}, abs=0.036)


@given(st.integers(1, 1000), st.text(max_size=10))
def test_below_stays_below(bound, seed):
    """A draw below a bound lies in 0..bound-1."""
    assert 0 <= Dice(seed, "below").below(bound) < bound


@given(st.lists(st.integers(), max_size=30), st.text(max_size=10))
def test_shuffling_loses_nothing_and_changes_nothing_in_place(items, seed):
    """A permutation of the same things; the list given is left alone."""
    before = list(items)
    assert sorted(Dice(seed, "s").shuffled(items)) == sorted(before)
    assert items == before
