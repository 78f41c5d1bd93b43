"""Arms of two factors, and a scenario in which the war drains: rarer ways to play."""

from collections import Counter

import pytest

from game.analysis.codebook import COLUMNS
from game.analysis.descriptives import describe
from game.analysis.tables import tables
from game.core.numbers import Numbers
from game.core.vocabulary import Design
from tests.analysis import played
from tests.analysis.played import rows


def arms_of_two_factors():
    """Scripts, with the war far away or next door."""
    factors = {"script": ("hawk", "restrained"), "theatre": ("far", "near")}
    return played.finished(16, design=Design.D1, factors=factors)


def light_and_heavy_wars():
    """Student patrons; the bands are smaller in one arm."""
    return played.finished(12, design=Design.D1, factors={"war_size": ("heavy", "light")})


def drained():
    """A war that eats what help there is: it fails with chance .5 x share away."""
    scenario = played.a_scenario(Numbers(drain=0.5))
    openings = played.dealt(30, design=Design.D3, scenario=scenario)
    groups = [played.to_the_end(played.Script(item, scenario)) for item in openings]
    return played.logged(groups, scenario=scenario)


@pytest.mark.parametrize("make", [arms_of_two_factors, light_and_heavy_wars, drained])
def test_every_cell_still_fits_the_codebook(make):
    for table in tables(make(), texts=True):
        for row in table.rows:
            for column, cell in zip(COLUMNS[table.name], row, strict=True):
                assert column.admits(cell), (table.name, column.name, cell)


def test_two_factors_make_four_arms_and_distance_is_drawn_within_them():
    log = arms_of_two_factors()
    arms = rows(log, "assignments", factor="treatment")
    assert Counter(row["value"] for row in arms) == {
        "hawk+far": 2, "hawk+near": 2, "restrained+far": 2, "restrained+near": 2,
    }  # fmt: skip
    distances = rows(log, "assignments", factor="distance")
    assert {row["stratum"] for row in distances} == {f"S1/{row['value']}" for row in arms}
    brought_near = [row for row in distances if row["stratum"].endswith("+near")]
    assert {(row["value"], row["n_units"], row["n_treated"]) for row in brought_near} == {
        ("near", 4, 4)
    }


def test_a_light_war_sends_fewer_away_under_the_same_word():
    found = rows(light_and_heavy_wars(), "patron_rounds", posture="escalate")
    units = {(row["treatment"], row["theatre_units"]) for row in found}
    assert units <= {("heavy", 5), ("heavy", 6), ("light", 3)}


def test_help_that_was_sent_may_not_arrive():
    found = rows(drained(), "ally_rounds")
    failed = [row for row in found if row["standing_order"] == "come" and row["outcome"] == 0]
    assert failed
    assert all(row["defended"] in (None, 0) for row in failed)
    assert all(row["outcome"] == 0 for row in found if row["standing_order"] == "stay")
    for row in found:
        if row["attacked"]:
            assert row["defended"] == row["outcome"]


def test_an_order_is_opened_as_it_was_sealed_even_if_help_did_not_arrive():
    answers = [
        answer
        for group in describe(drained()).groups
        for item in group.rounds
        for answer in item.answers
    ]
    assert any(answer.order and answer.defended is False for answer in answers)
