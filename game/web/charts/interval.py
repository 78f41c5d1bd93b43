"""An estimate with its interval, on one axis that shows both theories' sides alike.

Dot and bar: the class. Open triangle: what the payoffs alone predict. Wash between dotted lines:
too small to matter. Both sides of zero are the same size. A bar that runs off the scale, or has
no end, ends in an arrow.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import floor, inf, isinf, log10

from markupsafe import Markup

from game.analysis.inference.sentences import with_sign
from game.web.charts.svg import (
    PHONE_FONTS,
    WALL_FONTS,
    Fonts,
    circle,
    path,
    picture,
    rect,
    signed,
    text,
)


@dataclass(frozen=True, slots=True)
class Estimate:
    """What was found; nothing is drawn beyond `span` on either side. Bounds may be infinite."""

    value: float
    low: float
    high: float
    baseline: float | None  # what the payoffs alone predict
    matters: float  # smallest effect that would matter
    left: str  # who expects less, as it stands beside the arrow; may be empty
    right: str
    unit: str
    span: float = 20
    digits: int = 1


def told(shown: Estimate) -> str:
    """The picture in a sentence."""
    value, low, high = (with_sign(n, shown.digits) for n in (shown.value, shown.low, shown.high))
    said = f"Estimate {value} {shown.unit}, 95 per cent interval from {low} to {high}"
    if shown.baseline is None:
        return f"{said}."
    return f"{said}; the payoffs alone predict {with_sign(shown.baseline, shown.digits)}."


def span_of(numbers: Iterable[float], most: float = inf) -> float:
    """A round number that holds all of these that are finite, and is never above `most`."""
    reach = max((abs(number) for number in numbers if not isinf(number)), default=1) or 1
    power = 10.0 ** floor(log10(reach))
    held = next(n * power for n in (1, 2, 4, 6, 8, 10, 20) if n * power >= reach * 1.05)
    return min(held, most)


@dataclass(frozen=True, slots=True)
class _Axis:
    w: float
    y: float  # middle of the bar's row
    up: float
    down: float
    span: float
    fonts: Fonts
    pad: float = 14

    def x(self, value: float) -> float:
        kept = max(-self.span, min(self.span, value))
        return self.pad + (kept + self.span) / (2 * self.span) * (self.w - 2 * self.pad)


def interval(shown: Estimate, *, w: float = 328, wall: bool = False, slim: bool = False) -> Markup:
    """The claim's picture. `slim`: without its unit, which then stands beside it."""
    said = told(shown)
    h, y, up, down = (160, 110, 56, 18) if wall else (138, 84, 40, 12)
    if slim:
        h, y, up, down = 140, 92, 42, 14
        shown = replace(shown, unit="")
    axis = _Axis(w, y, up, down, shown.span, WALL_FONTS if wall else PHONE_FONTS)
    parts = (*_ground(axis, shown), *_ticks(axis, shown, h), *_found(axis, shown, wall))
    return picture(w, h, said, parts)


def _ground(axis: _Axis, shown: Estimate) -> Iterator[str]:
    top, foot, mid = axis.y - axis.up, axis.y + axis.down, axis.fonts.mid
    low, high = axis.x(-shown.matters), axis.x(shown.matters)
    yield rect(low, top, high - low, foot - top, "wash")
    dots = ' stroke-dasharray="2 3"'
    yield path(f"M{low:.1f} {top}V{foot}M{high:.1f} {top}V{foot}", "edge-l", 1, dots)
    yield path(f"M{axis.pad} {foot}H{axis.w - axis.pad}", "edge-l", 1)
    yield path(f"M{axis.x(0):.1f} {top}V{foot}", "ink-l", 1.5)
    if shown.left:
        yield text(axis.pad, mid, f"← {shown.left}", f"b f{mid}")
    if shown.right:
        yield text(axis.w - axis.pad, mid, f"{shown.right} →", f"b f{mid}", "end")


def _ticks(axis: _Axis, shown: Estimate, h: float) -> Iterator[str]:
    small, foot = axis.fonts.small, axis.y + axis.down
    for step in range(-2, 3):
        value = step * shown.span / 2
        anchor = {-2: "start", 2: "end"}.get(step, "middle")
        yield path(f"M{axis.x(value):.1f} {foot}v5", "edge-l", 1)
        digits = max(0, -floor(log10(shown.span / 2)))
        said = signed(value, digits)
        yield text(axis.x(value), foot + small * 1.45, said, f"m f{small}", anchor)
    below = h - 5 if h > foot + small * 2.4 else axis.fonts.mid  # or between the two sides
    yield text(axis.w / 2, below, shown.unit, f"m f{small}", "middle")


def _found(axis: _Axis, shown: Estimate, wall: bool) -> Iterator[str]:
    if shown.baseline is not None:
        yield from _payoffs(axis, shown.baseline, wall)
    bar, dot = (5.0, 12.0) if wall else (2.5, 6.0)
    low, high, y = axis.x(shown.low), axis.x(shown.high), axis.y - (14 if wall else 8)
    ends = "".join(
        _end(x, y, dot, 0 if abs(value) <= shown.span else side)
        for x, value, side in ((low, shown.low, -1), (high, shown.high, 1))
    )
    yield path(f"M{low:.1f} {y}H{high:.1f}{ends}", "ink-l", bar)
    yield circle(axis.x(shown.value), y, dot, "ink")
    said, mid = with_sign(shown.value, shown.digits), axis.fonts.mid
    room = axis.pad + mid * len(said) * 0.3
    x = max(room, min(axis.w - room, axis.x(shown.value)))
    yield text(x, y - dot - 5, said, f"b f{mid} halo", "middle")


def _end(x: float, y: float, size: float, off: int) -> str:
    """A cross-bar; an arrow to the side to which the bar runs off the scale."""
    if not off:
        return f"M{x:.1f} {y - size}v{2 * size}"
    back = x - off * size * 1.2
    return f"M{back:.1f} {y - size}L{x:.1f} {y}L{back:.1f} {y + size}"


def _payoffs(axis: _Axis, baseline: float, wall: bool) -> Iterator[str]:
    b = 10.0 if wall else 5.0
    x, y = axis.x(baseline), axis.y - axis.up
    shape = f"M{x:.1f} {y}l{-b} {-b * 1.6:.1f}h{2 * b}Z"
    yield path(shape, "paper")
    yield path(shape, "ink-l", 2.5 if wall else 1.5)
    side, anchor = (b * 1.8, "start") if x < axis.w * 0.7 else (-b * 1.8, "end")
    yield text(x + side, y - b * 0.3, "payoffs alone", f"i f{axis.fonts.small}", anchor)
