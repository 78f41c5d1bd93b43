"""Absence never stops a group: covers, returns, mirrors (rules 4)."""

import pytest

from game.core.commands import (
    CloseStage,
    CoverSeat,
    DeclareReady,
    FromSeat,
    HandBack,
    SealResponse,
    StateAppraisal,
    StateBelief,
    TakeSeat,
)
from game.core.events import SeatCovered, SeatHandedBack, StageClosed
from game.core.views import public_view, seat_view
from game.core.vocabulary import (
    Design,
    Move,
    MoveSource,
    Refusal,
    Refused,
    Stage,
    Stance,
)
from tests.builders import A1, A2, PATRON, Script, an_opening

TIME_UP = CloseStage("deadline")


def a_group(students=3, **changes):
    """A patron and its allies."""
    return Script(an_opening(students, **changes))


def refusal(script, command):
    """The code with which a command of the server is refused."""
    with pytest.raises(Refused) as refused:
        script.do(command)
    return refused.value.code


def covers(script):
    """(seat, strategy, reason) of all covers so far."""
    return [(e.seat, e.strategy, e.reason) for e in script.log if isinstance(e, SeatCovered)]


def misses(script, *seats):
    """Everybody but these does what is asked; then the time is up."""
    if script.state.stage in (Stage.DISPATCH, Stage.COMMITMENT, Stage.RESPONSE):
        script.bots_move([s for s in script.state.seats if s not in seats])
    if script.state.open:
        script.do(TIME_UP)
    return script


def in_response(script):
    """From the dispatch to the response: nobody talks, the patron commits."""
    misses(misses(script.opens()).opens())
    return script.opens()


def test_one_time_out_plays_the_default_and_covers_nobody():
    """The belief is missing, the response is given in time: the student is there."""
    script = in_response(misses(a_group().opens(), A1))
    assert script.state.seats[A1].missed == 1
    script.bots_move()
    assert script.state.seats[A1].missed == 0
    assert covers(script) == []


def test_an_ally_that_drops_out_is_covered_after_two_time_outs_in_a_row():
    """Belief and response of one round missed: a maximiser moves from the next stage on."""
    script = in_response(misses(a_group().opens(), A1))
    misses(script, A1)
    assert covers(script) == [(A1, "maximiser", "timeouts")]
    assert script.state.seats[A1].strategy == "maximiser"
    assert script.state.round.responses[A1].source is MoveSource.TIMEOUT


def test_a_response_and_the_next_belief_are_in_a_row_too():
    """A default played for a seat is no move of its own."""
    script = misses(a_group().at(1, Stage.RESPONSE), A1)
    for _ in (Stage.CRISIS, Stage.RECKONING):
        misses(script.opens())
    misses(script.opens(), A1)
    assert covers(script) == [(A1, "maximiser", "timeouts")]


def test_two_time_outs_with_a_move_between_them_are_not_in_a_row():
    """Belief missed, response given, belief missed: no cover."""
    script = misses(a_group().opens(), A1).at(1, Stage.RESPONSE).bots_move()
    script.at(2, Stage.DISPATCH)
    misses(script, A1)
    assert covers(script) == []
    assert script.state.seats[A1].missed == 1


def test_a_patron_that_drops_out_is_covered_after_commitment_and_orders():
    """One time-out: defaults. Two in a row: a maximiser at its desk."""
    script = a_group().at(1, Stage.COMMITMENT).do(TIME_UP)
    assert covers(script) == []
    misses(script.opens(), PATRON)
    assert covers(script) == [(PATRON, "maximiser", "timeouts")]


def test_nobody_learns_that_the_patron_has_dropped_out():
    """Allies are not told who plays the patron; that an ally is a bot is said."""
    script = a_group().at(1, Stage.COMMITMENT).do(TIME_UP)
    misses(script.opens(), PATRON)
    assert not public_view(script.state).patron.bot
    script.do(CoverSeat(A2, "maximiser"))
    assert [ally.bot for ally in public_view(script.state).allies] == [False, True]


