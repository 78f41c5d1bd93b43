"""Everything that was written in every session, ready to be searched: kept in memory, folded.

It is built when somebody first searches a session, and read on when its streams have grown.
"""

import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import gevent

from game.analysis.export.unpacking import NoExport
from game.classroom.classroom import Classroom
from game.classroom.imports import Imported, Imports
from game.classroom.live import LiveSession
from game.classroom.notes import Note
from game.core.events import Event
from game.core.scenario import Scenario
from game.log.finding import rows_of_kinds
from game.log.store import Row
from game.log.streams import GROUP_CODEC
from game.web.apart import apart
from game.web.review.hits import noted
from game.web.review.said import NEEDED, Said, Thread
from game.web.review.shelf import Shelf

log = logging.getLogger("game")
Threads = dict[str, Thread]  # by stream


@dataclass(slots=True)
class Index:
    """The texts of one session. `seen`: how many changes had been told when it was read; `fresh`:
    nothing has been written since."""

    threads: Threads = field(default_factory=dict)
    fresh: bool = False
    seen: int = 0

    @property
    def said(self) -> list[Said]:
        """All of them, by group and position."""
        ordered = sorted(self.threads.values(), key=lambda thread: thread.group)
        return [one for thread in ordered for one in thread.said]


class Finder:
    """The indexes of one server's sessions."""

    def __init__(self, room: Classroom, imports: Imports, shelf: Shelf) -> None:
        self._room = room
        self._imports = imports
        self._shelf = shelf
        self._indexes: dict[str, Index] = {}
        self._noted: dict[str, Mapping[Note, Said]] = {}
        self._changes: Counter[str] = Counter()
        self._warming = False

    def said(self, session: str) -> Sequence[Said]:
        """All texts of a session; none of one that is not there, or cannot be read any more."""
        index = self._indexes.get(session)
        if index is None or not index.fresh:
            index = self._read_on(session, index)
        return index.said if index else ()

    def noted(self, session: str, notes: Sequence[Note]) -> Sequence[Said]:
        """The notes of a session as texts; only what was written since is folded."""
        kept = self._noted.get(session, {})
        new = [note for note in notes if note not in kept]
        if new:
            kept = {**kept, **dict(zip(new, apart(noted, new), strict=True))}
        found = {note: kept[note] for note in notes}
        self._noted[session] = found  # of what was changed or removed nothing stays
        return tuple(found.values())

    def warm(self, sessions: Sequence[str]) -> None:
        """Read these beside whatever else happens: somebody is about to search."""
        if not self._warming and any(session not in self._indexes for session in sessions):
            self._warming = True
            gevent.spawn(self._warm, sessions)

    def _warm(self, sessions: Sequence[str]) -> None:
        try:
            for session in sessions:
                self.said(session)
        except Exception:
            log.exception("what was written could not be read for the search")
        finally:
            self._warming = False

    def _read_on(self, session: str, index: Index | None) -> Index | None:
        if imported := self._imports.get(session):
            return self._unpacked(imported)
        live = self._room.listed(session)
        if live is None:
            return None
        streams = live.state.groups
        if index is None or not index.threads.keys() <= set(streams):  # the deal was taken back
            index = Index()
        known: Threads = {
            str(stream): index.threads.get(stream) or Thread(live.scenario, number)
            for number, stream in enumerate(streams, start=1)
        }
        after = {stream: thread.last for stream, thread in known.items()}
        seen = self._changes[session]
        rows = self._room.writer.read(lambda store: rows_of_kinds(store, after, NEEDED))
        grown = self._shelf.readable(live, lambda: apart(_grown, known, rows))
        return self._keep(live, Index(grown, seen=seen)) if grown is not None else None

    def _keep(self, live: LiveSession, index: Index) -> Index | None:
        """What was read, unless it was erased meanwhile, or somebody has read further."""
        if self._room.listed(live.id) is not live:
            return None
        index.fresh = index.seen == self._changes[live.id]
        kept = self._indexes.get(live.id)
        if kept is None or kept.seen <= index.seen:
            self._indexes[live.id] = index
        return index

    def _unpacked(self, imported: Imported) -> Index | None:
        session = imported.session
        try:
            read = self._shelf.log(session)
        except NoExport:
            return None
        if read is None:
            return None
        groups = [(group.opened.number, group.events) for group in read.groups]
        index = Index(apart(_whole, read.scenario, groups), fresh=True)
        if self._imports.get(session) is imported:  # and not removed meanwhile
            self._indexes[session] = index
        return index

    def forget(self, session: str) -> None:
        """It was erased, or removed."""
        self._indexes.pop(session, None)
        self._noted.pop(session, None)

    # ------------------------------------------------------------------ what the room tells

    def group_changed(self, session: LiveSession, index: int) -> None:
        """A stream has grown: it is read on when somebody searches."""
        self._changes[session.id] += 1
        if found := self._indexes.get(session.id):
            found.fresh = False

    def list_changed(self, session: LiveSession) -> None:
        """Who comes in writes nothing yet."""

    def session_changed(self, session: LiveSession) -> None:
        """Any of its streams may have grown; or it is no more."""
        if not self._room.made_here(session.id) and not self._imports.get(session.id):
            self.forget(session.id)
        self.group_changed(session, 0)  # what is being read just now is stale too


def _grown(threads: Threads, rows: list[Row]) -> Threads:
    """The threads read on, as others: who searches meanwhile reads the ones before."""
    grown = {
        stream: Thread(
            one.scenario, one.group, one.last, [*one.said], {**one.countries}, [*one.places]
        )
        for stream, one in threads.items()
    }
    for row in rows:
        grown[row.stream].read([(row.position, _event(row))])
    return grown


def _event(row: Row) -> Event:
    event: Event = GROUP_CODEC.decode(row.kind, row.version, row.body)  # type: ignore[assignment]
    return event


def _whole(scenario: Scenario, groups: list[tuple[int, tuple[Event, ...]]]) -> Threads:
    threads = {}
    for number, events in groups:
        thread = Thread(scenario, number)
        thread.read(enumerate(events, start=1))
        threads[str(number)] = thread
    return threads
