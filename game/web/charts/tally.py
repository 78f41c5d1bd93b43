"""Units of one place in a row, in fives: those that stand there, then the empty places."""

from functools import lru_cache

from markupsafe import Markup

from game.web.charts.svg import num, rect

PITCH, GAP = 9, 4


def slots(count: int, centre: float, pitch: float, gap: float) -> list[float]:
    """The middles of `count` marks around `centre`, with a gap after every fifth."""
    if not count:
        return []
    spread = [i * pitch + (i // 5) * gap for i in range(count)]
    left = centre - (spread[-1] + pitch) / 2 + pitch / 2
    return [left + x for x in spread]


@lru_cache(maxsize=512)
def tally(there: int, places: int) -> Markup:
    """`there` bars in `places` places; the number beside it says the same to everybody."""
    total = max(there, places)
    xs = slots(total, 0, PITCH, GAP)
    left = xs[0] - PITCH / 2 if xs else 0.0
    width = xs[-1] - left + 6 if xs else 10.0
    bars = "".join(
        rect(x - left - 3, 1, 6, 16, "unit" if i < there else "gone") for i, x in enumerate(xs)
    )
    return Markup(
        f'<svg class="tally" viewBox="0 0 {num(width)} 18" width="{num(width)}" height="18" '
        f'aria-hidden="true">{bars}<path class="shelf" d="M0 17.5H{num(width)}"/></svg>'
    )
