"""Units, triangles, the empty places they leave and the threads back to them."""

from collections.abc import Iterator, Mapping, Sequence

from game.web.charts.placing import Ground, Spot
from game.web.charts.standing import Unit
from game.web.charts.svg import num, path, rect

Places = Mapping[str, float]


def places_at_war(plan: Ground, units: Sequence[Unit]) -> Places:
    """The x of everything at the war, in the order of the homes, so that threads do not cross."""
    found = [
        (plan.spots[unit.home].bars[unit.number], unit.name) for unit in units if unit.at is None
    ]
    for spot in plan.spots.values():
        found += [(spot.owns[i], _own(spot, i)) for i in _sent(spot)]
    found.sort()
    pitch, gap = plan.size.pitch * 1.12, plan.size.gap * 0.6
    spread = [i * pitch + (i // 5) * gap for i in range(len(found))]
    left = plan.war[0] - (spread[-1] / 2 if spread else 0)
    return {name: left + x for (_, name), x in zip(found, spread, strict=True)}


def _own(spot: Spot, number: int) -> str:
    return f"{spot.place.seat}-own{number}"


def _sent(spot: Spot) -> range:
    return range(spot.place.own - spot.place.sent, spot.place.own)


def threads(plan: Ground, units: Sequence[Unit], at_war: Places) -> Iterator[str]:
    """One from each empty place to the unit or triangle that left it for the war."""
    k, (_, war) = plan.size.k, plan.war
    for unit in units:
        if unit.at is None:
            spot = plan.spots[unit.home]
            start = (spot.bars[unit.number], spot.y - plan.size.bar[1])
            end = (at_war[unit.name], war + 2 * k)
            yield path(_curve(start, end, spot.outer), "thread", 1.1 * k)
    for spot in plan.spots.values():
        for i in _sent(spot):
            start, end = (spot.owns[i], spot.y - 10 * k), (at_war[_own(spot, i)], war + 2 * k)
            yield path(_curve(start, end, spot.outer), "thread-a", k)


def _curve(start: tuple[float, float], end: tuple[float, float], late: bool) -> str:
    (x, y), (tx, ty) = start, end
    rise = y - ty
    first, second = (0.9, 0.14) if late else (0.55, 0.5)
    return (
        f"M{num(x)} {num(y)}C{num(x)} {num(y - rise * first)} "
        f"{num(tx)} {num(ty + rise * second)} {num(tx)} {num(ty)}"
    )


def marks(plan: Ground, units: Sequence[Unit], at_war: Places, prefix: str) -> Iterator[str]:
    """Empty places, then everything that can walk, each with an id that it keeps."""
    walking: list[str] = []
    came = {seat: spot.place.start for seat, spot in plan.spots.items()}
    for unit in units:
        spot = plan.spots[unit.home]
        x, y = spot.bars[unit.number], spot.y
        if unit.at != unit.home:
            yield _bar(plan, "gone", x, y)
            if unit.at is None:
                x, y = at_war[unit.name], plan.war[1]
            else:
                there = plan.spots[unit.at]
                x, y = there.bars[came[unit.at]], there.y
                came[unit.at] += 1
        walking.append(_walker(prefix, unit.name, x, y, _bar(plan, "unit")))
    for spot in plan.spots.values():
        for i, x in enumerate(spot.owns):
            name, y = _own(spot, i), spot.y
            if name in at_war:
                yield path(_triangle(plan, x, y), "ally-gone")
                x, y = at_war[name], plan.war[1]
            walking.append(_walker(prefix, name, x, y, path(_triangle(plan), "ally")))
    yield from walking


def _walker(prefix: str, name: str, x: float, y: float, shape: str) -> str:
    place = f"translate({num(x)} {num(y)})"
    return f'<g class="unit-g" id="{prefix}-{name}" transform="{place}">{shape}</g>'


def _bar(plan: Ground, kind: str, x: float = 0, y: float = 0) -> str:
    w, h = plan.size.bar
    return rect(x - w / 2, y - h, w, h, kind)


def _triangle(plan: Ground, x: float = 0, y: float = 0) -> str:
    half, high = 4.4 * plan.size.k, 10 * plan.size.k
    return f"M{num(x - half)} {num(y)}L{num(x)} {num(y - high)}L{num(x + half)} {num(y)}Z"
