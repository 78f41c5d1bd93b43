"""Who of the list is meant: by name, by student number or by e-mail, exactly or not at all."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from game.classroom.enrolment.folding import folded, names_of
from game.classroom.enrolment.lines import Enrolled
from game.classroom.roster import LONGEST_NAME, Entry, NameRefused, tidy_name
from game.core.vocabulary import ParticipantId

Here = Collection[ParticipantId]
Index = Mapping[str, Sequence[Enrolled]]


def by_name(lines: Iterable[Enrolled]) -> Index:
    """The lines by every way to write the name."""
    return _index(lines, lambda line: names_of(line.name))


def by_key(lines: Iterable[Enrolled]) -> Index:
    """The lines by what is one student's alone."""
    return _index(lines, lambda line: frozenset(map(folded, line.keys)))


def by_all(lines: Iterable[Enrolled]) -> Index:
    """The lines by whatever may be typed at the door."""
    return _index(lines, lambda line: names_of(line.name) | frozenset(map(folded, line.keys)))


def _index(lines: Iterable[Enrolled], ways: Callable[[Enrolled], frozenset[str]]) -> Index:
    found: defaultdict[str, list[Enrolled]] = defaultdict(list)
    for line in lines:
        for way in ways(line):
            found[way].append(line)
    return found


def meant(index: Index, typed: str) -> tuple[Enrolled, ...]:
    """The lines that what was typed can mean."""
    found = (line for way in names_of(typed) for line in index.get(way, ()))
    return tuple({line.line: line for line in found}.values())


def at_the_door(lines: Sequence[Enrolled], typed: str, here: Here) -> Enrolled | None:
    """The line of somebody who comes in; None for a guest.

    Raises:
        NameRefused: the name is several students' (`name_twice`), or the student is here
            (`name_taken`, as for any name that is taken).
    """
    found = meant(by_all(lines), typed)
    if len(found) > 1:
        raise NameRefused("name_twice")
    if not found:
        return None
    if found[0].participant in here:
        raise NameRefused("name_taken")
    return found[0]


def shown_name(line: Enrolled, names: Index) -> str:
    """The name for the instructor's list; of two of one name each with what tells them apart.
    `names` is the list by name."""
    if len(meant(names, line.name)) < 2 or not line.keys:
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
    keys, everything = by_key(new), by_all(new)
    taken: dict[int, ParticipantId] = {}
    for participant in sorted(here, key=lambda one: one not in matched):
        before, entry = matched.get(participant), roster.get(participant)
        found = _by_key(keys, before) if before else None
        name = before.name if before else entry.name if entry else ""
        found = found or _alone(meant(everything, name))
        if found is not None:
            taken.setdefault(found.line, participant)
    return tuple(replace(line, participant=taken.get(line.line)) for line in new)


def _by_key(keys: Index, before: Enrolled) -> Enrolled | None:
    """The same student in the new list, by what is theirs alone."""
    found = (_alone(keys.get(folded(key), ())) for key in before.keys)
    return next((line for line in found if line), None)


def _alone(found: Sequence[Enrolled]) -> Enrolled | None:
    return found[0] if len(found) == 1 else None
