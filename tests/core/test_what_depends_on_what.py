"""What changes nobody's points, and what a change of government changes (rules 1, 2, 6, 9)."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.commands import CommitForces, SealOrders, SealResponse, StateAppraisal
from game.core.nature import deal
from game.core.numbers import Numbers
from game.core.vocabulary import Alignment, Design, Move, Posture, PrivateType, Stage, Stance
from tests.builders import A1, A2, PATRON, Script, an_opening

POSTURE = {5: Posture.ESCALATE, 6: Posture.ESCALATE, 3: Posture.HOLD, 1: Posture.DRAW_DOWN}
QUIET = SealResponse(Move.STAND, Stance.SILENT, 0, False, "")
responses = st.builds(
    SealResponse,
    st.sampled_from(Move),
    st.sampled_from(Stance),
    st.integers(0, 2),
    st.booleans(),
    st.sampled_from(["", "because"]),
)


def accounts(first=QUIET, second=QUIET, theatre=3, belief=50, garrisons=(1, 0)):
    """Everybody's account of round 1, in which these things were done."""
    script = Script(an_opening(3)).at(1, Stage.COMMITMENT)
    given_units = dict(zip((A1, A2), garrisons, strict=True))
    script.seat(PATRON, CommitForces(POSTURE[theatre], theatre, given_units)).opens()
    for ally, sealed in ((A1, first), (A2, second)):
        script.seat(ally, StateAppraisal(belief, belief, belief), sealed)
    script.seat(PATRON, SealOrders({A1: True, A2: False})).at(1, Stage.RECKONING)
    return {a.seat: a for a in script.state.round.reckoning.accounts}


@settings(max_examples=25)
@given(responses, responses, responses)
def test_no_allys_points_depend_on_another_allys_move(mine, one, other):
    """Rules 6: nor does its par."""
    assert accounts(mine, one)[A1] == accounts(mine, other)[A1]


@pytest.mark.parametrize("theatre", [1, 5, 6])
def test_nothing_in_an_allys_points_mentions_the_posture_or_where_the_rest_stands(theatre):
    """N3: escalate, hold or draw down, and whatever is kept in reserve."""
    assert {s: accounts(theatre=theatre)[s] for s in (A1, A2)} == {
        s: accounts()[s] for s in (A1, A2)
    }


def test_units_in_reserve_carry_no_points():
    """Five units away or six, and the sixth at home: the same to everybody."""
    assert accounts(theatre=5) == accounts(theatre=6)


@pytest.mark.parametrize("belief", [0, 100])
def test_beliefs_and_reasons_and_the_wish_for_forces_pay_nothing(belief):
    """Would, could and belief move no points of the round; nor does voice, nor a reason."""
    loud = replace(QUIET, voice=True, reason="we need two units here")
    assert accounts(loud, belief=belief) == accounts()


@pytest.mark.parametrize("voice", [True, False])
@pytest.mark.parametrize("move", list(Move))
def test_asking_for_forces_at_home_is_no_hedge(move, voice):
    """Rules 9: only the move is coded."""
    script = Script(an_opening(3)).at(1, Stage.RESPONSE)
    script.seat(A1, StateAppraisal(1, 2, 3), replace(QUIET, move=move, voice=voice))
    sealed = script.state.round.responses[A1]
    assert sealed.voice is voice
    assert (sealed.move.alignment is Alignment.REASSURE) == (move is Move.STAND)


@settings(max_examples=20)
@given(st.text(max_size=8), st.sampled_from(list(Design)), st.sampled_from([4, 6, 8]))
def test_a_change_of_government_redeals_the_type_and_nothing_else(seed, design, rounds):
    """Script, cards, lottery, attacks, costs and forecasts go on as if nobody had left."""
    arms = [(("script", name),) for name in ("hawk", "restrained") * 2]
    arms = arms if design is Design.D1 else [()] * 4
    changing, steady = (
        deal(seed, Numbers(government_changes=changes), rounds, design, arms)
        for changes in (True, False)
    )
    for one, other in zip(changing, steady, strict=True):
        assert (len(one.types), len(other.types)) == (2, 1)
        assert replace(one, types=other.types) == other


def test_the_new_type_comes_with_the_second_half():
    """Rounds 1 to R/2 are the first term, the rest the second; the record and the points go on."""
    script = Script(an_opening(3)).to_the_end()
    first, second = script.state.opened.nature.types
    dealt = [script.state.patron_type(number) for number in range(1, 7)]
    assert dealt == [first] * 3 + [second] * 3
    assert {type(dealt[0])} == {PrivateType}
    assert len(script.state.reckoned) == 6
