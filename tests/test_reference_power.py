"""The pages on what a class could find, against the shipped table and the page that reads it."""

import re
from dataclasses import fields, replace

import pytest

from game.analysis.planning.table import Row, shipped
from game.web.instructor_pages import default_form
from game.web.instructor_pages.planning import compared
from game.web.wording.choosing import DESIGNS
from tests.pages import DOCS, read, rows, section
from tests.web.instructor_screens import CASES, offered

SETTINGS = {
    "D1": "D1",
    "D2, drawn postures": "D2-lottery",
    "D2, order cards": "D2",
    "D3": "D3",
    "D3, patrons react": "D3-reacts",
}
OURS = [
    row
    for row in rows(section(read(DOCS / "explain" / "power.md"), "What came out"))
    if row[0] in SETTINGS
]


@pytest.mark.parametrize("row", OURS, ids="-".join)
def test_our_figures_on_the_page_are_those_of_the_table(row):
    """Power of C1 / C2 / C3 for the authors, of C1 for HRT, or the width for C1."""
    setting, groups, allies = SETTINGS[row[0]], int(row[1]), int(row[2])
    found = [shipped()[setting, groups, allies, 6, claim] for claim in ("C1", "C2", "C3")]
    said = [float(part) for part in row[-2].split("/")]
    if len(said) == 3:
        there = [round(cell.power_authors, 2) for cell in found]
    else:
        there = [round(found[0].width)] if said[0] > 1 else [round(found[0].power_hrt, 2)]

    assert said == pytest.approx(there, abs=0.0051)


def test_all_three_tables_are_there():
    """So that the test above looks at them."""
    assert len(OURS) == 34


def test_every_column_of_the_table_is_explained():
    """And no other."""
    page = section(read(DOCS / "explain" / "power.md"), "How the figures were made")
    named = [name for row in rows(page) for name in re.findall(r"`(\w+)`", row[0])]

    assert sorted(named) == sorted(field.name for field in fields(Row))


def test_what_the_page_for_instructors_says_is_what_the_console_says():
    """Belief, in groups of three, by students and design."""
    page = section(read(DOCS / "teach" / "choose-a-design.md"), "What your class could find")
    straits = next(item for item in offered() if item.id == "the-straits")
    said = list(rows(page))
    names = tuple(name for name, _ in DESIGNS.values())

    assert f"| students | {' | '.join(names)} |" in page
    for students, *cells in said:
        form = replace(default_form(CASES), students=students)
        assert cells == [line.cells[0] for line in compared(form, straits)]
    assert [row[0] for row in said] == ["8", "16", "24", "30", "60"]
