"""What the gatekeeper says: where a fault lies, what was read and what to do about it.

A check speaks of a part of the file (`Remark`); the line and column are added when the part is
looked up (`Problem`). So a check never counts lines.
"""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]
Path = tuple[str | int, ...]  # the way down into the file: ("allies", 0, "name")


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding about a part of the file. `fatal`: no scenario can be made of it."""

    path: Path
    sentence: str
    severity: Severity = "error"
    fatal: bool = False
    key: str = ""  # the key inside that part which is at fault, if it is a key


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding with its place, for people. Lines and columns begin at 1."""

    file: str
    line: int
    column: int
    severity: Severity
    where: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.where}: {self.sentence}"


def where(path: Path) -> str:
    """The path in words: `allies no. 1 > moves > stand`."""
    words: list[str] = []
    for step in path:
        if isinstance(step, int):
            words[-1:] = [f"{words[-1]} no. {step + 1}" if words else f"no. {step + 1}"]
        else:
            words.append(step)
    return " > ".join(words) or "the file"


def in_reading_order(problem: Problem) -> tuple[int, int, bool]:
    """Sort key: by line, then column; an error before a warning at the same place."""
    return problem.line, problem.column, problem.severity == "warning"
