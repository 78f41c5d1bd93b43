"""The historical record beside the class, and two readings of it. Its codes are ours."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.analysis.comparing.recorded import SAID
from game.core.scenario import Cut, RecordEntry, Scenario, Source
from game.core.vocabulary import Distance
from game.web.debrief_render.matter import Matter
from game.web.debrief_render.paging import PageRef, numbered

CODES = {"R": "REASSURE", "M": "mixed", "H": "HEDGE"}


@dataclass(frozen=True, slots=True)
class Cell:
    """What an actor did at a turning point: its mark, and in words the same."""

    code: str
    label: str
    text: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class Row:
    """An actor, or what the class did in the rounds of the same turning points."""

    name: str
    distance: Distance | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ClassCell:
    """`38 %`, with how many of how many; empty where that turning point was not played."""

    share: str
    told: str


@dataclass(frozen=True, slots=True)
class Record:
    """The matrix."""

    heads: tuple[tuple[str, str], ...]  # short, whole
    rows: tuple[Row, ...]
    own: tuple[ClassCell, ...]
    sources: tuple[Source, ...]


def refs(matter: Matter) -> tuple[PageRef, ...]:
    """The matrix on a page, then a page a reading; none without a record."""
    scenario = matter.scenario
    matrix = (PageRef("record", "The record", "The record, and you", "record"),)
    heading = "Two readings of the record"
    readings = numbered("readings", "Readings of the record", heading, len(scenario.readings))
    return (*(matrix if scenario.record else ()), *readings)


def record(matter: Matter) -> Record:
    """Actors by turning points, near ones first, with what the class did beside."""
    scenario = matter.scenario
    points = [item for item in scenario.dispatches if item.id in _turning(scenario)]
    found = {(entry.actor, entry.turning_point): entry for entry in scenario.record}
    actors = [a for a in (scenario.patron, *scenario.allies) if any(k[0] == a.id for k in found)]
    actors.sort(key=lambda actor: actor.distance is not Distance.NEAR)
    return Record(
        heads=tuple((_short(item.dateline), item.dateline) for item in points),
        rows=tuple(
            Row(a.name, a.distance, tuple(_cell(found.get((a.id, p.id))) for p in points))
            for a in actors
        ),
        own=_own(matter, [point.id for point in points]),
        sources=scenario.cited(i for entry in scenario.record for i in entry.sources),
    )


def _turning(scenario: Scenario) -> set[str]:
    return {entry.turning_point for entry in scenario.record}


def _short(dateline: str) -> str:
    """`Aug 1964` for `August to December 1964`: the first month and the year."""
    words = dateline.replace(",", " ").split()
    year = next((word for word in reversed(words) if word.isdecimal()), "")
    month = next((word for word in words if word[:1].isupper() and word.isalpha()), "")
    return f"{month[:3]} {year}".strip() or dateline


def _cell(entry: RecordEntry | None) -> Cell:
    if entry is None:
        return Cell("none", "not established", "", False)
    said = SAID[entry.code] + (", inferred" if entry.inferred else "")
    mixed = entry.inferred and entry.code == "M"
    return Cell("inferred" if mixed else CODES[entry.code], said, entry.text, entry.inferred)


def _own(matter: Matter, points: Sequence[str]) -> tuple[ClassCell, ...]:
    """How often the class took a Plan B at each turning point; empty without its cut."""
    cut = next((item for item in matter.scenario.cuts if item.id == matter.cut), None)
    if cut is None or not matter.picture.rounds:
        return ()
    return tuple(_class_cell(matter, cut, point) for point in points)


def _class_cell(matter: Matter, cut: Cut, point: str) -> ClassCell:
    number = cut.dispatches.index(point) + 1 if point in cut.dispatches else 0
    found = next((item for item in matter.picture.rounds if item.round == number), None)
    if found is None or not found.answers:
        return ClassCell("", "not played")
    return ClassCell(
        f"{100 * found.hedge / found.answers:.0f}%",
        f"{found.hedge} of {found.answers} moves in round {number}",
    )
