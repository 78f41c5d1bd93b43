"""Numbers, lists and names as they are set in a sentence."""

from game.analysis.wording.figures import (
    MINUS,
    WORDS,
    capital,
    listed,
    of,
    plain,
    points,
    signed,
    some,
    spelt,
    units,
)

__all__ = [
    "BELIEFS",
    "BELIEF_WORDS",
    "IN",
    "MINUS",
    "SURELY",
    "WORDS",
    "capital",
    "chance",
    "listed",
    "of",
    "plain",
    "points",
    "signed",
    "some",
    "spelt",
    "times",
    "units",
]

BELIEFS = ((11, "very unlikely"), (40, "unlikely"), (61, "about even"), (90, "likely"))
SURELY = "very likely"
BELIEF_WORDS = "|".join(f"{limit}:{word}" for limit, word in (*BELIEFS, (101, SURELY)))
IN = {0.5: "two", 0.25: "four", 0.2: "five"}


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
