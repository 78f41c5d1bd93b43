"""The war as a line that adds up the news of the rounds. It moves no points and ends nothing."""

from collections.abc import Sequence

from markupsafe import Markup

from game.web.charts.svg import circle, path, picture, text

STEP = {"good": 1, "mixed": 0, "bad": -1}


def track(tides: Sequence[str], label: str, *, w: float = 328) -> Markup:
    """`tides` are good, mixed or bad, a word a round."""
    h, left, right, top, foot = 96, 38, 14, 12, 24
    levels = [0]
    for tide in tides:
        levels.append(levels[-1] + STEP[tide])
    reach = max(2, *(abs(level) for level in levels))
    step = (w - left - right) / max(6, len(tides))

    def y(level: int) -> float:
        return top + (reach - level) / (2 * reach) * (h - top - foot)

    xs = [left + i * step for i in range(len(levels))]
    line = "M" + "L".join(f"{x:.1f} {y(at):.1f}" for x, at in zip(xs, levels, strict=True))
    parts = [
        path(f"M{left} {y(0):.1f}H{w - right}", "edge-l", 1, ' stroke-dasharray="2 3"'),
        text(left - 6, y(reach) + 8, "up", "m f11", "end"),
        text(left - 6, y(-reach), "down", "m f11", "end"),
        path(line, "ink-l", 2.2),
        *(circle(x, y(at), 3, "ink") for x, at in zip(xs[1:], levels[1:], strict=True)),
        *(text(x, h - 6, str(i), "m f11", "middle") for i, x in enumerate(xs) if i),
    ]
    return picture(w, h, label, parts)
