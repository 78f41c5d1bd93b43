"""Who is connected, and what each must be told: every audience its own view, never a group.

Changes mark connections; one greenlet renders and sends what is marked, so that ten changes in a
moment cost one rendering. A connection is only sent what its version says it has not seen.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

import gevent
from gevent.event import Event

from game.classroom.live import LiveSession
from game.core.vocabulary import ParticipantId, SessionId

log = logging.getLogger("game")
A_WHILE = 0.3  # seconds: how long the list of who is here may be out of date
BREATHER = 8  # renderings between two looks at what else is waiting


class Client(Protocol):
    """A connected page or program: renders its own view and knows what it has been sent."""

    sid: str

    def message(self, *, whole: bool) -> dict[str, Any] | None:
        """What to send now (`whole`: everything again), or None if nothing changed."""


@dataclass(slots=True)
class Audience:
    """The clients of one session: seats by participant, and those who watch it all."""

    seats: dict[ParticipantId, Client] = field(default_factory=dict)
    watchers: dict[str, Client] = field(default_factory=dict)


class Hub:
    """Keeps the audiences of all sessions and sends them their views."""

    def __init__(self, send: Callable[[str, dict[str, Any]], None]) -> None:
        self._send = send
        self._audiences: dict[SessionId, Audience] = {}
        self._marked: dict[str, tuple[Client, bool]] = {}
        self._later: dict[SessionId, bool] = {}
        self._wake = Event()

    def start(self) -> None:
        """Begin sending."""
        gevent.spawn(self._run)

    def audience(self, session: SessionId) -> Audience:
        """The clients of a session."""
        return self._audiences.setdefault(session, Audience())

    # ------------------------------------------------------------------ coming and going

    def seat_connected(
        self, session: SessionId, participant: ParticipantId, client: Client
    ) -> Client | None:
        """A student's page is here; the one it replaces, if there was one."""
        seats = self.audience(session).seats
        before = seats.get(participant)
        seats[participant] = client
        self.mark(client, whole=True)
        return before if before and before.sid != client.sid else None

    def watcher_connected(self, session: SessionId, client: Client) -> None:
        """A console or a projector is here."""
        self.audience(session).watchers[client.sid] = client
        self.mark(client, whole=True)

    def gone(self, session: SessionId, client: Client, participant: ParticipantId | None) -> None:
        """A connection has ended; a newer one of the same seat stays."""
        audience = self.audience(session)
        audience.watchers.pop(client.sid, None)
        self._marked.pop(client.sid, None)
        if participant and audience.seats.get(participant) is client:
            del audience.seats[participant]

    def is_current(self, session: SessionId, participant: ParticipantId, sid: str) -> bool:
        """Whether this connection is the newest of its seat."""
        client = self.audience(session).seats.get(participant)
        return client is not None and client.sid == sid

    def watched(self, session: SessionId) -> bool:
        """Whether a console or a projector looks at it."""
        return bool(self.audience(session).watchers)

    # ------------------------------------------------------------------ what has changed

    def group_changed(self, session: LiveSession, index: int) -> None:
        """A group's stream has grown: its seats may have news, and all who watch have."""
        seats = self.audience(session.id).seats
        for held in session.groups[index].state.seats.values():
            for holder in held.holders:
                if holder in seats:
                    self.mark(seats[holder])
        self.list_changed(session)

    def session_changed(self, session: LiveSession) -> None:
        """Everything may look different."""
        audience = self.audience(session.id)
        for client in (*audience.seats.values(), *audience.watchers.values()):
            self.mark(client)

    def watchers_changed(self, session: SessionId) -> None:
        """Those who watch have news; no seat has."""
        for client in self.audience(session).watchers.values():
            self.mark(client)

    def list_changed(self, session: LiveSession) -> None:
        """Somebody came in or moved: those who watch are told in a while."""
        self._soon(session, everybody=session.state.phase == "lobby")

    def presence_changed(self, session: LiveSession) -> None:
        """Somebody is here, or not any more: those who watch are told in a while."""
        self._soon(session, everybody=False)

    def _soon(self, session: LiveSession, *, everybody: bool) -> None:
        waits = self._later.get(session.id)
        self._later[session.id] = everybody or bool(waits)
        if waits is None:
            gevent.spawn_later(A_WHILE, self._tell_later, session)

    def _tell_later(self, session: LiveSession) -> None:
        everybody = self._later.pop(session.id, False)
        audience = self.audience(session.id)
        for client in audience.watchers.values():
            self.mark(client)
        for participant, client in audience.seats.items():
            if everybody or participant not in session.seats:  # who has no seat looks on
                self.mark(client)

    def seat_changed(self, session: LiveSession, participant: ParticipantId) -> None:
        """One student's page has news, and nobody else's."""
        client = self.audience(session.id).seats.get(participant)
        if client:
            self.mark(client)

    # ------------------------------------------------------------------ sending

    def mark(self, client: Client, *, whole: bool = False) -> None:
        """This client has something to be told."""
        before = self._marked.get(client.sid, (client, False))[1]
        self._marked[client.sid] = (client, whole or before)
        self._wake.set()

    def _run(self) -> None:
        while True:
            self._wake.wait()
            self._wake.clear()
            self._flush()

    def _tell(self, client: Client, whole: bool) -> None:
        try:
            message = client.message(whole=whole)
            if message is not None:
                self._send(client.sid, message)
        except Exception:  # one broken page must not silence the others
            log.exception("a view could not be sent")

    def _flush(self) -> None:
        done = 0
        while self._marked:
            sid = next(iter(self._marked))
            self._tell(*self._marked.pop(sid))
            done += 1
            if done % BREATHER == 0:
                gevent.sleep(0)
