"""Extra time as people write it: 25, 25 %, 1.25, 150 % of the usual."""

from game.core.rules.absence import MOST_EXTRA

SENTENCE = (
    "“{typed}” cannot be read as extra time. Write the percent that is added: 25 for a quarter "
    "more, 100 for twice the time; {most} at most."
)
TWO_WAYS = (
    "“{typed}” can be read in two ways. Write the percent that is added: 100 for twice the time."
)


class ExtraTimeRefused(Exception):  # noqa: N818  an answer, with its sentence
    """The cell is no extra time."""


def percent(typed: str) -> int:
    """The percent that is added. With a sign, 100 % and more is all the time, as in “150 %”; a
    number with a point is a factor, as in “1.25”.

    Raises:
        ExtraTimeRefused: with the sentence to show.
    """
    cell = "".join(typed.split()).replace(",", ".")
    if not cell:
        return 0
    number = _number(cell.rstrip("%"), typed)
    if cell.endswith("%"):
        added = number - 100 if number >= 100 else number
    elif "." in cell:
        added = 100 * (number - 1) if number >= 1 else 100 * number
    elif number in (1, 2, 3):
        raise ExtraTimeRefused(TWO_WAYS.format(typed=typed))
    else:
        added = number
    if not 0 <= round(added) <= MOST_EXTRA:
        raise ExtraTimeRefused(SENTENCE.format(typed=typed, most=MOST_EXTRA))
    return round(added)


def _number(figures: str, typed: str) -> float:
    digits = figures.replace(".", "", 1)
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 6):
        raise ExtraTimeRefused(SENTENCE.format(typed=typed[:20], most=MOST_EXTRA))
    return float(figures)
