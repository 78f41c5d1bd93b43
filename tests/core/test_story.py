"""Five rounds through a student's eyes: the story of rules 17 played, its numbers checked.

Arven is A2 (far from the war), Bel is A1. The story fixes who is attacked, what everybody does and
whether Meridia comes; the rules fix what that is worth. What it leaves open is the plainest thing.
"""

from dataclasses import replace

import pytest

from game.core.commands import (
    CommitForces,
    PublishCommunique,
    PutIn,
    SealOrders,
    SealResponse,
    SendCable,
    StateAppraisal,
    StateBelief,
)
from game.core.pledges import Asked, Code, Condition
from game.core.views import public_view, seat_view
from game.core.vocabulary import Move, Posture, PrivateType, Stage, Stance
from tests.builders import A1, A2, PATRON, Script, an_opening

ARVEN, BEL = A2, A1
ATTACKED = (BEL, ARVEN, BEL, BEL, ARVEN, BEL)
UP, HOLD, DOWN = Posture
FIFTY_FIFTY = (50, 50, 50)
STANDS = SealResponse(Move.STAND, Stance.SILENT, 0, False, "")
COMES, STAYS = True, False


def a_crisis():
    """Meridia, Arven and Bel, with the attacks and the news of the story."""
    opened = an_opening(3)
    common = replace(
        opened.nature.common,
        news=(0, 2, 0, 0, 0, 0),
        attacks=tuple((seat,) for seat in ATTACKED),
    )
    types = (PrivateType.HIGH_PERIPHERY, PrivateType.HIGH_CORE)
    return Script(replace(opened, nature=replace(opened.nature, common=common, types=types)))


def plays(script, number, before, talk, division, arven, bel, order):
    """A round up to its reckoning. `arven`: appraisal and response; `order`: for whom is hit."""
    script.at(number, Stage.DISPATCH).seat(ARVEN, StateBelief(before)).seat(BEL, StateBelief(50))
    script.at(number, Stage.CONSULTATION)
    for seat, command in talk:
        script.seat(seat, command)
    script.at(number, Stage.COMMITMENT).seat(PATRON, CommitForces(*division))
    script.at(number, Stage.RESPONSE)
    script.seat(ARVEN, StateAppraisal(*arven[0]), arven[1])
    script.seat(BEL, StateAppraisal(*FIFTY_FIFTY), bel)
    script.seat(PATRON, SealOrders({ARVEN: order, BEL: order}))
    return script.at(number, Stage.RECKONING)


def first_round(script):
    """Six units to the Straits, one to each ally, two at home."""
    promise = PutIn(ARVEN, Asked(Code.PROMISE_GARRISON, units=1), False)
    words = SendCable(ARVEN, "Stand with us this round and you will have a garrison.")
    division = (UP, 6, {ARVEN: 1, BEL: 1})
    arven = ((60, 40, 50), replace(STANDS, units=1))
    return plays(
        script, 1, 50, [(PATRON, words), (PATRON, promise)], division, arven, STANDS, COMES
    )


def second_round(script):
    """Good news; Meridia draws down, garrisons both, and does not come."""
    talk = [
        (BEL, PublishCommunique("They came.")),
        (PATRON, PutIn(ARVEN, Asked(Code.PROMISE_TO_COME), False)),
    ]
    division = (DOWN, 1, {ARVEN: 1, BEL: 1})
    return plays(script, 2, 65, talk, division, ((60, 60, 60), STANDS), STANDS, STAYS)


def third_round(script):
    """No garrison, and Arven looks elsewhere."""
    warning = PutIn(PATRON, Asked(Code.WARN_ELSEWHERE, condition=Condition.NO_GARRISON), False)
    division = (UP, 6, {ARVEN: 0, BEL: 2})
    terms = replace(STANDS, move=Move.ACCOMMODATE)
    bel = replace(STANDS, stance=Stance.ENDORSE)
    return plays(script, 3, 30, [(ARVEN, warning)], division, ((30, 30, 30), terms), bel, COMES)


def fourth_round(script):
    """A new government; it holds."""
    asked = PutIn(PATRON, Asked(Code.ASK_CONSULT), False)
    division = (HOLD, 3, {ARVEN: 1, BEL: 1})
    arven = (FIFTY_FIFTY, replace(STANDS, units=1))
    return plays(script, 4, 50, [(ARVEN, asked)], division, arven, STANDS, STAYS)


def fifth_round(script):
    """Six in the Straits and two with each: it says it can do both."""
    words = SendCable(ARVEN, "We can do both.")
    division = (UP, 6, {ARVEN: 2, BEL: 2})
    arven = ((70, 35, 48), replace(STANDS, move=Move.SEEK_PARTNER))
    return plays(script, 5, 45, [(PATRON, words)], division, arven, STANDS, COMES)


