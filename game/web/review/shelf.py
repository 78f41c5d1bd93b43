"""Every session that can be reviewed, and its groups at every position, kept while they are read.

Streams only grow: a replay that is kept is brought up to date by the rows after its last one.
"""

from collections import OrderedDict
from collections.abc import Callable
from typing import TypeVar

from game.analysis.replaying import Moments, Replay, moments
from game.analysis.sessionlog import SessionLog
from game.classroom.classroom import Classroom
from game.classroom.imports import Imported, Imports
from game.classroom.live import LiveSession
from game.core.events import Event
from game.core.scenario import Scenario
from game.core.vocabulary import GroupId
from game.log.codec import Unreadable
from game.log.store import Row
from game.log.streams import GROUP_CODEC
from game.web.apart import apart
from game.web.review.imported import Unpacked, facts_of, imported_volume, with_gaps
from game.web.review.volumes import Volume, own_volume
from game.web.session_log import session_log

T = TypeVar("T")
MOST_KEPT = 60_000  # positions of all groups together: about a hundred megabytes
Key = tuple[str, int]  # session, number of the group: names of streams are a stranger's in a zip


class Shelf:
    """The sessions of one server, own and imported, for those who read them."""

    def __init__(self, room: Classroom, imports: Imports) -> None:
        self._room = room
        self._imports = imports
        self._unpacked = Unpacked(imports)
        self._replays: OrderedDict[Key, Replay] = OrderedDict()
        self._moments: dict[Key, tuple[Replay, Moments]] = {}

    def volumes(self) -> list[Volume]:
        """All that were dealt, newest first."""
        own = [own_volume(live) for live in self._room.sessions() if live.state.groups]
        others = [imported_volume(one) for one in self._imports.all()]
        return sorted([*own, *others], key=lambda volume: -volume.created_at)

    def volume(self, session: str) -> Volume | None:
        """One of them."""
        if kept := self._imports.get(session):
            return imported_volume(kept)
        live = self._room.listed(session)
        return own_volume(live) if live and live.state.groups else None

    def scenario(self, session: str) -> Scenario | None:
        """What it was played with."""
        if self._imports.get(session):
            log = self._unpacked.log(session)
            return log.scenario if log else None
        live = self._room.listed(session)
        return live.scenario if live else None

    def log(self, session: str) -> SessionLog | None:
        """The whole session, with nothing that names a person."""
        if self._imports.get(session):
            return self._unpacked.log(session)
        live = self._room.listed(session)
        return self.readable(live, lambda: session_log(self._room, live)) if live else None

    def replay(self, session: str, group: int) -> Replay | None:
        """The group of this number, from its first event to its newest."""
        if imported := self._imports.get(session):
            return self._replay_unpacked(imported, group)
        live = self._room.listed(session)
        if live is None or not 1 <= group <= len(live.state.groups):
            return None
        stream, key = live.state.groups[group - 1], (session, group)
        kept = self._replays.get(key)
        if kept and kept.opened.group != stream:  # the deal was taken back, and done anew
            kept = None
        rows = self._rows(stream, kept.last if kept else 0)
        grown = kept
        if kept is None or rows:
            grown = self.readable(live, lambda: apart(_grown, live.scenario, kept, rows))
        if grown is None or self._room.listed(session) is not live:  # erased meanwhile
            return None
        return self._keep(key, grown)

    def readable(self, live: LiveSession, read: Callable[[], T]) -> T | None:
        """What is read of it; or None, and it is set aside as what this version cannot read."""
        try:
            return read()
        except Unreadable:
            self._room.session(live.id)
            return None

    def _replay_unpacked(self, imported: Imported, group: int) -> Replay | None:
        session, texts = imported.session, facts_of(imported).texts
        key = (session, group)
        if kept := self._replays.get(key):
            return self._keep(key, kept)
        log = self._unpacked.log(session)
        found = next((g for g in log.groups if g.opened.number == group), None) if log else None
        if log is None or found is None:
            return None
        events = found.events if texts else with_gaps(found.events)
        replay = apart(Replay.of, log.scenario, events)
        here = self._imports.get(session) is imported  # and not removed meanwhile
        return self._keep(key, replay) if here else replay

    def moments(self, session: str, group: int) -> Moments | None:
        """Where to stop in this group."""
        replay = self.replay(session, group)
        if replay is None:
            return None
        key = (session, group)
        of, found = self._moments.get(key, (None, None))
        if found is None or of is not replay:
            found = moments(replay)
            if self._replays.get(key) is replay:
                self._moments[key] = (replay, found)
        return found

    def forget(self, session: str) -> None:
        """It was erased, or an imported one was removed."""
        self._unpacked.forget(session)
        for key in [key for key in self._replays if key[0] == session]:
            del self._replays[key]
            self._moments.pop(key, None)

    # ------------------------------------------------------------------ what the room tells

    def group_changed(self, session: LiveSession, index: int) -> None:
        """A stream that has grown is read on when somebody looks."""

    def list_changed(self, session: LiveSession) -> None:
        """Who comes in is no matter of the game."""

    def session_changed(self, session: LiveSession) -> None:
        """What was erased, or whose deal was taken back, is not kept."""
        here = self._room.made_here(session.id)
        if not here or len(session.state.groups) < max(self._numbers(session.id), default=0):
            self.forget(session.id)

    def _numbers(self, session: str) -> list[int]:
        return [number for named, number in self._replays if named == session]

    def _rows(self, group: GroupId, after: int) -> list[Row]:
        return self._room.writer.read(lambda store: store.read(group, after))

    def _keep(self, key: Key, replay: Replay) -> Replay:
        self._replays[key] = replay
        self._replays.move_to_end(key)
        while (
            len(self._replays) > 1 and sum(one.last for one in self._replays.values()) > MOST_KEPT
        ):
            old, _ = self._replays.popitem(last=False)
            self._moments.pop(old, None)
        return replay

    def _positions(self) -> int:
        return sum(one.last for one in self._replays.values())


def _grown(scenario: Scenario, kept: Replay | None, rows: list[Row]) -> Replay:
    events: list[Event] = [
        GROUP_CODEC.decode(row.kind, row.version, row.body)  # type: ignore[misc]
        for row in rows
    ]
    return kept.with_more(events) if kept else Replay.of(scenario, events)
