"""Coming in, coming back, coming late. A student is a pseudonym with a line in the roster."""

from dataclasses import replace

from game.classroom.classroom import Classroom
from game.classroom.codes import pseudonym, return_number
from game.classroom.enrolment.lines import taking, with_holder
from game.classroom.enrolment.matching import at_the_door, by_name, shown_name
from game.classroom.live import LiveSession
from game.classroom.roster import (
    Entry,
    NameRefused,
    adding,
    consenting,
    guard_unique,
    renaming,
    tidy_name,
)
from game.classroom.session.events import ParticipantJoined
from game.core.vocabulary import ParticipantId
from game.log.store import Append, together

MOST_PARTICIPANTS = 1500


def join(room: Classroom, live: LiveSession, typed_name: str) -> Entry:
    """Take a place in the session under this name, or as whom of the class list it names.

    Raises:
        NameRefused: with the code of the sentence to show; nothing was written.
    """
    name = tidy_name(typed_name)
    with live.lock:
        roster = room.roster(live.id)
        if live.state.ended:
            raise NameRefused("session_over")
        if len(live.state.participants) >= MOST_PARTICIPANTS:
            raise NameRefused("session_full", most=MOST_PARTICIPANTS)
        here = set(live.state.participants)  # who was taken off the list frees the name
        lines = room.enrolled(live.id)
        line = at_the_door(lines, name, here)
        if line is None:
            guard_unique(name, {who: entry for who, entry in roster.items() if who in here})
        entry = _entry(room, shown_name(line, by_name(lines)) if line else name, roster)
        joined = (ParticipantJoined(entry.joined_at, entry.participant),)
        taken = (taking(live.id, line.line, entry.participant),) if line else ()
        room.writer.submit(Append(live.rows(joined), together(adding(live.id, entry), *taken)))
        roster[entry.participant] = entry
        if line:
            room.keep_enrolled(live.id, with_holder(lines, line.line, entry.participant))
        live.absorb(joined)
    room.tell_list(live)
    return entry


def _entry(room: Classroom, name: str, roster: dict[ParticipantId, Entry]) -> Entry:
    numbers = {entry.return_number for entry in roster.values()}
    return Entry(
        participant=ParticipantId(pseudonym(roster)),
        name=name,
        return_number=return_number(numbers),
        consent=None,
        joined_at=room.now(),
    )


def come_back(room: Classroom, live: LiveSession, number: str) -> Entry | None:
    """The participant with this return number, or None."""
    wanted = "".join(sign for sign in number if sign.isdigit())
    for entry in room.roster(live.id).values():
        if (
            wanted
            and entry.return_number == wanted
            and entry.participant in live.state.participants
        ):
            return entry
    return None


def answer_consent(
    room: Classroom, live: LiveSession, participant: ParticipantId, agreed: bool
) -> None:
    """Note whether the moves may be used for research."""
    roster = room.roster(live.id)
    room.writer.submit(consenting(live.id, participant, agreed))
    roster[participant] = replace(roster[participant], consent=agreed)


def rename(room: Classroom, live: LiveSession, participant: ParticipantId, typed_name: str) -> None:
    """Put another name on the instructor's list; the log never held the old one.

    Raises:
        NameRefused: with the code of the sentence to show; nothing was written.
    """
    name = tidy_name(typed_name)
    with live.lock:
        roster = room.roster(live.id)
        if participant not in roster:
            return
        others = set(live.state.participants) - {participant}
        guard_unique(name, {who: entry for who, entry in roster.items() if who in others})
        room.writer.submit(renaming(live.id, participant, name))
        roster[participant] = replace(roster[participant], name=name)
    room.tell_list(live)
