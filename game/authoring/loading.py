"""Open a scenario file: the scenario if there is one, and everything there is to say about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from game.authoring import checks
from game.authoring.build import scenario_of
from game.authoring.faults import rules_alone, validated
from game.authoring.models import ScenarioFile
from game.authoring.numbers import numbers_of
from game.authoring.outline import Outline
from game.authoring.problems import Problem, Remark, in_reading_order
from game.authoring.reading.nodes import Table
from game.authoring.reading.reader import Reading, read
from game.authoring.reading.source import Source, from_file, from_text
from game.authoring.spelling import corrected
from game.core.scenario import Scenario

MOST = 100  # problems told at once; nobody mends more in one sitting


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file that was read. A scenario with errors may be looked at, but not played."""

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    source_text: str

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps it from being played."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What its author should know."""
        return tuple(problem for problem in self.problems if problem.severity == "warning")

    @property
    def playable(self) -> bool:
        """Whether a class may play it."""
        return self.scenario is not None and not self.errors


def load(path: str | Path) -> Loaded:
    """Read a file. Whatever it contains, the answer is problems and never an exception."""
    return _loaded(from_file(Path(path)))


def load_text(text: str, name: str) -> Loaded:
    """The same for a text in memory, under the name it would have as a file."""
    return _loaded(from_text(text, name))


def _loaded(source: Source | Problem) -> Loaded:
    if isinstance(source, Problem):
        return Loaded(None, (source,), "")
    reading = read(source)
    if not isinstance(reading.root, Table) or not reading.trusted:
        return Loaded(None, _told(reading.problems, source), source.text)
    examined = _examine(Outline(source.name, reading.root))
    problems = [*reading.problems, *_behind(reading, examined.problems)]
    scenario = None
    if examined.written and not examined.fatal and not reading.problems:
        scenario = scenario_of(examined.written, source.hash)
    return Loaded(scenario, _told(problems, source), source.text)


@dataclass(slots=True)
class _Examined:
    """Everything said about the meaning of a file, and the file itself if it is valid."""

    outline: Outline
    written: ScenarioFile | None = None
    problems: list[Problem] = field(default_factory=list)
    fatal: bool = False

    def take(self, remarks: Iterable[Remark]) -> None:
        """Place each remark at once: correcting a key removes what the remark points at."""
        for remark in islice(remarks, MOST + 1):
            self.problems.append(self.outline.problem(remark))
            self.fatal = self.fatal or remark.fatal


def _examine(outline: Outline) -> _Examined:
    examined = _Examined(outline)
    examined.take(corrected(outline.root, ScenarioFile))
    found = validated(outline)
    if isinstance(found, ScenarioFile):
        examined.written = found
    else:
        examined.take(found)
    rules = rules_alone(outline)
    examined.take(checks.remarks(outline, numbers_of(rules) if rules else None))
    return examined


def _behind(reading: Reading, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Without what is said about a line that could not be read as it stands."""
    unreadable = {problem.line for problem in reading.problems}
    return (problem for problem in problems if problem.line not in unreadable)


def _told(problems: Iterable[Problem], source: Source) -> tuple[Problem, ...]:
    """In the order of the lines, each once, and not more than anybody would read."""
    told: dict[tuple[int, int, str], Problem] = {}
    for problem in problems:  # an alias (*) brings the same fault to several parts
        told.setdefault((problem.line, problem.column, problem.sentence), problem)
    every = sorted(told.values(), key=in_reading_order)
    if len(every) <= MOST:
        return tuple(every)
    rest = "There are more problems than these; mend these first."
    last = every[MOST - 1]
    more = Problem(source.name, last.line, last.column, "error", "the file", rest)
    return (*every[:MOST], more)