def test_a_covered_seat_is_waited_for_where_it_owes_a_move_and_nowhere_else():
    """Its bot will move; it has nothing to read."""
    script = a_group().opens().do(CoverSeat(A1, "maximiser"))
    assert A1 in public_view(script.state).awaited
    script.do(TIME_UP).opens()
    assert script.state.stage is Stage.CONSULTATION
    assert A1 not in public_view(script.state).awaited


def test_a_covered_seat_misses_nothing_more():
    """Time-outs are counted for students at their desk."""
    script = a_group().opens().do(CoverSeat(A1, "silent"))
    for _ in range(4):
        script.do(TIME_UP).opens()
    assert covers(script)[0] == (A1, "silent", "instructor")
    assert A1 not in [cover[0] for cover in covers(script)[1:]]


def test_a_student_who_moves_is_back():
    """The move counts, and it is the student's."""
    script = a_group().opens().do(CoverSeat(A1, "maximiser")).seat(A1, StateBelief(50))
    assert type(script.log[-2]) is SeatHandedBack
    assert script.state.seats[A1].strategy is None
    assert script.state.round.before[A1].source is MoveSource.STUDENT


def test_whose_move_comes_on_paper_is_back_as_well():
    """The bot stands down when the instructor enters a move for the seat."""
    script = a_group().opens().do(CoverSeat(A1, "noisy"))
    script.seat(A1, StateBelief(20), source=MoveSource.INSTRUCTOR, by=())
    assert script.state.seats[A1].cover is None


def test_a_student_who_comes_back_late_may_still_seal_the_response_but_not_the_appraisal():
    """The bot has moved: its appraisal is locked, and both rows say who made them."""
    script = a_group().at(1, Stage.RESPONSE).do(CoverSeat(A1, "maximiser"))
    sealed = SealResponse(Move.STAND, Stance.SILENT, 0, False, "")
    script.seat(A1, StateAppraisal(1, 2, 3), sealed, source=MoveSource.BOT, by=())
    with pytest.raises(Refused) as refused:
        script.seat(A1, StateAppraisal(70, 80, 90))
    assert refused.value.code is Refusal.ALREADY_STATED
    assert script.state.seats[A1].cover == "maximiser"
    script.seat(A1, SealResponse(Move.ACCOMMODATE, Stance.SILENT, 0, False, "back again"))
    assert script.state.seats[A1].cover is None
    assert script.state.round.responses[A1].source is MoveSource.STUDENT
    assert script.state.round.appraisals[A1].source is MoveSource.BOT


def test_a_bots_move_does_not_end_its_cover():
    """`move_source` is bot, and the bot stays until the student is back."""
    script = a_group().opens().do(CoverSeat(A1, "maximiser"))
    script.do(FromSeat(A1, 1, Stage.DISPATCH, StateBelief(40), MoveSource.BOT))
    assert script.state.round.before[A1].source is MoveSource.BOT
    assert script.state.seats[A1].cover == "maximiser"


def test_a_return_wipes_the_count_of_time_outs():
    """Two new ones in a row are needed for the next cover."""
    script = a_group().opens().do(TIME_UP).opens().do(TIME_UP).opens()
    script.do(CoverSeat(A1, "maximiser")).do(HandBack(A1))
    assert script.state.seats[A1].missed == 0


@pytest.mark.parametrize("stage", list(Stage))
def test_a_cover_and_its_end_are_possible_in_every_stage(stage):
    """The instructor may send somebody out and call him back at any time."""
    script = a_group().at(1, stage).do(CoverSeat(A1, "maximiser"))
    assert refusal(script, CoverSeat(A1, "noisy")) is Refusal.COVERED_ALREADY
    assert seat_view(script.state, A1).covered
    script.do(HandBack(A1))
    assert refusal(script, HandBack(A1)) is Refusal.NOT_COVERED


