"""Every table keeps to its codebook, and the codebook to the document that promised it."""

import csv
import io
from pathlib import Path

import pytest

from game.analysis.codebook import ABOUT, COLUMNS, HEADER, codebook_rows
from game.analysis.codebook.page import page
from game.analysis.export.delimited import csv_bytes
from game.analysis.tables import MAKERS, codebook_table, tables
from tests.analysis import played

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "export.md"

# claims.md section 9, in its order; what follows these in a table is ours.
DOCUMENT = {
    "ally_rounds": (
        "session group round seat player role treatment distance posture posture_assigned"
        " theatre_share belief_before belief_after stance contribution move alignment attacked"
        " defended payoff best_response p_star bot timed_out decision_ms consent"
    ),
    "patron_rounds": (
        "session group round seat player role treatment patron_kind card complied posture"
        " theatre_share core_share patron_type n_attacks n_defended payoff bot timed_out"
        " decision_ms"
    ),
    "assignments": (
        "session unit_type unit_id factor value stratum mechanism n_units n_treated seed"
        " assigned_at"
    ),
    "sessions": (
        "session teacher date scenario_id scenario_hash engine_version claims_hash design"
        " n_students n_groups allies_per_group rounds b h q m L c r s lambda tilt_belief"
        " tilt_hedge completed first_play_share"
    ),
    "rationales": "text_id group round seat text",
    "codes": "text_id coder code coded_at blind",
}
# What the rule book (16.4) and the debrief ask of ally_rounds beyond the document.
RULE_BOOK = (
    "form move_source actor would could voice garrison standing_order outcome term news cost stake"
    " par forecast_round forecast_points requests pledges belief_before_source belief_after_source"
    " holders simulated"
)


@pytest.mark.parametrize("table", DOCUMENT)
def test_columns_begin_as_the_document_says(table):
    promised = DOCUMENT[table].split()
    assert [column.name for column in COLUMNS[table]][: len(promised)] == promised


def test_ally_rounds_have_the_columns_of_the_rule_book():
    assert {column.name for column in COLUMNS["ally_rounds"]} >= set(RULE_BOOK.split())


def test_every_table_is_made_and_described():
    assert list(MAKERS) == list(COLUMNS) == list(ABOUT)
    for columns in COLUMNS.values():
        names = [column.name for column in columns]
        assert len(set(names)) == len(names)
        assert all(column.meaning.endswith((".", "?")) for column in columns)
        assert all(column.values for column in columns if column.kind == "code")


@pytest.mark.parametrize("make", played.ALL, ids=lambda make: make.__name__)
def test_every_cell_is_what_its_column_promises(make):
    for table in tables(make(), texts=True):
        for row in table.rows:
            for column, cell in zip(COLUMNS[table.name], row, strict=True):
                assert column.admits(cell), (table.name, column.name, cell)


@pytest.mark.parametrize("make", played.ALL, ids=lambda make: make.__name__)
def test_rows_come_in_the_order_of_the_columns_and_keys_are_unique(make):
    log = make()
    followed = played.followed(log)
    for name, maker in MAKERS.items():
        for row in maker(log, followed):
            assert list(row) == [column.name for column in COLUMNS[name]]
    for table in tables(log, texts=True):
        key = ABOUT[table.name].rsplit("key: ", 1)[1].split(", ")
        places = [table.columns.index(column) for column in key]
        keys = [tuple(row[place] for place in places) for row in table.rows]
        assert len(set(keys)) == len(keys), table.name


def test_the_codebook_as_a_table():
    rows = list(csv.DictReader(io.StringIO(csv_bytes(codebook_table()).decode(), newline="")))
    assert tuple(rows[0]) == HEADER
    assert len(rows) == len(codebook_rows()) == sum(map(len, COLUMNS.values()))
    assert {row["type"] for row in rows} == {
        "text", "code", "list", "int", "float", "bool", "time", "date",
    }  # fmt: skip
    assert all(row["meaning"] for row in rows)


def test_the_reference_page_is_fresh():
    """If this fails: python3 -m game.analysis.codebook > docs/reference/export.md"""
    assert PAGE.read_text(encoding="utf-8") == page()
