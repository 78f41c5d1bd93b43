"""A class in which everything happens that can happen to a seat."""

from game.classroom import conducting, placing, seats, undoing
from game.core.commands import PublishCommunique, PutIn, SendCable
from game.core.pledges import Asked, Code
from game.core.vocabulary import PATRON, Design, SeatId, Stage
from tests.rooms import Room
from tests.web.archive_desk import PINNED

A1, A2 = SeatId("A1"), SeatId("A2")
CLASS = {"design": Design.D2_CARDS, "cut": "full", "predictions": False, **PINNED}


def talks(room):
    """Cables, words to all, a promise and a request; every one in its own packet."""
    patron, ally, other = (room.holder(0, seat) for seat in (PATRON, A1, A2))
    room.sends(patron, SendCable(A1, "We shall stay, <b>whatever</b> comes & goes."))
    room.sends(ally, SendCable(PATRON, "You said so last year."))
    room.sends(patron, PutIn(A1, Asked(Code.PROMISE_TO_COME), False))
    room.sends(patron, PutIn(A2, Asked(Code.PROMISE_GARRISON, 1), True))
    room.sends(other, PutIn(PATRON, Asked(Code.ASK_TO_COME), False))
    room.sends(other, PublishCommunique("All of us hope for peace."))


def first_round(room):
    """Extra time, a pause, more time, a closing undone."""
    classroom = room.classroom
    seats.give_extra_time(classroom, room.live, 0, A2, 50)
    room.until(1, Stage.CONSULTATION)
    talks(room)
    conducting.pause(classroom, room.live)
    room.clock += 60_000
    conducting.resume(classroom, room.live)
    room.until(1, Stage.RESPONSE)
    conducting.extend_stage(classroom, room.live)
    missing = room.holder(0, A1)
    room.everybody_moves(but=(missing,))
    conducting.close_stage(classroom, room.live)
    undoing.undo_closing(classroom, room.live)
    room.moves(missing)


def second_round(room):
    """A latecomer's seat; a bot for a while; a stage that had opened is taken back."""
    room.joins(1)
    room.until(2, Stage.DISPATCH)
    away = room.holder(0, A1)
    seats.cover_seat(room.classroom, room.live, 0, A1)
    room.until(2, Stage.COMMITMENT, but=(away,))
    seats.hand_back(room.classroom, room.live, 0, A1)
    conducting.close_stage(room.classroom, room.live)
    room.until(2, Stage.RESPONSE)
    undoing.undo_closing(room.classroom, room.live)
    room.until(2, Stage.RESPONSE)


def third_round(room):
    """Somebody is taken off the list and let in again; the end is undone, and comes."""
    room.until(3, Stage.RESPONSE)
    gone = room.holder(1, A2)
    placing.remove(room.classroom, room.live, gone)
    placing.readmit(room.classroom, room.live, gone)
    conducting.end(room.classroom, room.live)
    room.clock += 60_000
    undoing.reopen(room.classroom, room.live)
    conducting.resume(room.classroom, room.live)
    room.until(4, Stage.CONSULTATION)
    conducting.end(room.classroom, room.live)


HAPPENS = {
    "GroupOpened", "StageOpened", "BeliefStated", "CableSent", "CommuniquePublished",
    "PutInWriting", "ReadyDeclared", "ForcesCommitted", "AppraisalStated", "ResponseSealed",
    "OrdersSealed", "ResponsesRevealed", "StageClosed", "CrisisStruck", "RoundReckoned",
    "ClockShifted", "GameEnded", "GameReopened", "StageExtended", "GamePaused", "GameResumed",
    "ClosingUndone", "OpeningUndone", "SeatTaken", "SeatLeft", "SeatCovered", "SeatHandedBack",
    "SeatOpened", "ExtraTimeGiven",
}  # fmt: skip


def begins(room):
    """Dealt, with a pair at one seat, and played."""
    conducting.deal_seats(room.classroom, room.live)
    placing.seat_beside(room.classroom, room.live, room.holder(1, A1), (1, A2))
    conducting.begin(room.classroom, room.live)
    first_round(room)
    second_round(room)


def ends(room):
    """After the server was stopped and started again."""
    third_round(room)


def new_class(students=6):
    """In its lobby."""
    return Room().makes(students, **CLASS)
