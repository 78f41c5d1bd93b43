"""The shipped table of what a class could find: complete, in bounds, and that of the design."""

import ast
from itertools import pairwise
from math import comb, inf, isinf, sqrt
from pathlib import Path

import pytest

from game.analysis.planning import between, table
from game.analysis.planning.between import outlook
from game.analysis.planning.making import kinds
from game.analysis.planning.rates import CLAIMS, untestable
from game.analysis.planning.table import parsed, shipped, written

ROWS = shipped()


def row(setting, groups, claim="C1", allies=3, rounds=6):
    """One cell."""
    return ROWS[setting, groups, allies, rounds, claim]


def test_every_kind_of_class_is_in_it():
    assert set(ROWS) == {
        (kind.setting.value, kind.groups, kind.allies, kind.rounds, claim)
        for kind in kinds()
        for claim in CLAIMS
    }
    assert parsed(written(ROWS.values())) == ROWS


def test_what_cannot_be_tested_is_never_found():
    for found in ROWS.values():
        if found.too_little == 1 and found.setting in ("D1", "D2", "D2-lottery"):
            assert untestable(found.setting, found.groups, found.rounds)
            assert (found.power, found.type_1) == (0, 0)
            assert isinf(found.width)


def test_the_smallest_class_is_that_of_the_minimum_data_rule():
    """claims.md 2.2: 9 groups in D1; 2 in D2 with six rounds, 3 with four; 7 in D3."""
    least = {
        (setting, rounds): min(
            found.groups
            for found in ROWS.values()
            if (found.setting, found.rounds) == (setting, rounds) and found.too_little < 1
        )
        for setting, rounds in (("D1", 6), ("D2", 6), ("D2", 4), ("D2-lottery", 8), ("D3", 6))
    }
    assert list(least.values()) == [9, 2, 3, 2, 7]
    assert 2 / comb(9, 4) <= 0.05 / 3 < 2 / comb(8, 4)


def test_the_level_is_kept_in_every_cell():
    """4.5 standard errors above .05, for some two thousand cells."""
    for found in ROWS.values():
        assert found.type_1 <= 0.05 + 4.5 * sqrt(0.05 * 0.95 / found.reps) + 0.012, found.key


@pytest.mark.parametrize("claim", CLAIMS)
@pytest.mark.parametrize("setting", ["D1", "D2", "D2-lottery", "D3"])
def test_more_groups_find_more(setting, claim):
    ordered = sorted(
        (found.groups, found.power) for found in ROWS.values()
        if (found.setting, found.claim, found.allies, found.rounds) == (setting, claim, 2, 6)
    )  # fmt: skip
    assert all(after[1] > before[1] - 0.05 for before, after in pairwise(ordered))
    assert ordered[-1][1] > 0.4


@pytest.mark.parametrize(
    ("setting", "groups", "allies", "printed"),
    [  # power of C1, C2, C3 where the authors are right
        ("D1", 10, 3, (0.15, 0.12, 0.18)),
        ("D1", 20, 3, (0.31, 0.23, 0.38)),
        ("D1", 15, 2, (0.17, 0.13, 0.22)),
        ("D1", 30, 2, (0.31, 0.24, 0.42)),
        ("D2-lottery", 3, 3, (0.36, 0.06, 0.19)),
        ("D2-lottery", 5, 3, (0.58, 0.12, 0.33)),
        ("D2-lottery", 10, 3, (0.87, 0.28, 0.64)),
        ("D2-lottery", 20, 3, (0.99, 0.54, 0.92)),
        ("D2", 2, 3, (0.14, 0.02, 0.07)),
        ("D2", 4, 3, (0.28, 0.06, 0.15)),
        ("D2", 8, 3, (0.52, 0.12, 0.31)),
        ("D2", 15, 3, (0.80, 0.24, 0.55)),
        ("D3", 8, 3, (0.36, 0.08, 0.19)),
        ("D3", 15, 3, (0.81, 0.22, 0.51)),
        ("D3-reacts", 8, 3, (0.29, 0.07, 0.16)),
        ("D3-reacts", 15, 3, (0.73, 0.17, 0.47)),
    ],
)
def test_power_is_that_of_the_design_document(setting, groups, allies, printed):
    """claims.md 5.2; what is left open there explains ten points at most."""
    found = [row(setting, groups, claim, allies).power_authors for claim in CLAIMS]
    assert found == pytest.approx(printed, abs=0.10)


@pytest.mark.parametrize(
    ("setting", "groups", "printed"),
    [("D1", 10, 37), ("D1", 20, 24), ("D2-lottery", 3, 18), ("D2-lottery", 10, 9), ("D3", 15, 8)],
)
def test_intervals_are_as_wide_as_the_design_document_says(setting, groups, printed):
    """claims.md 5.3, in belief points."""
    assert row(setting, groups).width == pytest.approx(printed, rel=0.08)


def test_between_two_cells_lies_what_is_between_them():
    ten, twelve = (row("D2", groups, allies=2).power for groups in (10, 12))
    found = outlook("D2", 11, 2, 6, "C1")

    assert found.power == pytest.approx((ten + twelve) / 2)
    assert (found.between, found.beyond) == (True, False)
    assert not outlook("D2", 10, 2, 6, "C1").between


def test_beyond_the_table_its_edge_is_read_and_said():
    found = outlook("D2", 500, 2, 6, "C1")

    assert found.power == row("D2", 70, allies=2).power
    assert found.beyond
    assert outlook("D2", 1, 2, 6, "C1").too_little == 1
    assert outlook("D1", 8, 2, 6, "C1").findable == inf


def test_it_is_read_without_numpy():
    """The web reads it at every pause in typing, and starts without numpy."""
    for module in (table, between):
        source = Path(module.__file__).read_text(encoding="utf-8")
        nodes = ast.walk(ast.parse(source))
        names = [name for node in nodes for name in _imported(node)]
        assert "numpy" not in names
        assert {name for name in names if "game" in name} <= {table.__name__}


def _imported(node):
    if isinstance(node, ast.ImportFrom):
        return [node.module]
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
