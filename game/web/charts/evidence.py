"""Three charts of the debrief: the gauge, calibration, and the classes side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from game.web.charts.svg import circle, path, picture, rect, text
from game.web.charts.svg import signed as with_sign


def gauge(shares: Sequence[tuple[str, float]], *, w: float = 328, wall: bool = False) -> Markup:
    """Bars in a fixed order, never a needle. `shares` are 0-1."""
    row, small, mid, thick = (88, 24, 30, 32) if wall else (44, 12, 15, 14)
    full = w - mid * 3.8
    parts: list[str] = []
    for i, (name, share) in enumerate(shares):
        y = i * row + small * 1.7
        parts += [
            text(0, i * row + small * 1.2, name, f"f{small}"),
            rect(0, y, full, thick, "wash"),
            rect(0, y, full * share, thick, "ink"),
            text(w, y + thick * 0.9, f"{share * 100:.0f}%", f"b f{mid}", "end"),
        ]
    label = "; ".join(f"{name}: {share * 100:.0f} per cent" for name, share in shares)
    return picture(w, row * len(shares), label, parts)


@dataclass(frozen=True, slots=True)
class Calibrated:
    """Answers near `said` (0-100), and in how many of them the patron would have come."""

    said: float
    came: float
    low: float
    high: float
    answers: int


def calibration(points: Sequence[Calibrated], label: str, *, w: float = 328) -> Markup:
    """The dashed diagonal is perfect foresight; dots grow with the number of answers."""
    left, foot, top, right, h = 40, 44, 10, 10, 300

    def x(value: float) -> float:
        return left + value / 100 * (w - left - right)

    def y(value: float) -> float:
        return top + (100 - value) / 100 * (h - top - foot)

    parts: list[str] = []
    for v in (0, 25, 50, 75, 100):
        parts += [
            path(f"M{left} {y(v):.1f}H{w - right}M{x(v):.1f} {top}V{h - foot}", "hair-l", 1),
            text(left - 6, y(v) + 4, str(v), "m f11", "end"),
            text(x(v), h - foot + 16, str(v), "m f11", "middle"),
        ]
    diagonal = f"M{x(0):.1f} {y(0):.1f}L{x(100):.1f} {y(100):.1f}"
    parts.append(path(diagonal, "ink-l", 1, ' stroke-dasharray="4 4"'))
    for at in points:
        bar = f"M{x(at.said):.1f} {y(at.low):.1f}V{y(at.high):.1f}"
        parts += [path(bar, "ink-l", 1.4)]
        parts += [circle(x(at.said), y(at.came), 2.2 + min(at.answers, 60) ** 0.5, "ink")]
    parts += [
        text((left + w - right) / 2, h - 8, "said: chance that it comes", "i f12", "middle"),
        text(x(0) + 8, y(100) + 16, "would have come, per cent", "i f12 halo"),
    ]
    return picture(w, h, label, parts)


@dataclass(frozen=True, slots=True)
class Study:
    """One class: estimate, interval, and its weight (half the side of its square, px)."""

    name: str
    value: float
    low: float
    high: float
    weight: float


@dataclass(frozen=True, slots=True)
class _Lines:
    """Where the rows of a forest stand."""

    w: float
    names: float
    span: float
    rows: int
    row: float = 24
    top: float = 26

    @property
    def h(self) -> float:
        return self.top + self.row * self.rows + 34

    def x(self, value: float) -> float:
        kept = max(-self.span, min(self.span, value))
        return self.names + (kept + self.span) / (2 * self.span) * (self.w - self.names - 8)

    def y(self, line: int) -> float:
        return self.top + line * self.row + self.row / 2


def forest(
    studies: Sequence[Study],
    pooled: tuple[float, float, float] | None,
    expected: tuple[float, float] | None,
    label: str,
    *,
    left: str = "authors",
    right: str = "HRT",
    unit: str = "belief points",
    w: float = 328,
    span: float = 20,
    names: float = 96,
) -> Markup:
    """A line a class, the diamond of all, and dashes for where the next class may fall."""
    rows = len(studies) + (pooled is not None) + (expected is not None)
    at = _Lines(w, names, span, rows)
    parts = [
        text(at.x(0) - 6, 12, f"← {left}", "b f11", "end"),
        text(at.x(0) + 6, 12, f"{right} →", "b f11"),
        path(f"M{at.x(0):.1f} {at.top - 8}V{at.h - 30}", "ink-l", 1),
        *(part for i, study in enumerate(studies) for part in _study(at, study, at.y(i))),
    ]
    if pooled is not None:
        parts += _diamond(at, pooled, at.y(len(studies)))
    if expected is not None:
        parts += _dashes(at, expected, at.y(rows - 1))
    return picture(w, at.h, label, [*parts, *_scale(at, unit)])


def _study(at: _Lines, study: Study, y: float) -> Iterator[str]:
    r = study.weight
    yield text(0, y + 4, study.name, "f12")
    yield path(f"M{at.x(study.low):.1f} {y}H{at.x(study.high):.1f}", "ink-l", 1.4)
    yield rect(at.x(study.value) - r, y - r, 2 * r, 2 * r, "ink")


def _diamond(at: _Lines, pooled: tuple[float, float, float], y: float) -> Iterator[str]:
    middle, low, high = (at.x(value) for value in pooled)
    yield text(0, y + 4, "All classes", "b f12")
    corners = f"M{low:.1f} {y}L{middle:.1f} {y - 8}L{high:.1f} {y}L{middle:.1f} {y + 8}Z"
    yield path(corners, "ink")


def _dashes(at: _Lines, expected: tuple[float, float], y: float) -> Iterator[str]:
    yield text(0, y + 4, "Next class", "f12")
    line = f"M{at.x(expected[0]):.1f} {y}H{at.x(expected[1]):.1f}"
    yield path(line, "ink-l", 2, ' stroke-dasharray="5 3"')


def _scale(at: _Lines, unit: str) -> Iterator[str]:
    for step in range(-2, 3):
        value = step * at.span / 2
        anchor = "end" if step == 2 else "middle"
        yield text(at.x(value), at.h - 16, with_sign(value, 0), "m f11", anchor)
    yield text((at.names + at.w) / 2, at.h - 2, unit, "m f11", "middle")
