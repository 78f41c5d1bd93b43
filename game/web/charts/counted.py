"""How many said what: a bar an answer, the count at its end. All bars look alike."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from game.web.charts.svg import PHONE_FONTS, WALL_FONTS, Fonts, picture, rect, text

Row = tuple[str, int]  # the answer, and how many gave it


def counted(rows: Sequence[Row], label: str, *, w: float = 328, wall: bool = False) -> Markup:
    """The longest bar is the answer given most often."""
    fonts, row, thick = (WALL_FONTS, 118, 52) if wall else (PHONE_FONTS, 58, 24)
    most = max((count for _, count in rows), default=0)
    parts = (
        part for i, item in enumerate(rows) for part in _row(item, i * row, w, thick, fonts, most)
    )
    return picture(w, row * len(rows), label, parts)


def _row(item: Row, top: float, w: float, thick: float, fonts: Fonts, most: int) -> Iterator[str]:
    word, count = item
    reach = w - 3 * fonts.big  # room for the number
    long = reach * count / most if most else 0
    y = top + fonts.mid * 1.5
    yield text(0, top + fonts.mid * 1.1, word, f"b f{fonts.mid}")
    yield rect(0, y, reach, thick, "wash")
    if count:
        yield rect(0, y, long, thick, "ink")
    yield text(reach + fonts.mid * 0.5, y + thick * 0.72, str(count), f"b f{fonts.big}")
