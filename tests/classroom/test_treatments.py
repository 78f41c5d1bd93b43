"""Each treatment changes only what it says (rules 10): the rest equal, event by event."""

from dataclasses import replace
from itertools import product

import pytest

from game.classroom.assignment import ally_distance, deal_session
from game.classroom.making import ChoiceRefused
from game.classroom.playthrough import play, with_bots
from game.core.events import (
    AppraisalStated,
    BeliefStated,
    CommuniquePublished,
    ForcesCommitted,
    GameEnded,
    GroupOpened,
    ResponseSealed,
    RoundReckoned,
    StageOpened,
)
from game.core.nature import deal, patron_kind
from game.core.payoffs import AllyRound, Attack, ally_lines
from game.core.treatments import LEVELS, arms, faults, numbers_in
from game.core.vocabulary import (
    PATRON,
    Design,
    Distance,
    Move,
    Posture,
    Stage,
    Stance,
)
from tests.builders import NOW, a_plan, a_scenario, participants
from tests.rooms import Room

ALLIES_WHO_LISTEN = "coin"  # moves, stance and units do not depend on the posture
SCENARIO = a_scenario()


def opened_in(arm, **changes):
    """The first group of a class, put into this arm with the draws it has in any other."""
    factors = {factor: (level, *LEVELS[factor]) for factor, level in arm}
    plan = a_plan(scenario=SCENARIO, design=Design.D1, factors=factors, **changes)
    scripted = "script" in dict(arm)
    (opened, *_) = deal_session(plan, participants(2 if scripted else 3), NOW)
    nature = deal("seed", SCENARIO.numbers, 6, Design.D1, [arm])[0]
    nature = replace(nature, types=deal("seed", SCENARIO.numbers, 6, Design.D3, [()])[0].types)
    seats = tuple(
        s if s.distance is None else replace(s, distance=ally_distance(arm, s.seat))
        for s in opened.seats
    )
    kind = patron_kind(Design.D1, arm)
    bots = tuple(replace(s, bot=kind.value) if s.seat == PATRON and scripted else s for s in seats)
    consultation = dict(arm).get("consultation", "on") == "on"
    return replace(
        opened,
        arm=arm,
        patron_kind=kind,
        nature=nature,
        seats=bots,
        consultation=consultation,
    )


def stream(arm, allies=ALLIES_WHO_LISTEN, patron="obeys_card"):
    """A whole game of bots in this arm."""
    opened = opened_in(arm)
    cast = {s.seat: patron if s.seat == PATRON else allies for s in opened.seats}
    return play(SCENARIO, with_bots(opened, cast), reads_posture=False)[1]


def differing(one, other):
    """The kinds of events that differ, place by place; streams of the same length."""
    assert [type(e) for e in one] == [type(e) for e in other]
    return {type(a) for a, b in zip(one, other, strict=True) if a != b}


def at_all_times(events, kind):
    """Events of a kind."""
    return [event for event in events if isinstance(event, kind)]


def test_scripts_differ_in_posture_and_its_units_alone():
    """Same orders, messages, garrison rule, timing: only commitments and what they pay differ."""
    hawk, restrained = stream((("script", "hawk"),)), stream((("script", "restrained"),))
    assert differing(hawk, restrained) == {GroupOpened, ForcesCommitted, RoundReckoned}
    for a, b in zip(
        at_all_times(hawk, ForcesCommitted), at_all_times(restrained, ForcesCommitted), strict=True
    ):
        assert replace(a, posture=b.posture, theatre=b.theatre) == b
    for a, b in zip(
        at_all_times(hawk, RoundReckoned), at_all_times(restrained, RoundReckoned), strict=True
    ):
        assert a.accounts[1:] == b.accounts[1:]  # not one ally's point depends on the posture
    assert at_all_times(hawk, GameEnded) == at_all_times(restrained, GameEnded)


def test_the_hold_script_holds_like_the_first_half_of_the_restrained():
    """The optional third arm."""
    hold, restrained = stream((("script", "hold"),)), stream((("script", "restrained"),))
    half = next(i for i, e in enumerate(hold) if isinstance(e, StageOpened) and e.round == 4)
    assert differing(hold[:half], restrained[:half]) <= {GroupOpened}


def test_war_size_changes_the_bands_and_no_payoff():
    """escalate 5-6 or 3, hold 2-4 or 1-2, draw_down 0-1 or 0; the posture word stays."""
    heavy = numbers_in(SCENARIO.numbers, (("war_size", "heavy"),))
    light = numbers_in(SCENARIO.numbers, (("war_size", "light"),))
    assert heavy == SCENARIO.numbers
    assert [light.band(p) for p in Posture] == [(3, 3), (1, 2), (0, 0)]
    bands = {"escalate": heavy.escalate, "hold": heavy.hold, "draw_down": heavy.draw_down}
    assert replace(light, **bands) == heavy


def test_theatre_changes_labels_and_the_map_and_no_payoff():
    """Of all allies of the group; every event but the opening equal."""
    far, near = stream((("theatre", "far"),)), stream((("theatre", "near"),))
    assert differing(far, near) == {GroupOpened}
    one, other = far[0], near[0]
    assert {s.distance for s in one.seats[1:]} == {Distance.FAR}
    assert {s.distance for s in other.seats[1:]} == {Distance.NEAR}
    assert replace(other, arm=one.arm, seats=one.seats) == one


