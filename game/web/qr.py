"""QR codes for pages."""

from functools import lru_cache

import segno
from markupsafe import Markup


@lru_cache(maxsize=64)
def qr_svg(text: str) -> Markup:
    """A QR code as an SVG without styles (strict CSP), as large as the sheet says."""
    made = segno.make(text, error="m").svg_inline(border=0, omitsize=True)
    return Markup(made)  # segno's own drawing; the text is inside it as squares
