"""How many stood and how many took a Plan B: a bar a posture, counts in words (debrief only).

Full: REASSURE. Hatched: HEDGE. Hue never stands alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from game.core.vocabulary import Posture
from game.web.charts.icons import arrow_in
from game.web.charts.svg import PHONE_FONTS, WALL_FONTS, Fonts, num, picture, rect, text


@dataclass(frozen=True, slots=True)
class Parted:
    """Answers under one heading."""

    word: str
    posture: Posture | None
    stood: int
    elsewhere: int

    @property
    def answers(self) -> int:
        """All of them."""
        return self.stood + self.elsewhere


def parted(
    rows: Sequence[Parted], label: str, prefix: str, *, w: float = 328, wall: bool = False
) -> Markup:
    """`prefix` keeps the pattern's id apart from that of another chart on the page."""
    fonts, row, thick = (WALL_FONTS, 150, 56) if wall else (PHONE_FONTS, 78, 26)
    parts = [_hatching(prefix, 9 if wall else 5)]
    for i, item in enumerate(rows):
        parts += _row(item, i * row, w, thick, fonts, prefix)
    return picture(w, row * len(rows), label, parts)


def _hatching(prefix: str, step: float) -> str:
    size = f'width="{num(step)}" height="{num(step)}"'
    turned = 'patternUnits="userSpaceOnUse" patternTransform="rotate(45)"'
    line = f'<rect class="he" {size[: size.index(" ")]} height="{num(step / 2)}"/>'
    return f'<defs><pattern id="{prefix}-hatch" {size} {turned}>{line}</pattern></defs>'


def _row(
    item: Parted, top: float, w: float, thick: float, fonts: Fonts, prefix: str
) -> Iterator[str]:
    mid, small = fonts.mid, fonts.small
    lead = 0.0
    if item.posture is not None:
        yield arrow_in(item.posture, 0, top + mid * 0.25, mid / 15)
        lead = mid * 1.35
    yield text(lead, top + mid * 1.1, item.word, f"b f{mid}")
    count = f"{item.answers} move{'' if item.answers == 1 else 's'}"
    yield text(w, top + mid * 1.1, count, f"m f{small}", "end")
    y = top + mid * 1.55
    if not item.answers:
        yield rect(0, y, w, thick, "wash")
        return
    cut = w * item.stood / item.answers
    yield rect(0, y, cut, thick, "re")
    if item.elsewhere:
        yield rect(cut, y, w - cut, thick, "paper")
        yield rect(cut, y, w - cut, thick, "", f' fill="url(#{prefix}-hatch)"')
        yield rect(cut + 1, y + 1, w - cut - 2, thick - 2, "he-l", ' stroke-width="2"')
    foot = y + thick + small * 1.15
    yield text(0, foot, f"{item.stood} stood", f"f{small}")
    yield text(w, foot, f"{item.elsewhere} took a Plan B", f"f{small}", "end")
