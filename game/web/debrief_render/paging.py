"""Which pages a debrief has. On the wall one is shown at a time, paced by the instructor; on a
phone the pages of one section stand together."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby


class Movement(StrEnum):
    """The lesson has three, in this order."""

    HAPPENED = "what happened"
    WHY = "why"
    MEANS = "what does it mean"

    @property
    def place(self) -> str:
        """`2 of 3 · why`."""
        return f"{list(Movement).index(self) + 1} of {len(Movement)} · {self.value}"


@dataclass(frozen=True, slots=True)
class PageRef:
    """A page. `title` is short, for lists; `heading` is the question it answers."""

    id: str  # safe in an address: beliefs, strips-2, map-4
    title: str
    heading: str
    section: str  # the part of the phone's page that shows the same
    movement: Movement = Movement.HAPPENED


def numbered(section: str, title: str, heading: str, count: int) -> tuple[PageRef, ...]:
    """`reveal-1`, `reveal-2`; the number stands in the title where there are several."""
    return tuple(
        PageRef(f"{section}-{i}", f"{title} ({i})" if count > 1 else title, heading, section)
        for i in range(1, count + 1)
    )


def by_movement(pages: Iterable[PageRef]) -> list[tuple[Movement, list[PageRef]]]:
    """The pages of each movement that has any, in their order."""
    return [(held, list(some)) for held, some in groupby(pages, lambda page: page.movement)]


def number_of(page: str) -> int:
    """The number at the end of a page's id; 1 without one."""
    last = page.rpartition("-")[2]
    return int(last) if last.isdecimal() else 1
