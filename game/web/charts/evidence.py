"""Two charts of the debrief: the gauge and calibration."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from game.web.charts.svg import circle, path, picture, rect, text


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
