"""Coming back to a seat that a bot holds: without having to move first, and to what is open."""

import pytest

from game.classroom import conducting
from game.classroom.returning import take_back
from game.core.commands import CoverSeat, SealResponse, TakeSeat
from game.core.events import SeatHandedBack
from game.core.vocabulary import Move, MoveSource, ParticipantId, Refusal, Refused, Stage, Stance
from tests.builders import A1, PATRON
from tests.classroom.test_bots_in_class import events
from tests.rooms import Room


@pytest.fixture(params=["timeouts", "instructor"])
def room(request):
    """A bot holds A1 of the only group; who let it does not matter."""
    room = Room().makes(3).begins()
    room.classroom.order_group(room.live, 0, CoverSeat(A1, "maximiser", request.param))
    return room


def back(room, seat=A1):
    """Whoever holds the seat touches the page."""
    return take_back(room.classroom, room.live, room.holder(0, seat))


def test_a_student_who_is_back_holds_the_seat_again(room):
    assert back(room)

    assert room.state().seats[A1].cover is None
    assert not room.view(room.holder(0, A1)).covered
    room.passes(20)
    assert A1 not in room.state().round.before  # no bot moved


def test_being_back_twice_is_said_once(room):
    assert (back(room), back(room)) == (True, False)
    assert len(events(room, 0, SeatHandedBack)) == 1


def test_who_was_never_gone_changes_nothing(room):
    length = room.live.groups[0].position

    assert not back(room, PATRON)
    assert not take_back(room.classroom, room.live, ParticipantId("nobody"))
    assert room.live.groups[0].position == length


def test_the_count_of_missed_stages_begins_anew(room):
    """One more missed stage does not bring the bot back at once."""
    back(room)
    assert room.state().seats[A1].missed == 0


def test_what_the_bot_sealed_stands_until_the_student_seals_again(room):
    """The stage is still open: the student's own decision is the one that counts."""
    room.until(1, Stage.RESPONSE, but=(room.holder(0, A1), room.holder(0, PATRON)))
    room.passes(20)
    assert room.state().round.responses[A1].source is MoveSource.BOT
    assert room.state().open

    assert back(room)

    assert "seal_response" in room.view(room.holder(0, A1)).may
    room.sends(room.holder(0, A1), SealResponse(Move.BUILD_ARMS, Stance.SILENT, 0, False, ""))
    sealed = room.state().round.responses[A1]
    assert (sealed.source, sealed.move) == (MoveSource.STUDENT, Move.BUILD_ARMS)


def test_either_of_two_who_share_the_seat_brings_it_back(room):
    other = room.holder(0, PATRON)
    room.classroom.order_group(room.live, 0, CoverSeat(PATRON, "maximiser"))
    room.classroom.order_group(room.live, 0, TakeSeat(PATRON, ParticipantId("late")))
    assert room.state().seats[PATRON].cover is None  # who takes a seat is there
    room.classroom.order_group(room.live, 0, CoverSeat(PATRON, "maximiser"))
    room.live.index_seats()

    assert take_back(room.classroom, room.live, ParticipantId("late"))
    assert other in room.state().seats[PATRON].holders


def test_nobody_comes_back_to_a_game_that_is_over(room):
    conducting.end(room.classroom, room.live)

    assert not back(room)


def test_the_core_says_why_it_would_not(room):
    """What take_back keeps from a student who touches the page twice."""
    from game.core.commands import HandBack

    back(room)
    with pytest.raises(Refused) as refused:
        room.classroom.order_group(room.live, 0, HandBack(A1))
    assert refused.value.code is Refusal.NOT_COVERED
