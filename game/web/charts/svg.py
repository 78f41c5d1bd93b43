"""The few lines of SVG that every picture is made of."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

MINUS = "−"


@dataclass(frozen=True, slots=True)
class Fonts:
    """The three sizes of text on a picture, in px; each has a class of its own in charts.css."""

    small: int
    mid: int
    big: int


PHONE_FONTS = Fonts(11, 12, 15)
WALL_FONTS = Fonts(20, 24, 30)


def num(value: float) -> str:
    """A coordinate, as short as it can be written."""
    return f"{value:.1f}".removesuffix(".0")


def text(x: float, y: float, said: str, classes: str, anchor: str = "", fit: float = 0) -> str:
    """A line of text; `fit` squeezes it into that many px, so that no name is ever cut."""
    end = f' text-anchor="{anchor}"' if anchor else ""
    squeeze = f' textLength="{num(fit)}" lengthAdjust="spacingAndGlyphs"' if fit else ""
    return f'<text class="{classes}" x="{num(x)}" y="{num(y)}"{end}{squeeze}>{escape(said)}</text>'


def path(d: str, classes: str, width: float = 0, more: str = "") -> str:
    """A stroke or a shape."""
    stroke = f' stroke-width="{num(width)}"' if width else ""
    return f'<path class="{classes}"{stroke}{more} d="{d}"/>'


def rect(x: float, y: float, w: float, h: float, classes: str, more: str = "") -> str:
    """An upright rectangle."""
    place = f'x="{num(x)}" y="{num(y)}" width="{num(w)}" height="{num(h)}"'
    return f'<rect class="{classes}" {place}{more}/>'


def circle(x: float, y: float, r: float, classes: str) -> str:
    """A dot."""
    return f'<circle class="{classes}" cx="{num(x)}" cy="{num(y)}" r="{num(r)}"/>'


def picture(width: float, height: float, label: str, parts: Iterable[str]) -> Markup:
    """A chart that says in one sentence what it shows."""
    box = f'viewBox="0 0 {num(width)} {num(height)}" width="{num(width)}" height="{num(height)}"'
    drawn = "".join(parts)
    return Markup(f'<svg class="chart" {box} role="img" aria-label="{escape(label)}">{drawn}</svg>')


def signed(value: float, digits: int = 0) -> str:
    """A number with its sign as a printer sets it."""
    size = f"{abs(value):.{digits}f}"
    if float(size) == 0:
        return "0"
    return f"{'+' if value > 0 else MINUS}{size}"
