"""What a seat's country did in history, in the rounds of the same turning points."""

from game.analysis.comparing.cells import Cell, Fact, Side
from game.core.scenario import RecordEntry, Scenario
from game.core.vocabulary import Alignment

CODES = {"R": Alignment.REASSURE, "M": None, "H": Alignment.HEDGE}
SAID = {"R": "backing", "M": "with reservations", "H": "opposes, or steps away"}


def record_side(scenario: Scenario, cut: str, actor: str) -> Side:
    """The record of the actor, by the round in which each turning point is played."""
    points = scenario.cut(cut).dispatches
    entries = {item.turning_point: item for item in scenario.record if item.actor == actor}
    return Side(
        {
            number: _cells(entries[point])
            for number, point in enumerate(points, start=1)
            if point in entries
        }
    )


def _cells(entry: RecordEntry) -> tuple[Cell, ...]:
    said = SAID[entry.code] + (", inferred" if entry.inferred else "")
    coded = CODES[entry.code]
    mark = coded.value if coded else "mixed"
    return (
        Cell(Fact.MOVE, said, same=coded, code=mark, inferred=entry.inferred),
        Cell(Fact.REASON, entry.text),
    )
