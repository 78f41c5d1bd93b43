"""What is said to somebody who is in and has no seat: why, and what will happen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seatless:
    """The head of the page, the heading, and a line."""

    who: str
    heading: str
    line: str


LOBBY = Seatless(
    "You are in",
    "Waiting for your instructor to deal the seats",
    "Nothing to do yet. This page changes by itself.",
)
LATE = Seatless(
    "You are in",
    "You get a seat when the next round begins",
    "Nobody is put into the middle of a round. Until then you look on; this page changes by "
    "itself.",
)
WATCHING = Seatless(
    "You look on",
    "You look on, without a seat",
    "Your instructor has set it so, and no decision is asked of you. If you are given a seat "
    "after all, this page changes by itself.",
)
OVER = Seatless("You are in", "This class has ended", "Nothing more is taken.")


def without_seat(*, late: bool, watching: bool, over: bool) -> Seatless:
    """What fits."""
    if over:
        return OVER
    if watching:
        return WATCHING
    return LATE if late else LOBBY
