"""Every session that can be reviewed, and its groups at every position, kept while they are read.

Streams only grow: a replay that is kept is brought up to date by the rows after its last one.
"""

from collections import OrderedDict

from game.analysis.replaying import Moments, Replay, moments
from game.analysis.sessionlog import SessionLog
from game.classroom.classroom import Classroom
from game.classroom.live import LiveSession
from game.core.events import Event
from game.core.scenario import Scenario
from game.core.vocabulary import GroupId
from game.log.store import Row
from game.log.streams import GROUP_CODEC
from game.web.apart import apart
from game.web.review.volumes import Volume, own_volume
from game.web.session_log import session_log

MOST_KEPT = 32  # groups


class Shelf:
    """The sessions of one server, for those who read them."""

    def __init__(self, room: Classroom) -> None:
        self._room = room
        self._replays: OrderedDict[GroupId, Replay] = OrderedDict()
        self._moments: dict[GroupId, tuple[int, Moments]] = {}

    def volumes(self) -> list[Volume]:
        """All that were dealt, newest first."""
        return [own_volume(live) for live in self._room.sessions() if live.state.groups]

    def volume(self, session: str) -> Volume | None:
        """One of them."""
        live = self._room.session(session)
        return own_volume(live) if live and live.state.groups else None

    def scenario(self, session: str) -> Scenario | None:
        """What it was played with."""
        live = self._room.session(session)
        return live.scenario if live else None

    def log(self, session: str) -> SessionLog | None:
        """The whole session, with nothing that names a person."""
        live = self._room.session(session)
        return session_log(self._room, live) if live else None

    def replay(self, session: str, group: int) -> Replay | None:
        """The group of this number, from its first event to its newest."""
        live = self._room.session(session)
        if live is None or not 1 <= group <= len(live.state.groups):
            return None
        stream = live.state.groups[group - 1]
        kept = self._replays.get(stream)
        rows = self._rows(stream, kept.last if kept else 0)
        if kept is None or rows:
            kept = apart(_grown, live.scenario, kept, rows)
        return self._keep(stream, kept)

    def moments(self, session: str, group: int) -> Moments | None:
        """Where to stop in this group."""
        replay = self.replay(session, group)
        if replay is None:
            return None
        stream = replay.opened.group
        last, found = self._moments.get(stream, (0, None))
        if found is None or last != replay.last:
            found = moments(replay)
            self._moments[stream] = (replay.last, found)
        return found

    # ------------------------------------------------------------------ what the room tells

    def group_changed(self, session: LiveSession, index: int) -> None:
        """A stream that has grown is read on when somebody looks."""

    def list_changed(self, session: LiveSession) -> None:
        """Who comes in is no matter of the game."""

    def session_changed(self, session: LiveSession) -> None:
        """What was erased, or whose deal was taken back, is not kept."""
        gone = {stream for stream in self._replays if stream.startswith(f"{session.id}-")}
        if self._room.made_here(session.id):
            gone -= set(session.state.groups)
        for stream in gone:
            del self._replays[stream]
            self._moments.pop(stream, None)

    def _rows(self, group: GroupId, after: int) -> list[Row]:
        return self._room.writer.read(lambda store: store.read(group, after))

    def _keep(self, stream: GroupId, replay: Replay) -> Replay:
        self._replays[stream] = replay
        self._replays.move_to_end(stream)
        while len(self._replays) > MOST_KEPT:
            old, _ = self._replays.popitem(last=False)
            self._moments.pop(old, None)
        return replay


def _grown(scenario: Scenario, kept: Replay | None, rows: list[Row]) -> Replay:
    events: list[Event] = [
        GROUP_CODEC.decode(row.kind, row.version, row.body)  # type: ignore[misc]
        for row in rows
    ]
    return kept.with_more(events) if kept else Replay.of(scenario, events)
