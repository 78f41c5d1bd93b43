"""Who went which way, group by group: what the patron did on top, a row of marks for each ally.

Beside a mark stands a letter where no student moved: b a bot, t time ran out, i the instructor.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from game.core.vocabulary import Distance, Posture
from game.web.charts.icons import arrow_in
from game.web.charts.marks import mark_in
from game.web.charts.svg import PHONE_FONTS, WALL_FONTS, Fonts, path, picture, text


@dataclass(frozen=True, slots=True)
class Cell:
    """One ally in one round: a code of marks.py, and who moved if no student did."""

    code: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class AllyRow:
    """One ally."""

    name: str
    distance: Distance | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class GroupStrip:
    """One group: its name, the patron's postures, its allies."""

    name: str
    postures: tuple[Posture | None, ...]
    rows: tuple[AllyRow, ...]

    @property
    def lines(self) -> int:
        """How many rows it takes."""
        return 1 + len(self.rows)


def group_strips(
    strips: Sequence[GroupStrip],
    rounds: int,
    label: str,
    *,
    w: float = 328,
    names: float = 92,
    row: float = 26,
    wall: bool = False,
) -> Markup:
    """`names` is the room for names, `row` the height of a row, in px."""
    fonts = WALL_FONTS if wall else PHONE_FONTS
    cell = (w - names) / max(1, rounds)
    y = row * 0.8
    parts = [
        text(names + (j + 0.5) * cell, y - row * 0.2, str(j + 1), f"m f{fonts.small}", "middle")
        for j in range(rounds)
    ]
    for strip in strips:
        parts += _strip(strip, y, (w, names, cell, row), fonts)
        y += strip.lines * row + row * 0.2
    return picture(w, y + 2, label, parts)


def _strip(
    strip: GroupStrip, y: float, sizes: tuple[float, float, float, float], fonts: Fonts
) -> Iterator[str]:
    w, names, cell, row = sizes
    scale = min(row / 30, cell / 18)
    yield path(f"M0 {y:.1f}H{w}", "ink-l", 1)
    yield _name(strip.name, f"b f{fonts.mid}", y + row / 2, names, fonts)
    for j, posture in enumerate(strip.postures):
        if posture is not None:
            x = names + (j + 0.5) * cell - 8 * scale
            yield arrow_in(posture, x, y + row / 2 - 8 * scale, scale)
    for i, line in enumerate(strip.rows, start=1):
        yield from _row(line, y + i * row, sizes, fonts)


def _row(
    line: AllyRow, y: float, sizes: tuple[float, float, float, float], fonts: Fonts
) -> Iterator[str]:
    w, names, cell, row = sizes
    scale = row / 24 * 0.86
    yield path(f"M0 {y:.1f}H{w}", "hair-l", 1)
    yield _name(line.name, f"f{fonts.mid}", y + row / 2, names, fonts)
    for j, item in enumerate(line.cells):
        x = names + (j + 0.5) * cell - 8 * scale
        yield mark_in(item.code, line.distance, x, y + row / 2 - 8 * scale, scale)
        if item.by:
            beside = x + 17 * scale
            yield text(beside, y + row / 2 + fonts.small / 3, item.by, f"m f{fonts.small}")


def _name(said: str, classes: str, y: float, room: float, fonts: Fonts) -> str:
    """A name, squeezed where it would run into the marks."""
    natural = len(said) * fonts.mid * 0.66
    fit = room - 6 if natural > room - 6 else 0
    return text(0, y + fonts.mid / 3, said, classes, fit=fit)
