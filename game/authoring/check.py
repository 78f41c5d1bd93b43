"""Check files for the command line: a line for each problem, and one to sum each file up."""

from collections.abc import Iterable
from pathlib import Path

from game.authoring.checks.figures import in_words
from game.authoring.library import UnknownScenario, find
from game.authoring.loading import Loaded, load
from game.authoring.problems import Problem


def check_files(paths: Iterable[str | Path]) -> tuple[list[str], int]:
    """What to print, and the exit status: 1 if any file has an error; warnings alone are 0."""
    lines: list[str] = []
    status = 0
    for path in paths:
        try:
            file = _from_here(find(path))
        except UnknownScenario as unknown:
            lines.append(str(unknown))
            status = 1
            continue
        loaded = load(file)
        lines += [*map(line_of, loaded.problems), _summary(file, loaded)]
        status = status if loaded.playable else 1
    return lines, status


def line_of(problem: Problem) -> str:
    """The problem in a line; a warning says that it is one, where compilers say it."""
    if problem.severity == "error":
        return str(problem)
    place = f"{problem.file}:{problem.line}:{problem.column}"
    return f"{place}: warning: {problem.where}: {problem.sentence}"


def _summary(file: Path, loaded: Loaded) -> str:
    errors, warnings = len(loaded.errors), len(loaded.warnings)
    found = f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"
    verdict = "It can be played." if loaded.playable else "It cannot be played yet."
    figures = f" {in_words(loaded.scenario.numbers)}" if loaded.scenario else ""
    return f"{file}: {found}. {verdict}{figures}"


def _from_here(file: Path) -> Path:
    """The path as one would type it, when the file lies below the present folder."""
    here = Path.cwd()
    return file.relative_to(here) if file.is_relative_to(here) else file


def _count(number: int, word: str) -> str:
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"
