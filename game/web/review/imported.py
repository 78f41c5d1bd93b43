"""A zip as a session on the shelf: what is known of it, and its log, read when somebody looks.

The file is a stranger's. What stands in an address is held against our own shapes before it is
kept; all else reaches pages as text.
"""

import json
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.analysis.export.reading import WRONG, ReadSession, read_session
from game.analysis.export.unpacking import NoExport
from game.analysis.sessionlog import SessionLog
from game.classroom.imports import Imported, Imports
from game.classroom.roster import tidy
from game.core.events import (
    CableSent,
    CommuniquePublished,
    Event,
    ResponseSealed,
    SeatOpened,
    SeatTaken,
)
from game.core.vocabulary import ALLY_SEATS, PATRON, RULES_VERSION, Design, ParticipantId, SessionId
from game.log.codec import build, canonical, plain
from game.web.apart import apart
from game.web.instructor_pages import Chosen
from game.web.review.volumes import Volume
from game.web.wording.choosing import FACTORS
from game.web.wording.imports import NOT_IN_FILE

if TYPE_CHECKING:
    from game.analysis.verifying import Verification

MOST_OPEN = 4  # logs
MOST_GROUPS = 400
LONGEST_TITLE = 80
A_DAY = 24 * 60 * 60 * 1000
RESERVED = frozenset({"archive", "enter", "leave", "library", "link", "new", "room"})
SEATS = frozenset({PATRON, *ALLY_SEATS})


@dataclass(frozen=True, slots=True)
class Facts:
    """What the library lists of an imported session, and what was said when it came."""

    scenario: str  # its title
    scenario_id: str
    design: str
    design_words: str
    students: int
    groups: tuple[int, ...]
    simulated: bool
    completed: bool
    texts: bool
    research: bool
    engine_version: str
    fingerprint: str | None
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brought:
    """A zip that was read, and can be kept."""

    session: SessionId
    title: str
    played_at: int
    facts: Facts
    checked: "Verification"

    @property
    def written(self) -> str:
        """The facts as they are kept."""
        return canonical(plain(self.facts))


def brought(data: bytes, now: int) -> Brought:
    """What is in this zip.

    Raises:
        NoExport: the message says why it cannot be read.
    """
    from game.analysis.verifying import verify

    read = read_session(data)
    _guard(read.log, now)
    _guard_play(read.log)
    return Brought(read.log.session, _title(read), read.log.created_at, _facts(read), verify(data))


def _title(read: ReadSession) -> str:
    return tidy(read.title)[:LONGEST_TITLE].strip() or f"Session {read.log.session}"


def _guard(log: SessionLog, now: int) -> None:
    """What stands in addresses and dates is what it would be had it been played here."""
    if log.session in RESERVED:
        raise NoExport("its session has a name that no session has")
    if not 0 < len(log.groups) <= MOST_GROUPS:
        raise NoExport("no group is in it, or more than in any class")
    numbers = [group.opened.number for group in log.groups]
    if len(set(numbers)) != len(numbers) or not all(0 < one < 1000 for one in numbers):
        raise NoExport("its groups have no numbers, or the same")
    seats = {setup.seat for group in log.groups for setup in group.opened.seats}
    seats |= {e.seat for g in log.groups for e in g.events if isinstance(e, SeatOpened)}
    if not seats <= SEATS:
        raise NoExport("it has seats that no group has")
    times = [log.created_at, log.assigned_at]
    times += [event.at for group in log.groups for event in group.events]
    times += [one.at for one in log.predictions] + [one.at for one in log.recognitions]
    times += [one.coded_at for one in log.codings]
    if not 0 <= min(times) <= max(times) <= now + A_DAY:
        raise NoExport("its day is before 1970, or is yet to come")


def _guard_play(log: SessionLog) -> None:
    """Every page shows what the rules would take; a log that they would not is for verifying."""
    from game.analysis.verifying.replays import misplayed, rules_known

    if not all(1 <= group.opened.rules_version <= RULES_VERSION for group in log.groups):
        raise NoExport("it was played by rules that this version does not know")
    if not rules_known(log):
        return
    try:
        wrong = next(misplayed(log), None)
    except WRONG as fault:
        raise NoExport("its log holds what no game could") from fault
    if wrong:
        raise NoExport(f"its log holds what no game could: {wrong.sentence}")


