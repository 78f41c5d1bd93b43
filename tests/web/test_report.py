"""The report: every part says where it comes from, what computes it again does, nothing is left
out of the appendix."""

import io
import json
import re
import zipfile
from dataclasses import fields, replace
from functools import lru_cache
from math import inf

import pandas
import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from game.analysis.claims.reading import read_claims
from game.analysis.codebook import COLUMNS
from game.analysis.descriptives import describe
from game.analysis.export import export_zip
from game.analysis.inference.from_log import analyse_session
from game.analysis.inference.results import ClaimResult
from game.cli import cli
from game.web import debrief_render
from game.web.debrief_render import PaperFrame, paper_page
from game.web.debrief_render.appendix import appendix, plain
from game.web.wording.tracing import LINES, TRACES
from tests.analysis.played import SCENARIO, cards
from tests.web import auditing

FILE = "distant-war-HK7M4R.zip"
FACTS = (("Its SHA-256", "a" * 64, True), ("Seed of the draws", "seed", True))


@lru_cache(maxsize=1)
def analysis():
    """Of a class with order cards."""
    return analyse_session(cards())


@lru_cache(maxsize=1)
def report():
    """Its report."""
    frame = PaperFrame("Tuesday", "a day", "D2, order cards", "full", "/console/x", FILE, FACTS)
    tested = debrief_render.Tested(analysis(), read_claims(cards().claims_text))
    return paper_page(frame, describe(cards()), SCENARIO, tested)


@lru_cache(maxsize=1)
def soup():
    """The same as a browser reads it."""
    return BeautifulSoup(report(), "html.parser")


@pytest.fixture(scope="module")
def tables():
    """The tables of its export, under the names that the report gives them."""
    found = {"pandas": pandas}
    with zipfile.ZipFile(io.BytesIO(export_zip(cards(), texts=False))) as packed:

        def read_csv(name):
            return pandas.read_csv(io.BytesIO(packed.read(name)))

        lines = "\n".join(LINES[1:]).replace("pandas.read_csv", "read_csv")
        exec(lines, {"read_csv": read_csv}, found)
    return found


def again(tables, kind):
    """What the expression of a part computes."""
    return eval(TRACES[kind][1], {}, tables)


def test_the_page_is_sound_and_its_headings_step():
    """They become the outline of the file."""
    auditing.sound(report())
    auditing.stepped(report())
    auditing.named(report())


def test_the_first_page_says_what_it_is_of():
    """And what makes it again: versions, hashes, seeds."""
    head = soup().select_one(".report__head").get_text(" ", strip=True)
    for said in ("Tuesday", "a day", SCENARIO.title, "D2, order cards", "a" * 64, "seed"):
        assert said in head
    for said in (analysis().engine_version, analysis().claims_hash, str(analysis().seed), FILE):
        assert said in head


def test_every_part_says_where_it_comes_from():
    """Directly below it: file and rows, and what computes it again."""
    parts = soup().select("section.part-of")
    assert len(parts) > 15
    for part in parts:
        below = part.find_next_sibling()
        assert "trace" in below.get("class", ()), part["id"]
        assert ".csv" in below.get_text() or ".yaml" in below.get_text()


def test_the_contents_lead_somewhere():
    links = [link["href"] for link in soup().select(".report__contents a")]
    assert links[-1] == "#appendix"
    assert [link for link in links if not soup().find(id=link[1:])] == []


@pytest.mark.parametrize("kind", [kind for kind, trace in TRACES.items() if trace[1]])
def test_what_computes_a_part_again_can_be_typed(tables, kind):
    """On the tables of the export; and the columns that the rows name are there."""
    assert again(tables, kind) is not None
    named = set(re.findall(r"\b[a-z]+(?:_[a-z]+)+\b", TRACES[kind][0].replace(".csv", "")))
    columns = {name for table in COLUMNS.values() for name in (column.name for column in table)}
    assert named <= columns | set(COLUMNS)


def test_the_means_are_found_again(tables):
    """Those of the report's first table, posture by posture."""
    table = soup().select_one("#beliefs table")
    told = {
        row.th.get_text(strip=True).lower(): [cell.get_text() for cell in row.select("td")][:2]
        for row in table.select("tbody tr")
    }
    found = again(tables, "beliefs")
    names = {"escalate": "escalates", "hold": "holds", "draw_down": "draws down"}
    shown = {p: told[names[p]] for p in found.index if "–" not in told[names[p]]}
    assert shown
    for posture, numbers in shown.items():
        assert [f"{mean:.1f}" for mean in found.loc[posture]] == numbers


def test_the_command_beside_a_claim_gives_its_numbers(tmp_path):
    """Every field of the appendix is what `analyse --json` prints of the export."""
    commands = {code.get_text() for code in soup().select("#claim-1 + .trace code")}
    assert commands == {f"python3 run.py analyse {FILE} --json"}
    (tmp_path / FILE).write_bytes(export_zip(cards(), texts=False))
    done = CliRunner().invoke(cli, ["analyse", str(tmp_path / FILE), "--json"])
    printed = {each["claim"]: each for each in json.loads(done.output)["claims"]}
    table = soup().select_one("#appendix table")
    heads = [head.get_text() for head in table.select("thead th")][1:]
    assert heads == list(printed)
    for row in table.select("tbody tr"):
        name = row.th.get_text()
        cells = [cell.get_text() for cell in row.select("td")]
        assert cells == [plain(_number(printed[claim][name])) for claim in heads], name


def _number(value):
    return float(value) if value in ("inf", "-inf") else value


def test_nothing_of_a_result_is_left_out():
    """All fields of all claims; what is long stands below the table."""
    text = soup().select_one("#appendix").get_text(" ", strip=True)
    shown = {row.th.get_text() for row in soup().select("#appendix table tbody tr")}
    said = {"claim", "verdict", "reason", "sentence"}
    assert {one.name for one in fields(ClaimResult)} - said <= shown
    for result in analysis().claims:
        assert result.verdict in text
        assert " ".join(result.sentence.split()) in " ".join(text.split())
    assert {one.name for one in fields(type(analysis().data))} - {"attrition"} <= shown


def test_bounds_without_an_end_and_what_is_not_there():
    """As a reader takes them."""
    open_ended = replace(analysis().claims[0], ci_low=-inf, ci_high=inf, se=None)
    made = appendix(replace(analysis(), claims=(open_ended,)))
    rows = {row[0]: row[1] for row in made.claims.rows}
    assert (rows["ci_low"], rows["ci_high"], rows["se"]) == ("−∞", "∞", "–")
    assert (plain(True), plain(0.125), plain(-2.5), plain(()), plain(7)) == (
        "yes", "0.125", "−2.5", "–", "7",
    )  # fmt: skip


def test_without_an_analysis_there_is_no_appendix():
    """Nobody played: what there is stands there."""
    page = paper_page(PaperFrame("t", "d", "w"), describe(cards()), SCENARIO)
    assert "appendix" not in page
