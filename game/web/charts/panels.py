"""Three panels, one a posture, on one scale of belief that is always shown whole (0-100).

`by_round` draws a stroke a round, from an open ring (before) to a dot (after); `near_far` two
lines, near with a round end and far with a square one. Nothing is drawn where nothing may be.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from game.core.vocabulary import Distance
from game.web.charts.svg import PHONE_FONTS, WALL_FONTS, Fonts, circle, path, picture, rect, text


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


Panel = TypeVar("Panel", RoundsPanel, DistancePanel)


@dataclass(frozen=True, slots=True)
class _Frame:
    w: float
    h: float
    left: float
    top: float
    foot: float
    fonts: Fonts

    def y(self, value: float) -> float:
        return self.top + (100 - value) / 100 * (self.h - self.top - self.foot)

    @property
    def line(self) -> float:
        return 5.0 if self.fonts is WALL_FONTS else 2.6

    @property
    def dot(self) -> float:
        return self.line * 1.35


def _frame(wall: bool, w: float, h: float) -> _Frame:
    if wall:
        return _Frame(w, h, 52, 48, 62, WALL_FONTS)
    return _Frame(w, h, 26, 26, 38, PHONE_FONTS)


def by_round(
    panels: Sequence[RoundsPanel], label: str, *, w: float = 328, h: float = 230, wall: bool = False
) -> Markup:
    """A stroke a round in each panel; under it the round's number."""
    frame = _frame(wall, w, h)
    parts = [*_scale(frame)]
    for panel, x0, x1 in _across(frame, panels):
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
    parts = [*_scale(frame)]
    for panel, x0, x1 in _across(frame, panels):
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


def _scale(frame: _Frame) -> Iterator[str]:
    small = frame.fonts.small
    for value in (0, 25, 50, 75, 100):
        y = frame.y(value)
        yield path(f"M{frame.left} {y:.1f}H{frame.w}", "hair-l", 1)
        yield text(frame.left - 5, y + 4, str(value), f"m f{small}", "end")


def _across(frame: _Frame, panels: Sequence[Panel]) -> Iterator[tuple[Panel, float, float]]:
    """Each panel with its left and right edge."""
    wide = (frame.w - frame.left) / max(1, len(panels))
    for i, panel in enumerate(panels):
        start = frame.left + i * wide
        yield panel, start + wide * 0.06, start + wide * 0.94


def _head(frame: _Frame, word: str, x0: float, x1: float) -> Iterator[str]:
    mid = frame.fonts.mid
    yield text((x0 + x1) / 2, frame.top - mid * 0.75, word, f"b f{mid}", "middle")


def _stroke(frame: _Frame, mean: Mean, x: float, number: int) -> Iterator[str]:
    small, foot = frame.fonts.small, frame.h - frame.foot
    yield text(x, foot + small * 1.4, str(number), f"m f{small}", "middle")
    if mean.before is None or mean.after is None:
        return
    before, after = frame.y(mean.before), frame.y(mean.after)
    yield path(f"M{x:.1f} {before:.1f}V{after:.1f}", "ink-l", frame.line * 0.6)
    yield circle(x, before, frame.dot, "paper")
    yield _ring(x, before, frame.dot, frame.line * 0.5)
    yield circle(x, after, frame.dot, "ink")


def _ring(x: float, y: float, r: float, width: float) -> str:
    return (
        f'<circle class="ink-l" cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" stroke-width="{width:.1f}"/>'
    )


def _line(frame: _Frame, mean: Mean, x0: float, x1: float, distance: Distance) -> Iterator[str]:
    if mean.before is None or mean.after is None:
        return
    y0, y1, r = frame.y(mean.before), frame.y(mean.after), frame.dot * 1.2
    dashed = ' stroke-dasharray="10 6"' if distance is Distance.FAR and frame.line > 3 else ""
    if distance is Distance.FAR and not dashed:
        dashed = ' stroke-dasharray="5 3"'
    yield path(f"M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}", "ink-l", frame.line, dashed)
    if distance is Distance.FAR:
        yield rect(x1 - r, y1 - r, 2 * r, 2 * r, "ink")
    else:
        yield circle(x1, y1, r, "ink")
