"""A student's command: read, bound to the student's own seat, decided, committed, answered."""

from collections.abc import Mapping

from game.classroom.classroom import Classroom
from game.classroom.live import LiveSession
from game.core.commands import FromSeat
from game.core.reading import Malformed, parse
from game.core.vocabulary import MoveSource, ParticipantId, Refusal, Refused, SeatId

LONGEST_ID = 64


def act(
    room: Classroom, live: LiveSession, participant: ParticipantId, message: Mapping[str, object]
) -> None:
    """Obey `{"id", "name", "round", "stage", "args"}`; the seat is the participant's, always.

    Returning means that the events are durable. The same `id` again changes nothing.

    Raises:
        Malformed: the message cannot be read.
        Refused: the rules do not allow it.
    """
    command_id = read_id(message)
    round_number, stage, command = parse(message)
    place = live.seats.get(participant)
    if place is None:
        raise Refused(Refusal.NOT_STARTED if not live.state.ended else Refusal.GAME_OVER)
    index, seat = place
    if message.get("seat", seat) != seat or message.get("who", participant) != participant:
        raise Refused(Refusal.NOT_YOUR_SEAT, seat=seat)
    sent = FromSeat(seat, round_number, stage, command, MoveSource.STUDENT, by=(participant,))
    known = command_id and f"{participant}:{command_id}"
    with live.turns[participant]:
        if not _obeyed_elsewhere(live, index, known):
            room.order_group(live, index, sent, known)


def _obeyed_elsewhere(live: LiveSession, index: int, known: str | None) -> bool:
    """Whether another group has this very command: its sender sat there when it was sent."""
    others = (group for place, group in enumerate(live.groups) if place != index)
    return bool(known) and any(known in group.seen for group in others)


def act_for(
    room: Classroom, live: LiveSession, index: int, seat: SeatId, message: Mapping[str, object]
) -> None:
    """The instructor enters a move for a student: on paper, say. The row says so.

    Raises:
        Malformed: the message cannot be read.
        Refused: the rules do not allow it.
    """
    command_id = read_id(message)
    round_number, stage, command = parse(message)
    sent = FromSeat(seat, round_number, stage, command, MoveSource.INSTRUCTOR)
    room.order_group(live, index, sent, command_id and f"{seat}:{command_id}")


def read_id(message: Mapping[str, object]) -> str | None:
    """The client-made id, if there is one."""
    command_id = message.get("id")
    if command_id is None or command_id == "":
        return None
    if not isinstance(command_id, str) or len(command_id) > LONGEST_ID or not _plain(command_id):
        raise Malformed("id", f"text of at most {LONGEST_ID} plain characters")
    return command_id


def _plain(command_id: str) -> bool:
    return command_id.isascii() and command_id.isprintable()
