"""Every drawing of the debrief, read back and compared with the zip."""

import re
from collections import Counter

import pytest
from bs4 import Tag

from tests.live import drawn, printed, recount, recount_said
from tests.live.exactly import Exactly
from tests.live.plays import WHOLE, Played, played
from tests.live.zipped import (
    POSTURES,
    Row,
    Zipped,
    believed,
    counted,
    garrisons_of,
    number_of,
    seats_of,
    unzip,
    where,
)

pytestmark = pytest.mark.live

SPELT = "none one two three four five six seven eight nine ten eleven twelve"
FIGURES = {word: number for number, word in enumerate(SPELT.split())}


@pytest.fixture(params=WHOLE, ids=str)
def session(request) -> Played:
    """A session of which all is kept."""
    return played(request.param)


@pytest.fixture
def zipped(session) -> Zipped:
    """Its zip."""
    return unzip(session.zip)


@pytest.fixture
def paper(session) -> Tag:
    """The debrief on paper."""
    return printed.soup(session.paper)


def test_the_lines_of_belief(zipped, paper):
    """A line for each pair of beliefs, from its height to its height, with its end."""
    (svg,) = printed.drawing(paper, "Belief before and after the patron’s move, by posture")
    wanted: Counter[tuple[str, int, int, str]] = Counter()
    for posture, word in POSTURES.items():
        rows = where(zipped.allies, posture=posture)
        if seats_of(counted(rows)) >= recount.LEAST_SEATS:
            wanted.update((word, *ends(row), row["distance"]) for row in believed(rows))
    assert drawn.pairs(svg) == wanted


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


# ------------------------------------------------------------------ maps


def steps(zipped: Zipped, page: Tag, prefix: str = ""):
    """Every round of every group: its row, its allies' rows, and its part of the page."""
    for row in zipped.patrons:
        step = page.find(id=f"{prefix}map-{number_of(row['group'])}-{row['round']}")
        allies = where(zipped.allies, group=row["group"], round=row["round"])
        yield row, sorted(allies, key=lambda ally: ally["seat"]), step


def test_every_map_has_its_units(zipped, paper):
    """As many units drawn in each place as the tables have, and as many from the allies."""
    for row, allies, step in steps(zipped, paper):
        svg = step.find("svg", class_="forces")
        garrisons = garrisons_of(row)
        at_home = [garrisons[ally["seat"]] for ally in allies]
        wanted = [int(row["theatre_units"]), int(row["reserve"]), *at_home]
        assert drawn.stacks(svg) == wanted
        assert drawn.sent(svg) == sum(int(ally["contribution"]) for ally in allies)
        assert len(svg.find_all(class_="alarm")) == int(row["n_attacks"])
        said = printed.words(svg)
        assert f"{row['theatre_units']} of {row['pool']} units sent here" in said
        assert [int(n) for n in re.findall(r"(\d+) here\b", said)][-len(wanted) + 1 :] == wanted[1:]


def test_every_map_has_its_words(zipped, paper):
    """The sentence under the map, what each ally did, and who was attacked."""
    for row, allies, step in steps(zipped, paper):
        garrisons = garrisons_of(row)
        told = printed.words(step.figcaption)
        units = [garrisons[ally["seat"]] for ally in allies]
        wanted = [int(row["theatre_units"]), int(row["pool"]), int(row["reserve"]), *units]
        assert in_figures(told) == wanted
        homes = [zipped.homes[ally["actor"]] for ally in allies]
        assert [told.find(home) > 0 for home in homes] == [True] * len(homes)
        said = printed.words(step).replace(" ,", ",")
        for line in recount_said.answers(zipped, allies):
            assert re.search(rf"{line}(?!,)", said), (line, said)
        assert re.search(recount_said.crisis(zipped, allies), said)


def in_figures(told: str) -> list[int]:
    """The numbers of a sentence, spelt or not."""
    found = re.findall(r"\d+|[a-z]+", told.lower())
    return [int(word) if word.isdigit() else FIGURES[word] for word in found if
            word.isdigit() or word in FIGURES]  # fmt: skip
