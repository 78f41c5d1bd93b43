"""Tables of the debrief, and how a number of the picture stands in a cell: rounded, never changed.

Means have one decimal, so that whoever recomputes them from the export finds the same.
"""

from dataclasses import dataclass

from game.analysis.descriptives import Summary
from game.web.charts.svg import signed
from game.web.wording.figures import MINUS

HIDDEN = "–"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words; the first column heads its row, the others are set right."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def belief(item: Summary, value: float | None) -> str:
    """A mean of beliefs; a dash where it may not be shown or there is none."""
    if value is None or not item.discreet:
        return HIDDEN
    return f"{value:.1f}"


def change(item: Summary) -> str:
    """How belief changed on average; a dash where it may not be shown."""
    if item.change is None or not item.discreet:
        return HIDDEN
    return signed(item.change, 1)


def share(part: int, whole: int) -> str:
    """`38 of 60 (63 %)`."""
    if not whole:
        return "none"
    return f"{part} of {whole} ({100 * part / whole:.0f} %)"


def one_decimal(value: float) -> str:
    """12.5, with a printer's minus."""
    size = f"{abs(value):.1f}"
    return f"{MINUS}{size}" if value < 0 and float(size) else size
