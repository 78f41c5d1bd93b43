"""What a check has found. Every sentence can stand alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

MOST_OF_ONE = 5  # problems told of one file; nobody reads more
MOST_COUNTED = 100  # of one file; of a stranger's there may be millions
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not fit. `place` is a line, a row, a stream and position, or empty."""

    file: str
    place: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Verification:
    """The whole answer."""

    session: str
    title: str
    schema: int
    engine_version: str
    fingerprint: str | None  # None where there is no chain, or no log that can be read
    checked: tuple[str, ...]
    not_checked: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


@dataclass(slots=True)
class Findings:
    """The same while it is being found."""

    problems: list[Problem] = field(default_factory=list)
    checked: list[str] = field(default_factory=list)
    not_checked: list[str] = field(default_factory=list)

    def take(self, problems: Iterable[Problem], fine: str = "") -> None:
        """Problems of one kind; if there are none, `fine` was checked."""
        found = list(problems)
        self.problems += _fewer(found)
        if fine and not found:
            self.checked.append(fine)


def counted(found: Iterable[T]) -> Iterator[T]:
    """The first of what is wrong with one file."""
    return islice(found, MOST_COUNTED)


def _fewer(problems: list[Problem]) -> list[Problem]:
    """Of each file the first ones, and how many more there are."""
    kept: list[Problem] = []
    for file in dict.fromkeys(problem.file for problem in problems):
        of_it = [problem for problem in problems if problem.file == file]
        kept += of_it[:MOST_OF_ONE]
        if (rest := len(of_it) - MOST_OF_ONE) > 0:
            many = rest if len(of_it) < MOST_COUNTED else "Many"
            kept.append(Problem(file, "", f"{many} more places of {file} differ."))
    return kept
