"""All sessions of one server: found by code, kept in memory, written through one writer."""

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from sqlalchemy import select

from game.classroom.enrolment.lines import Enrolled, read_enrolled
from game.classroom.live import (
    SESSION_CODEC,
    LiveGroup,
    LiveSession,
    stream_of,
)
from game.classroom.roster import Entry, read_roster
from game.classroom.session.events import SessionEvent
from game.classroom.session.state import replay
from game.core.commands import Command
from game.core.events import Event
from game.core.rules import decide
from game.core.scenario import Scenario
from game.core.vocabulary import ParticipantId, Refusal, Refused, SessionId
from game.log import tables
from game.log.codec import Unreadable
from game.log.store import Append, Beside, Conflict, Row, Store, positions
from game.log.writers import Writer

T = TypeVar("T")
TRIES = 5


class Listener(Protocol):
    """Who wants to know that something has been committed."""

    def group_changed(self, session: LiveSession, index: int) -> None:
        """A group's stream has grown."""

    def session_changed(self, session: LiveSession) -> None:
        """The session's own stream has grown, or everything has."""

    def list_changed(self, session: LiveSession) -> None:
        """Somebody came in: no hurry to say so."""


class UnreadableScenario(ValueError):  # noqa: N818  said of a stored file
    """A session's scenario was playable when it was made, and is not for this version."""


