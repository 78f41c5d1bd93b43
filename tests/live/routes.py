"""Every address of the server and every event of its socket, asked of the server's own code: one
that is added later is tried by itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from game.core.reading import READERS
from game.log.store import Store
from game.log.writers import Direct
from game.web.app import create_app
from game.web.console import ACTIONS
from game.web.console_seats import GROUP_DEEDS
from game.web.console_students import DEEDS

# Doors: anybody may come, none opens a session. Their own tests say what they do not do.
OPEN = frozenset({
    "static", "pages.door", "pages.door_of", "pages.join", "pages.come_back", "api.join",
    "api.come_back", "wall.wall", "links.open_link", "check.healthy", "check.check", "check.ask",
    "check.report", "console.enter",
})  # fmt: skip
SEATS = frozenset({"pages.debrief", "api.view", "api.command"})  # and all under /play
EVENTS_OPEN = frozenset({"connect", "disconnect", "time"})
SEAT_DEEDS = ("cover", "handback", "extra")
VALUES = {  # of what stands in an address: by the rule's own words, else by the part's name
    "/group/<int:group>/<deed>": tuple(f"/group/1/{deed}" for deed in GROUP_DEEDS),
    "/student/<participant>/<deed>": tuple(f"/student/{{participant}}/{deed}" for deed in DEEDS),
    "/<seat>/<deed>": tuple(f"/A1/{deed}" for deed in SEAT_DEEDS),
    "<action>": (*ACTIONS, "explode"),
    "<command>": tuple(READERS),
    "<what>": ("names", "all"),
    "<kind>": ("reasons",),
    "<seat>": ("A1",),
    "<int:group>": ("1",),
    "<int:position>": ("1",),
    "<participant>": ("{participant}",),
}


@dataclass(frozen=True, slots=True)
class Route:
    """One address under one method. `{session}` stands where a session's id belongs."""

    endpoint: str
    method: str
    path: str

    @property
    def said(self) -> str:
        """As the table names it."""
        return f"{self.method} {self.path}"


@lru_cache(maxsize=1)
def _asked() -> tuple[tuple[Route, ...], tuple[str, ...]]:
    with TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{Path(folder) / 'x.db'}")
        made = create_app(Direct(store), "http://x")
        routes = tuple(
            Route(rule.endpoint, method, path)
            for rule in made.app.url_map.iter_rules()
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
            for path in _paths(rule.rule)
        )
        events = tuple(made.socketio.server.handlers["/"])  # type: ignore[attr-defined]
        store.close()
    return routes, events


def _paths(rule: str) -> Iterator[str]:
    """The addresses of a rule, with every action and command there is; what is new becomes an x."""
    paths = [rule.replace("<session>", "{session}")]
    for part, values in VALUES.items():
        paths = [
            path.replace(part, value)
            for path in paths
            for value in (values if part in path else ("",))
        ]
    return (re.sub(r"<[^>]+>", "x", path) for path in paths)


def routes() -> tuple[Route, ...]:
    """All of them."""
    return _asked()[0]


def of_seats() -> tuple[Route, ...]:
    """Those that need a seat, and only ever touch the seat of whoever asks."""
    return tuple(r for r in routes() if r.endpoint in SEATS or r.path.startswith("/play"))


def guarded() -> tuple[Route, ...]:
    """Those for which one needs the instructor's right or a link."""
    return tuple(r for r in routes() if r.endpoint not in OPEN and r not in of_seats())


def events() -> tuple[str, ...]:
    """The events that the socket hears, but for those that need no right."""
    return tuple(event for event in _asked()[1] if event not in EVENTS_OPEN)
