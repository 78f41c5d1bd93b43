"""Arrows of the three postures, and the four small signs that stand before a banner."""

from functools import lru_cache

from markupsafe import Markup

from game.core.vocabulary import Posture

ARROWS = {
    Posture.ESCALATE: ("M3 13 13 3M6 3H13V10", "escalates"),
    Posture.HOLD: ("M2 8H14M9.5 3.5 14 8 9.5 12.5", "holds"),
    Posture.DRAW_DOWN: ("M3 3 13 13M6 13H13V6", "draws down"),
}
SIGNS = {
    "off": "M2 6a9 9 0 0 1 12 0M4.5 9a5.4 5.4 0 0 1 7 0M8 12.5v.01M2 14 14 2",
    "ok": "M2.5 8.5 6.5 12.5 13.5 4",
    "wait": "M8 4V8L11 10M8 1.5a6.5 6.5 0 1 0 .01 0",
    "note": "M8 2V9.5M8 13v.01",
    "hand": "M4 9V4.5M6.7 8V2M9.4 8V2.5M12 9V4.5M4 9c0 7 8 7 8 0",
}
SEEN = {  # filled, hollow, dashed: told apart without colour
    "here": 'class="seen seen--here"',
    "past": 'class="seen"',
    "never": 'class="seen" stroke-dasharray="2.2 2.2"',
}


@lru_cache(maxsize=64)
def arrow(posture: Posture, size: int = 16, named: bool = False) -> Markup:
    """The posture as an arrow; `named` where no word beside it says the same."""
    drawn, word = ARROWS[posture]
    said = f'role="img" aria-label="{word}"' if named else 'aria-hidden="true"'
    return Markup(
        f'<svg class="mk" viewBox="0 0 16 16" width="{size}" height="{size}" {said}>'
        f'<path d="{drawn}" class="pa-l" stroke-width="2.2"/></svg>'
    )


def arrow_in(posture: Posture, x: float, y: float, scale: float) -> str:
    """The arrow inside a picture, its corner at x, y."""
    place = f"translate({x:.1f} {y:.1f}) scale({scale:.2f})"
    drawn = f'<path d="{ARROWS[posture][0]}" class="pa-l" stroke-width="2.2"/>'
    return f'<g transform="{place}">{drawn}</g>'


@lru_cache(maxsize=4)
def seen(name: str) -> Markup:
    """The sign before when somebody was last heard; the words beside it say the same."""
    return Markup(
        '<svg class="mk" viewBox="0 0 16 16" width="10" height="10" aria-hidden="true">'
        f'<circle cx="8" cy="8" r="5.5" stroke-width="2.4" {SEEN[name]}/></svg>'
    )


@lru_cache(maxsize=16)
def sign(name: str) -> Markup:
    """A sign for a banner; the words beside it say everything."""
    return Markup(
        f'<svg class="mk" viewBox="0 0 16 16" aria-hidden="true"><path d="{SIGNS[name]}" '
        'class="sign" stroke-width="2" stroke-linecap="round"/></svg>'
    )
