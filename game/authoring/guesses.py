"""Did you mean: the nearest of the words that would have been right."""

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST = 60  # characters; nobody misspells a longer word, and comparing it would take long
MOST = 300  # words compared


def guess(word: str, known: Iterable[str]) -> str | None:
    """The nearest known word, if one is near. Case never counts."""
    if len(word) > LONGEST:
        return None
    by_case = {name.casefold(): name for name in list(known)[:MOST]}
    near = get_close_matches(word.casefold(), by_case, n=1, cutoff=0.6)
    return by_case[near[0]] if near else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Did you mean “x”? with a blank in front; nothing when no known word is near."""
    nearest = guess(word, known)
    return f" Did you mean “{nearest}”?" if nearest else ""


def listed(words: Iterable[str], most: int = 8) -> str:
    """The words in a row; the rest is counted."""
    every = list(words)
    rest = f" and {len(every) - most} more" if len(every) > most else ""
    return ", ".join(every[:most]) + rest


def short(text: str, longest: int = 40) -> str:
    """The beginning of a text, for quoting it."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
