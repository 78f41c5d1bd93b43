"""What no single key can tell: parts that must fit one another, limits of reading, fair numbers."""

from collections.abc import Iterator

from game.authoring.checks import (
    cast,
    evidence,
    forces,
    identity,
    incentives,
    labels,
    lengths,
    levels,
    references,
    rounds,
    tilts,
)
from game.authoring.outline import Outline
from game.authoring.problems import Remark
from game.core.numbers import Numbers

OF_PARTS = (
    identity.remarks,
    references.remarks,
    cast.remarks,
    rounds.remarks,
    lengths.remarks,
    labels.remarks,
    evidence.remarks,
)
OF_NUMBERS = (levels.remarks, tilts.remarks, forces.remarks, incentives.remarks)


def remarks(outline: Outline, numbers: Numbers | None) -> Iterator[Remark]:
    """All findings; those about numbers only when the numbers can be read at all."""
    for check in OF_PARTS:
        yield from check(outline)
    if numbers is not None:
        for check_numbers in OF_NUMBERS:
            yield from check_numbers(outline, numbers)
