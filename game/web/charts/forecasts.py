"""What allies said, against what the sealed orders would have done. No interval, no judgement.

A dot for each fifth of the scale in which somebody answered; it grows with the number of answers.
The dashed diagonal is perfect foresight.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from game.web.charts.svg import PHONE_FONTS, WALL_FONTS, Fonts, circle, path, picture, text


@dataclass(frozen=True, slots=True)
class Said:
    """Answers near `said` (mean, 0-100); in `came` of 100 of them the order was to come."""

    said: float
    came: float
    answers: int


def forecasts(
    points: Sequence[Said], label: str, *, w: float = 328, h: float = 300, wall: bool = False
) -> Markup:
    """The chart."""
    fonts = WALL_FONTS if wall else PHONE_FONTS
    left, foot, top, right = (64, 78, 34, 20) if wall else (36, 46, 22, 10)
    most = max((point.answers for point in points), default=1)
    biggest = fonts.mid * 0.9

    def x(value: float) -> float:
        return left + value / 100 * (w - left - right)

    def y(value: float) -> float:
        return top + (100 - value) / 100 * (h - top - foot)

    parts = [*_ground(fonts, (left, w - right), (top, h - foot))]
    parts.append(
        path(
            f"M{x(0):.1f} {y(0):.1f}L{x(100):.1f} {y(100):.1f}",
            "ink-l",
            1.5,
            ' stroke-dasharray="5 5"',
        )
    )
    for at in points:
        r = max(fonts.small * 0.25, biggest * (at.answers / most) ** 0.5)
        parts.append(circle(x(at.said), y(at.came), r, "ink"))
    small = fonts.small
    parts += [
        text((left + w - right) / 2, h - small * 0.4, "said, in 100", f"i f{small}", "middle"),
        text(0, top - small * 0.7, "ordered to come, in 100", f"i f{small}"),
    ]
    return picture(w, h, label, parts)


def _ground(fonts: Fonts, across: tuple[float, float], down: tuple[float, float]) -> Iterator[str]:
    (x0, x1), (y0, y1), small = across, down, fonts.small
    for value in (0, 25, 50, 75, 100):
        x, y = x0 + value / 100 * (x1 - x0), y1 - value / 100 * (y1 - y0)
        yield path(f"M{x0} {y:.1f}H{x1}M{x:.1f} {y0}V{y1}", "hair-l", 1)
        yield text(x0 - 6, y + small * 0.35, str(value), f"m f{small}", "end")
        yield text(x, y1 + small * 1.4, str(value), f"m f{small}", "middle")
