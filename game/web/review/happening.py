"""What happened around a position: a few lines, the present one marked."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.web.review.looking import Looking

BEFORE, AFTER = 4, 3  # lines around the present one


@dataclass(frozen=True, slots=True)
class Happening:
    """A line: `here` is the present one."""

    position: int
    href: str
    at: int
    text: str
    here: bool


def around(looking: Looking) -> Iterator[Happening]:
    """The lines around the present one, as many at the ends of the log."""
    last, wide = looking.replay.last, BEFORE + AFTER
    first = max(1, min(looking.position - BEFORE, last - wide))
    for position in range(first, min(last, first + wide) + 1):
        event = looking.replay.event(position)
        yield Happening(
            position,
            looking.at(position),
            event.at,
            _line(looking, position),
            position == looking.position,
        )


def _line(looking: Looking, position: int) -> str:
    event = looking.replay.event(position)
    seat = getattr(event, "seat", "")
    who = f"{looking.name(seat)}: " if seat else ""
    return f"{who}{type(event).__name__}"
