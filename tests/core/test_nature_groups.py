"""What Nature draws for each group: types, cards, lotteries, units, forecasts (rules 2)."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.nature import deal
from game.core.numbers import Numbers
from game.core.vocabulary import Card, Design, Posture, PrivateType

NUMBERS = Numbers()
HC, HP, LC, LP = PrivateType
HAWK, RESTRAINED = (("script", "hawk"),), (("script", "restrained"),)
seeds = st.text(max_size=12)
counts = st.integers(1, 40)


def lottery(seed, rounds=6, groups=1):
    """Groups of the lottery design."""
    return deal(seed, NUMBERS, rounds, Design.D2_LOTTERY, [()] * groups)


@given(seeds, counts, st.sampled_from([Design.D2_CARDS, Design.D2_LOTTERY, Design.D3]))
def test_types_are_dealt_without_replacement_in_each_term(seed, groups, design):
    """Equal counts of the four types; no type more than once oftener than another."""
    dealt = deal(seed, NUMBERS, 6, design, [()] * groups)
    for term in (0, 1):
        seen = Counter(nature.types[term] for nature in dealt)
        assert sum(seen.values()) == groups
        assert max(seen.values()) - min(seen[t] for t in PrivateType) <= 1


@given(seeds, st.integers(0, 9))
def test_a_remainder_of_two_is_an_opposite_pair(seed, fours):
    """High-core with low-periphery, or high-periphery with low-core: no class leans to a side."""
    dealt = deal(seed, NUMBERS, 6, Design.D3, [()] * (4 * fours + 2))
    for term in (0, 1):
        seen = Counter(nature.types[term] for nature in dealt)
        extra = {t for t in PrivateType if seen[t] > fours}
        assert extra in ({HC, LP}, {HP, LC})


def test_both_opposite_pairs_come_up_alike():
    """Which pair is the remainder is a fair coin."""
    pairs = [deal(f"s{n}", NUMBERS, 6, Design.D3, [()] * 2) for n in range(1000)]
    with_hc = sum(HC in {group.types[0] for group in pair} for pair in pairs)
    assert with_hc / 1000 == pytest.approx(0.5, abs=0.064)


@given(seeds, st.lists(st.sampled_from([HAWK, RESTRAINED]), min_size=1, max_size=30))
def test_types_are_balanced_within_each_arm(seed, arms):
    """No arm has the better patrons."""
    dealt = deal(seed, NUMBERS, 6, Design.D1, arms)
    for arm in set(arms):
        for term in (0, 1):
            seen = Counter(n.types[term] for n, a in zip(dealt, arms, strict=True) if a == arm)
            assert max(seen.values()) - min(seen[t] for t in PrivateType) <= 1


def test_every_group_is_alike_likely_to_draw_every_type_in_both_terms():
    """16 pairs of types over two terms for the third of ten groups, a sixteenth each."""
    seen = Counter(deal(f"s{n}", NUMBERS, 6, Design.D3, [()] * 10)[2].types for n in range(1600))
    assert len(seen) == 16
    assert max(abs(n / 1600 - 1 / 16) for n in seen.values()) < 0.025


def test_without_a_change_of_government_there_is_one_type():
    """`government.change_after: 0`."""
    numbers = Numbers(government_changes=False)
    assert {len(n.types) for n in deal("s", numbers, 6, Design.D3, [()] * 5)} == {1}


def test_unequal_weights_are_chances():
    """A scenario may make one type rarer; then each group draws on its own."""
    numbers = Numbers(type_weights=(1, 1, 1, 5))
    dealt = deal("s", numbers, 6, Design.D3, [()] * 4000)
    assert sum(n.types[0] is LP for n in dealt) / 4000 == pytest.approx(5 / 8, abs=0.031)


@given(seeds, st.sampled_from([4, 6, 8]))
def test_half_of_the_cards_of_a_group_are_tough(seed, rounds):
    """Exactly R/2 tough and R/2 restraint; with eight rounds also within each half."""
    for nature in deal(seed, NUMBERS, rounds, Design.D2_CARDS, [()] * 3):
        assert Counter(nature.cards) == {Card.TOUGH: rounds // 2, Card.RESTRAINT: rounds // 2}
        if rounds == 8:
            assert nature.cards[:4].count(Card.TOUGH) == 2


@given(seeds, st.sampled_from([4, 6, 8]))
def test_half_of_the_rounds_of_a_lottery_escalate(seed, rounds):
    """Exactly R/2; with eight rounds also within each half."""
    for nature in lottery(seed, rounds, 3):
        assert nature.postures.count(Posture.ESCALATE) == rounds // 2
        if rounds == 8:
            assert nature.postures[:4].count(Posture.ESCALATE) == 2


@pytest.mark.parametrize("kind", ["cards", "postures"])
def test_every_order_of_a_balanced_row_is_alike_likely(kind):
    """20 ways to place three of six; each in a twentieth of the groups."""
    design = Design.D2_CARDS if kind == "cards" else Design.D2_LOTTERY
    up = (Card.TOUGH, Posture.ESCALATE)
    rows = [getattr(n, kind) for n in deal("s", NUMBERS, 6, design, [()] * 4000)]
    seen = Counter(tuple(value in up for value in row) for row in rows)
    assert len(seen) == 20
    assert max(abs(n / 4000 - 0.05) for n in seen.values()) < 0.014


def test_restrained_lottery_rounds_hold_or_draw_down_by_fair_coin():
    """.50 escalate, .25 hold, .25 draw down (rules 14.1)."""
    seen = Counter(p for n in lottery("s", groups=2000) for p in n.postures)
    shares = {p: n / 12_000 for p, n in seen.items()}
    assert shares == pytest.approx(
        {Posture.ESCALATE: 0.5, Posture.HOLD: 0.25, Posture.DRAW_DOWN: 0.25}, abs=0.016
    )


@pytest.mark.parametrize(
    ("arm", "postures"),
    [
        ("hawk", ["escalate"] * 6),
        ("restrained", ["hold"] * 3 + ["draw_down"] * 3),
        ("hold", ["hold"] * 6),
    ],
)
def test_the_three_scripts(arm, postures):
    """Hawk escalates; restrained holds in the first half and draws down in the second."""
    assert [*deal("s", NUMBERS, 6, Design.D1, [(("script", arm),)])[0].postures] == postures


@given(seeds, st.sampled_from([HAWK, RESTRAINED, (("script", "hold"),)]))
def test_scripted_units_lie_in_the_band_of_the_posture(seed, arm):
    """5-6, 2-4, 0-1 units."""
    nature = deal(seed, NUMBERS, 8, Design.D1, [arm])[0]
    for posture, units in zip(nature.postures, nature.units, strict=True):
        least, most = NUMBERS.band(posture)
        assert least <= units <= most


def test_units_are_uniform_in_the_band_and_each_group_has_its_own_row():
    """5 or 6 in half of the rounds each; 2, 3, 4 a third each."""
    seen = Counter()
    for nature in deal("s", NUMBERS, 6, Design.D1, [HAWK, (("script", "hold"),)] * 500):
        seen.update(zip(nature.postures, nature.units, strict=True))
    hold = {u: seen[Posture.HOLD, u] / 3000 for u in (2, 3, 4)}
    assert hold == pytest.approx(dict.fromkeys((2, 3, 4), 1 / 3), abs=0.035)
    assert seen[Posture.ESCALATE, 5] / 3000 == pytest.approx(0.5, abs=0.037)
    rows = Counter(n.units for n in deal("s", NUMBERS, 6, Design.D1, [HAWK] * 30))
    assert len(rows) > 10


def test_only_scripted_patrons_have_postures_and_only_carded_ones_cards():
    """Students choose; cards are for D2 alone."""
    for design in (Design.D2_CARDS, Design.D3):
        nature = deal("s", NUMBERS, 6, design, [()])[0]
        assert (nature.postures, nature.units) == ((), ())
    for design in (Design.D3, Design.D2_LOTTERY):
        assert set(deal("s", NUMBERS, 6, design, [()])[0].cards) == {Card.NONE}


def test_the_forecast_round_is_uniform_and_a_coin_picks_the_belief():
    """Round 1..R, before or after, for every seat on its own."""
    drawn = [f for n in lottery("s", groups=1200) for f in n.forecasts]
    seen = Counter((f.round, f.before) for f in drawn)
    shares = {key: n / len(drawn) for key, n in seen.items()}
    expected = {(r, b): 1 / 12 for r in range(1, 7) for b in (True, False)}
    assert shares == pytest.approx(expected, abs=0.0145)
    assert sum(n.forecasts[0].round == n.forecasts[1].round for n in lottery("t", groups=900)) < 250


def test_another_protector_comes_in_four_cases_of_five():
    """m = .8, one draw per seat and round."""
    rows = [row for n in lottery("s", groups=600) for row in n.partner]
    flat = [came for row in rows for came in row]
    assert sum(flat) / len(flat) == pytest.approx(0.8, abs=4 * 0.4 / len(flat) ** 0.5)
    assert {len(row) for row in rows} == {5}
