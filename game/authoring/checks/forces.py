"""N3: posture is what the units say, and it takes no garrison away from anybody."""

from collections.abc import Iterator
from itertools import pairwise

from game.authoring.checks.blame import blame
from game.authoring.outline import Outline
from game.authoring.problems import Path, Remark
from game.core.numbers import Numbers

BANDS: Path = ("rules", "posture")
MOST_ALLIES = 5  # ally seats in a group (rules 12)
OF_UNITS: tuple[Path, ...] = (
    ("rules", "posture", "escalate"),
    ("rules", "garrison", "max"),
    ("rules", "pool", "base"),
    ("rules", "pool", "per_ally"),
)


def remarks(outline: Outline, numbers: Numbers) -> Iterator[Remark]:
    """Bands that overlap or stand out of order, and pools too small for full garrisons."""
    yield from _bands(outline, numbers)
    seated = min(MOST_ALLIES, max(1, sum(1 for _ in outline.each("allies"))))
    short = [n for n in range(1, seated + 1) if _left(numbers, n) < n * numbers.garrison_max]
    if short:
        yield Remark(blame(outline, *OF_UNITS), _too_small(numbers, short[0]))


def _bands(outline: Outline, numbers: Numbers) -> Iterator[Remark]:
    bands = {
        "draw_down": numbers.draw_down,
        "hold": numbers.hold,
        "escalate": numbers.escalate,
    }
    for (lower, below), (upper, above) in pairwise(bands.items()):
        if below[1] >= above[0]:
            sentence = (
                f"{upper} begins at {above[0]} units, but {lower} reaches up to {below[1]}. The "
                "bands may not overlap, and draw_down lies below hold, hold below escalate."
            )
            yield Remark(blame(outline, (*BANDS, upper), (*BANDS, lower)), sentence)


def _left(numbers: Numbers, allies: int) -> int:
    return numbers.pool(allies) - numbers.escalate[1]


def _too_small(numbers: Numbers, allies: int) -> str:
    return (
        f"In a group with {allies} {'ally' if allies == 1 else 'allies'} the patron has "
        f"{numbers.pool(allies)} units. Escalation takes up to {numbers.escalate[1]}, which leaves "
        f"{_left(numbers, allies)}, but full garrisons need {allies * numbers.garrison_max}: "
        "escalating would take garrisons away by rule (N3). Lower posture > escalate or garrison > "
        "max, or raise pool."
    )
