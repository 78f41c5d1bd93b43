"""Numbers, lists and names as they are set in a sentence, about a game or within one."""

from collections.abc import Sequence

MINUS = "−"
WORDS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def plain(value: float) -> str:
    """12, or 2.5."""
    shown = f"{abs(value):.2f}".rstrip("0").rstrip(".")
    return f"{MINUS}{shown}" if value < 0 and shown != "0" else shown


def signed(value: float) -> str:
    """+1, −19, 0."""
    return f"+{plain(value)}" if value > 0 else plain(value)


def spelt(count: int) -> str:
    """Small numbers as words: seven."""
    return WORDS[count] if 0 <= count < len(WORDS) else str(count)


def some(count: float, one: str, many: str = "") -> str:
    """`1 unit`, `2 units`."""
    return f"{plain(count)} {one if count == 1 else many or one + 's'}"


def units(count: int) -> str:
    """`1 unit`, `2 units`."""
    return some(count, "unit")


def points(count: float) -> str:
    """`1 point`, `20 points`."""
    return some(count, "point")


def listed(names: Sequence[str], last: str = "and") -> str:
    """A, B and C."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def capital(text: str) -> str:
    """The first letter large, the rest as it was: `The Straits`."""
    return text[:1].upper() + text[1:]


def of(name: str) -> str:
    """The possessive: Meridia’s, Honduras’."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"
