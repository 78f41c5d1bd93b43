"""Connected clients: each renders its own view when the hub asks, as HTML regions or as JSON."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from game.log.codec import plain
from game.web.faces import Face, Seated, face_of, page_of, regions_of, version_of
from game.web.site import Visitor

Message = dict[str, Any]
Place = tuple[int, str] | None  # number of the group, seat


def place_of(face: Face) -> Place:
    """Group and seat; None without a seat."""
    return (face.frame.group, face.view.seat) if isinstance(face, Seated) else None


def json_of(face: Face) -> Message:
    """The face as a program reads it (docs/reference/protocol.md)."""
    if isinstance(face, Seated):
        return {"phase": "seated", "group": face.frame.group, "view": plain(face.view)}
    frame = face.frame
    waiting = "late" if frame.late else "lobby"
    return {"phase": "watching" if frame.watching else waiting, **plain(frame)}


@dataclass(slots=True)
class RegionMemory:
    """What a page has been sent, so that only what changed goes over the air."""

    sent: dict[str, int] = field(default_factory=dict)

    def news(self, regions: Mapping[str, str], *, whole: bool) -> dict[str, str]:
        """The regions that differ from what was sent last."""
        marks = {name: hash(html) for name, html in regions.items()}
        changed = {
            name: html
            for name, html in regions.items()
            if whole or self.sent.get(name) != marks[name]
        }
        self.sent = marks
        return changed


@dataclass(slots=True)
class SeatClient:
    """A student's page or program."""

    sid: str
    visitor: Visitor
    now: Callable[[], int]
    json: bool
    group: int = 1  # looked at by somebody without a seat
    version: int = -1
    base: int = 0  # added to the seat's own version
    place: Place = None
    memory: RegionMemory = field(default_factory=RegionMemory)
    said: Message = field(default_factory=dict)  # what a program was sent last

    def message(self, *, whole: bool) -> Message | None:
        """The view, or what changed of it; None if this seat has learned nothing new."""
        if self.visitor.removed:
            return self._farewell()
        face = face_of(self.visitor, self.group)
        moved = self._moved(place_of(face))
        self._step(version_of(face), moved=moved)
        if self.json:
            return self._json(self.version, json_of(face), whole=whole)
        if moved:  # no region of this page is one of the other seat's: it is fetched anew
            return {"version": self.version, "now": self.now(), "page": "moved", "regions": {}}
        news = self.memory.news(regions_of(face), whole=whole)
        if not news:
            return None
        return {"version": self.version, "now": self.now(), "page": page_of(face), "regions": news}

    def _moved(self, place: Place) -> bool:
        """Whether the student has been given another seat since."""
        before, self.place = self.place, place
        return None not in (before, place) and before != place

    def _step(self, version: int, *, moved: bool) -> None:
        """Versions never go back on a connection, though another seat may be at a lower one."""
        if moved or version + self.base < self.version:
            self.base = max(self.base, self.version + 1 - version)
        self.version = version + self.base

    def _json(self, version: int, said: Message, *, whole: bool) -> Message | None:
        """The view, unless it is the one sent last: that something happened is news, too."""
        if said == self.said and not whole:
            return None
        self.said = said
        return {"version": version, "now": self.now(), **said}

    def _farewell(self) -> Message:
        """Taken off the list: a page of that name is no region of this one and is fetched anew."""
        said = {"phase": "removed"} if self.json else {"page": "removed", "regions": {}}
        return {"version": max(0, self.version), "now": self.now(), **said}


@dataclass(slots=True)
class WatchClient:
    """A console or a projector: `render` gives its regions."""

    sid: str
    now: Callable[[], int]
    render: Callable[[], tuple[str, Mapping[str, str]]]
    serial: int = 0
    memory: RegionMemory = field(default_factory=RegionMemory)

    def message(self, *, whole: bool) -> Message | None:
        """What changed on the page, or None."""
        page, regions = self.render()
        news = self.memory.news(regions, whole=whole)
        if not news:
            return None
        self.serial += 1
        return {"version": self.serial, "now": self.now(), "page": page, "regions": news}
