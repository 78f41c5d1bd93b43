"""Marks of an ally: the shape says where it lies, the fill which way it went.

Before the debrief only outlines are drawn: which actor, near or far, and never which way.
"""

from functools import lru_cache

from markupsafe import Markup, escape

from game.core.vocabulary import Distance
from game.web.charts.svg import num

UNKNOWN = "unknown"  # in play: the outline alone
CODES = ("unknown", "REASSURE", "HEDGE", "mixed", "inferred", "none")

_ROUND = '<circle cx="8" cy="8" r="6.5" {}/>'
_SQUARE = '<rect x="2" y="2" width="12" height="12" {}/>'
_HALF_ROUND = '<path d="M3.4 12.6A6.5 6.5 0 0 0 12.6 3.4Z" class="he"/>'
_HALF_SQUARE = '<path d="M2 14H14V2Z" class="he"/>'
_POINT = '<circle cx="8" cy="8" r="1.8" class="greyed"/>'


@lru_cache(maxsize=256)
def mark(
    code: str = UNKNOWN, distance: Distance | None = Distance.NEAR, size: int = 16, label: str = ""
) -> Markup:
    """The mark on its own, for a line of text."""
    said = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    return Markup(
        f'<svg class="mk" viewBox="0 0 16 16" width="{size}" height="{size}" {said}>'
        f"{mark_in(code, distance)}</svg>"
    )


def mark_in(
    code: str, distance: Distance | None, x: float = 0, y: float = 0, scale: float = 1
) -> str:
    """The mark inside a picture, its corner at x, y."""
    place = f"translate({num(x)} {num(y)}) scale({scale:.2f})"
    return f'<g transform="{place}">{_body(code, distance)}</g>'


def _body(code: str, distance: Distance | None) -> str:
    shape = _SQUARE if distance == Distance.FAR else _ROUND
    half = _HALF_SQUARE if distance == Distance.FAR else _HALF_ROUND
    paper = shape.format('class="paper"')
    match code:
        case "REASSURE":
            return shape.format('class="re"')
        case "HEDGE":
            return paper + half + shape.format('class="he-l" stroke-width="1.8"')
        case "mixed":
            return paper + shape.format('class="edge-l" stroke-width="1.6"') + _POINT
        case "inferred":
            dashed = 'class="edge-l" stroke-width="1.6" stroke-dasharray="2 2"'
            return paper + shape.format(dashed) + _POINT
        case "none":
            return '<path d="M5 8H11" class="edge-l" stroke-width="1.4"/>'
        case _:
            return paper + shape.format('class="ink-l" stroke-width="1.6"')
