"""The numbers of a class in which not everything went well, counted again from the zip alone."""

import re

import pytest

from tests.live import drawn, printed, recount, recount_said
from tests.live.exactly import check
from tests.live.ragged import ragged
from tests.live.test_debrief_drawings import lines_of_belief
from tests.live.zipped import Zipped, garrisons_of, number_of, unzip, where

pytestmark = pytest.mark.live


@pytest.fixture(scope="module")
def zipped() -> Zipped:
    """The zip of that class."""
    return unzip(ragged().zip)


@pytest.fixture(scope="module")
def paper():
    """Its debrief on paper."""
    return printed.soup(ragged().paper)


def test_it_was_ragged(zipped):
    """Bots, time-outs, a shared seat, missing beliefs, a round without an outcome."""
    assert {row["move_source"] for row in zipped.allies} == {"student", "bot", "timeout"}
    assert {row["move_source"] for row in zipped.patrons} == {"student", "bot", "timeout"}
    assert where(zipped.seats, kind="mirror")
    assert where(zipped.allies, belief_before="")
    assert where(zipped.allies, payoff="")
    assert zipped.session["completed"] == "0"


def test_every_table(zipped, paper):
    """On paper, and the same on the wall."""
    expected = recount.tables(zipped)
    found = of_the_class(paper)
    assert sorted(key for key, _ in found) == sorted(expected)
    for page in (paper, *map(printed.text, ragged().wall.values())):
        check(expected, of_the_class(page))


def of_the_class(page):
    """Without the matrix of the record, which has a test of its own."""
    return [table for table in printed.tables(page) if not table[0][0].startswith("The record")]


def test_every_sentence(zipped, paper):
    """With what is said of bots, of the clock, of missing beliefs and of the early end."""
    said = printed.words(paper)
    for wanted in (recount_said.hedged, recount_said.deeds, recount_said.limits):
        assert [line for line in wanted(zipped) if not re.search(line, said)] == []


def test_the_class_beside_the_record(zipped, paper):
    """A share for each turning point that was played."""
    cells = [printed.words(cell) for cell in paper.select("#record tfoot td")]
    wanted = recount_said.record(zipped)
    assert len(cells) == len(wanted) == 8
    assert [c for c, line in zip(cells, wanted, strict=True) if not re.search(line, c)] == []


def test_the_drawings(zipped, paper):
    """Lines of belief and strips, with a dash where nobody answered."""
    (svg,) = printed.drawing(paper, "Belief before and after the patron’s move, by posture")
    assert drawn.pairs(svg) == lines_of_belief(zipped)
    (svg,) = printed.drawing(paper, "Moves coded")
    for group in zipped.groups:
        assert re.search(recount_said.strip(zipped, group), str(svg["aria-label"]))


def test_every_map(zipped, paper):
    """Units and words, with who moved where no student did."""
    for row in zipped.patrons:
        step = paper.find(id=f"map-{number_of(row['group'])}-{row['round']}")
        garrisons = garrisons_of(row)
        wanted = [row["theatre_units"], row["reserve"], *map(garrisons.get, sorted(garrisons))]
        assert drawn.stacks(step.find("svg", class_="forces")) == [*map(int, wanted)]
        allies = where(zipped.allies, group=row["group"], round=row["round"])
        said = printed.words(step).replace(" ,", ",")
        assert [a for a in recount_said.answers(zipped, allies) if not re.search(a, said)] == []
        assert re.search(recount_said.crisis(zipped, allies), said)
