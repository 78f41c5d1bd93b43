"""Values as cells: what a table holds before any file format has its say."""

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import Enum

from game.analysis.codebook import Cell

DECIMALS = 9  # no share or rate needs more; hides the dust of binary fractions


def bit(value: bool | None) -> int | None:
    """0, 1, or missing."""
    return None if value is None else int(value)


def word(value: Enum | str | None) -> str | None:
    """The plain word of an enumeration's member; nothing said is missing."""
    text = value.value if isinstance(value, Enum) else value
    return str(text) if text else None


def number(value: float | None) -> Cell:
    """A number without the dust of binary fractions; whole ones as whole numbers."""
    if value is None:
        return None
    tidy = round(value, DECIMALS)
    return int(tidy) if tidy == int(tidy) else tidy


def together(holders: Iterable[str]) -> str | None:
    """Pseudonyms joined by +."""
    return "+".join(holders) or None


def iso(at: int) -> str:
    """UTC, ISO 8601 with Z and milliseconds, from milliseconds since 1970."""
    moment = datetime.fromtimestamp(at / 1000, UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at % 1000:03d}Z"


def day(at: int) -> str:
    """The day in UTC."""
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d")
