"""Students of a test's class: programs that join over HTTP and play over a socket."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import requests
import socketio

from tests.live.served import ClassSession, Served

PATIENCE = 20  # seconds until a test gives up waiting
Message = dict[str, Any]
_ids = count(1)


def until(true: Callable[[], Any], what: str, patience: float = PATIENCE) -> Any:
    """What `true` answers as soon as it is anything; a bounded wait for what no event tells."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if answer := true():
            return answer
        time.sleep(0.02)
    raise AssertionError(f"never came: {what}")


@dataclass
class Pupil:
    """One student with a program of their own."""

    url: str
    token: str
    return_number: str
    participant: str
    views: list[Message] = field(default_factory=list)
    said: list[tuple[str, Any]] = field(default_factory=list)
    drops: int = 0
    socket: socketio.Client | None = None
    _news: threading.Condition = field(default_factory=threading.Condition)

    def connect(self, *, again: bool = False) -> "Pupil":
        """Open the socket and wait for the first view; `again`: it comes back by itself."""
        self.socket = socketio.Client(
            reconnection=again, reconnection_delay=0.1, reconnection_delay_max=0.5
        )
        self.socket.on("view", self._on_view)
        self.socket.on("elsewhere", lambda message: self.said.append(("elsewhere", message)))
        self.socket.on("refused", lambda message: self.said.append(("refused", message)))
        self.socket.on("disconnect", self._on_drop)
        before = len(self.views)
        self.socket.connect(self.url, auth={"token": self.token, "format": "json"}, retry=again)
        self.sees(lambda _: len(self.views) > before)
        return self

    def _on_view(self, message: Message) -> None:
        with self._news:
            self.views.append(message)
            self._news.notify_all()

    def _on_drop(self, *_: object) -> None:
        self.drops += 1

    def sees(self, true: Callable[[Message], bool], patience: float = PATIENCE) -> Message:
        """Wait until the newest view is such; it."""
        with self._news:
            fits = self._news.wait_for(lambda: self.views and true(self.views[-1]), patience)
        assert fits, f"never seen; last: {self.views[-1:]}"
        return self.views[-1]

    @property
    def view(self) -> Message:
        """The newest view of the seat."""
        found: Message = self.views[-1]["view"]
        return found

    @property
    def seat(self) -> str:
        """Which seat it is."""
        return str(self.view["seat"])

    def message(self, name: str, **args: Any) -> Message:
        """A command for the round and stage seen last."""
        public = self.view["public"]
        made = {"id": f"c{next(_ids)}", "name": name, "args": args}
        return made | {"round": public["round"], "stage": public["stage"]}

    def sends(self, message: object) -> Message:
        """Send it as a `command`; the acknowledgement."""
        assert self.socket
        answer: Message = self.socket.call("command", message, timeout=PATIENCE)
        return answer

    def moves(self, name: str, **args: Any) -> Message:
        """A command made now and sent; the acknowledgement."""
        return self.sends(self.message(name, **args))

    def posts(self, message: object, **headers: str) -> requests.Response:
        """The same over HTTP."""
        return requests.post(
            f"{self.url}/api/command",
            json=message,
            headers={"Authorization": f"Bearer {self.token}", **headers},
            timeout=PATIENCE,
        )

    def close(self) -> None:
        """Hang up and forget the connection."""
        if self.socket:
            self.socket.shutdown()


def pupil(url: str, code: str, name: str) -> Pupil:
    """Join."""
    answer = requests.post(f"{url}/api/join", json={"code": code, "name": name}, timeout=PATIENCE)
    assert answer.status_code == 200, answer.text
    said = answer.json()
    return Pupil(url, said["token"], said["return_number"], said["participant"])


@dataclass
class Seated:
    """A class in the first dispatch, every student connected."""

    served: Served
    session: ClassSession
    pupils: list[Pupil]

    def at(self, seat: str) -> Pupil:
        """Who holds the seat (of the first group in which it is held)."""
        return next(one for one in self.pupils if one.seat == seat)

    def everybody_sees(self, true: Callable[[Message], bool]) -> None:
        """Wait until every student's newest view is such."""
        for one in self.pupils:
            one.sees(true)


@contextmanager
def a_class(served: Served, students: int = 4, **choices: str) -> Iterator[Seated]:
    """So many students, dealt and begun; without clocks, so that nothing closes by itself."""
    console = served.console()
    session = console.make(**{"group_size": "4", "timers": "", "pace": "instructor"} | choices)
    pupils = [pupil(served.url, session.code, f"Student {n}") for n in range(students)]
    try:
        for one in pupils:
            one.connect()
        assert session.order("deal").status_code == 200
        assert session.order("begin").status_code == 200
        seated = Seated(served, session, pupils)
        seated.everybody_sees(lambda m: m["phase"] == "seated" and m["view"]["public"]["round"])
        yield seated
    finally:
        for one in pupils:
            one.close()
        console.close()


_beliefs = count(1)


def assert_plays_on(ally: Pupil) -> None:
    """An ally in a dispatch: never dropped, and a new belief is taken and shown."""
    belief = next(_beliefs) % 101
    while (answer := ally.moves("state_belief", belief=belief)).get("code") == "too_fast":
        time.sleep(0.2)  # this test's own haste: a seat sends twenty a second at most
    assert answer == {"ok": True}
    ally.sees(lambda message: message["view"]["ally"]["beliefs"][-1]["before"] == belief)
    assert ally.drops == 0
