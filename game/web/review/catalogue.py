"""The library's list: which sessions fit what is asked, and the page of them that is shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from game.web.dates import NoDay, beginning
from game.web.review.folding import sought
from game.web.review.volumes import Volume

A_PAGE = 25
LONGEST = 200  # of what is typed
PEOPLE, BOTS = "people", "bots"
HERE, IMPORTED = "here", "imported"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A part of a long list. `number` counts from 1."""

    items: tuple[T, ...]
    total: int
    number: int
    last: int
    first: int = 1  # the place of the first item in the whole list

    @classmethod
    def of(cls, items: Sequence[T], asked: str, size: int) -> "Page[T]":
        """The page that is asked for; the nearest there is."""
        last = max(1, -(-len(items) // size))
        number = min(last, max(1, int(asked))) if asked.isdecimal() and len(asked) < 9 else 1
        start = (number - 1) * size
        return cls(tuple(items[start : start + size]), len(items), number, last, start + 1)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was chosen, as it stands in the address; empty: all."""

    q: str = ""
    scenario: str = ""
    design: str = ""
    since: str = ""
    until: str = ""
    played: str = ""  # people | bots
    source: str = ""  # here | imported

    @classmethod
    def of(cls, fields: Mapping[str, str]) -> "Asked":
        """What an address says."""
        names = cls.__dataclass_fields__
        return cls(**{name: fields.get(name, "").strip()[:LONGEST] for name in names})

    @property
    def fields(self) -> dict[str, str]:
        """What of it is no matter of course."""
        return {name: value for name in self.__dataclass_fields__ if (value := getattr(self, name))}

    @property
    def narrow(self) -> bool:
        """Whether anything but words was chosen."""
        return bool(self.fields.keys() - {"q"})


def fitting(volumes: Iterable[Volume], asked: Asked) -> list[Volume]:
    """The sessions that fit, in their order.

    Raises:
        NoDay: a day cannot be read.
    """
    words, (since, until) = sought(asked.q), days(asked)
    return [
        one
        for one in volumes
        if _is(one, asked)
        and (since is None or one.created_at >= since)
        and (until is None or one.created_at < until)
        and words.in_folded(one.named)
    ]


def days(asked: Asked) -> tuple[int | None, int | None]:
    """From the first moment of one day to before the first after the other."""
    since, until = beginning(asked.since), beginning(asked.until)
    if until is None:
        return since, None
    try:
        after = date.fromisoformat(asked.until) + timedelta(days=1)
    except OverflowError as fault:
        raise NoDay from fault
    return since, beginning(after.isoformat())


def _is(one: Volume, asked: Asked) -> bool:
    return (
        asked.scenario in ("", one.scenario_id)
        and asked.design in ("", one.design)
        and asked.played in ("", BOTS if one.simulated else PEOPLE)
        and asked.source in ("", IMPORTED if one.imported else HERE)
    )
