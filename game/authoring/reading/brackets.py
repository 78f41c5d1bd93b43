"""Faults of brackets: opened and not closed, closed and not opened, or with too much inside."""

import re

from game.authoring.reading.fault import Fault
from game.authoring.reading.stumbles import Diagnosis, Stumble, head_of, quoted, value_of

CLOSING = {"[": "]", "{": "}"}


def inside(stumble: Stumble) -> Diagnosis | None:
    """A bracket that is never closed, or a text with signs between brackets."""
    if not stumble.begun or "flow" not in stumble.context:
        return None
    line, column = _left_open(stumble) or stumble.begun
    opened = stumble.at(line)[column : column + 1]
    if line != stumble.line:
        sentence = f"The bracket {opened} that opens here is not closed."
        return quoted(stumble, Fault(line + 1, column + 1, sentence))
    pair = "{ and }" if opened == "{" else "[ and ]"
    sentence = f"Between {pair} a text with “: ” or with brackets in it must be in quotes."
    return quoted(stumble, Fault(line + 1, stumble.column + 1, sentence))


def _left_open(stumble: Stumble) -> tuple[int, int] | None:
    """The last value that opens more brackets than it closes, when the file ends too soon."""
    if "stream end" not in stumble.problem:
        return None
    for line in range(len(stumble.lines) - 1, -1, -1):
        value = value_of(stumble.at(line))
        if value[:1] in ("[", "{") and value.count(value[0]) > value.count(CLOSING[value[0]]):
            return line, len(head_of(stumble.at(line)))
    return None


def stray(stumble: Stumble) -> Diagnosis | None:
    """A closing bracket or a comma that nothing opened."""
    found = re.search(r"but found '([\]},])'", stumble.problem)
    if not found:
        return None
    sentence = (
        f"This {found.group(1)} belongs to nothing before it. Delete it, or put the text in quotes."
    )
    return quoted(stumble, Fault(stumble.line + 1, stumble.column + 1, sentence))


def text_behind(stumble: Stumble) -> Diagnosis | None:
    """`[one, two] and more`."""
    if value_of(stumble.here)[:1] not in ("[", "{"):
        return None
    sentence = "The line goes on behind its closing bracket. Put a text with brackets in quotes."
    return quoted(stumble, Fault(stumble.line + 1, stumble.column + 1, sentence))
