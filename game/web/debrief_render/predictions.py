"""What the class expected before round 1, beside what came: counts, two means, no judgement."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean

from markupsafe import Markup

from game.analysis.descriptives import Summary
from game.analysis.predictions import Expected
from game.core.vocabulary import Expectation, Posture
from game.web.charts.counted import counted
from game.web.charts.svg import signed
from game.web.debrief_render.matter import Matter, means_shown
from game.web.debrief_render.paging import PageRef
from game.web.debrief_render.tables import HIDDEN, Table
from game.web.presenters.asked import Prediction
from game.web.wording.asked import EXPECTATIONS, PREDICTION
from game.web.wording.debrief import EXPLAIN
from game.web.wording.figures import capital

FEW_ANSWERS = "Fewer than three said what they expected, so no count is shown."
BESIDE = (
    "Compare the two rows with each other, not before with after: the second answer followed two "
    "more questions."
)
DASH = "A dash: there, or in a part of it, fewer than three seats answered."


@dataclass(frozen=True, slots=True)
class WhatCame:
    """The page. `own` is the reader's own prediction; `chart` is None where too few answered."""

    question: str
    chart: Markup | None
    few: str
    table: Table
    lead: str
    notes: tuple[str, ...]
    own: Prediction | None


def refs(matter: Matter) -> tuple[PageRef, ...]:
    """One page, where anybody was asked and answered; none in a rehearsal."""
    if not matter.played or not matter.picture.told.expected.answered:
        return ()
    return (PageRef("predictions", "What we expected", "What we expected", "predictions"),)


def shown(matter: Matter, *, wall: bool) -> WhatCame:
    """The counts beside how belief moved."""
    expected, came = matter.picture.told.expected, _came(matter)
    return WhatCame(
        question=PREDICTION,
        chart=_chart(expected, wall=wall) if expected.discreet else None,
        few=FEW_ANSWERS,
        table=came,
        lead=f"What came: how likely allies thought it that {matter.patron} would come to them.",
        notes=tuple(_notes(matter, came)),
        own=None if wall else matter.asked.prediction,
    )


def _notes(matter: Matter, came: Table) -> Iterator[str]:
    yield BESIDE
    if any(HIDDEN in row for row in came.rows):
        yield DASH
    yield EXPLAIN["free" if matter.free else "one_class"]


def _chart(expected: Expected, *, wall: bool) -> Markup:
    found = {
        Expectation.MORE: expected.more,
        Expectation.SAME: expected.same,
        Expectation.LESS: expected.less,
    }
    rows = [(capital(EXPECTATIONS[one]), count) for one, count in found.items()]
    label = "Expected before round 1. " + "; ".join(f"{word}: {count}" for word, count in rows)
    return counted(rows, f"{label}.", w=560 if wall else 328, wall=wall)


def _came(matter: Matter) -> Table:
    """Mean belief when the patron escalated, and when it did not."""
    postures = matter.picture.postures
    others = [item for item in postures if item.posture is not Posture.ESCALATE]
    rows = (
        ("Escalated", *_cells([item for item in postures if item not in others])),
        ("Held, or drew down", *_cells(others)),
    )
    return Table("Mean belief, 0 to 100", ("The patron", "before", "after", "change"), rows)


def _cells(parts: list[Summary]) -> tuple[str, str, str]:
    """Dashes where one of the parts has so few seats that it could be had by subtraction."""
    pairs = [pair for item in parts for pair in item.pairs]
    if not means_shown(parts):
        return (HIDDEN, HIDDEN, HIDDEN)
    before, after = fmean(pair.before for pair in pairs), fmean(pair.after for pair in pairs)
    return (f"{before:.1f}", f"{after:.1f}", signed(after - before, 1))
