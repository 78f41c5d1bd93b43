"""What a real server sent to every seat is what the replay of its log shows at that position.

Each seat of a group is shared by two students: a program that plays and is told JSON, and a page
that looks on and is told regions. Every packet is kept with its version.
"""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
import socketio

from game.analysis.replaying import Replay
from game.classroom.codes import shown, shown_number
from game.core.vocabulary import SeatId
from game.log.codec import plain
from game.log.streams import GROUP_CODEC
from game.web.render import REGIONS, SeatFrame, seat_regions
from tests.live.chaos.log import read_log
from tests.live.seminar import Seminar
from tests.live.served import ClassSession, Served
from tests.live.stranger import PATIENCE, Json, Stranger, join

pytestmark = pytest.mark.live
ROUNDS = 2


@dataclass
class Page:
    """A student's page: puts its regions together as the script does."""

    welcome: Json
    packets: list[Json] = field(default_factory=list)
    heard: threading.Condition = field(default_factory=threading.Condition)
    line: socketio.Client = field(
        default_factory=lambda: socketio.Client(reconnection=False, handle_sigint=False)
    )

    def connect(self, url: str) -> "Page":
        self.line.on("view", self._on_view)
        self.line.connect(url, auth={"token": self.welcome["token"]}, wait_timeout=PATIENCE)
        self.until(lambda: self.packets)
        return self

    def _on_view(self, packet: Json) -> None:
        with self.heard:
            self.packets.append(packet)
            self.heard.notify_all()

    def until(self, true: object) -> None:
        with self.heard:
            assert self.heard.wait_for(true, PATIENCE), self.packets[-1:]  # type: ignore[arg-type]

    def stood(self) -> Iterator[tuple[int, dict[str, str]]]:
        """The versions that were told, and the whole page as it then was."""
        regions: dict[str, str] = {}
        for packet in self.packets:
            assert packet["page"] == "seat"
            regions = regions | packet["regions"]
            yield packet["version"], regions


@dataclass
class Kept:
    """A class that was played and stopped, and the packets of its seats."""

    views: dict[str, list[Json]]
    pages: dict[str, Page]
    frame: SeatFrame
    replay: Replay

    def positions(self, seat: str, version: int) -> list[int]:
        """Where the seat's view had this version."""
        return [
            position
            for position in range(1, self.replay.last + 1)
            if self.replay.has_seat(position, seat)
            and self.replay.step(position).versions.of(SeatId(seat)) == version
        ]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Four seats, eight students, two rounds and the end."""
    folder = tmp_path_factory.mktemp("replayed")
    served = Served(folder).start()
    try:
        return _played(served, folder)
    finally:
        served.close()


def _played(served: Served, folder: Path) -> Kept:
    console = served.console()
    session = console.make(group_size="4", timers="", pace="instructor", title="Replayed")
    room = Seminar(served, session, 4)
    views = [_listened(student.stranger) for student in room.students]
    assert session.order("deal").status_code == 200
    room.wait(lambda: all(room.views))
    seats = [view["seat"] for view in room.views]
    pages = {seat: _beside(served, session, seat) for seat in seats}
    assert session.order("begin").status_code == 200
    room.wait(lambda: all(view["public"]["round"] == 1 for view in room.views))
    while room.views[0]["public"]["round"] <= ROUNDS:
        room.step()
    assert session.order("end").status_code == 200
    room.wait(lambda: all(student.over for student in room.students))
    for seat, page in pages.items():
        last = next(v for v in room.views if v["seat"] == seat)["version"]
        page.until(lambda page=page, last=last: page.packets[-1]["version"] == last)
        page.line.disconnect()
    room.close()
    console.close()
    served.stop()
    by_seat = dict(zip(seats, views, strict=True))
    frame = SeatFrame(shown(session.code), 1, "Replayed", "")
    return Kept(by_seat, pages, frame, _replayed(folder, session.id))


def _listened(stranger: Stranger) -> list[Json]:
    """Everything that this program is told from now on."""
    told: list[Json] = []

    def hears(news: Json) -> None:
        told.append(news)
        stranger._on_view(news)

    stranger._socket.on("view", hears)
    return told


def _beside(served: Served, session: ClassSession, seat: str) -> Page:
    """A student who came after the deal and sits beside the one in this seat."""
    welcome = join(served.url, session.code, f"Page {seat}")
    answer = session.order(f"student/{welcome['participant']}/beside", place=f"1-{seat}")
    assert answer.status_code == 200, answer.text
    return Page(welcome).connect(served.url)


def _replayed(folder: Path, session: str) -> Replay:
    log = read_log(folder, session)
    (rows,) = log.groups.values()
    events = [GROUP_CODEC.decode(row.kind, row.version, row.body) for row in rows]
    return Replay.of(log.scenario, events)  # type: ignore[arg-type]


def test_every_view_that_was_told_is_replayed(kept: Kept) -> None:
    """At every position with its version, the same JSON."""
    compared = 0
    for seat, views in kept.views.items():
        for news in views:
            if news["phase"] != "seated":
                continue
            positions = kept.positions(seat, news["view"]["version"])
            assert positions
            for position in positions:
                view = plain(kept.replay.seat_view(position, SeatId(seat)))
                assert json.dumps(view) == json.dumps(news["view"]), (seat, position)
                compared += 1
    assert compared > 100


def test_every_page_that_was_told_is_replayed(kept: Kept) -> None:
    """All nine regions, byte for byte, with this student's own return number."""
    compared = set()
    for seat, page in kept.pages.items():
        frame = replace(kept.frame, return_number=shown_number(page.welcome["return_number"]))
        for version, regions in page.stood():
            position = kept.positions(seat, version)[-1]
            made = seat_regions(kept.replay.seat_view(position, SeatId(seat)), frame)
            assert set(made) == set(REGIONS)
            for name in REGIONS:
                assert made[name] == regions[name], (seat, position, name)
            compared.add((seat, version))
    assert len(compared) > 40