class Classroom:
    """The sessions, the writer and the clock. `read_scenario` makes a scenario of its text."""

    def __init__(
        self,
        writer: Writer,
        now: Callable[[], int],
        read_scenario: Callable[[str], Scenario],
    ) -> None:
        self.writer = writer
        self.now = now
        self.listeners: list[Listener] = []
        self._read_scenario = read_scenario
        self._scenarios: dict[str, Scenario] = {}
        self._sessions: dict[SessionId, LiveSession] = {}
        self._rosters: dict[SessionId, dict[ParticipantId, Entry]] = {}
        self._enrolled: dict[SessionId, tuple[Enrolled, ...]] = {}
        self._codes: dict[str, SessionId] = {}
        self.unreadable: dict[str, str] = {}  # why, by join code
        self._lock = threading.RLock()
        self._load()

    # ------------------------------------------------------------------ finding

    def _load(self) -> None:
        rows = self.writer.read(_session_rows)
        self._codes = {code: SessionId(session) for session, code in rows}
        for code, session in self._codes.items():
            try:
                self._sessions[session] = self._read_session(session)
            except (Unreadable, UnreadableScenario) as fault:  # the others go on
                self.unreadable[code] = str(fault)

    def _read_session(self, session: SessionId) -> LiveSession:
        rows = _whole(self._rows(stream_of(session)))
        events = [SESSION_CODEC.decode(row.kind, row.version, row.body) for row in rows]
        state = replay(events)  # type: ignore[arg-type]
        live = LiveSession(state, self.scenario(state.created.scenario), len(rows))
        if state.ended is None:
            self._fold_groups(live)
        return live

    def _rows(self, stream: str, after: int = 0) -> list[Row]:
        return self.writer.read(lambda store: store.read(stream, after))

    def _fold_groups(self, live: LiveSession) -> None:
        for group in live.state.groups[len(live.groups) :]:
            rows = _whole(self._rows(group))
            live.groups.append(LiveGroup.from_rows(live.scenario, rows))
        live.index_seats()

    def scenario(self, digest: str) -> Scenario:
        """The scenario of this hash, as it was when the session was made."""
        if digest not in self._scenarios:
            self._scenarios[digest] = self._read_scenario(self.document(digest))
        return self._scenarios[digest]

    def document(self, digest: str) -> str:
        """The text of a stored file."""
        query = select(tables.documents.c.text).where(tables.documents.c.hash == digest)

        def fetch(store: Store) -> str:
            with store.engine.connect() as connection:
                text = connection.execute(query).scalar()
            if text is None:
                raise UnreadableScenario("a file it was played with is missing")
            return str(text)

        return self.writer.read(fetch)

    def sessions(self) -> list[LiveSession]:
        """All sessions, newest first."""
        made = sorted(self._sessions.values(), key=lambda live: -live.state.created.at)
        return list(made)

    def listed(self, session: str) -> LiveSession | None:
        """The session of this id as it stands in the list: of one that ended before the server
        started, the groups are not folded, which takes a moment."""
        return self._sessions.get(SessionId(session))

    def session(self, session: str) -> LiveSession | None:
        """The session of this id, its groups folded."""
        live = self.listed(session)
        if live and len(live.groups) < len(live.state.groups):
            with live.lock:
                try:
                    self._fold_groups(live)
                except Unreadable as fault:
                    self._set_aside(live, str(fault))
                    return None
        return live

    def _set_aside(self, live: LiveSession, why: str) -> None:
        """A session of long ago turns out to be unreadable: the others go on."""
        self.unreadable[live.state.created.code] = why
        self._sessions.pop(live.id, None)

    def by_code(self, code: str) -> LiveSession | None:
        """The session with this join code."""
        session = self._codes.get(code)
        return self.session(session) if session else None

    def codes(self) -> set[str]:
        """All join codes ever given."""
        return set(self._codes)

    def named(self, code: str) -> SessionId:
        """The session that this join code was given to, readable or not."""
        return self._codes[code]

    def made_here(self, session: str) -> bool:
        """Whether the session is one of this server, readable or not."""
        return session in self._codes.values()

    def add(self, live: LiveSession) -> None:
        """A new session, already committed."""
        with self._lock:
            self._sessions[live.id] = live
            self._codes[live.state.created.code] = live.id
            self._scenarios[live.scenario.hash] = live.scenario

    def roster(self, session: SessionId) -> dict[ParticipantId, Entry]:
        """Names and return numbers, kept in memory; change them only through joining.py."""
        if session not in self._rosters:
            read = self.writer.read(lambda store: read_roster(store, session))
            self._rosters.setdefault(session, read)
        return self._rosters[session]

    def enrolled(self, session: SessionId) -> tuple[Enrolled, ...]:
        """The class list, kept in memory; change it only through enrolment/ and joining.py."""
        if session not in self._enrolled:
            read = self.writer.read(lambda store: read_enrolled(store, session))
            self._enrolled.setdefault(session, read)
        return self._enrolled[session]

    def keep_enrolled(self, session: SessionId, lines: tuple[Enrolled, ...]) -> None:
        """The class list as it has just been stored."""
        self._enrolled[session] = lines

    def forget_names(self, session: SessionId) -> None:
        """The names have been erased."""
        self._rosters.pop(session, None)
        self._enrolled.pop(session, None)

    def discard(self, session: SessionId) -> None:
        """The session has been erased: nobody is in it, and its code leads nowhere."""
        self.forget_names(session)
        if live := self._sessions.pop(session, None):
            live.state = replace(live.state, participants=(), late=())
        for code in [code for code, named in self._codes.items() if named == session]:
            del self._codes[code]
            self.unreadable.pop(code, None)

    # ------------------------------------------------------------------ writing

    def order_group(
        self,
        live: LiveSession,
        index: int,
        command: Command,
        command_id: str | None = None,
    ) -> tuple[Event, ...]:
        """Decide and commit one group's command, then tell; a known `command_id` does nothing.

        Raises:
            Refused: the rules do not allow it; nothing was written.
        """
        if index >= len(live.groups):  # the deal has been undone meanwhile
            raise Refused(Refusal.NOT_STARTED)
        group = live.groups[index]
        with group.lock:
            events = self._retried(live, group, lambda: self._once(group, command, command_id))
        if events:
            self._tell_group(live, index)
        return events

    def _once(
        self, group: LiveGroup, command: Command, command_id: str | None
    ) -> tuple[Event, ...]:
        if command_id and command_id in group.seen:
            return ()
        events = decide(group.state, command, self.now())
        if events:
            self.writer.submit(Append(group.rows(events, command_id)))
            group.absorb(events, command_id)
        return events

    def order_all(
        self,
        live: LiveSession,
        decided: Sequence[tuple[LiveGroup, tuple[Event, ...]]],
        own: Iterable[SessionEvent] = (),
        beside: Beside | None = None,
    ) -> None:
        """Commit what several groups and the session decided, all or none, then tell everybody.

        The caller holds the session's lock and the locks of these groups.
        """
        own = tuple(own)
        rows = live.rows(own)
        for group, events in decided:
            rows += group.rows(events, None)
        if rows:
            self.writer.submit(Append(rows, beside) if beside else Append(rows))
        for group, events in decided:
            group.absorb(events, None)
        live.absorb(own)
        self.tell_session(live)

    def _retried(self, live: LiveSession, group: LiveGroup, attempt: Callable[[], T]) -> T:
        """Run an attempt; when another process appended first, read again and decide again.

        The caller holds this group's lock, and waits for no other: so nobody waits in a ring.
        """
        for _ in range(TRIES - 1):
            try:
                return attempt()
            except Conflict:
                group.catch_up(self._rows(group.group, group.position))
                live.index_seats()
        return attempt()

    # ------------------------------------------------------------------ telling

    def _tell_group(self, live: LiveSession, index: int) -> None:
        for listener in self.listeners:
            listener.group_changed(live, index)

    def tell_session(self, live: LiveSession) -> None:
        """Everything in the session may look different now."""
        for listener in self.listeners:
            listener.session_changed(live)

    def tell_list(self, live: LiveSession) -> None:
        """The list of who is here has changed."""
        for listener in self.listeners:
            listener.list_changed(live)


def _whole(rows: list[Row]) -> list[Row]:
    """The rows of a stream, if none is missing."""
    if not rows or not positions(rows):
        raise Unreadable("events are missing")
    return rows


def _session_rows(store: Store) -> list[tuple[str, str]]:
    query = select(tables.sessions.c.session, tables.sessions.c.code)
    with store.engine.connect() as connection:
        return [(row[0], row[1]) for row in connection.execute(query)]