@pytest.fixture(scope="module")
def after():
    """The script after each of the five rounds, as states."""
    script, states = a_crisis(), {}
    rounds = (first_round, second_round, third_round, fourth_round, fifth_round)
    for number, play in enumerate(rounds, start=1):
        states[number] = play(script).state
    return states


def account(state, seat):
    """The lines of the round."""
    own = seat_view(state, seat).accounts[-1]
    return {line.code: line.points for line in own.lines}


@pytest.mark.parametrize(("number", "points"), [(1, 12), (2, -7), (3, 10), (4, 12), (5, 11)])
def test_what_each_round_was_worth_to_arven(after, number, points):
    """Income 10, the move, gifts."""
    assert seat_view(after[number], ARVEN).accounts[-1].points == points


def test_round_one_a_unit_for_a_garrison(after):
    """It stands and sends one unit; one garrison unit: 10 + 1 + 2 - 1. The pledge is kept."""
    assert account(after[1], ARVEN) == {
        "income": 10,
        "move:stand": 1,
        "garrison_received": 2,
        "units_sent": -1,
    }
    assert account(after[1], BEL)["attacked:defended"] == 0
    division = public_view(after[1]).present.division
    assert (division.theatre, division.reserve) == (6, 2)
    assert [item.label for item in seat_view(after[1], ARVEN).pledges] == ["kept"]


def test_round_two_minus_nineteen_and_a_broken_word(after):
    """Attacked, and nobody comes: 1 - 20."""
    lines = account(after[2], ARVEN)
    assert lines["move:stand"] + lines["attacked:alone"] == -19
    assert seat_view(after[2], ARVEN).pledges[-1].label == "broken"
    assert not public_view(after[2]).present.attacked[0].sent


def test_round_three_nothing_to_pay_unless_pressed(after):
    """Terms with the rival cost nothing while Bel is the one attacked; the warning is kept."""
    assert account(after[3], ARVEN) == {"income": 10, "move:accommodate": 0}
    assert account(after[3], BEL)["spoke:endorse"] == -1
    assert seat_view(after[3], ARVEN).pledges[-1].label == "kept"


def test_round_four_a_new_government_holds(after):
    """One garrison each; nobody comes for Bel."""
    assert public_view(after[4]).news.new_government
    assert account(after[4], BEL)["attacked:alone"] == -20
    assert seat_view(after[4], ARVEN).pledges[-1].label == ""


def test_round_five_three_paid_for_a_friend_it_did_not_need(after):
    """Another protector, and Meridia comes after all: -3; consulted, as it had asked."""
    lines = account(after[5], ARVEN)
    assert (lines["move:seek_partner"], lines["attacked:defended"]) == (-3, 0)
    assert public_view(after[5]).present.division.reserve == 0
    asked = [i for i in seat_view(after[5], ARVEN).pledges if i.code == "ask_consult"]
    assert [item.label for item in asked] == ["met"]


@pytest.mark.parametrize(
    ("number", "points", "par"),
    [
        # 5n, war, stands, units or gifts, and what coming or staying away cost; v = 10, S = 10
        (1, 10 + 9 + 4 + 2 - 2, 10 + 9 + 2),
        (2, 10 - 13 + 4 - 2 - 10, 10 + 11 + 2),
        (3, 10 + 9 + 2 + 2 - 2, 10 + 9 + 2),
        # the new government's v is 0, its stake 18
        (4, 10 + 0 + 4 + 2 - 2 - 18, 10 + 0 + 2),
        (5, 10 - 1 + 2 - 4, 10 + 0 + 2),
    ],
)
def test_what_each_round_was_worth_to_meridia(after, number, points, par):
    """Without its card, which the story keeps to itself; coming cost what Nature drew."""
    state = after[number]
    own = seat_view(state, PATRON).accounts[-1]
    lines = account(state, PATRON)
    row, hit = number - 1, ATTACKED[number - 1]
    cost = state.opened.nature.common.costs[row][0 if hit == BEL else 1]
    stake = 10 if number <= 3 else 18
    came = cost if number in (1, 3, 5) else 0
    assert own.points - lines.get("card", 0) == points - came
    best_card = own.par - (par - min(cost, stake))
    assert 0 <= best_card <= 6


def test_is_there_a_sixth_round_nobody_says(after):
    """The view of round five looks no different from that of round four."""
    four, five = (seat_view(after[number], ARVEN) for number in (4, 5))
    assert (four.task, four.may) == (five.task, five.may)
