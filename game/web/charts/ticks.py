"""Where something happened on the line of a whole game: a tick for each, over a slider."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

HEIGHT = 24
LOOKS = {"opened": "edge-l", "posture": "pa-l", "hedge": "he-l"}  # the others are ink
DASHED = {"broken": ' stroke-dasharray="3 2"'}


@dataclass(frozen=True, slots=True)
class Tick:
    """A position, and what is written at it."""

    position: int
    label: str = ""


def ticks(marks: Sequence[Tick], last: int, kind: str, told: str) -> Markup:
    """As wide as the place it stands in: places are shares of the whole."""
    drawn = "".join(_drawn(mark, last, kind) for mark in marks)
    return Markup(
        f'<svg class="ticks" width="100%" height="{HEIGHT}" role="img" aria-label="{escape(told)}">'
        f'<line class="hair-l" x1="0" x2="100%" y1="{HEIGHT - 4}" y2="{HEIGHT - 4}"/>{drawn}</svg>'
    )


def _drawn(mark: Tick, last: int, kind: str) -> str:
    x = f"{100 * (mark.position - 1) / max(1, last - 1):.2f}%"
    top = 6 if kind != "opened" or mark.label else 14
    line = (
        f'<line class="{LOOKS.get(kind, "ink-l")}" x1="{x}" x2="{x}" y1="{top}" y2="{HEIGHT - 4}" '
        f'stroke-width="{1.5 if kind == "opened" else 2.5}"{DASHED.get(kind, "")}/>'
    )
    if not mark.label:
        return line
    return f'{line}<text class="m f11" x="{x}" dx="4" y="12">{escape(mark.label)}</text>'
