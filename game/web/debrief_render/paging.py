"""Which pages a debrief has. On the wall one is shown at a time, paced by the instructor; on a
phone the pages of one section stand together."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageRef:
    """A page. `title` is short, for lists; `heading` is the question it answers."""

    id: str  # safe in an address: beliefs, strips-2, map-4
    title: str
    heading: str
    section: str  # the part of the phone's page that shows the same


def numbered(section: str, title: str, heading: str, count: int) -> tuple[PageRef, ...]:
    """`reveal-1`, `reveal-2`; the number stands in the title where there are several."""
    return tuple(
        PageRef(f"{section}-{i}", f"{title} ({i})" if count > 1 else title, heading, section)
        for i in range(1, count + 1)
    )


def number_of(page: str) -> int:
    """The number at the end of a page's id; 1 without one."""
    last = page.rpartition("-")[2]
    return int(last) if last.isdecimal() else 1
