"""What a reader of a chronicle chose, as it stands in the address, and the pages of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from game.analysis.chronicle import Entry, Kind
from game.core.vocabulary import SeatId, Stage
from game.web.review.catalogue import Page

A_PAGE = 200  # entries; a round is never split
FIELDS = {"seat": "seat", "stage": "stage", "kind": "kind", "eyes": "as"}  # in the address
EVERY_PAGE = "all"  # in the address: for paper
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which entries are shown; empty: all. `eyes`: only what this seat could know then."""

    seat: str = ""
    stage: str = ""
    kind: str = ""
    eyes: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, str], seats: Sequence[SeatId]) -> "Chosen":
        """What an address says; what is there of it."""
        known: Mapping[str, Sequence[str]] = {
            "seat": seats,
            "stage": tuple(Stage),
            "kind": tuple(Kind),
            "eyes": seats,
        }
        typed = {field: asked.get(name, "") for field, name in FIELDS.items()}
        return cls(**{field: value for field, value in typed.items() if value in known[field]})

    @property
    def fields(self) -> dict[str, str]:
        """What was chosen, by its name in the address."""
        return {name: value for field, name in FIELDS.items() if (value := getattr(self, field))}

    def fits(self, entry: Entry) -> bool:
        """Whether the entry is among what was chosen."""
        return (
            (not self.seat or self.seat in entry.seats)
            and self.stage in ("", entry.stage)
            and self.kind in ("", entry.kind)
            and (not self.eyes or entry.known_by(SeatId(self.eyes)))
        )


def paged(items: Sequence[T], weight: Callable[[T], int], asked: str) -> Page[T]:
    """The page that is asked for of rounds, as many to a page as it holds; or all on one."""
    if asked == EVERY_PAGE:
        return Page(tuple(items), len(items), 1, 1)
    pages: list[list[T]] = [[]]
    room = A_PAGE
    for item in items:
        if pages[-1] and weight(item) > room:
            pages.append([])
            room = A_PAGE
        pages[-1].append(item)
        room -= weight(item)
    number = Page.of(pages, asked, 1).number
    return Page(tuple(pages[number - 1]), len(items), number, len(pages))
