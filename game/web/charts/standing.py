"""Which of the patron's units is where: every unit has a home place for the whole game.

`Forces` only counts. Here each unit gets a name that stays the same from round to round
("A2-1": the second of the places with A2), so that the map can let it walk.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from game.core.views.shapes import Forces, Place
from game.core.vocabulary import SeatId


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of the patron: its home place, its number there, and where it is (None: the war)."""

    home: SeatId
    number: int
    at: SeatId | None

    @property
    def name(self) -> str:
        """Stable for the whole game."""
        return f"{self.home}-{self.number}"


def standing(forces: Forces) -> tuple[Unit, ...]:
    """Every unit, those of one home together. The highest numbers leave first.

    The war is filled from the patron's home, then from the allies in turn; who is left over and
    has no place there has come to where more stand than at the outset.
    """
    leavers = list(_leavers(forces))
    wanted = [place.seat for place in forces.places for _ in range(place.here - place.start)]
    away = dict(zip(leavers, [*([None] * forces.at_war), *wanted], strict=False))
    return tuple(
        Unit(place.seat, number, away.get((place.seat, number), place.seat))
        for place in forces.places
        for number in range(place.start)
    )


def _leavers(forces: Forces) -> Iterator[tuple[SeatId, int]]:
    """The units that left home, in the order in which they are sent to the war."""
    patron, *allies = forces.places
    yield from _gone(patron)
    for turn in zip_longest(*(tuple(_gone(place)) for place in allies)):
        yield from (unit for unit in turn if unit)


def _gone(place: Place) -> Iterator[tuple[SeatId, int]]:
    left = max(0, place.start - place.here)
    return ((place.seat, place.start - 1 - i) for i in range(left))