def _facts(read: ReadSession) -> Facts:
    log, first = read.log, read.log.groups[0].opened
    return Facts(
        scenario=log.scenario.title,
        scenario_id=log.scenario.id,
        design=first.design.value,
        design_words=_design(log),
        students=len(_students(log)),
        groups=tuple(sorted(group.opened.number for group in log.groups)),
        simulated=read.facts.simulated or any(g.opened.simulated for g in log.groups),
        completed=log.completed,
        texts=read.facts.texts,
        research=read.facts.research,
        engine_version=read.facts.engine_version,
        fingerprint=read.facts.fingerprint,
        warnings=read.warnings,
    )


def _design(log: SessionLog) -> str:
    """In words; between groups also what is compared."""
    arms: dict[str, dict[str, None]] = {}
    for group in log.groups:
        for factor, level in group.opened.arm:
            if factor in FACTORS:
                arms.setdefault(factor, {})[level] = None
    design = log.groups[0].opened.design
    factors = tuple((name, tuple(levels)) for name, levels in arms.items() if len(levels) > 1)
    return Chosen(design, log.group_size, factors if design is Design.D1 else ()).words


def _students(log: SessionLog) -> set[ParticipantId]:
    held = {who for g in log.groups for setup in g.opened.seats for who in setup.holders}
    for group in log.groups:
        for event in group.events:
            if isinstance(event, (SeatTaken, SeatOpened)):
                held.add(event.participant)
    return held


def imported_volume(kept: Imported) -> Volume:
    """It as the library lists it; nothing goes on in it."""
    facts = facts_of(kept)
    return Volume(
        session=kept.session,
        title=kept.title,
        code="",
        created_at=kept.played_at,
        scenario=facts.scenario,
        scenario_id=facts.scenario_id,
        design=facts.design,
        design_words=facts.design_words,
        students=facts.students,
        groups=facts.groups,
        over=True,
        simulated=facts.simulated,
        imported=True,
        texts=facts.texts,
    )


def facts_of(kept: Imported) -> Facts:
    """What was known of it when it came."""
    facts: Facts = build(Facts, json.loads(kept.facts))
    return facts


def with_gaps(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events of a file without texts, as they are read: where a text was, it says so."""
    return tuple(map(_with_gap, events))


def _with_gap(event: Event) -> Event:
    match event:
        case CableSent() | CommuniquePublished():
            return replace(event, text=NOT_IN_FILE)
        case ResponseSealed():
            return replace(event, reason=NOT_IN_FILE)
        case _:
            return event


class Unpacked:
    """The logs of imported sessions that were looked at last."""

    def __init__(self, imports: Imports) -> None:
        self._imports = imports
        self._logs: OrderedDict[str, SessionLog] = OrderedDict()

    def log(self, session: str) -> SessionLog | None:
        """The log in the zip.

        Raises:
            NoExport: it could be read when it came, and cannot any more.
        """
        kept = self._imports.get(session)
        if kept is None:
            return None
        found = self._logs.get(session) or self._read(kept)
        if found is not None and self._imports.get(session) is kept:  # not removed meanwhile
            self._logs[session] = found
            self._logs.move_to_end(session)
            while len(self._logs) > MOST_OPEN:
                self._logs.popitem(last=False)
        return found

    def forget(self, session: str) -> None:
        """It was removed."""
        self._logs.pop(session, None)

    def _read(self, kept: Imported) -> SessionLog | None:
        data = self._imports.file(kept.session)
        if data is None:
            return None
        read = apart(_tried, data)
        if isinstance(read, NoExport):
            raise read
        return replace(read.log, imported=True)


def _tried(data: bytes) -> ReadSession | NoExport:
    """In a thread of its own, where gevent would print what is raised."""
    try:
        return read_session(data)
    except NoExport as fault:
        return fault
