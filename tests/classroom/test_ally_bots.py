"""Ally bots to the letter (rules 11), on records small enough to check by hand."""

from dataclasses import replace
from math import exp

import pytest

from game.classroom.strategies import ALLY_STRATEGIES, MIXED, moves_of
from game.classroom.strategies.allies import ALLY_BOTS, Table, gain_from_standing
from game.core.commands import SealResponse, StateAppraisal, StateBelief
from game.core.events import CrisisStruck, ForcesCommitted
from game.core.numbers import Numbers
from game.core.state import GroupState, Round, opening_state
from game.core.vocabulary import (
    Design,
    Move,
    MoveSource,
    Posture,
    Stage,
    Stance,
)
from tests.builders import A1, A2, a_scenario, an_opening

UP, HOLD, DOWN = Posture
SHARE = {UP: 6, HOLD: 3, DOWN: 1}
D = (0.9, 0.5, 0.5, 0.1)  # high-core, high-periphery, low-core, low-periphery
READ = {UP: 0.60, HOLD: 0.25, DOWN: 0.15}
UNREAD = {UP: 0.15, HOLD: 0.25, DOWN: 0.60}


def a_round(number, posture, came=None, garrison=1):
    """A round so far: a posture, and perhaps an attack on A1 to which P came or did not."""
    away = ForcesCommitted(
        0, posture, SHARE[posture], ((A1, garrison), (A2, 0)), MoveSource.STUDENT
    )
    sent = (A1,) if came else ()
    crisis = None if came is None else CrisisStruck(0, (A1,), sent, sent, ())
    return Round(number, commitment=away, crisis=crisis, reckoning=None)


def after(*past, now=UP, seat_bot="maximiser", **changes) -> GroupState:
    """A group in the response of the round after these, the posture known."""
    scenario = a_scenario(changes.pop("numbers", None))
    opened = an_opening(3, scenario=scenario, **changes)
    state = opening_state(scenario, opened)
    held = replace(state.seats[A1], bot=seat_bot)
    number = len(past) + 1
    return replace(
        state,
        seats={**state.seats, A1: held},
        past=tuple(past),
        round=a_round(number, now),
        stage=Stage.RESPONSE,
        open=True,
    )


def belief(bot, state, reads_posture=False):
    """The bot's belief after the posture, 0-1."""
    return ALLY_BOTS[bot].after(Table(state, A1, reads_posture)).belief


def posterior(weights):
    """p = weights . d."""
    return sum(w * d for w, d in zip(weights, D, strict=True)) / sum(weights)


def came(weights):
    """Each weight times d."""
    return tuple(w * d for w, d in zip(weights, D, strict=True))


def stayed(weights):
    """Each weight times 1 - d."""
    return tuple(w * (1 - d) for w, d in zip(weights, D, strict=True))


FLAT = (1.0, 1.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("record", "weights"),
    [
        ([], FLAT),
        ([True], came(FLAT)),
        ([False], stayed(FLAT)),
        ([True, True], came(came(FLAT))),
        ([True, False], stayed(came(FLAT))),
    ],
)
def test_a_maximiser_learns_from_the_record_alone(record, weights):
    """1/4 each, times d or 1 - d for each attacked ally: .50, .66, .34 ..."""
    past = [a_round(n, HOLD, c) for n, c in enumerate(record, start=1)]
    for posture in Posture:
        assert belief("maximiser", after(*past, now=posture)) == pytest.approx(posterior(weights))


def test_by_hand_after_one_defence():
    """(.81 + .25 + .25 + .01) / 2 = .66."""
    assert belief("maximiser", after(a_round(1, UP, True))) == pytest.approx(0.66)
    assert belief("maximiser", after(a_round(1, UP, False))) == pytest.approx(0.34)


def test_help_that_was_sent_tells_of_the_will_even_if_it_did_not_arrive():
    """With drain: d is the chance that the patron comes."""
    lost = replace(a_round(1, UP), crisis=CrisisStruck(0, (A1,), (A1,), (), ()))
    assert belief("maximiser", after(lost)) == pytest.approx(0.66)


def test_a_new_government_starts_afresh():
    """Weights are 1/4 each term: what the old one did is forgotten in round 4."""
    past = [a_round(n, UP, True) for n in (1, 2, 3)]
    assert belief("maximiser", after(*past)) == pytest.approx(0.5)
    assert belief("hrt_believer", after(*past, now=HOLD)) == pytest.approx(0.5)


@pytest.mark.parametrize("posture", list(Posture))
def test_an_hrt_believer_reads_resolve(posture):
    """Pr(escalate, hold, draw) = .60 .25 .15 for high, .15 .25 .60 for low resolve."""
    high, low = READ[posture], UNREAD[posture]
    expected = posterior((high, high, low, low))
    assert belief("hrt_believer", after(now=posture)) == pytest.approx(expected)


