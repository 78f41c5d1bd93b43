"""Every drawing of the debrief, read back and compared with the zip."""

import re
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

import pytest
from bs4 import Tag

from tests.live import drawn, printed, recount, recount_claims, recount_said
from tests.live.exactly import Exactly, agrees
from tests.live.zipped import (
    POSTURES,
    Row,
    Zipped,
    believed,
    seats_of,
    where,
)

pytestmark = pytest.mark.live


@pytest.fixture
def paper(session) -> Tag:
    """The debrief on paper."""
    return printed.soup(session.paper)


def test_the_lines_of_belief(zipped, paper):
    """A line for each pair of beliefs, from its height to its height, with its end."""
    (svg,) = printed.drawing(paper, "Belief before and after the patron’s move, by posture")
    assert drawn.pairs(svg) == lines_of_belief(zipped)


def lines_of_belief(zipped: Zipped) -> Counter[tuple[str, int, int, str]]:
    """Posture, before, after, and near or far; none of a posture to which too few answered."""
    wanted: Counter[tuple[str, int, int, str]] = Counter()
    for posture, word in POSTURES.items():
        rows = believed(where(zipped.allies, posture=posture))
        if seats_of(rows) >= recount.LEAST_SEATS:
            wanted.update((word, *ends(row), end_of(row, rows)) for row in rows)
    return wanted


def end_of(row: Row, rows: Sequence[Row]) -> str:
    """Near or far; all ends are as near ones where so few are near, or far, that one is named."""
    halves = (where(rows, distance=distance) for distance in ("near", "far"))
    few = any(half and seats_of(half) < recount.LEAST_SEATS for half in halves)
    return "near" if few else str(row["distance"])


def ends(row: Row) -> tuple[int, int]:
    """Belief before and after."""
    return int(row["belief_before"]), int(row["belief_after"])


def test_the_means_round_by_round(zipped, paper):
    """A stroke for each mean that the table has, at its height."""
    (svg,) = printed.drawing(paper, "Mean belief before and after the patron’s move, round")
    table = recount.by_round(zipped)
    wanted = {
        (word, row[0]): cell.numbers
        for row in table
        for word, cell in zip(POSTURES.values(), row[1:], strict=True)
        if isinstance(cell, Exactly)
    }
    found = {
        (drawn.heading(svg, x), drawn.numeral(svg, x)): means for _, (x, *means) in drawn.lines(svg)
    }
    assert found.keys() == wanted.keys()
    assert all(found[key] == pytest.approx([*map(float, wanted[key])], abs=0.1) for key in wanted)


def test_the_bars(zipped, paper):
    """Who stood and who took a Plan B, said to those who hear the page and written on it."""
    (svg,) = [s for s in paper.select("#alignment svg") if s.get("aria-label")]
    assert svg["aria-label"] == "; ".join(recount_said.bars(zipped))
    written = printed.words(svg)
    for line in recount_said.bars(zipped):
        stood, elsewhere = line.partition(": ")[2].split(", ")
        assert stood in written
        assert elsewhere in written


def test_the_strips(zipped, paper):
    """A code for every ally and round."""
    (svg,) = printed.drawing(paper, "Moves coded")
    for group in zipped.groups:
        assert re.search(recount_said.strip(zipped, group), str(svg["aria-label"]))
    marks = Counter(mark["class"][0] for mark in svg.select(".re, .he"))
    rows = Counter(row["alignment"] for row in zipped.allies)
    assert marks == {"re": rows["REASSURE"], "he": rows["HEDGE"]}


def test_the_lines_of_the_claims(zipped, paper):
    """Estimate, interval and baseline of every claim that could be tested."""
    found = recount_claims.claims(recount_claims.analysed(zipped.data))
    labels = [str(svg["aria-label"]) for svg in printed.drawing(paper, "Estimate")]
    tested = [item for item in found.values() if item["testable"]]
    assert len(labels) == len(tested)
    for item, label in zip(tested, labels, strict=True):
        said = label.replace(recount_claims.UNITS[item["claim"]], "").replace("95 per cent", "")
        wanted = (item["estimate"], item["ci_low"], item["ci_high"], item["baseline"])
        exact = tuple(Fraction(value) for value in wanted if not isinstance(value, str))
        assert agrees(Exactly(exact, recount_claims.PLACES[item["claim"]]), said), label
