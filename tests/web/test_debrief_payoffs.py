"""The debrief: what the payoffs alone predict beside claims 1 and 2."""

from dataclasses import replace

import pytest

from tests.web.analysed import AUTHORS, OWN, analysed
from tests.web.auditing import read, soup_of
from tests.web.debriefed import cells
from tests.web.told_claims import PICTURE, on_paper, on_phone, walled

CAPTION = "Plan B beside own beliefs"


def own_table(page):
    """The table's rows by their heads; None where it is not there."""
    found = [t for t in soup_of(page).select("#claim-2 table") if t.caption.get_text() == CAPTION]
    rows = cells(str(found[0]).replace("\xa0", " ")) if found else []
    return {row[0]: row[1:] for row in rows} or None


@pytest.mark.parametrize("drawn", [on_phone, on_paper])
def test_hedging_stands_beside_what_own_beliefs_imply(drawn):
    page = drawn(AUTHORS)
    said, rows = read(page, "#claim-2"), own_table(page)

    assert "a Plan B in 48 % of their moves" in said.replace("\xa0", " ")
    assert "the difference is +7 points" in said
    assert rows["moves"] == ["44", "46", "40", "130"]
    assert rows["Plan B"] == ["62 %", "43 %", "36 %", "48 %"]
    assert rows["implied, lambda 0.6"] == ["47 %", "38 %", "37 %", "41 %"]
    assert rows["implied, lambda 0.3"][-1] == "45 %"
    assert rows["implied, lambda 1.2"][-1] == "37 %"
    assert rows["beyond it, points"] == ["+15", "+5", "−1", "+7"]
    assert rows["best response"][-1] == "63 %"
    assert "own beliefs" not in read(walled("claim-2", AUTHORS), ".wide")


def test_a_rate_that_might_betray_a_seat_is_not_there():
    """Two seats could have made 12 moves in 6 rounds, whatever else is known of them."""
    few = replace(OWN[1], moves=12)
    parts, whole = ((replace(OWN[0], moves=n), few, *OWN[2:]) for n in (130, 12))

    assert max(group.rounds[-1].round for group in PICTURE.groups) == 6
    assert own_table(on_phone(analysed("D2", own_beliefs=parts)))["moves"] == ["130"]
    assert own_table(on_phone(analysed("D2", own_beliefs=whole))) is None


def test_the_payoffs_tilt_is_told_at_three_lambdas():
    page = on_phone(AUTHORS)

    tilt = "make of escalation −1.0 at lambda 0.3, −2.1 at lambda 0.6 and −4.4 at lambda 1.2"
    assert tilt in read(page, "#claim-1")
    assert "+0.02 at lambda 0.3, +0.04 at lambda 0.6" in read(page, "#claim-2")
    assert "at lambda" not in read(page, "#claim-3")
    assert "at lambda" not in read(on_phone(analysed("D2", tilts=())), "#claim-1")
