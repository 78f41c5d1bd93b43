"""Ten classes a line: how many of them would find what is there. Filled ones would."""

from collections.abc import Sequence

from markupsafe import Markup

from game.web.charts.svg import PHONE_FONTS, circle, picture, text

TEN = 10
STEP, RADIUS, TALL, NAMED, SAID = 14.5, 5.5, 26, 70, 80


def ten_classes(lines: Sequence[tuple[str, float, str]], label: str) -> Markup:
    """A line for each (name, share, words); `label` says the picture in a sentence."""
    mid, width = PHONE_FONTS.mid, NAMED + TEN * STEP + SAID  # narrow enough for a phone's card
    parts: list[str] = []
    for place, (name, share, said) in enumerate(lines):
        y = TALL * place + TALL / 2
        parts.append(text(0, y + 4, name, f"f{mid}"))
        for at in range(TEN):
            kind = "ink" if at < round(TEN * share) else "edge-l"
            parts.append(circle(NAMED + RADIUS + at * STEP, y, RADIUS, kind))
        parts.append(text(NAMED + TEN * STEP + 6, y + 4, said, f"b f{mid}"))
    return picture(width, TALL * len(lines), label, parts)
