"""Every map of the debrief, read back and compared with the zip."""

import re

import pytest
from bs4 import Tag

from tests.live import drawn, printed, recount_said
from tests.live.zipped import Zipped, garrisons_of, number_of, where

pytestmark = pytest.mark.live

SPELT = "none one two three four five six seven eight nine ten eleven twelve"
FIGURES = {word: number for number, word in enumerate(SPELT.split())}


@pytest.fixture
def paper(session) -> Tag:
    """The debrief on paper."""
    return printed.soup(session.paper)


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


def test_every_map_on_the_wall(session, zipped):
    """The same units, larger."""
    for group in zipped.groups:
        page = printed.soup(session.wall[f"map-{number_of(group)}"])
        for row in where(zipped.patrons, group=group):
            step = page.find(id=f"w-map-{number_of(group)}-{row['round']}")
            garrisons = garrisons_of(row)
            wanted = [row["theatre_units"], row["reserve"], *map(garrisons.get, sorted(garrisons))]
            assert drawn.stacks(step.find("svg", class_="forces")) == [*map(int, wanted)]


def in_figures(told: str) -> list[int]:
    """The numbers of a sentence, spelt or not."""
    found = re.findall(r"\d+|[a-z]+", told.lower())
    return [int(word) if word.isdigit() else FIGURES[word] for word in found if
            word.isdigit() or word in FIGURES]  # fmt: skip
