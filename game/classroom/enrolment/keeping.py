"""The class list of a session: put in, bound to who is here, told to who asks."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from game.classroom.classroom import Classroom
from game.classroom.conducting import whole_class
from game.classroom.enrolment.lines import Enrolled, replacing, with_holder
from game.classroom.enrolment.matching import by_name, carried_over, shown_name
from game.classroom.enrolment.present import bound
from game.classroom.live import LiveSession
from game.classroom.own_time import give_own_time
from game.classroom.roster import renaming
from game.core.vocabulary import ParticipantId
from game.log.store import together


def enrol(room: Classroom, live: LiveSession, lines: Sequence[Enrolled]) -> None:
    """Put this list in the place of the one before; who is here keeps the line, or finds one."""
    with whole_class(live):
        before = bound(room, live)
        here = live.state.participants
        kept = carried_over(lines, room.enrolled(live.id), room.roster(live.id), here)
        written = by_name(kept)
        names = {
            line.participant: shown_name(line, written)
            for line in kept
            if line.participant and line.participant not in before
        }
        _store(room, live, kept, names)


def bind(room: Classroom, live: LiveSession, participant: ParticipantId, line: int) -> bool:
    """This guest is the student of this line; whoever held the line is a guest from now on."""
    with whole_class(live):
        lines = room.enrolled(live.id)
        found = next((one for one in lines if one.line == line), None)
        if found is None or participant not in live.state.participants:
            return False
        named = {participant: shown_name(found, by_name(lines))}
        _store(room, live, with_holder(lines, line, participant), named)
        return True


def release(room: Classroom, live: LiveSession, line: int) -> None:
    """Nobody who is here is the student of this line."""
    with whole_class(live):
        _store(room, live, with_holder(room.enrolled(live.id), line, None), {})


def _store(
    room: Classroom,
    live: LiveSession,
    lines: tuple[Enrolled, ...],
    names: Mapping[ParticipantId, str],
) -> None:
    """Write the list, and call people by the names in it."""
    jobs = [renaming(live.id, who, name) for who, name in names.items()]
    room.writer.submit(together(replacing(live.id, lines), *jobs))
    room.keep_enrolled(live.id, lines)
    roster = room.roster(live.id)
    for who, name in names.items():
        roster[who] = replace(roster[who], name=name)
    give_own_time(room, live, names)
    room.tell_list(live)
