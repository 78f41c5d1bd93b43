"""Three charts of the debrief: the gauge, calibration, and the classes side by side."""

from collections.abc import Callable, Iterator, Sequence
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
    row, top = 24, 26
    rows = len(studies) + (pooled is not None) + (expected is not None)
    h = top + row * rows + 34

    def x(value: float) -> float:
        kept = max(-span, min(span, value))
        return names + (kept + span) / (2 * span) * (w - names - 8)

    def y(line: int) -> float:
        return top + line * row + row / 2

    parts = [
        text(x(0) - 6, 12, f"← {left}", "b f11", "end"),
        text(x(0) + 6, 12, f"{right} →", "b f11"),
        path(f"M{x(0):.1f} {top - 8}V{h - 30}", "ink-l", 1),
    ]
    for i, study in enumerate(studies):
        r = study.weight
        bar = f"M{x(study.low):.1f} {y(i):.1f}H{x(study.high):.1f}"
        parts += [text(0, y(i) + 4, study.name, "f12"), path(bar, "ink-l", 1.4)]
        parts += [rect(x(study.value) - r, y(i) - r, 2 * r, 2 * r, "ink")]
    line = len(studies)
    if pooled is not None:
        parts += _diamond([x(v) for v in pooled], y(line))
        line += 1
    if expected is not None:
        dashes = f"M{x(expected[0]):.1f} {y(line):.1f}H{x(expected[1]):.1f}"
        parts += [text(0, y(line) + 4, "Next class", "f12")]
        parts += [path(dashes, "ink-l", 2, ' stroke-dasharray="5 3"')]
    parts += _scale(x, span, h)
    parts.append(text((names + w) / 2, h - 2, unit, "m f11", "middle"))
    return picture(w, h, label, parts)


def _diamond(xs: Sequence[float], y: float) -> Iterator[str]:
    middle, low, high = xs
    yield text(0, y + 4, "All classes", "b f12")
    corners = f"M{low:.1f} {y}L{middle:.1f} {y - 8}L{high:.1f} {y}L{middle:.1f} {y + 8}Z"
    yield path(corners, "ink")


def _scale(x: Callable[[float], float], span: float, h: float) -> Iterator[str]:
    for step in range(-2, 3):
        value = step * span / 2
        anchor = "end" if step == 2 else "middle"
        yield text(x(value), h - 16, with_sign(value, 0), "m f11", anchor)
