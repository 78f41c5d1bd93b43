"""An ally's points, cell by cell (rules 6), and its par (rules 8)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.numbers import Numbers
from game.core.payoffs import AllyRound, Attack, ally_lines, ally_par, security
from game.core.vocabulary import Move, Stance

NUMBERS = Numbers()
CALM = Attack(attacked=False)
DEFENDED = Attack(attacked=True, defended=True)
ALONE = Attack(attacked=True)
PARTNER = Attack(attacked=True, partnered=True)
STAND, ARMS, TERMS, ELSEWHERE = Move


def points(move, attack=CALM, stance=Stance.SILENT, units=0, garrison=0, numbers=NUMBERS):
    """What an ally earns in a round."""
    played = AllyRound(move, stance, units, garrison, attack)
    return sum(line.points for line in ally_lines(numbers, played))


@pytest.mark.parametrize(
    ("move", "calm", "defended", "alone"),
    [(STAND, 1, 1, -19), (ARMS, -3, -3, -7), (TERMS, 0, -6, -10), (ELSEWHERE, -3, -3, -23)],
)
def test_every_cell_of_the_table(move, calm, defended, alone):
    """Rules 6: 10 plus the security part."""
    assert points(move, CALM) == 10 + calm
    assert points(move, DEFENDED) == 10 + defended
    assert points(move, ALONE) == 10 + alone


def test_another_protector_is_all_or_nothing():
    """-3 in four cases of five, -23 in the fifth."""
    assert points(ELSEWHERE, PARTNER) == 10 - 3
    assert points(ELSEWHERE, ALONE) == 10 - 23


@pytest.mark.parametrize("move", [STAND, ARMS, TERMS])
def test_only_who_looked_for_a_protector_has_one(move):
    """Nature's draw about partners means nothing to the others."""
    assert points(move, PARTNER) == points(move, ALONE)


@pytest.mark.parametrize("move", list(Move))
@pytest.mark.parametrize("attack", [CALM, DEFENDED, ALONE, PARTNER])
@pytest.mark.parametrize("garrison", [0, 1, 2])
@pytest.mark.parametrize("units", [0, 1, 2])
@pytest.mark.parametrize("stance", list(Stance))
def test_gifts_and_speech_add_and_never_multiply(move, attack, garrison, units, stance):
    """2 x garrison received - units sent - 1 for speaking out, whatever else happens."""
    spoke = 0 if stance is Stance.SILENT else 1
    expected = points(move, attack) + 2 * garrison - units - spoke
    assert points(move, attack, stance, units, garrison) == expected


@pytest.mark.parametrize("p", [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1])
def test_the_three_forms_of_plan_b_are_worth_the_same_at_every_belief(p):
    """-3 - 2(1-p) each; standing 1 - 10(1-p); they meet at p* = .50."""

    def worth(move):
        alone = 0.8 * security(NUMBERS, move, PARTNER) + 0.2 * security(NUMBERS, move, ALONE)
        came = security(NUMBERS, move, DEFENDED)
        return 0.5 * security(NUMBERS, move, CALM) + 0.5 * (p * came + (1 - p) * alone)

    assert worth(STAND) == pytest.approx(1 - 10 * (1 - p))
    for plan_b in (ARMS, TERMS, ELSEWHERE):
        assert worth(plan_b) == pytest.approx(-3 - 2 * (1 - p))


def test_p_star_is_one_half():
    """p* = 1 - (b + h) / (q m L)."""
    assert NUMBERS.p_star() == 0.5
    assert replace(NUMBERS, plan_b_cost=1).p_star() == 1 - 2 / 8


numbers_in_range = st.builds(
    Numbers,
    alliance_benefit=st.integers(0, 10),
    plan_b_cost=st.sampled_from([0.5, 1, 3, 8, 20]),
    crisis_chance=st.sampled_from([0.2, 0.25, 0.4, 0.5]),
    crisis_loss=st.integers(4, 100),
    plan_b_saves=st.sampled_from([0.3, 0.5, 0.8, 1.0]),
)


@given(numbers_in_range, st.floats(0, 1))
def test_forms_stay_equal_whatever_a_scenario_sets(numbers, p):
    """Rules 13: forms stay equal by construction; only their risk differs."""
    q, m = numbers.crisis_chance, numbers.plan_b_saves

    def worth(move):
        alone = m * security(numbers, move, PARTNER) + (1 - m) * security(numbers, move, ALONE)
        came = security(numbers, move, DEFENDED)
        return (1 - q) * security(numbers, move, CALM) + q * (p * came + (1 - p) * alone)

    expected = -numbers.plan_b_cost - q * (1 - p) * (1 - m) * numbers.crisis_loss
    for plan_b in (ARMS, TERMS, ELSEWHERE):
        assert worth(plan_b) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(
    ("attack", "par"), [(CALM, 10 - 1), (DEFENDED, 10 - 1), (ALONE, 10 - 13), (PARTNER, 10 - 13)]
)
def test_par_is_half_way_between_standing_and_arms(attack, par):
    """Given who was attacked and whether P came; gifts nought."""
    assert ally_par(NUMBERS, attack) == par


@pytest.mark.parametrize(
    ("attack", "move", "judgement"),
    [
        (CALM, STAND, 2),
        (CALM, ARMS, -2),
        (DEFENDED, STAND, 2),
        (DEFENDED, ARMS, -2),
        (ALONE, ARMS, 6),
        (ALONE, STAND, -6),
    ],
)
def test_a_good_call_is_worth_two_and_six_when_left_alone(attack, move, judgement):
    """Rules 8: +2 and -2; when left alone +6 or -6."""
    assert points(move, attack) - ally_par(NUMBERS, attack) == judgement


def test_the_account_names_what_happened_line_by_line():
    """Income, the move, the outcome, gifts, speech; nothing that is nought but security."""
    lines = ally_lines(NUMBERS, AllyRound(STAND, Stance.ENDORSE, 1, 2, ALONE))
    assert [(line.code, line.points) for line in lines] == [
        ("income", 10),
        ("move:stand", 1),
        ("attacked:alone", -20),
        ("garrison_received", 4),
        ("units_sent", -1),
        ("spoke:endorse", -1),
    ]
    quiet = ally_lines(NUMBERS, AllyRound(TERMS, Stance.SILENT, 0, 0, DEFENDED))
    assert [(line.code, line.points) for line in quiet] == [
        ("income", 10),
        ("move:accommodate", 0),
        ("attacked:defended", -6),
    ]
