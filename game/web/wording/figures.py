"""Numbers, lists and names as they are set in a sentence."""

from collections.abc import Sequence

MINUS = "−"
WORDS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
BELIEFS = ((11, "very unlikely"), (40, "unlikely"), (61, "about even"), (90, "likely"))
SURELY = "very likely"
BELIEF_WORDS = "|".join(f"{limit}:{word}" for limit, word in (*BELIEFS, (101, SURELY)))
IN = {0.5: "two", 0.25: "four", 0.2: "five"}


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


def chance(share: float) -> str:
    """`one chance in two`; where that is no round number, `30 chances in 100`."""
    for value, word in {**IN, 1 / 3: "three"}.items():
        if abs(share - value) < 0.005:
            return f"one chance in {word}"
    return f"{round(100 * share)} chances in 100"


def times(share: float) -> tuple[str, str]:
    """How often, and how often not, in few words: (`4 times in 5`, `1 in 5`)."""
    for base in (2, 3, 4, 5, 10):
        if abs(share * base - round(share * base)) < 1e-6:
            often = round(share * base)
            return some(often, "time") + f" in {base}", f"{base - often} in {base}"
    return f"{round(100 * share)} times in 100", f"{round(100 * (1 - share))} in 100"
