"""At every position, what a seat sees in the replay is what it was sent at the time.

The packets are kept while a class is played: every JSON view and every region that went to every
seat. Afterwards each position of each group is replayed from the log and compared with the packet
of the version that the seat had then, byte for byte. Between two packets of one seat lie only
events of which it was told together with the next, or not at all.
"""

import json

import pytest

from game.log.codec import plain
from game.web.render import LEADS_ON, REGIONS, seat_regions
from game.web.review.eyes import frame_of, page_then
from tests.web.archive_desk import Desk
from tests.web.lessons import HAPPENS, begins, ends, new_class
from tests.web.packets import Packets


class Lesson:
    """A class that was played, its packets, and how it is replayed."""

    def __init__(self, room, patched):
        self.packets = Packets(Desk(room, patched))
        begins(room)
        room.clock += 300_000  # the server is away
        again = Desk(room, patched)
        self.packets.connects(again)
        room.timekeeper.wake()
        ends(room)
        shelf, session = again.served.site.shelf, room.id
        self.volume = shelf.volume(session)
        self.replays = {number: shelf.replay(session, number) for number in self.volume.groups}

    def moments(self):
        """Every position of every seat that is open at it, with the version of its view."""
        for number, replay in self.replays.items():
            for position in range(1, replay.last + 1):
                for seat in replay.state(position).seats:
                    version = replay.step(position).versions.of(seat)
                    yield replay, (number, seat, version), position, seat


@pytest.fixture(scope="module")
def lesson():
    with pytest.MonkeyPatch.context() as patched:
        yield Lesson(new_class(), patched)


def test_everything_happened(lesson):
    """That the tests below look at all that can happen to a seat."""
    happened = {type(e).__name__ for replay in lesson.replays.values() for e in replay.events}
    assert HAPPENS - happened == set()
    mirrored = lesson.replays[2].state(30).seats["A2"].holders
    assert len(mirrored) == 2


def test_every_view_is_the_one_that_was_sent(lesson):
    """JSON, as it went over the air; one view a version."""
    compared = set()
    for replay, key, position, seat in lesson.moments():
        for sent in lesson.packets.views.get(key, ()):
            assert json.dumps(plain(replay.seat_view(position, seat))) == sent, (key, position)
            compared.add((key, position))
    assert all(len(sent) == 1 for sent in lesson.packets.views.values())
    assert {key for key, _ in compared} == set(lesson.packets.views)


def test_every_page_is_the_one_that_was_sent(lesson):
    """All nine regions, with what stood beside the game on that student's own page."""
    compared = set()
    for replay, key, position, seat in lesson.moments():
        for holder, sent in lesson.packets.pages.get(key, ()):
            frame = lesson.packets.frame(lesson.volume, replay, holder)
            made = seat_regions(replay.seat_view(position, seat), frame)
            assert set(made) == set(REGIONS)
            assert made == sent, (key, position)
            compared.add(key)
    assert compared == set(lesson.packets.pages)


def test_no_position_is_left_out(lesson):
    """Wherever the server told of news, each student's seat has a packet of the version it had."""
    for (number, seat), positions in lesson.packets.told.items():
        for position in positions:
            version = lesson.replays[number].step(position).versions.of(seat)
            assert (number, seat, version) in lesson.packets.views, (number, seat, position)
            assert (number, seat, version) in lesson.packets.pages, (number, seat, position)


def test_the_page_that_is_looked_at_holds_these_regions(lesson):
    """Links that lead on are taken away; the clock is that of the moment; else every byte."""
    for replay, key, position, seat in lesson.moments():
        if position % 7 and key not in lesson.packets.pages:
            continue
        page = page_then(lesson.volume, replay, position, seat)
        made = seat_regions(replay.seat_view(position, seat), frame_of(lesson.volume, replay))
        for region in set(REGIONS) - {"mast"}:
            assert LEADS_ON.sub(r"\1", made[region]) in page, (key, position, region)
