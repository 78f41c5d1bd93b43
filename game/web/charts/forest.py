"""Classes under one another: a square and an interval each, diamonds for the pooled lines, and
dashes for where the next class may fall.

What lies outside the axis is cut off with an arrowhead, also an interval without an end; a square
outside it becomes an arrowhead at the edge. The table beside the picture holds every number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite

from markupsafe import Markup

from game.web.charts.svg import circle, path, picture, rect, text
from game.web.charts.svg import signed as with_sign

LEAST, MOST = 3.0, 8.0  # half the side of a square, px
STEPS = (1, 1.5, 2, 3, 4, 5, 7.5, 10)


@dataclass(frozen=True, slots=True)
class Study:
    """One class. Bounds may be infinite, or None: there is no interval. `groups` make the square's
    size; a class that does not enter the lines is drawn hollow."""

    name: str
    value: float
    low: float | None
    high: float | None
    groups: int
    entered: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A pooled line; hollow where there are too few classes for a headline."""

    name: str
    value: float
    low: float | None
    high: float | None
    headline: bool = True


@dataclass(frozen=True, slots=True)
class Plot:
    """All that is drawn. `span` is the axis' half."""

    studies: Sequence[Study]
    lines: Sequence[Line]
    expected: tuple[float, float] | None  # prediction interval
    label: str
    left: str
    right: str
    unit: str
    span: float = 20
    digits: int = 0


def span_of(values: Sequence[float], least: float) -> float:
    """Half of an axis on which all these stand: the smallest round one, not below `least`."""
    most = max((abs(value) for value in values if isfinite(value)), default=0.0)
    return next((least * step for step in STEPS if least * step >= most), least * STEPS[-1])


@dataclass(frozen=True, slots=True)
class _Axis:
    """Where rows stand."""

    w: float
    names: float
    span: float
    rows: int
    row: float = 24
    top: float = 26

    @property
    def h(self) -> float:
        return self.top + self.row * self.rows + 34

    @property
    def ends(self) -> tuple[float, float]:
        return self.names + 6, self.w - 12

    def x(self, value: float) -> float:
        low, high = self.ends
        kept = max(-self.span, min(self.span, value))
        return low + (kept + self.span) / (2 * self.span) * (high - low)

    def y(self, line: int) -> float:
        return self.top + line * self.row + self.row / 2


def forest(shown: Plot, *, w: float = 328, names: float = 104) -> Markup:
    """The picture."""
    count = len(shown.studies)
    at = _Axis(w, names, shown.span, count + len(shown.lines) + (shown.expected is not None))
    most = max((study.groups for study in shown.studies), default=1)
    parts = [
        *_ground(at, shown),
        *(part for i, one in enumerate(shown.studies) for part in _study(at, one, at.y(i), most)),
    ]
    for i, line in enumerate(shown.lines, start=count):
        parts += _diamond(at, line, at.y(i))
    if shown.expected is not None:
        parts += _dashes(at, shown.expected, at.y(at.rows - 1))
    return picture(w, at.h, shown.label, [*parts, *_scale(at, shown)])


def _ground(at: _Axis, shown: Plot) -> Iterator[str]:
    yield text(at.x(0) - 6, 12, f"← {shown.left}", "b f11", "end")
    yield text(at.x(0) + 6, 12, f"{shown.right} →", "b f11")
    yield path(f"M{at.x(0):.1f} {at.top - 8}V{at.h - 30:.1f}", "ink-l", 1)
    if shown.studies and (shown.lines or shown.expected):
        y = at.y(len(shown.studies)) - at.row / 2
        yield path(f"M0 {y:.1f}H{at.w}", "hair-l", 1)


def _name(at: _Axis, name: str, y: float, classes: str) -> str:
    room = at.names - 8
    return text(0, y + 4, name, classes, fit=room if len(name) * 6.6 > room else 0)


def _stroke(at: _Axis, low: float, high: float, y: float) -> str:
    return f"M{at.x(low):.1f} {y}H{at.x(high):.1f}"


def _heads(at: _Axis, low: float, high: float, y: float) -> str:
    """Arrowheads where an interval goes on beyond the axis; nothing where it does not."""
    left = f"M{at.x(low) + 5:.1f} {y - 4}l-5 4l5 4" if low < -at.span else ""
    right = f"M{at.x(high) - 5:.1f} {y - 4}l5 4l-5 4" if high > at.span else ""
    return left + right


def _study(at: _Axis, study: Study, y: float, most: int) -> Iterator[str]:
    yield _name(at, study.name, y, "f12")
    if study.low is not None and study.high is not None:
        ends = (at, study.low, study.high, y)
        yield path(_stroke(*ends) + _heads(*ends), "ink-l", 1.4)
    r = LEAST + (MOST - LEAST) * (study.groups / max(most, 1)) ** 0.5
    x = at.x(study.value)
    if abs(study.value) > at.span:
        way = 1 if study.value > 0 else -1
        yield path(f"M{x:.1f} {y}l{-9 * way} -6v12Z", "ink" if study.entered else "paper")
        yield path(f"M{x:.1f} {y}l{-9 * way} -6v12Z", "ink-l", 1.4)
    elif study.entered:
        yield rect(x - r, y - r, 2 * r, 2 * r, "ink")
    else:
        yield circle(x, y, 4, "paper")
        yield circle(x, y, 4, "ink-l")


def _diamond(at: _Axis, line: Line, y: float) -> Iterator[str]:
    yield _name(at, line.name, y, "b f12" if line.headline else "f12")
    low = line.value if line.low is None else line.low
    high = line.value if line.high is None else line.high
    left, middle, right = at.x(low), at.x(line.value), at.x(high)
    corners = f"M{left:.1f} {y}L{middle:.1f} {y - 8}L{right:.1f} {y}L{middle:.1f} {y + 8}Z"
    yield path(corners, "ink" if line.headline else "paper")
    yield path(corners, "ink-l", 1.4)
    if heads := _heads(at, low, high, y):
        yield path(heads, "ink-l", 1.4)


def _dashes(at: _Axis, expected: tuple[float, float], y: float) -> Iterator[str]:
    yield _name(at, "Next class", y, "f12")
    yield path(_stroke(at, *expected, y), "ink-l", 2, ' stroke-dasharray="5 3"')
    if heads := _heads(at, *expected, y):
        yield path(heads, "ink-l", 1.4)


def _scale(at: _Axis, shown: Plot) -> Iterator[str]:
    for step in range(-2, 3):
        value = step * at.span / 2
        yield path(f"M{at.x(value):.1f} {at.h - 32:.1f}v4", "edge-l", 1)
        said, last = with_sign(value, shown.digits), step == 2
        x = at.w if last else at.x(value)
        yield text(x, at.h - 16, said, "m f11", "end" if last else "middle")
    yield text((at.names + at.w) / 2, at.h - 2, shown.unit, "m f11", "middle")
