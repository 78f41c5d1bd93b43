"""Where things stand on the map of forces: sizes, shelves and the marks on them.

Up is away from home: the war on top, near allies, far allies, the patron's home at the foot. Two
places to a shelf, left and right of the way from home to the war, which stays free for the
threads; with five allies there are three shelves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.core.views.shapes import Forces, Place
from game.core.vocabulary import PATRON, Distance, SeatId
from game.web.charts.svg import PHONE_FONTS, WALL_FONTS, Fonts
from game.web.charts.tally import slots


@dataclass(frozen=True, slots=True)
class Size:
    """A size of the map in px; `k` scales bars, strokes and gaps."""

    width: int
    height: int
    k: float
    fonts: Fonts

    @property
    def bar(self) -> tuple[float, float]:
        """Width and height of a unit; on a narrow wall it must still be counted."""
        return (7 * self.k, 22 * self.k)

    @property
    def pitch(self) -> float:
        """From one bar to the next."""
        return 11 * self.k

    @property
    def gap(self) -> float:
        """After every fifth bar."""
        return 4.5 * self.k

    @property
    def own_pitch(self) -> float:
        """From one triangle to the next."""
        return 9.6 * self.k


PHONE = Size(328, 340, 1.0, PHONE_FONTS)
DESK = Size(560, 500, 1.6, Fonts(15, 17, 21))
WALL = Size(788, 510, 1.78, WALL_FONTS)
SIZES = {"phone": PHONE, "desk": DESK, "wall": WALL}

# By number of shelves, then by shelf from the war homewards: the middles of its two places, as a
# share of the width. The second shelf leans inwards and the third outwards, so that no thread runs
# through another's place.
LANES = {
    1: ((0.18, 0.82),),
    2: ((0.18, 0.82), (0.29, 0.71)),
    3: ((0.18, 0.82), (0.32, 0.68), (0.1, 0.9)),
}
LEVELS = {1: (0.45,), 2: (0.34, 0.69), 3: (0.21, 0.48, 0.77)}  # by shelves: share of the way home


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place stands: the middle of its shelf, and the x of every bar and triangle."""

    place: Place
    x: float
    y: float
    bars: tuple[float, ...]  # home places first, then places of units that have come
    owns: tuple[float, ...]
    half: float
    lane: float  # the width its name may take
    outer: bool  # on the outer lane: its threads run upwards first and turn late


@dataclass(frozen=True, slots=True)
class Ground:
    """The whole layout."""

    size: Size
    war: tuple[float, float]
    spots: dict[SeatId, Spot]

    @property
    def home(self) -> Spot:
        """The patron's own."""
        return self.spots[PATRON]


def ground(forces: Forces, size: Size) -> Ground:
    """Where everything stands."""
    fonts = size.fonts
    top = fonts.big * 1.15 + fonts.small * 1.45 + 28 * size.k
    foot = size.height - fonts.mid * 1.25 - fonts.small * 1.6
    patron, *allies = forces.places
    spots = {PATRON: _spot(patron, size, size.width / 2, foot, size.width)}
    shelves = list(_shelves(allies))
    levels, lanes = LEVELS.get(len(shelves), ()), LANES.get(len(shelves), ())
    for number, (shelf, level, lane) in enumerate(zip(shelves, levels, lanes, strict=True)):
        for side, place in _sides(shelf, number):
            x, y = size.width * lane[side], top + (foot - top) * level
            spots[place.seat] = _spot(place, size, x, y, size.width / 2 - 2, number == 2)
    return Ground(size, (size.width / 2, top), spots)


def _shelves(allies: Sequence[Place]) -> Iterator[list[Place]]:
    """Near ones first, two to a shelf."""
    for distance in (Distance.NEAR, Distance.FAR):
        there = [place for place in allies if place.distance is distance]
        yield from (there[i : i + 2] for i in range(0, len(there), 2))


def _sides(shelf: list[Place], number: int) -> Iterator[tuple[int, Place]]:
    """Left and right; a place alone on its shelf goes left, right, left, so the map balances."""
    if len(shelf) == 1:
        yield number % 2, shelf[0]
    else:
        yield from enumerate(shelf)


def _spot(place: Place, size: Size, x: float, y: float, lane: float, outer: bool = False) -> Spot:
    bars = slots(max(place.start, place.here), 0, size.pitch, size.gap)
    wide = bars[-1] - bars[0] + size.pitch if bars else 0.0
    between = 7 * size.k if place.own and bars else 0.0
    whole = wide + between + place.own * size.own_pitch
    left = min(max(x - whole / 2, 2), size.width - 2 - whole)
    first = bars[0] if bars else 0.0
    return Spot(
        place=place,
        x=left + whole / 2,
        y=y,
        bars=tuple(left + bar - first + size.pitch / 2 for bar in bars),
        owns=tuple(left + wide + between + (i + 0.5) * size.own_pitch for i in range(place.own)),
        half=max(whole / 2 + 3 * size.k, 24 * size.k),
        lane=lane,
        outer=outer,
    )
