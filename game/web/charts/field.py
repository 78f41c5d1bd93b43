"""The field that beliefs are drawn on: panels side by side on one scale, always shown whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from game.web.charts.svg import PHONE_FONTS, Fonts, path, text

Panel = TypeVar("Panel")


@dataclass(frozen=True, slots=True)
class Field:
    """A picture's size and margins, in px; the scale runs 0-100 from its foot to its top."""

    w: float
    h: float
    left: float
    top: float
    foot: float
    fonts: Fonts

    @property
    def big(self) -> bool:
        """For the wall, not for a phone."""
        return self.fonts.small > PHONE_FONTS.small

    def y(self, value: float) -> float:
        """Where a belief stands."""
        return self.top + (100 - value) / 100 * (self.h - self.top - self.foot)

    def scale(self) -> Iterator[str]:
        """The lines and figures of the scale."""
        small = self.fonts.small
        for value in (0, 25, 50, 75, 100):
            y = self.y(value)
            yield path(f"M{self.left} {y:.1f}H{self.w}", "hair-l", 1)
            yield text(self.left - 5, y + 4, str(value), f"m f{small}", "end")

    def across(
        self, panels: Sequence[Panel], margin: float
    ) -> Iterator[tuple[Panel, float, float]]:
        """Each panel with its left and right edge; `margin`: the part left free at either side."""
        wide = (self.w - self.left) / max(1, len(panels))
        for i, panel in enumerate(panels):
            start = self.left + i * wide
            yield panel, start + wide * margin, start + wide * (1 - margin)
