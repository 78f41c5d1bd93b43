"""Who went which way, round by round: a row per ally, a cell per round (debrief and record)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from game.core.vocabulary import Distance, Posture
from game.web.charts.icons import arrow_in
from game.web.charts.marks import mark_in
from game.web.charts.svg import PHONE_FONTS, WALL_FONTS, path, picture, text


@dataclass(frozen=True, slots=True)
class Row:
    """One ally; its marks are codes of marks.py (REASSURE, HEDGE, mixed, inferred, none)."""

    name: str
    distance: Distance | None
    marks: tuple[str, ...]


def strips(
    rows: Sequence[Row],
    postures: Sequence[Posture | None],
    label: str,
    *,
    w: float = 328,
    names: float = 76,
    row: float = 26,
    wall: bool = False,
) -> Markup:
    """`names` is the room for names, `row` the height of a row, in px."""
    fonts = WALL_FONTS if wall else PHONE_FONTS
    cell = (w - names) / max(1, len(postures))
    top = 72 if wall else 40
    parts = [*_heads(postures, names, cell, fonts.small, wall)]
    for i, line in enumerate(rows):
        y = top + i * row
        parts.append(path(f"M0 {y:.1f}H{w}", "hair-l", 1))
        natural = len(line.name) * fonts.mid * 0.62
        fit = names - 6 if natural > names - 6 else 0
        parts.append(text(0, y + row / 2 + fonts.mid / 3, line.name, f"f{fonts.mid}", fit=fit))
        parts += _cells(line, names, cell, y, row)
    return picture(w, top + len(rows) * row + 4, label, parts)


def _heads(
    postures: Sequence[Posture | None], names: float, cell: float, small: int, wall: bool
) -> Iterator[str]:
    scale = min(1.6 if wall else 0.8, cell / 18)
    for j, posture in enumerate(postures):
        x = names + (j + 0.5) * cell
        yield text(x, 22 if wall else 12, str(j + 1), f"m f{small}", "middle")
        if posture is not None:
            yield arrow_in(posture, x - 8 * scale, 34 if wall else 18, scale)


def _cells(line: Row, names: float, cell: float, y: float, row: float) -> Iterator[str]:
    scale = row / 24 * 0.92
    for j, code in enumerate(line.marks):
        x = names + (j + 0.5) * cell - 8 * scale
        yield mark_in(code, line.distance, x, y + row / 2 - 8 * scale, scale)
