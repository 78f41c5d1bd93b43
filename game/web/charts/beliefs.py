"""What one ally said it believed, round by round: a stroke from before to after (0-100)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from game.core.vocabulary import Distance, Posture
from game.web.charts.icons import arrow_in
from game.web.charts.svg import circle, path, picture, rect, text

LEFT, TOP, FOOT, HEIGHT = 26, 30, 22, 190


@dataclass(frozen=True, slots=True)
class Stated:
    """One round. None where nothing was said; the posture is drawn above."""

    round: int
    before: int | None
    after: int | None
    posture: Posture | None


def beliefs(
    stated: Sequence[Stated], distance: Distance | None, label: str, *, w: float = 328
) -> Markup:
    """A dot where only one of the two was said."""
    parts = [*_scale(w)]
    step = (w - LEFT) / max(6, len(stated))
    for i, item in enumerate(stated):
        x = LEFT + (i + 0.5) * step
        parts.append(text(x, HEIGHT - 6, str(item.round), "m f11", "middle"))
        if item.posture is not None:
            parts.append(arrow_in(item.posture, x - 6.4, 6, 0.8))
        parts += _stroke(item, x, min(step * 0.26, 14), distance)
    return picture(w, HEIGHT, label, parts)


def _scale(w: float) -> Iterator[str]:
    for value in (0, 25, 50, 75, 100):
        yield path(f"M{LEFT} {_y(value):.1f}H{w}", "hair-l", 1)
        yield text(LEFT - 5, _y(value) + 4, str(value), "m f11", "end")


def _y(value: float) -> float:
    return TOP + (100 - value) / 100 * (HEIGHT - TOP - FOOT)


def _stroke(item: Stated, x: float, half: float, distance: Distance | None) -> Iterator[str]:
    if item.before is not None and item.after is not None:
        line = f"M{x - half:.1f} {_y(item.before):.1f}L{x + half:.1f} {_y(item.after):.1f}"
        yield path(line, "ink-l", 2.4)
    elif item.before is not None:
        yield path(f"M{x - half:.1f} {_y(item.before):.1f}h{half:.1f}", "ink-l", 2.4)
    if item.after is not None:
        y = _y(item.after)
        far = distance is Distance.FAR
        yield rect(x + half - 3, y - 3, 6, 6, "ink") if far else circle(x + half, y, 3.2, "ink")
