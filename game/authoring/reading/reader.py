"""Read a text as a tree and collect every fault of writing: stumble, mend, read on."""

from dataclasses import dataclass, field

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from game.authoring.problems import Problem
from game.authoring.reading.compose import compose
from game.authoring.reading.diagnoses import diagnose
from game.authoring.reading.fault import Fault, Unreadable
from game.authoring.reading.nodes import Node, Table
from game.authoring.reading.source import Source
from game.authoring.reading.stumbles import Diagnosis, Stumble

MOST_MENDINGS = 8  # each costs another reading of the whole text
UNREADABLE = "not readable as YAML"


@dataclass(slots=True)
class Reading:
    """The tree as far as it could be read. `trusted`: its meaning may be looked at."""

    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)
    trusted: bool = True


def read(source: Source) -> Reading:
    """Read on behind each fault that can be mended, so that all of them are found at once."""
    reading = Reading(problems=list(source.problems))
    lines = source.legible.split("\n")
    for _ in range(MOST_MENDINGS):
        outcome = _attempt(lines)
        if not isinstance(outcome, Diagnosis):
            break
        reading.trusted = reading.trusted and outcome.sure
        if not _note(reading, source, outcome.fault) or outcome.mended is None:
            return Reading(None, reading.problems, trusted=False)
        lines = outcome.mended
    else:
        return Reading(None, reading.problems, trusted=False)
    root, faults = outcome
    for fault in faults:
        _note(reading, source, fault)
    reading.root = root if _is_table(root, source, reading) else None
    return reading


def _attempt(lines: list[str]) -> tuple[Node | None, list[Fault]] | Diagnosis:
    try:
        composer = compose("\n".join(lines))
    except Unreadable as refusal:
        return Diagnosis(refusal.fault)
    except MarkedYAMLError as trouble:
        return diagnose(_stumble(lines, trouble))
    except (YAMLError, ValueError, OverflowError, LookupError) as trouble:
        # ruamel lets some of its own slips through, such as a \U escape beyond Unicode
        return Diagnosis(Fault(1, 1, f"This cannot be read as YAML ({type(trouble).__name__})."))
    return composer.root, composer.faults


def _stumble(lines: list[str], trouble: MarkedYAMLError) -> Stumble:
    mark, context = trouble.problem_mark, trouble.context_mark
    return Stumble(
        lines,
        mark.line if mark else 0,
        mark.column if mark else 0,
        str(trouble.problem),
        str(trouble.context or ""),
        (context.line, context.column) if context else None,
    )


def _note(reading: Reading, source: Source, fault: Fault) -> bool:
    """Add the fault; False when this line was reported before, so that mending led nowhere."""
    line = min(fault.line, source.last_line)
    if any(known.line == line and known.where == UNREADABLE for known in reading.problems):
        return False
    column = fault.column if line == fault.line else 1
    reading.problems.append(Problem(source.name, line, column, "error", UNREADABLE, fault.sentence))
    return True


def _is_table(root: Node | None, source: Source, reading: Reading) -> bool:
    if isinstance(root, Table):
        return True
    empty = root is None or not source.text.strip()
    sentence = (
        "This file is empty. Copy one of the scenarios that come with the game and change it."
        if empty
        else "Expected keys with values, such as “title: The Straits”, and found something else."
    )
    reading.problems.append(Problem(source.name, 1, 1, "error", "the file", sentence))
    return False
