"""A client by somebody who has read `docs/reference/protocol.md` and nothing else."""

import threading
from collections.abc import Callable
from itertools import count
from typing import Any
from uuid import uuid4

import requests
import socketio

Json = dict[str, Any]
PATIENCE = 30.0  # seconds that anything may take before a test fails


def join(url: str, code: str, name: str) -> Json:
    """`POST /api/join`: the token, and what else the page promises."""
    return post(f"{url}/api/join", {"code": code, "name": name})


def come_back(url: str, code: str, number: str) -> Json:
    """`POST /api/return`: the same answer, on another device."""
    return post(f"{url}/api/return", {"code": code, "number": number})


def post(address: str, body: Json, **headers: str) -> Json:
    """What was answered, with the status beside it."""
    answer = requests.post(address, json=body, headers=headers, timeout=PATIENCE)
    return {**answer.json(), "status": answer.status_code}


class Stranger:
    """One student's program: keeps the newest view, sends commands, hears the answers.

    Whatever arrives is announced by `heard`; a class shares one, so that one thread can wait
    for all its students.
    """

    def __init__(self, url: str, token: str, heard: threading.Condition | None = None) -> None:
        self.url, self.token = url, token
        self.heard = heard or threading.Condition()
        self.news: Json = {}  # the newest `view` event
        self.views = 0  # how many came
        self.stale = 0  # of them, older than one we had
        self.elsewhere = ""  # what we were told when another connection took the seat
        self.unreadable: list[Json] = []
        self._numbers = (f"{uuid4().hex}-{number}" for number in count(1))
        self._socket = self._prepared()

    def _prepared(self) -> socketio.Client:
        client = socketio.Client(reconnection=False, handle_sigint=False)
        client.on("view", self._on_view)
        client.on("elsewhere", self._on_elsewhere)
        client.on("refused", self._on_refused)
        return client

    def connect(self, transport: str = "websocket") -> "Stranger":
        """Connect, again if need be, and have the first view."""
        seen = self.views
        auth = {"token": self.token, "format": "json"}
        self._socket.connect(self.url, auth=auth, transports=[transport], wait_timeout=PATIENCE)
        self.until(lambda: self.views > seen)
        return self

    def drop(self) -> None:
        """Hang up."""
        self._socket.disconnect()

    def _on_view(self, news: Json) -> None:
        with self.heard:
            self.views += 1
            if news["version"] >= self.news.get("version", 0):
                self.news = news
            else:
                self.stale += 1
            self.heard.notify_all()

    def _on_elsewhere(self, told: Json) -> None:
        with self.heard:
            self.elsewhere = told["sentence"]
            self.heard.notify_all()

    def _on_refused(self, told: Json) -> None:
        with self.heard:
            self.unreadable.append(told)
            self.heard.notify_all()

    @property
    def view(self) -> Json:
        """The seat's view; empty as long as there is no seat."""
        view: Json = self.news.get("view", {})
        return view

    def until(self, true: Callable[[], object], patience: float = PATIENCE) -> None:
        """Wait until it is true of what was heard."""
        with self.heard:
            assert self.heard.wait_for(true, patience), f"waited in vain; the last: {self.news}"

    def touch(self) -> None:
        """Somebody has come back to the screen."""
        self._socket.emit("here", {"touched": True})

    def new_id(self) -> str:
        """An id that no other command has."""
        return next(self._numbers)

    def message(self, name: str, args: Json) -> Json:
        """A command as the page says, made for the view at hand."""
        public = self.view["public"]
        place = {"round": public["round"], "stage": public["stage"]}
        return {"id": self.new_id(), "name": name, **place, "args": args}

    def send(self, message: object, then: Callable[[Json], None]) -> None:
        """Send and go on; `then` hears the acknowledgement."""
        self._socket.emit("command", message, callback=then)

    def ask(self, message: object) -> Json:
        """Send and wait for the acknowledgement."""
        answer: Json = self._socket.call("command", message, timeout=PATIENCE)
        return answer

    def do(self, name: str, **args: object) -> Json:
        """Send a command for the view at hand and wait for its acknowledgement."""
        return self.ask(self.message(name, args))
