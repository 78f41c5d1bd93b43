"""Through one seat's eyes: the page that it had at a position, made as it was made then."""

from game.analysis.replaying import Replay
from game.core.vocabulary import SeatId
from game.web.render import SeatFrame, seat_still
from game.web.review.volumes import Volume

PARTS = ("cables", "record", "seat")  # of a seat's page beside what is asked now, by their tabs


def frame_of(volume: Volume, replay: Replay) -> SeatFrame:
    """What stood beside the view, without what belongs to one student alone."""
    opened = replay.opened
    return SeatFrame(
        code=volume.code,
        group=opened.number,
        title=volume.title,
        return_number="",
        simulated=opened.simulated,
        still=True,
    )


def page_then(volume: Volume, replay: Replay, position: int, seat: SeatId) -> str:
    """The whole page, with the time that was left."""
    view = replay.seat_view(position, seat)
    return seat_still(view, frame_of(volume, replay), replay.event(position).at)


def opens_at(replay: Replay, seat: str) -> int | None:
    """The position at which this seat was opened; None if the group never had it."""
    return next((at for at in range(1, replay.last + 1) if replay.has_seat(at, seat)), None)


def part_of(asked: str) -> str:
    """The part of the page that an address asks for; empty for the one that is open by itself."""
    return asked if asked in PARTS else ""