def test_two_students_may_hold_one_seat():
    """A mirror pair: the last submission before the close counts; each is named by its move."""
    script = a_group().opens().do(TakeSeat(A1, "P99"))
    first, second = script.state.seats[A1].holders
    assert second == "P99"
    script.seat(A1, StateBelief(20), by=(first,)).seat(A1, StateBelief(80), by=(second,))
    assert script.state.round.before[A1].belief == 80
    assert script.state.round.before[A1].by == (second,)
    assert seat_view(script.state, A1).mirrored
    assert not seat_view(script.state, A2).mirrored


def test_taking_the_same_seat_twice_changes_nothing():
    """A page that is sent again seats nobody twice."""
    script = a_group().opens().do(TakeSeat(A1, "P99"))
    log = list(script.log)
    assert script.do(TakeSeat(A1, "P99")).log == log


def test_a_covered_seat_that_is_taken_is_covered_no_more():
    """A late joiner moves at once for the seat whose student has gone."""
    script = a_group().opens().do(CoverSeat(A1, "maximiser")).do(TakeSeat(A1, "P99"))
    assert script.state.seats[A1].strategy is None
    assert len(script.state.seats[A1].holders) == 2


def test_a_bot_dealt_to_an_empty_seat_gives_way_to_a_late_joiner():
    """One student alone has a bot for an ally (n would be 0); the next student takes its place."""
    script = a_group(1)
    assert script.state.seats[A1].bot == "maximiser"
    script.do(TakeSeat(A1, "P99")).opens()
    assert script.state.seats[A1].strategy is None
    assert script.state.seats[A1].holders == ("P99",)
    assert not public_view(script.state).allies[0].bot
    script.seat(A1, StateBelief(60))
    assert script.state.round.before[A1].source is MoveSource.STUDENT


def test_nobody_takes_the_seat_of_a_scripted_patron():
    """Nor covers it, nor hands it back: it is no student's."""
    script = a_group(design=Design.D2_LOTTERY).opens()
    commands = (TakeSeat(PATRON, "P99"), CoverSeat(PATRON, "noisy"), HandBack(PATRON))
    assert {refusal(script, command) for command in commands} == {Refusal.SCRIPTED_SEAT}


def test_a_group_whose_students_have_all_gone_is_played_out_by_bots():
    """No ally left, no patron left: every seat is covered, and every stage closes."""
    script = a_group()
    while script.state.ended is None and len(covers(script)) < 3:
        script.opens()
        if script.state.open:
            script.do(TIME_UP)
    assert {seat for seat, _, _ in covers(script)} == {PATRON, A1, A2}


def test_a_stage_that_everybody_closed_has_no_missed_seat():
    """`missed` names those who owed an input and gave none."""
    script = a_group().opens().bots_move()
    assert [e.missed for e in script.log if isinstance(e, StageClosed)] == [()]
    misses(script.at(1, Stage.RESPONSE), A2)
    assert [e for e in script.log if isinstance(e, StageClosed)][-1].missed == (A2,)


def test_who_began_to_answer_is_slow_and_not_absent():
    """Screen A in time, screen B not: the default is played, and no time-out counted."""
    script = misses(a_group().opens(), A1).at(1, Stage.RESPONSE)
    script.seat(A1, StateAppraisal(1, 2, 3)).do(TIME_UP)
    assert script.state.round.responses[A1].source is MoveSource.TIMEOUT
    assert script.state.seats[A1].missed == 0
    assert A1 not in {seat for seat, _, _ in covers(script)}


def test_reading_stages_owe_nothing():
    """Not being ready is no time-out."""
    script = a_group().at(1, Stage.CONSULTATION).seat(A1, DeclareReady()).do(TIME_UP)
    assert all(held.missed == 0 for held in script.state.seats.values())
