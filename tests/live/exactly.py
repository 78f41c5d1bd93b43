"""Numbers before they were rounded, and whether what is printed says the same."""

from dataclasses import dataclass
from fractions import Fraction

from tests.live.printed import Key, numbers

DASH = "–"


@dataclass(frozen=True)
class Exactly:
    """Numbers before they were rounded to so many places."""

    numbers: tuple[Fraction, ...]
    places: int


Cell = str | Exactly
Counted = dict[Key, list[list[Cell]]]  # by caption and first head


def agrees(cell: Cell, said: str) -> bool:
    """Whether a printed cell says what it must."""
    if isinstance(cell, str):
        return said == cell
    found, most = numbers(said), 0.5 / 10**cell.places + 1e-9
    return len(found) == len(cell.numbers) and all(
        abs(number - exact) <= most for number, exact in zip(found, cell.numbers, strict=True)
    )


def check(expected: Counted, found: list[tuple[Key, list[list[str]]]]) -> None:
    """Every printed table against what it must be, cell by cell."""
    for key, rows in found:
        wanted = expected[key]
        assert [len(row) for row in rows] == [len(row) for row in wanted], key
        for row, cells in zip(rows, wanted, strict=True):
            assert all(map(agrees, cells, row)), (key, row, cells)
