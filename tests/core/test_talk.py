"""Consultation: cables, communiqués, requests; cheap talk within limits (rules 3 and 4)."""

import pytest

from game.core.commands import DeclareReady, PublishCommunique, PutIn, SendCable
from game.core.pledges import Asked, Code
from game.core.views import seat_view
from game.core.vocabulary import Design, Refusal, Refused, Stage
from tests.builders import A1, A2, PATRON, Script, an_opening


def talking(round_number=1, **changes):
    """A group whose consultation is open."""
    return Script(an_opening(3, **changes)).at(round_number, Stage.CONSULTATION)


def refusal(script, seat, command):
    """The code with which a command is refused."""
    with pytest.raises(Refused) as refused:
        script.seat(seat, command)
    return refused.value.code


@pytest.mark.parametrize(("seat", "to"), [(PATRON, A1), (A1, PATRON)])
def test_three_cables_a_round_each_way(seat, to):
    """The fourth is refused; another pair and the next round are free."""
    script = talking()
    for text in ("one", "two", "three"):
        script.seat(seat, SendCable(to, text))
    assert refusal(script, seat, SendCable(to, "four")) is Refusal.LIMIT_REACHED
    script.seat(PATRON, SendCable(A2, "to another"))
    script.seat(to, SendCable(seat, "and back"))
    script.at(2, Stage.CONSULTATION).seat(seat, SendCable(to, "a new round"))


def test_the_view_counts_the_cables_that_are_left():
    """Three less what this seat has sent to each."""
    script = talking().seat(PATRON, SendCable(A1, "one")).seat(A1, SendCable(PATRON, "two"))
    assert dict(seat_view(script.state, PATRON).cables_left) == {A1: 2, A2: 3}
    assert dict(seat_view(script.state, A1).cables_left) == {PATRON: 2}
    assert dict(seat_view(script.state, A2).cables_left) == {PATRON: 3}


@pytest.mark.parametrize("seat", [PATRON, A1])
def test_one_communique_a_round(seat):
    """Anyone may publish: once."""
    script = talking().seat(seat, PublishCommunique("To all."))
    assert refusal(script, seat, PublishCommunique("Again.")) is Refusal.LIMIT_REACHED
    script.at(2, Stage.CONSULTATION).seat(seat, PublishCommunique("A new round."))


@pytest.mark.parametrize(
    ("command", "longest"), [(lambda t: SendCable(A1, t), 280), (PublishCommunique, 200)]
)
def test_lengths(command, longest):
    """Cable 280 characters, communiqué 200; blanks around do not count, nothing is refused."""
    script = talking()
    assert refusal(script, PATRON, command("x" * (longest + 1))) is Refusal.TEXT_TOO_LONG
    assert refusal(script, PATRON, command("  \n ")) is Refusal.TEXT_EMPTY
    script.seat(PATRON, command(" " + "é" * longest + "\n"))
    assert script.log[-1].text == "é" * longest


@pytest.mark.parametrize(("seat", "to"), [(A1, A2), (PATRON, PATRON), (A1, A1), (PATRON, "A3")])
def test_cables_run_between_the_patron_and_one_ally_at_the_table(seat, to):
    """Not between allies, not to oneself, not to a seat nobody opened."""
    script = talking()
    assert refusal(script, seat, SendCable(to, "psst")) is Refusal.NOT_A_PARTY
    code = Code.ASK_STAND if seat == PATRON else Code.PROMISE_STAND
    assert refusal(script, seat, PutIn(to, Asked(code), True)) is Refusal.NOT_A_PARTY


@pytest.mark.parametrize("design", [Design.D1, Design.D2_LOTTERY])
def test_with_a_scripted_patron_there_are_communiques_and_no_cables(design):
    """It makes no requests or pledges and reads none; allies publish."""
    factors = {"script": ("hawk", "restrained")} if design is Design.D1 else {}
    script = talking(design=design, factors=factors)
    assert refusal(script, A1, SendCable(PATRON, "hello?")) is Refusal.NO_CABLES_HERE
    asked = PutIn(PATRON, Asked(Code.ASK_TO_COME), True)
    assert refusal(script, A1, asked) is Refusal.NO_CABLES_HERE
    view = seat_view(script.state, A1)
    assert (view.cables_left, view.public.cables) == ((), False)
    assert set(view.may) == {"publish_communique", "declare_ready"}
    script.seat(A1, PublishCommunique("Arven to all."))


@pytest.mark.parametrize("seat", [PATRON, A1])
def test_each_side_has_its_own_list(seat):
    """A code of the other side is unknown."""
    script = talking()
    code = Code.PROMISE_STAND if seat == PATRON else Code.PROMISE_TO_COME
    to = A1 if seat == PATRON else PATRON
    assert refusal(script, seat, PutIn(to, Asked(code), True)) is Refusal.UNKNOWN_PLEDGE


@pytest.mark.parametrize(
    ("seat", "code"),
    [
        (PATRON, Code.ASK_UNITS),
        (PATRON, Code.PROMISE_GARRISON),
        (A1, Code.ASK_GARRISON),
        (A1, Code.PROMISE_UNITS),
    ],
)
def test_units_asked_or_promised_are_one_or_two(seat, code):
    """n of 1-2."""
    script = talking()
    to = A1 if seat == PATRON else PATRON
    for units in (0, 3, -1):
        assert refusal(script, seat, PutIn(to, Asked(code, units=units), True)) is (
            Refusal.OUT_OF_RANGE
        )
    for units in (1, 2):
        script.seat(seat, PutIn(to, Asked(code, units=units), True))


def test_a_warning_names_its_condition():
    """Without one it is no warning."""
    assert refusal(talking(), A1, PutIn(PATRON, Asked(Code.WARN_ELSEWHERE), True)) is (
        Refusal.UNKNOWN_PLEDGE
    )


def test_what_a_code_does_not_need_is_not_kept():
    """Units on a promise to stand, say: the log holds no noise."""
    script = talking().seat(A1, PutIn(PATRON, Asked(Code.PROMISE_STAND, units=2, round=9), True))
    assert script.log[-1].asked == Asked(Code.PROMISE_STAND)


def test_whoever_is_ready_may_still_speak_until_the_stage_closes():
    """Ready says that one waits for nothing; it is said once."""
    script = talking().seat(A1, DeclareReady()).seat(A1, PublishCommunique("One more thing."))
    assert refusal(script, A1, DeclareReady()) is Refusal.ALREADY_STATED


@pytest.mark.parametrize("stage", [Stage.DISPATCH, Stage.COMMITMENT, Stage.RESPONSE])
def test_there_is_talk_in_the_consultation_alone(stage):
    """Cables and communiqués at another stage have nothing to do there."""
    script = Script(an_opening(3)).at(1, stage)
    for command in (
        SendCable(A1, "x"),
        PublishCommunique("x"),
        PutIn(A1, Asked(Code.ASK_STAND), True),
    ):
        assert refusal(script, PATRON, command) is Refusal.NOTHING_TO_DO


def test_talk_moves_no_payoff():
    """The same moves earn the same after a storm of cables."""
    quiet = Script(an_opening(3)).at(1, Stage.RECKONING)
    loud = talking().seat(PATRON, SendCable(A1, "Stand!"), PublishCommunique("We stand."))
    loud.seat(A1, SendCable(PATRON, "Send units!")).at(1, Stage.RECKONING)
    assert loud.state.round.reckoning.accounts == quiet.state.round.reckoning.accounts
