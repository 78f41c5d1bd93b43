"""Belief before and after: a panel per posture or round, a line per ally, the mean drawn heavy."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from game.core.vocabulary import Distance
from game.web.charts.field import Field
from game.web.charts.svg import PHONE_FONTS, WALL_FONTS, circle, path, picture, rect, text
from game.web.charts.svg import signed as with_sign


@dataclass(frozen=True, slots=True)
class Slope:
    """One ally in one round, 0-100."""

    before: float
    after: float
    distance: Distance | None


@dataclass(frozen=True, slots=True)
class Panel:
    """The answers under one heading; where they may not be shown, `hidden` says why."""

    word: str
    slopes: tuple[Slope, ...]
    hidden: str = ""


def slopes(
    panels: Sequence[Panel], label: str, *, w: float = 328, h: float = 230, wall: bool = False
) -> Markup:
    """0-100 is always shown whole."""
    fonts = WALL_FONTS if wall else PHONE_FONTS
    frame = Field(w, h, *((52, 68, 62) if wall else (26, 36, 40)), fonts)
    parts = [*frame.scale()]
    for panel, x0, x1 in frame.across(panels, 0.2):
        parts += _panel(frame, panel, x0, x1)
    return picture(w, h, label, parts)


def _panel(frame: Field, panel: Panel, x0: float, x1: float) -> Iterator[str]:
    small, mid, big = frame.fonts.small, frame.fonts.mid, frame.big
    centre, foot = (x0 + x1) / 2, frame.h - frame.foot
    yield text(centre, frame.top - (34 if big else 20), panel.word, f"b f{mid}", "middle")
    for x, said in ((x0, "before"), (x1, "after")):
        yield text(x, foot + (28 if big else 18), said, f"m f{small}", "middle")
    if panel.hidden:
        yield text(centre, frame.top - 6, panel.hidden, f"m f{small}", "middle")
        return
    count = len(panel.slopes)
    answers = f"{count} answer{'' if count == 1 else 's'}"
    yield text(centre, frame.h - 6, answers, f"m f{small}", "middle")
    if not count:
        yield text(centre, frame.top - 6, "no answer", f"m f{mid}", "middle")
        return
    yield from _lines(frame, panel, x0, x1)
    before = sum(item.before for item in panel.slopes) / count
    after = sum(item.after for item in panel.slopes) / count
    mean = _line(frame, x0, before, x1, after)
    yield path(mean, "paper-l", 12 if big else 6.4)  # a rim, so that it stands out among many
    yield path(mean, "ink-l", 6 if big else 3.2)
    change = with_sign(after - before) + (" on average" if big else "")
    yield text(centre, frame.top - 6, change, f"f{mid}", "middle")


def _lines(frame: Field, panel: Panel, x0: float, x1: float) -> Iterator[str]:
    """Thin lines of one ally each; round ends are near the war, square ones far."""
    r, thin = (5.0, 2.0) if frame.big else (3.2, 1.1)
    for item in panel.slopes:
        y = frame.y(item.after)
        yield path(_line(frame, x0, item.before, x1, item.after), "ink-l faint", thin)
        if item.distance is Distance.FAR:
            yield rect(x1 - r, y - r, 2 * r, 2 * r, "ink")
        else:
            yield circle(x1, y, r, "ink")


def _line(frame: Field, x0: float, before: float, x1: float, after: float) -> str:
    return f"M{x0:.1f} {frame.y(before):.1f}L{x1:.1f} {frame.y(after):.1f}"
