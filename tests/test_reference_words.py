"""The glossary, the two scenarios and the works cited: held against the code and the files."""

import re
from collections import Counter

import pytest

from game.analysis.codebook import COLUMNS
from game.authoring import load
from game.authoring.library import shipped
from game.authoring.models import ScenarioFile
from game.authoring.shape import key_paths
from game.core.scenario import Scenario, cast
from game.web.wording.words import CONFIDENCES
from tests.kinds import GROUP_EVENTS, SESSION_EVENTS, parts
from tests.pages import DOCS, Row, headings, read, rows, section

REFERENCE = DOCS / "reference"
GLOSSARY = list(rows(read(REFERENCE / "glossary.md")))
CASES = [loaded.scenario for loaded in map(load, shipped()) if loaded.scenario]
KINDS = {kind.__name__ for kind in (*GROUP_EVENTS, *SESSION_EVENTS, *parts().values())}
KEYS = {".".join(path) for path in key_paths(ScenarioFile)}
COLUMN_NAMES = {
    f"{table}.{column.name}" for table, columns in COLUMNS.items() for column in columns
}


def quoted(cell: str) -> list[str]:
    """What stands between backticks."""
    return re.findall(r"`([^`]+)`", cell)


@pytest.mark.parametrize("row", GLOSSARY, ids=lambda row: row[0])
def test_a_word_stands_where_the_glossary_says(row):
    """As a key of the scenario file, a kind of event, or a column of a table."""
    places = quoted(row[2])

    assert places
    assert set(places) <= COLUMN_NAMES | KEYS | KINDS


def allowed(places: list[str]) -> set[str]:
    """The codes that these columns may hold."""
    return {
        value
        for table, columns in COLUMNS.items()
        for column in columns
        if column.kind == "code" and f"{table}.{column.name}" in places
        for value in column.allowed.split(", ")
    }


CODED = [row for row in GLOSSARY if quoted(row[1]) and allowed(quoted(row[2]))]


def test_many_words_have_codes():
    """That the next test looks at something."""
    assert len(CODED) > 6


@pytest.mark.parametrize("row", CODED, ids=lambda row: row[0])
def test_the_codes_of_a_word_are_codes_of_its_column(row):
    """`escalate`, `hold`, `draw_down` are what the column posture may hold."""
    assert set(quoted(row[1])) <= allowed(quoted(row[2]))


@pytest.mark.parametrize("scenario", CASES, ids=lambda scenario: scenario.id)
def test_every_source_of_a_scenario_is_among_the_works_cited(scenario):
    """With the words of the file, and with nothing that the file does not have."""
    listed = {row[0].strip("`"): row[1:] for row in rows(section(works(), scenario.title))}

    assert listed == {
        source.id: (
            " ".join(source.citation.split()),
            CONFIDENCES[source.confidence].replace("’", "'"),
            f"<https://{source.url}>" if source.url else "",
        )
        for source in scenario.sources
    }


def works() -> str:
    """The page of works cited."""
    return read(REFERENCE / "bibliography.md")


def test_the_pages_tell_of_every_shipped_scenario():
    """And of no other."""
    titles = [scenario.title for scenario in CASES]

    assert headings(works(), 2) == titles
    assert headings(told(), 2) == [title.replace("–", "-") for title in titles]


def told() -> str:
    """The page about the scenarios."""
    return read(REFERENCE / "scenarios.md")


def _rows_about(scenario: Scenario) -> list[Row]:
    return list(rows(section(told(), scenario.title.replace("–", "-"))))


@pytest.mark.parametrize("scenario", CASES, ids=lambda scenario: scenario.id)
def test_allies_and_lengths_are_those_of_the_file(scenario):
    """Who takes which seat, and how long it takes."""
    seats = {actor.id: seat for seat, actor in cast(scenario).items()}
    allies = {
        (seats.get(ally.id, "in reserve"), ally.name, ally.distance.value)
        for ally in scenario.allies
        if ally.distance
    }
    lengths = {
        (f"`{cut.id}`", f"{cut.minutes:g}", f"{cut.rounds}", "yes" if cut.consultation else "no")
        for cut in scenario.cuts
    }

    assert set(_rows_about(scenario)) == allies | lengths


def test_sources_that_are_doubted_are_sources():
    """A doubt names a source that a file has."""
    known = {source.id for scenario in CASES for source in scenario.sources}
    named = {word for word in quoted(told()) if re.fullmatch(r"[A-Z]{2,}[0-9]*[a-z]?", word)}

    assert len(named) > 20
    assert named <= known


def test_the_sources_of_vietnam_are_counted():
    """How many there are, and of which kind."""
    scenario = next(case for case in CASES if case.id == "vietnam-1964-75")
    kinds = Counter(source.confidence for source in scenario.sources)
    said = " ".join(told().split())

    assert set(kinds) == {"document", "one_source", "secondary"}
    assert f": {kinds['document']} documents of the time, {kinds['one_source']} single" in said
    assert f"single accounts, {kinds['secondary']} later studies" in said
    assert f"({len(scenario.record)} entries)" in said
