"""Who of the list is meant: by name, by student number or by e-mail, exactly or not at all."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from game.classroom.enrolment.folding import folded, names_of
from game.classroom.enrolment.lines import Enrolled
from game.classroom.roster import LONGEST_NAME, Entry, NameRefused, tidy_name
from game.core.vocabulary import ParticipantId

Here = Collection[ParticipantId]


def meant(lines: Iterable[Enrolled], typed: str) -> tuple[Enrolled, ...]:
    """The lines that what was typed can mean."""
    wanted = names_of(typed)
    return tuple(line for line in lines if wanted & _ways(line))


def _ways(line: Enrolled) -> frozenset[str]:
    return names_of(line.name) | {folded(key) for key in line.keys}


def at_the_door(lines: Sequence[Enrolled], typed: str, here: Here) -> Enrolled | None:
    """The line of somebody who comes in; None for a guest.

    Raises:
        NameRefused: the name is several students' (`name_twice`), or the student is here
            (`name_taken`, as for any name that is taken).
    """
    found = meant(lines, typed)
    if len(found) > 1:
        raise NameRefused("name_twice")
    if not found:
        return None
    if found[0].participant in here:
        raise NameRefused("name_taken")
    return found[0]


def shown_name(line: Enrolled, lines: Iterable[Enrolled]) -> str:
    """The name for the instructor's list; of two of one name each with what tells them apart."""
    same = [other for other in lines if names_of(other.name) & names_of(line.name)]
    if len(same) < 2 or not line.keys:
        return line.name
    apart = f" ({line.keys[0]})"
    room = max(1, LONGEST_NAME - len(apart))
    return tidy_name(f"{line.name[:room]}{apart}"[:LONGEST_NAME])


def carried_over(
    new: Sequence[Enrolled],
    old: Sequence[Enrolled],
    roster: Mapping[ParticipantId, Entry],
    here: Here,
) -> tuple[Enrolled, ...]:
    """The new list with those who are here: who had a line keeps it, guests find theirs by name."""
    matched = {line.participant: line for line in old if line.participant in here}
    taken: dict[int, ParticipantId] = {}
    for participant in sorted(here, key=lambda one: one not in matched):
        before = matched.get(participant)
        entry = roster.get(participant)
        found = _again(new, before) if before else _by_name(new, entry.name if entry else "")
        if found is not None:
            taken.setdefault(found.line, participant)
    return tuple(replace(line, participant=taken.get(line.line)) for line in new)


def _again(new: Sequence[Enrolled], before: Enrolled) -> Enrolled | None:
    """The same student in the new list: by what is theirs alone, else by the name."""
    by_key: defaultdict[str, list[Enrolled]] = defaultdict(list)
    for line in new:
        for key in {folded(key) for key in line.keys}:
            by_key[key].append(line)
    for key in before.keys:
        if len(found := by_key[folded(key)]) == 1:
            return found[0]
    return _by_name(new, before.name)


def _by_name(new: Sequence[Enrolled], name: str) -> Enrolled | None:
    found = meant(new, name) if name else ()
    return found[0] if len(found) == 1 else None
