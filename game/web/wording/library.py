"""The library in words: what is there, what fits, and what is not there yet."""

from collections.abc import Mapping

from game.web.wording.figures import some

NO_DAY = "This day cannot be read. Take one from the calendar, or type it as 2026-11-21."
EMPTY = (
    "A session stands here from the moment its seats are dealt; it can be read at any time, and by "
    "those to whom you give a link once its game has ended."
)
NOTHING_FITS = "No session fits this choice."
PLAYED: Mapping[str, str] = {"": "anybody", "people": "people", "bots": "bots: simulated"}
SOURCES: Mapping[str, str] = {"": "anywhere", "here": "this server", "imported": "imported"}
NO_TEXTS = "Its texts are not in this file."
GOES_ON, OVER = "goes on", "over"


def counted(shown: int, there: int) -> str:
    """How many are listed, and of how many."""
    if shown == there:
        return f"{some(there, 'session')}, newest first"
    return f"{shown} of {some(there, 'session')}, newest first"