def test_consultation_off_leaves_out_the_stage_and_nothing_else():
    """Student patrons only."""
    on, off = stream((("consultation", "on"),)), stream((("consultation", "off"),))
    assert {e.stage for e in at_all_times(off, StageOpened)} == set(Stage) - {Stage.CONSULTATION}
    assert {e.stage for e in at_all_times(on, StageOpened)} == set(Stage)

    kinds = (BeliefStated, AppraisalStated, ResponseSealed, ForcesCommitted)
    one, other = ([replace(e, at=0) for e in at_all_times(s, kinds)] for s in (on, off))
    assert one == other


def test_exit_notice_changes_one_communique():
    """`restrained`: the text of round 3; postures, orders, everything else equal."""
    arms_ = [(("script", "restrained"), ("exit_notice", level)) for level in LEVELS["exit_notice"]]
    announced, abrupt = (stream(arm) for arm in arms_)
    assert differing(announced, abrupt) == {GroupOpened, CommuniquePublished}
    texts = [{e.text for e in at_all_times(s, CommuniquePublished)} for s in (announced, abrupt)]
    assert (len(texts[0]), len(texts[1])) == (2, 1)
    hawks = [stream((("script", "hawk"), ("exit_notice", lv))) for lv in LEVELS["exit_notice"]]
    assert differing(*hawks) == {GroupOpened}


def test_garrison_is_one_each_round_or_none():
    """Allies' points differ by two a round, whatever they do; postures and orders equal."""
    arms_ = [(("script", "hawk"), ("garrison", level)) for level in LEVELS["garrison"]]
    present, absent = (stream(arm) for arm in arms_)
    for a, b in zip(
        at_all_times(present, ForcesCommitted), at_all_times(absent, ForcesCommitted), strict=True
    ):
        assert {n for _, n in a.garrisons} == {1}
        assert {n for _, n in b.garrisons} == {0}
        assert replace(a, garrisons=b.garrisons) == b
    attack = Attack(False)
    for move, stance, units in product(Move, Stance, (0, 1, 2)):
        rounds = [AllyRound(move, stance, units, garrison, attack) for garrison in (1, 0)]
        paid = [sum(x.points for x in ally_lines(SCENARIO.numbers, r)) for r in rounds]
        assert paid[0] - paid[1] == 2
    assert len(at_all_times(present, RoundReckoned)) == 6


def test_what_cannot_be_combined_is_said():
    """At most two factors; exit notice and garrison need a script; consultation needs students."""
    assert faults({"script": ("hawk", "restrained")}) == []
    assert faults({"script": ("hawk", "restrained"), "garrison": ("present", "absent")}) == []
    assert faults({"garrison": ("present", "absent")})
    assert faults({"exit_notice": ("announced", "abrupt")})
    assert faults({"script": ("hawk", "hold"), "consultation": ("on", "off")})
    assert faults({"threat": ("high", "low")})
    assert faults({"script": ("hawk", "lion")})
    assert faults({"script": ("hawk",)})
    assert faults({"script": ("hawk", "hawk")})
    three = {name: LEVELS[name][:2] for name in ("script", "war_size", "theatre")}
    assert faults(three)


NOTICE = {"script": ("hawk", "restrained"), "exit_notice": ("announced", "abrupt")}


def test_a_notice_that_nobody_could_give_is_no_treatment():
    """It is a communiqué (stage 2) before the restrained script's exit; without, arms are alike."""
    assert faults(NOTICE) == []
    assert faults(NOTICE, talks=False)
    assert faults({**NOTICE, "script": ("hawk", "hold")})
    for factors in ({"script": ("hawk", "restrained")}, {"consultation": ("on", "off")}):
        assert faults(factors, talks=False) == []


def test_such_a_session_is_not_made():
    """The 20-minute version has no stage 2."""
    with pytest.raises(ChoiceRefused) as refused:
        Room().makes(4, design=Design.D1, factors=NOTICE, cut="short")
    assert refused.value.field == "factors"
    assert Room().makes(4, design=Design.D1, factors=NOTICE, cut="full").live.state.created.factors


@pytest.mark.parametrize("factor", sorted(LEVELS))
def test_the_vocabulary_is_closed(factor):
    """Six treatments with their levels; threat, drain and payoffs are none."""
    assert {name: set(levels) for name, levels in LEVELS.items()}[factor] == {
        "script": {"hawk", "restrained", "hold"},
        "war_size": {"heavy", "light"},
        "theatre": {"far", "near"},
        "consultation": {"on", "off"},
        "exit_notice": {"announced", "abrupt"},
        "garrison": {"present", "absent"},
    }[factor]
    assert len(LEVELS) == 6


def test_every_combination_of_two_factors_is_an_arm():
    """2 x 3."""
    made = arms({"script": ("hawk", "restrained", "hold"), "war_size": ("heavy", "light")})
    assert len(set(made)) == 6
