"""Patron bots to the letter (rules 11): posture by payoff or script, one rule for the rest."""

from collections import Counter
from dataclasses import replace
from math import exp

import pytest

from game.classroom.strategies import PATRON_STRATEGIES, moves_of
from game.classroom.strategies.patrons import PATRON_BOTS, garrisons, units_away
from game.core.commands import CommitForces, DeclareReady, PublishCommunique, SealOrders
from game.core.numbers import Numbers
from game.core.state import opening_state
from game.core.vocabulary import (
    PATRON,
    Card,
    Design,
    Posture,
    PrivateType,
    Stage,
)
from tests.builders import A1, A2, Script, a_scenario, an_opening

UP, HOLD, DOWN = Posture
HC, HP, LC, LP = PrivateType
TOUGH, RESTRAINT, NONE = Card
DRAWS = 10_000


def at_desk(private_type=HC, card=NONE, news=0, seed="seed", bot="maximiser"):
    """A patron's bot in the commitment of round 1."""
    opened = an_opening(3, seed=seed, design=Design.D2_CARDS)
    common = replace(opened.nature.common, news=(news,) * 6)
    nature = replace(
        opened.nature, common=common, cards=(card,) * 6, types=(private_type, private_type)
    )
    script = Script(replace(opened, nature=nature)).at(1, Stage.COMMITMENT)
    held = replace(script.state.seats[PATRON], bot=bot)
    return replace(script.state, seats={**script.state.seats, PATRON: held})


@pytest.mark.parametrize("news", [-2, 0, 2])
@pytest.mark.parametrize(
    ("private_type", "card", "posture"),
    [
        (HP, NONE, UP),
        (HP, TOUGH, UP),
        (HP, RESTRAINT, UP),
        (LC, NONE, DOWN),
        (LC, TOUGH, DOWN),
        (LC, RESTRAINT, DOWN),
        (HC, TOUGH, UP),
        (LP, TOUGH, UP),
    ],
)
def test_a_maximiser_takes_the_best_of_war_and_card(private_type, card, posture, news):
    """With v = 10 the card is never worth it; with v = 0 a tough one always is."""
    assert PATRON_BOTS["maximiser"](at_desk(private_type, card, news)) is posture


@pytest.mark.parametrize(("news", "posture"), [(-2, DOWN), (0, HOLD), (2, HOLD)])
@pytest.mark.parametrize("private_type", [HC, LP])
def test_under_restraint_the_news_decides_between_holding_and_drawing_down(
    private_type, news, posture
):
    """-news - 1 against nothing."""
    assert PATRON_BOTS["maximiser"](at_desk(private_type, RESTRAINT, news)) is posture


def test_ties_are_broken_by_coin():
    """News of 1 at v = 0 (a scenario's own): escalate and hold are both worth nothing."""
    seen = Counter(PATRON_BOTS["maximiser"](at_desk(HC, NONE, 1, f"tie {n}")) for n in range(400))
    assert set(seen) == {UP, HOLD}
    assert seen[UP] / 400 == pytest.approx(0.5, abs=0.1)


@pytest.mark.parametrize(("private_type", "card", "news"), [(HC, TOUGH, 0), (HP, RESTRAINT, -2)])
def test_a_free_mixed_patron_answers_by_logit(private_type, card, news):
    """Chances proportional to exp(.6 x (war + card))."""
    v = 0 if private_type is HC else 10
    worth = {
        UP: v + news - 1 + 6 * (card is TOUGH),
        HOLD: 6 * (card is RESTRAINT),
        DOWN: -v - news - 1 + 6 * (card is RESTRAINT),
    }
    weights = {p: exp(0.6 * w) for p, w in worth.items()}
    state = at_desk(private_type, card, news)
    reseeded = (
        replace(state, opened=replace(state.opened, seed=f"logit {n}")) for n in range(DRAWS)
    )
    seen = Counter(PATRON_BOTS["free_mixed"](again) for again in reseeded)
    for posture, weight in weights.items():
        share = weight / sum(weights.values())
        four_se = 4 * (share * (1 - share) / DRAWS) ** 0.5
        assert seen[posture] / DRAWS == pytest.approx(share, abs=four_se)


