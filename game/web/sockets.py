"""Socket.IO: a connection proves who it is, sends commands and is answered; views go out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import request
from flask_socketio import SocketIO
from socketio.exceptions import ConnectionRefusedError

from game.classroom.returning import take_back
from game.core.vocabulary import ParticipantId, SessionId
from game.web.answers import Answer, refused
from game.web.clients import SeatClient, WatchClient
from game.web.cookies import SEAT_COOKIE
from game.web.hub import Client
from game.web.limits import Pace
from game.web.obeying import in_debt, obey
from game.web.site import Site, Visitor
from game.web.wording import ELSEWHERE

# A page of no name: whoever shows another asks for it anew, and is answered as behoves.
SHUT: dict[str, Any] = {"version": 0, "page": "shut", "regions": {}}


def group_number(asked: object) -> int:
    """The group that a page says it looks at; the first one if it says nothing sensible."""
    said = str(asked)[:4]
    return int(said) if said.isascii() and said.isdecimal() else 1


def always() -> bool:
    """Of what needs no right."""
    return True


@dataclass(frozen=True, slots=True)
class Watched:
    """What a console or a projector looks at; `turn` moves it by one group or page. As soon as
    the right to it no longer `stands`, the connection is cut."""

    session: SessionId
    render: Callable[[], tuple[str, Mapping[str, str]]]
    turn: Callable[[int], None] | None = None
    stands: Callable[[], bool] = always


WAY = "socket.command"
Watch = Callable[[Mapping[str, Any]], Watched | None]


@dataclass(slots=True)
class Connection:
    """Who is behind a socket."""

    session: SessionId
    client: Client
    visitor: Visitor | None = None
    turn: Callable[[int], None] | None = None
    stands: Callable[[], bool] = always

    @property
    def participant(self) -> ParticipantId | None:
        """The student, if it is one."""
        return self.visitor.entry.participant if self.visitor else None


@dataclass(slots=True)
class Sockets:
    """The handlers of one server. `watch` opens what consoles and projectors look at."""

    site: Site
    socketio: SocketIO
    watch: Watch
    connections: dict[str, Connection] = field(default_factory=dict)

    def register(self) -> None:
        """Attach the handlers."""
        self.socketio.on_event("connect", self.on_connect)
        self.socketio.on_event("disconnect", self.on_disconnect)
        self.socketio.on_event("command", self.on_command)
        self.socketio.on_event("here", self.on_here)
        self.socketio.on_event("turn", self.on_turn)
        self.socketio.on_event("time", self.on_time)
        self.site.links.listeners.append(self.cut_off)

    # ------------------------------------------------------------------ handlers

    def on_connect(self, auth: object = None) -> bool:
        """Admit a seat by its token, or a console or projector by what it asks to watch."""
        wish: Mapping[str, Any] = auth if isinstance(auth, Mapping) else {}
        sid = _sid()
        if wish.get("watch"):
            return self._connect_watcher(sid, wish)
        token = wish.get("token") or self.site.cookies.get(request, SEAT_COOKIE)
        visitor = self.site.visitor(token if isinstance(token, str) else None)
        if visitor is None:
            why = "a token that opens no seat" if token else "no token"
            self.site.turned_away.note("nobody", "the socket", "", why)
            return False
        if in_debt(self.site, visitor):
            raise ConnectionRefusedError("too_fast")  # it was cut, and shall come back later
        if wish.get("who", visitor.entry.participant) != visitor.entry.participant:
            raise ConnectionRefusedError("elsewhere")  # somebody else has joined in this browser
        self._connect_seat(sid, visitor, wish)
        return True

    def on_disconnect(self, *_: object) -> None:
        """The connection has ended; the seat and its moves stay."""
        connection = self.connections.pop(_sid(), None)
        if connection:
            self.site.hub.gone(connection.session, connection.client, connection.participant)
            if connection.visitor:
                self.site.hub.list_changed(connection.visitor.live)

    def on_command(self, *said: object) -> Answer:
        """A student's command; the answer says that it is durable, or why not."""
        visitor = self._visitor()
        if visitor is None:
            connection = self.connections.get(_sid())
            session = connection.session if connection else None
            self.site.turned_away.note("no seat", WAY, self.site.code_of(session), "not_your_seat")
            return refused("not_your_seat", "This connection holds no seat.")
        participant = visitor.entry.participant
        if not self.site.hub.is_current(visitor.live.id, participant, _sid()):
            return refused("elsewhere", ELSEWHERE)
        self.site.heard(visitor.live, participant)
        answered, pace = obey(self.site, visitor, said[0] if len(said) == 1 else None, WAY)
        if pace is Pace.FAR_TOO_FAST:
            self.socketio.server.disconnect(_sid())  # type: ignore[attr-defined]
        return answered

    def on_here(self, message: object = None, *_: object) -> None:
        """The page is before somebody's eyes; `touched`: somebody has come back to it."""
        visitor = self._visitor()
        if visitor is None or visitor.removed:
            return
        live, participant = visitor.live, visitor.entry.participant
        if not self.site.hub.is_current(live.id, participant, _sid()):
            return
        self.site.heard(live, participant)
        if isinstance(message, Mapping) and message.get("touched") is True:
            take_back(self.site.room, live, participant)

    def _visitor(self) -> Visitor | None:
        """The student behind this connection."""
        connection = self.connections.get(_sid())
        return connection.visitor if connection else None

    def on_turn(self, message: object = None, *_: object) -> None:
        """The projector's arrow keys: the group or page before or after."""
        connection = self.connections.get(_sid())
        by = message.get("by") if isinstance(message, Mapping) else None
        if connection and connection.turn and isinstance(by, int) and by in (1, -1):
            connection.turn(by)
            self.site.hub.mark(connection.client)

    def on_time(self, *_: object) -> Answer:
        """What time it is here: by the answer a page measures the way and the clocks."""
        return {"now": self.site.room.now()}

    def cut_off(self) -> None:
        """A right has ended: connections that stood on it are told to look again, and cut."""
        for sid, connection in list(self.connections.items()):
            if not connection.stands():
                self.socketio.emit("view", SHUT | {"now": self.site.room.now()}, to=sid)
                self.socketio.server.disconnect(sid)  # type: ignore[attr-defined]

    # ------------------------------------------------------------------ admission

    def _connect_seat(self, sid: str, visitor: Visitor, wish: Mapping[str, Any]) -> None:
        as_json, group = wish.get("format") == "json", group_number(wish.get("group"))
        client = SeatClient(sid, visitor, self.site.room.now, as_json, group)
        session, participant = visitor.live.id, visitor.entry.participant
        self.connections[sid] = Connection(session, client, visitor)
        before = self.site.hub.seat_connected(session, participant, client)
        if before:
            self.socketio.emit("elsewhere", {"sentence": ELSEWHERE}, to=before.sid)
        self.site.hub.list_changed(visitor.live)

    def _connect_watcher(self, sid: str, wish: Mapping[str, Any]) -> bool:
        found = self.watch(wish)
        if found is None:
            self.site.turned_away.note("nobody", "socket.watch", "", "no right")
            return False
        client = WatchClient(sid, self.site.room.now, found.render)
        self.connections[sid] = Connection(
            found.session, client, turn=found.turn, stands=found.stands
        )
        self.site.hub.watcher_connected(found.session, client)
        return True


def _sid() -> str:
    return str(request.sid)  # type: ignore[attr-defined]  # Flask-SocketIO adds it
