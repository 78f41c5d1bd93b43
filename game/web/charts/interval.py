"""An estimate with its interval, on one axis that shows both theories' sides alike.

Dot and bar: the class. Open triangle: what the payoffs alone predict. Wash between dotted lines:
too small to matter. Both sides of zero are the same size.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from game.web.charts.svg import PHONE_FONTS, WALL_FONTS, Fonts, circle, path, picture, rect, text
from game.web.charts.svg import signed as with_sign


@dataclass(frozen=True, slots=True)
class Estimate:
    """What was found; `none` of the numbers is drawn outside `span` on either side."""

    value: float
    low: float
    high: float
    baseline: float | None  # what the payoffs alone predict
    matters: float  # smallest effect that would matter
    left: str  # who expects less
    right: str
    unit: str
    span: float = 20
    digits: int = 1


def told(shown: Estimate) -> str:
    """The picture in a sentence."""
    value, low, high = (
        with_sign(number, shown.digits) for number in (shown.value, shown.low, shown.high)
    )
    said = f"Estimate {value} {shown.unit}, 95 per cent interval from {low} to {high}"
    if shown.baseline is None:
        return f"{said}."
    return f"{said}; the payoffs alone predict {with_sign(shown.baseline, shown.digits)}."


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


def interval(shown: Estimate, *, w: float = 328, wall: bool = False) -> Markup:
    """The claim's picture."""
    h, y, up, down = (202, 122, 62, 20) if wall else (138, 84, 40, 12)
    axis = _Axis(w, y, up, down, shown.span, WALL_FONTS if wall else PHONE_FONTS)
    parts = (*_ground(axis, shown), *_ticks(axis, shown, h), *_found(axis, shown, wall))
    return picture(w, h, told(shown), parts)


def _ground(axis: _Axis, shown: Estimate) -> Iterator[str]:
    top, foot, mid = axis.y - axis.up, axis.y + axis.down, axis.fonts.mid
    low, high = axis.x(-shown.matters), axis.x(shown.matters)
    yield rect(low, top, high - low, foot - top, "wash")
    dots = ' stroke-dasharray="2 3"'
    yield path(f"M{low:.1f} {top}V{foot}M{high:.1f} {top}V{foot}", "edge-l", 1, dots)
    yield path(f"M{axis.pad} {foot}H{axis.w - axis.pad}", "edge-l", 1)
    yield path(f"M{axis.x(0):.1f} {top}V{foot}", "ink-l", 1.5)
    yield text(axis.pad, mid, f"← {shown.left}", f"b f{mid}")
    yield text(axis.w - axis.pad, mid, f"{shown.right} →", f"b f{mid}", "end")


def _ticks(axis: _Axis, shown: Estimate, h: float) -> Iterator[str]:
    small, foot = axis.fonts.small, axis.y + axis.down
    for step in range(-2, 3):
        value = step * shown.span / 2
        anchor = {-2: "start", 2: "end"}.get(step, "middle")
        yield path(f"M{axis.x(value):.1f} {foot}v5", "edge-l", 1)
        digits = 0 if shown.span >= 2 else 2
        said = with_sign(value, digits)
        yield text(axis.x(value), foot + small * 1.45, said, f"m f{small}", anchor)
    yield text(axis.w / 2, h - 5, shown.unit, f"m f{small}", "middle")


def _found(axis: _Axis, shown: Estimate, wall: bool) -> Iterator[str]:
    small, mid = axis.fonts.small, axis.fonts.mid
    bar, dot, b = (5.0, 12.0, 10.0) if wall else (2.5, 6.0, 5.0)
    if shown.baseline is not None:
        x, y = axis.x(shown.baseline), axis.y - axis.up
        shape = f"M{x:.1f} {y}l{-b} {-b * 1.6:.1f}h{2 * b}Z"
        yield path(shape, "paper")
        yield path(shape, "ink-l", 2.5 if wall else 1.5)
        side, anchor = (b * 1.8, "start") if x < axis.w * 0.7 else (-b * 1.8, "end")
        yield text(x + side, y - b * 0.3, "payoffs alone", f"i f{small}", anchor)
    low, high, y = axis.x(shown.low), axis.x(shown.high), axis.y - (14 if wall else 8)
    ends = f"M{low:.1f} {y - dot}v{2 * dot}M{high:.1f} {y - dot}v{2 * dot}"
    yield path(f"M{low:.1f} {y}H{high:.1f}{ends}", "ink-l", bar)
    yield circle(axis.x(shown.value), y, dot, "ink")
    said = with_sign(shown.value, shown.digits)
    yield text(axis.x(shown.value), y - dot - 5, said, f"b f{mid} halo", "middle")