@pytest.mark.parametrize(
    ("bot", "card", "allowed"),
    [
        ("obeys_card", TOUGH, {UP}),
        ("obeys_card", RESTRAINT, {DOWN, HOLD}),
        ("defies_card", TOUGH, {DOWN, HOLD}),
        ("defies_card", RESTRAINT, {UP}),
    ],
)
def test_blind_obedience_and_blind_defiance(bot, card, allowed):
    """Of the postures left, the best (rules 14.7)."""
    for private_type in PrivateType:
        assert PATRON_BOTS[bot](at_desk(private_type, card)) in allowed
    best = DOWN if DOWN in allowed else UP
    assert PATRON_BOTS[bot](at_desk(LC, card)) is best


def test_who_ignores_the_card_looks_at_the_war_alone():
    """High-core with a tough card holds; it is worth 0 against -1."""
    assert PATRON_BOTS["ignores_card"](at_desk(HC, TOUGH)) is HOLD


@pytest.mark.parametrize("bot", sorted(set(PATRON_STRATEGIES) - {"lottery"}))
def test_orders_follow_the_cost_rule_whatever_the_strategy(bot):
    """Come iff cost <= S; a tie is a coming."""
    if bot.startswith("script"):
        return
    for private_type, stake in ((HC, 18), (HP, 10), (LC, 10), (LP, 2)):
        state = replace(at_desk(private_type, bot=bot), stage=Stage.RESPONSE)
        costs = state.opened.nature.common.costs[0]
        (orders,) = moves_of(state, PATRON, reads_posture=False)
        assert orders == SealOrders({A1: costs[0] <= stake, A2: costs[1] <= stake})


def test_garrisons_answer_last_rounds_units():
    """Round 1: one each; then what each ally sent."""
    state = at_desk()
    assert garrisons(state) == {A1: 1, A2: 1}
    script = Script(an_opening(3)).at(2, Stage.COMMITMENT)
    sent = {seat: r.units for seat, r in script.state.past[0].responses.items()}
    assert garrisons(script.state) == sent


@pytest.mark.parametrize(("posture", "units"), [(UP, (5, 6)), (HOLD, (2, 3, 4)), (DOWN, (0, 1))])
def test_units_are_uniform_in_the_band(posture, units):
    """As many as the posture allows, alike likely."""
    seen = Counter(units_away(at_desk(seed=f"u{n}"), posture) for n in range(450))
    assert set(seen) == set(units)
    assert min(seen.values()) / 450 == pytest.approx(1 / len(units), abs=0.1)


def test_what_a_bot_patron_sends_in_each_stage():
    """Units for units, never words; it says when it has read enough."""
    state = at_desk()
    (committed,) = moves_of(state, PATRON, reads_posture=False)
    assert isinstance(committed, CommitForces)
    for stage in (Stage.CONSULTATION, Stage.CRISIS, Stage.RECKONING):
        sent = moves_of(replace(state, stage=stage), PATRON, reads_posture=False)
        assert sent == (DeclareReady(),)
    assert moves_of(replace(state, stage=Stage.DISPATCH), PATRON, reads_posture=False) == ()


def test_only_a_scripted_patron_publishes():
    """The fixed communiqué belongs to the script."""
    script = Script(an_opening(2, design=Design.D2_LOTTERY)).at(1, Stage.CONSULTATION)
    sent = moves_of(script.state, PATRON, reads_posture=False)
    assert [type(command) for command in sent] == [PublishCommunique, DeclareReady]


def test_a_covering_maximiser_obeys_its_card_by_its_payoffs():
    """Rules 4: the patron's stand-in."""
    opened = an_opening(3, scenario=a_scenario(Numbers(card_bonus=40)))
    state = opening_state(a_scenario(Numbers(card_bonus=40)), opened)
    for number in range(1, 7):
        row = replace(state, round=replace(state.round, number=number))
        tough = opened.nature.cards[number - 1] is TOUGH
        assert (PATRON_BOTS["maximiser"](row) is UP) == tough
