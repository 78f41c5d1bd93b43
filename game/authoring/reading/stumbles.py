"""Where YAML stumbled, and how a line may be mended so that reading can go on behind the fault.

A mended text is only ever read, never written: the author's file stays as it is. Mending keeps
the number of lines, so that every later place is still right.
"""

import re
from dataclasses import dataclass

from game.authoring.reading.fault import Fault

HEAD = re.compile(r"\s*(?:- +)*(?:[\w.-]+:(?: +|$))?")  # everything before a value
KEYED = re.compile(r"\s*(?:- +)*[\w.-]+:(?: |$)")


@dataclass(frozen=True, slots=True)
class Stumble:
    """The line (from 0) and column (from 0) at which YAML gave up, and its own words."""

    lines: list[str]
    line: int
    column: int
    problem: str
    context: str = ""
    begun: tuple[int, int] | None = None  # where the thing it was reading began

    @property
    def here(self) -> str:
        """The line of the stumble; empty behind the end of the file."""
        return self.at(self.line)

    def at(self, line: int) -> str:
        """A line of the text."""
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    def above(self) -> int | None:
        """The nearest line above that says something."""
        spoken = (n for n in range(min(self.line, len(self.lines)) - 1, -1, -1) if said(self.at(n)))
        return next(spoken, None)


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is wrong, and the lines to read on with. `sure`: their meaning is not in doubt."""

    fault: Fault
    mended: list[str] | None = None
    sure: bool = True


def said(line: str) -> bool:
    """Whether the line holds more than blanks and a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def indent(line: str) -> int:
    """Blanks before the first character."""
    return len(line) - len(line.lstrip(" "))


def head_of(line: str) -> str:
    """The line up to its value: indentation, dashes and key."""
    found = HEAD.match(line)
    return found.group() if found else ""


def value_of(line: str) -> str:
    """The line behind its key."""
    return line[len(head_of(line)) :].rstrip()


def with_line(lines: list[str], number: int, line: str) -> list[str]:
    """The lines with one of them replaced."""
    return [*lines[:number], line, *lines[number + 1 :]]


def in_quotes(line: str) -> str:
    """The line with its value in single quotes; lists and tables in { } emptied."""
    value = value_of(line)
    if value[:1] in ("{", "["):
        return head_of(line) + ("{}" if value[0] == "{" else "[]")
    return head_of(line) + "'" + value.replace("'", "''") + "'"


def quoted(stumble: Stumble, fault: Fault) -> Diagnosis:
    """The diagnosis that is mended by quotes around the value of the line it names."""
    number = fault.line - 1
    return Diagnosis(fault, with_line(stumble.lines, number, in_quotes(stumble.at(number))))