@pytest.mark.parametrize("posture", list(Posture))
def test_a_divided_believer_reads_priorities_and_discounts_capacity(posture):
    """The same numbers for periphery and core; then p x (1 - .3 x share away)."""
    periphery, core = READ[posture], UNREAD[posture]
    p = posterior((core, periphery, core, periphery))
    share = SHARE[posture] / 10
    assert belief("divided_believer", after(now=posture)) == pytest.approx(p * (1 - 0.3 * share))
    assert belief("divided_undiscounted", after(now=posture)) == pytest.approx(p)


def test_the_first_escalation_moves_believers_as_the_rule_book_says():
    """Rules 14.5: 18 and -22 points against the mean of not escalating, hold and draw 2 : 2."""
    up, hold, down = (belief("hrt_believer", after(now=p)) for p in Posture)
    assert 100 * up == pytest.approx(62, abs=0.5)
    assert 100 * (hold + down) / 2 == pytest.approx(44, abs=0.5)
    up, hold, down = (belief("divided_believer", after(now=p)) for p in Posture)
    assert 100 * (up - (hold + down) / 2) == pytest.approx(-22, abs=1.5)


def test_believers_differ_only_in_which_half_of_the_type_they_read():
    """Before any posture both believe what a maximiser does."""
    for bot in ("maximiser", "hrt_believer", "divided_believer", "noisy"):
        state = replace(after(), round=Round(1), stage=Stage.DISPATCH)
        if bot != "noisy":
            assert ALLY_BOTS[bot].before(Table(state, A1, False)) == pytest.approx(0.5)


def test_believers_remember_the_postures_of_the_term():
    """Twice escalated: the weight of high resolve is squared."""
    state = after(a_round(1, UP, True), now=UP)
    weights = tuple(
        d * (0.6 * 0.6 if high else 0.15 * 0.15)
        for d, high in zip(D, (True, True, False, False), strict=True)
    )
    assert belief("hrt_believer", state) == pytest.approx(posterior(weights))


@pytest.mark.parametrize(
    ("numbers", "posture", "weights"),
    [
        # mixed news, no cards: v = +10 escalates, -10 draws down, 0 holds, each but for a tremble
        (Numbers(news=(0, 0, 0)), UP, (0.02, 0.96, 0.02, 0.02)),
        (Numbers(news=(0, 0, 0)), HOLD, (0.96, 0.02, 0.02, 0.96)),
        (Numbers(news=(0, 0, 0)), DOWN, (0.02, 0.02, 0.96, 0.02)),
        # good news of 2: the types with v = 0 gain 1 by escalating
        (Numbers(news=(2, 2, 2)), UP, (0.96, 0.96, 0.02, 0.96)),
        # a tie of two is shared: news 1, moving cost 1
        (Numbers(news=(1, 1, 1)), UP, (0.49, 0.96, 0.02, 0.49)),
        # the resolve world: s = 0
        (Numbers(news=(0, 0, 0), war_priority=0), UP, (0.96, 0.96, 0.02, 0.02)),
    ],
)
def test_a_maximiser_before_a_maximising_patron_reads_what_it_would_do(numbers, posture, weights):
    """Pr(posture given type, news) with a 2 % tremble to each other posture, times the weights."""
    state = after(now=posture, numbers=numbers, design=Design.D3)
    assert belief("maximiser", state, reads_posture=True) == pytest.approx(posterior(weights))


def test_with_order_cards_it_takes_the_card_for_a_fair_coin():
    """v = 0 obeys either card; the others only the one they agree with."""
    state = after(now=UP, numbers=Numbers(news=(0, 0, 0)), design=Design.D2_CARDS)
    weights = ((0.96 + 0.02) / 2, 0.96, 0.02, (0.96 + 0.02) / 2)
    assert belief("maximiser", state, reads_posture=True) == pytest.approx(posterior(weights))


@pytest.mark.parametrize(("record", "move"), [(True, Move.STAND), (False, Move.BUILD_ARMS)])
@pytest.mark.parametrize("bot", ["maximiser", "hrt_believer", "divided_believer"])
def test_stand_if_and_only_if_p_is_above_one_half(bot, record, move):
    """Form: arms."""
    state = after(a_round(1, HOLD, record), now=HOLD)
    found = ALLY_BOTS[bot].move(Table(state, A1, False), belief(bot, state))
    assert found is move


def test_a_tie_is_broken_by_a_coin():
    """At p = .50 exactly: half of the groups stand."""
    stood = 0
    for number in range(600):
        state = after(seed=f"tie {number}")
        stood += ALLY_BOTS["maximiser"].move(Table(state, A1, False), 0.5) is Move.STAND
    assert stood / 600 == pytest.approx(0.5, abs=0.082)


