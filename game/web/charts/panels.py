"""Three panels, one a posture, on one scale of belief that is always shown whole (0-100).

`by_round` draws a stroke a round, from an open ring (before) to a dot (after); `near_far` two
lines, near with a round end and far with a square one. Nothing is drawn where nothing may be.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from game.core.vocabulary import Distance
from game.web.charts.field import Field
from game.web.charts.svg import PHONE_FONTS, WALL_FONTS, circle, path, picture, rect, text


@dataclass(frozen=True, slots=True)
class Mean:
    """Mean belief before and after, 0-100; None where it may not be shown. `answers`: pairs."""

    before: float | None
    after: float | None
    answers: int


@dataclass(frozen=True, slots=True)
class RoundsPanel:
    """One posture: a mean for each round, the first round first."""

    word: str
    means: tuple[Mean, ...]


@dataclass(frozen=True, slots=True)
class DistancePanel:
    """One posture: near and far allies."""

    word: str
    near: Mean
    far: Mean
    hidden: str = ""  # said where too few answered


def _frame(wall: bool, w: float, h: float) -> Field:
    if wall:
        return Field(w, h, 52, 48, 62, WALL_FONTS)
    return Field(w, h, 26, 26, 38, PHONE_FONTS)


def _width(frame: Field) -> float:
    return 5.0 if frame.big else 2.6


def _dot(frame: Field) -> float:
    return _width(frame) * 1.35


def by_round(
    panels: Sequence[RoundsPanel], label: str, *, w: float = 328, h: float = 230, wall: bool = False
) -> Markup:
    """A stroke a round in each panel; under it the round's number."""
    frame = _frame(wall, w, h)
    parts = [*frame.scale()]
    for panel, x0, x1 in frame.across(panels, 0.06):
        parts += _head(frame, panel.word, x0, x1)
        step = (x1 - x0) / max(1, len(panel.means))
        for i, mean in enumerate(panel.means):
            parts += _stroke(frame, mean, x0 + (i + 0.5) * step, i + 1)
    return picture(w, h, label, parts)


def near_far(
    panels: Sequence[DistancePanel],
    label: str,
    *,
    w: float = 328,
    h: float = 230,
    wall: bool = False,
) -> Markup:
    """Two lines in each panel."""
    frame = _frame(wall, w, h)
    small = frame.fonts.small
    parts = [*frame.scale()]
    for panel, x0, x1 in frame.across(panels, 0.06):
        parts += _head(frame, panel.word, x0, x1)
        a, b = x0 + (x1 - x0) * 0.14, x1 - (x1 - x0) * 0.14
        for x, said in ((a, "before"), (b, "after")):
            parts.append(text(x, frame.h - frame.foot + small * 1.4, said, f"m f{small}", "middle"))
        if panel.hidden:
            parts.append(text((a + b) / 2, frame.y(50), panel.hidden, f"m f{small}", "middle"))
            continue
        parts += _line(frame, panel.near, a, b, Distance.NEAR)
        parts += _line(frame, panel.far, a, b, Distance.FAR)
    return picture(w, h, label, parts)


def _head(frame: Field, word: str, x0: float, x1: float) -> Iterator[str]:
    mid = frame.fonts.mid
    yield text((x0 + x1) / 2, frame.top - mid * 0.75, word, f"b f{mid}", "middle")


def _stroke(frame: Field, mean: Mean, x: float, number: int) -> Iterator[str]:
    small, foot = frame.fonts.small, frame.h - frame.foot
    yield text(x, foot + small * 1.4, str(number), f"m f{small}", "middle")
    if mean.before is None or mean.after is None:
        return
    before, after = frame.y(mean.before), frame.y(mean.after)
    yield path(f"M{x:.1f} {before:.1f}V{after:.1f}", "ink-l", _width(frame) * 0.6)
    yield circle(x, before, _dot(frame), "paper")
    yield _ring(x, before, _dot(frame), _width(frame) * 0.5)
    yield circle(x, after, _dot(frame), "ink")


def _ring(x: float, y: float, r: float, width: float) -> str:
    return (
        f'<circle class="ink-l" cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" stroke-width="{width:.1f}"/>'
    )


def _line(frame: Field, mean: Mean, x0: float, x1: float, distance: Distance) -> Iterator[str]:
    if mean.before is None or mean.after is None:
        return
    y0, y1, r = frame.y(mean.before), frame.y(mean.after), _dot(frame) * 1.2
    dashed = ' stroke-dasharray="10 6"' if distance is Distance.FAR and _width(frame) > 3 else ""
    if distance is Distance.FAR and not dashed:
        dashed = ' stroke-dasharray="5 3"'
    yield path(f"M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}", "ink-l", _width(frame), dashed)
    if distance is Distance.FAR:
        yield rect(x1 - r, y1 - r, 2 * r, 2 * r, "ink")
    else:
        yield circle(x1, y1, r, "ink")
