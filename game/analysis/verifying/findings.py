"""What a check has found. Every sentence can stand alone."""

from collections.abc import Iterable
from dataclasses import dataclass, field

MOST_OF_ONE = 5  # problems told of one file; nobody reads more


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


def _fewer(problems: list[Problem]) -> list[Problem]:
    """Of each file the first ones, and how many more there are."""
    kept: list[Problem] = []
    for file in dict.fromkeys(problem.file for problem in problems):
        of_it = [problem for problem in problems if problem.file == file]
        kept += of_it[:MOST_OF_ONE]
        if (rest := len(of_it) - MOST_OF_ONE) > 0:
            kept.append(Problem(file, "", f"{rest} more places of {file} differ."))
    return kept