@pytest.mark.parametrize("p", [0, 0.25, 0.5, 0.9, 1])
def test_the_gain_from_standing(p):
    """1 - 10(1-p) less -3 - 2(1-p)."""
    assert gain_from_standing(Table(after(), A1, False), p) == pytest.approx(4 - 8 * (1 - p))


def test_a_noisy_ally_answers_by_logit():
    """.3 x expected gain: at p = .75 a gain of 2 stands in 1 / (1 + e^-.6) = .646 of cases."""
    stood = 0
    for number in range(1500):
        state = after(seed=f"logit {number}")
        stood += ALLY_BOTS["noisy"].move(Table(state, A1, False), 0.75) is Move.STAND
    assert stood / 1500 == pytest.approx(1 / (1 + exp(-0.6)), abs=0.05)


def test_a_noisy_ally_has_a_bent_of_its_own_and_bad_days():
    """Person N(0, .12) + round N(0, .12): SD .17 between people, .12 between a person's rounds."""
    first, second = [], []
    for number in range(800):
        one = after(seed=f"noise {number}", seat_bot="noisy")
        first.append(belief("noisy", one) - 0.5)
        two = after(a_round(1, HOLD), seed=f"noise {number}", seat_bot="noisy")
        second.append(belief("noisy", two) - 0.5)
    n = len(first)
    assert sum(first) / n == pytest.approx(0, abs=0.025)
    assert (sum(x * x for x in first) / n) ** 0.5 == pytest.approx(0.17, abs=0.018)
    common = sum(x * y for x, y in zip(first, second, strict=True)) / n
    assert common == pytest.approx(0.12**2, abs=0.0045)
    assert all(-0.5 <= x <= 0.5 for x in first)


@pytest.mark.parametrize(
    ("bot", "backs", "deplores"), [("hrt_believer", UP, DOWN), ("divided_believer", DOWN, UP)]
)
def test_believers_speak_up_in_seven_rounds_of_ten(bot, backs, deplores):
    """One endorses escalation and dissociates from drawing down, the other the reverse."""
    for posture, word in ((backs, Stance.ENDORSE), (deplores, Stance.DISSOCIATE)):
        said = [
            ALLY_BOTS[bot].stance(Table(after(now=posture, seed=f"s{n}"), A1, False))
            for n in range(600)
        ]
        assert said.count(word) / 600 == pytest.approx(0.7, abs=0.075)
        assert set(said) == {word, Stance.SILENT}
    quiet = {
        ALLY_BOTS[bot].stance(Table(after(now=HOLD, seed=f"s{n}"), A1, False)) for n in range(40)
    }
    assert quiet == {Stance.SILENT}


@pytest.mark.parametrize("bot", ["maximiser", "noisy"])
def test_the_others_are_silent(bot):
    """Speaking costs a point."""
    assert {ALLY_BOTS[bot].stance(Table(after(now=p), A1, False)) for p in Posture} == {
        Stance.SILENT
    }


@pytest.mark.parametrize("bot", sorted(ALLY_BOTS))
@pytest.mark.parametrize("garrison", [0, 1, 2])
def test_it_sends_as_many_units_as_it_holds_in_garrison(bot, garrison):
    """Units for units."""
    state = replace(after(), round=a_round(1, UP, garrison=garrison))
    assert ALLY_BOTS[bot].units(Table(state, A1, False)) == garrison


def test_a_silent_ally_leaves_everything_to_the_defaults():
    """It states nothing and sends nothing."""
    for stage in Stage:
        state = replace(after(seat_bot="silent"), stage=stage)
        assert moves_of(state, A1, reads_posture=False) == ()


def test_a_bot_appraises_and_seals_in_one_go_and_says_nothing_in_words():
    """Belief in the dispatch; appraisal and response; no cable, no reason."""
    appraisal, sealed = moves_of(after(), A1, reads_posture=False)
    assert isinstance(appraisal, StateAppraisal)
    assert isinstance(sealed, SealResponse)
    assert (appraisal.belief, sealed.reason, sealed.voice) == (50, "", False)
    before = replace(after(), round=Round(1), stage=Stage.DISPATCH)
    assert moves_of(before, A1, reads_posture=False) == (StateBelief(50),)
    talk = replace(after(), stage=Stage.CONSULTATION)
    assert moves_of(talk, A1, reads_posture=False) == ()


def test_the_troupe_is_complete():
    """The bots of rules 11, those that 14.2 and 14.7 compare them with, and the silent one."""
    assert MIXED == {"maximiser": 3, "hrt_believer": 2, "divided_believer": 2, "noisy": 3}
    assert set(ALLY_STRATEGIES) >= {*MIXED, "silent", "divided_undiscounted"}
    assert set(ALLY_STRATEGIES) >= {"always_stand", "always_plan_b", "coin"}
