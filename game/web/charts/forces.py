"""The map of forces, the signature picture: a unit at the war leaves an empty place behind and a
thread back to it. Nothing appears from nowhere."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from markupsafe import Markup, escape

from game.core.views.shapes import Forces
from game.core.vocabulary import Alignment, SeatId
from game.web.charts.marching import Places, marks, places_at_war, threads
from game.web.charts.marks import UNKNOWN, mark_in
from game.web.charts.placing import SIZES, Ground, Spot, ground
from game.web.charts.standing import standing
from game.web.charts.svg import num, path, rect, text

Codes = tuple[tuple[SeatId, Alignment], ...]
LETTER = 0.66  # width of a bold letter in em, on the generous side


@lru_cache(maxsize=1024)
def forces_map(
    forces: Forces, size: str, prefix: str, title: str, told: str, codes: Codes = ()
) -> Markup:
    """The map as SVG. `told` says the same in words; `codes` fill the marks (debrief only).

    `prefix` keeps the ids of two maps on one page apart; a unit keeps its id from round to round.
    """
    plan, units, coded = ground(forces, SIZES[size]), standing(forces), dict(codes)
    at_war = places_at_war(plan, units)
    layers = (
        *_contours(plan),
        *_shelves(plan, at_war),
        *threads(plan, units, at_war),
        *marks(plan, units, at_war, prefix),
        *(_name(plan, spot, coded) for spot in plan.spots.values()),
        *_war_words(plan, forces),
    )
    w, h = plan.size.width, plan.size.height
    return Markup(
        f'<svg class="forces" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="img" '
        f'aria-labelledby="{prefix}-t {prefix}-d"><title id="{prefix}-t">{escape(title)}</title>'
        f'<desc id="{prefix}-d">{escape(told)}</desc>{"".join(layers)}</svg>'
    )


def _contours(plan: Ground) -> Iterator[str]:
    """Hairlines of distance, and the dotted one that parts near from far."""
    k, w, small = plan.size.k, plan.size.width, plan.size.fonts.small
    (x, y), reach = plan.war, plan.home.y - plan.war[1]
    for share in (0.17, 0.34, 0.52, 0.84, 1.0):
        yield _ring(x, y, w * 0.62 * share, reach * share, "contour")
    dots = f' stroke-dasharray="{num(k)} {num(4 * k)}" stroke-width="{num(0.8 * k)}"'
    yield _ring(x, y, w * 0.42, reach * 0.6, "edge-l", dots)
    side = f"s m f{small} halo side"
    yield text(1, y + 16 * k, "near the war", side)
    yield text(w - 1, plan.home.y - 6 * k, "far from it", side, "end")


def _ring(x: float, y: float, rx: float, ry: float, classes: str, more: str = "") -> str:
    where = f'cx="{num(x)}" cy="{num(y)}" rx="{num(rx)}" ry="{num(ry)}"'
    return f'<ellipse class="{classes}" {where}{more}/>'


def _shelves(plan: Ground, at_war: Places) -> Iterator[str]:
    k, (x, y) = plan.size.k, plan.war
    half = max(60 * k, max(at_war.values(), default=x) - x + plan.size.pitch)
    yield _shelf(x, y, half, 2.2 * k)
    for spot in plan.spots.values():
        if spot.place.attacked:
            yield _frame(plan, spot)
        yield _shelf(spot.x, spot.y, spot.half, 1.5 * k)


def _shelf(x: float, y: float, half: float, width: float) -> str:
    return path(f"M{num(x - half)} {num(y)}H{num(x + half)}", "shelf", width)


def _frame(plan: Ground, spot: Spot) -> str:
    """Attacked at home."""
    k, high = plan.size.k, plan.size.bar[1]
    x, y = spot.x - spot.half - 3 * k, spot.y - high - 6 * k
    line = f' rx="2" stroke-width="{num(2 * k)}"'
    return rect(x, y, 2 * spot.half + 6 * k, high + 10 * k, "alarm", line)


def _name(plan: Ground, spot: Spot, codes: Mapping[SeatId, Alignment]) -> str:
    """The name under its shelf, squeezed where it would leave its lane, and the count."""
    fonts, place, width = plan.size.fonts, spot.place, plan.size.width
    lead = 0.0 if place.distance is None else fonts.mid * 1.35
    said = f"{place.name}, at home" if place.distance is None else place.name
    count, small = _count(spot), fonts.small
    natural = len(said) * fonts.mid * LETTER
    wide = min(natural, spot.lane - lead)
    room = max(wide + lead, len(count) * small * LETTER) / 2 + 1
    middle = min(max(spot.x, room), width - room)
    under = 3 * plan.size.k if place.attacked else 0  # clear of the frame
    y, fit = spot.y + fonts.mid * 1.3 + under, wide if wide < natural else 0
    left = middle - (wide + lead) / 2
    drawn = _said(plan, left + lead if lead else middle, y, said, lead, fit)
    if lead:
        code = codes.get(place.seat, UNKNOWN)
        drawn += mark_in(code, place.distance, left, y - fonts.mid * 0.98, fonts.mid / 14.5)
    return drawn + text(middle, y + small * 1.2, count, f"i f{small} halo", "middle")


def _said(plan: Ground, x: float, y: float, said: str, lead: float, fit: float) -> str:
    return text(x, y, said, f"b f{plan.size.fonts.mid} halo", "" if lead else "middle", fit)


def _count(spot: Spot) -> str:
    gone = spot.place.start - spot.place.here
    return f"{spot.place.here} here" + (f", {gone} gone" if gone > 0 else "")


def _war_words(plan: Ground, forces: Forces) -> Iterator[str]:
    fonts, (x, y), room = plan.size.fonts, plan.war, plan.size.width - 4
    over = y - plan.size.bar[1] - 6 * plan.size.k
    fit = room if len(forces.theatre) * fonts.big * 0.6 > room else 0
    title = forces.theatre[:1].upper() + forces.theatre[1:]
    yield text(x, over - fonts.small * 1.3, title, f"s b f{fonts.big} halo", "middle", fit)
    said = f"{forces.at_war} of {forces.pool} units sent here"
    yield text(x, over, said, f"i f{fonts.small} halo", "middle")
