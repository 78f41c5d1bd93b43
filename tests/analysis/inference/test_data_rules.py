"""Which rows enter: a case for every line of the data rules."""

import pytest

from game.analysis.inference.dataset import Facts, dataset
from game.analysis.inference.rows import Malformed, ally_round
from tests.analysis.inference.made import analysed, arms, draws, free, moved, read, row

BASE = draws(4, moved(8))


def claim(rows, name="C1", design="D2"):
    return analysed(rows, design).claim(name)


def test_a_bot_row_is_no_outcome():
    wild = {"belief_before": 0, "belief_after": 100, "alignment": "HEDGE", "stance": "endorse"}
    bots = [{**r, **wild, "seat": "A3", "bot": 1} for r in BASE if r["seat"] == "A1"]

    assert claim(BASE + bots) == claim(BASE)
    report = analysed(BASE + bots, "D2").data
    assert (report.bot_rows, report.bot_seats, report.used) == (24, 4, len(BASE))


def test_a_dropout_counts_up_to_the_round_she_left():
    left = [
        {**r, "bot": int(r["group"] == "G0" and r["seat"] == "A1" and r["round"] > 4)} for r in BASE
    ]
    data = read(left, "D2")

    assert len(data.rows) == len(BASE) - 2
    assert data.report.bot_seats == 0
    assert sum(arm.expected for arm in data.report.attrition) == len(BASE)
    assert sum(arm.played for arm in data.report.attrition) == len(BASE) - 2


@pytest.mark.parametrize(("lost", "stays"), [(6, True), (7, False)])
def test_a_group_of_which_less_than_half_was_played_leaves(lost, stays):
    gone = [place for place, r in enumerate(BASE) if r["group"] == "G0"][:lost]
    rows = [{**r, "timed_out": int(place in gone)} for place, r in enumerate(BASE)]
    data = read(rows, "D2")

    assert ("G0" not in data.report.groups_dropped) is stays
    assert any(r.group == "G0" for r in data.rows) is stays


def test_rounds_that_are_not_in_the_table_were_not_played():
    rows = [r for r in BASE if r["group"] != "G0" or r["round"] <= 2]
    assert read(rows, "D2").report.groups_dropped == ("G0",)


def test_a_timeout_is_left_out_and_counted_in_the_appendix():
    late = [{**r, "timed_out": int(r["round"] == 2 and r["seat"] == "A1")} for r in BASE]
    without = [r for r in late if not r["timed_out"]]

    found = analysed(late, "D2")
    assert found.claim("C2").estimate == analysed(without, "D2").claim("C2").estimate
    line = next(i for i in found.robustness if (i.claim, i.line) == ("C2", "with_timeouts"))
    assert line.low == pytest.approx(analysed(BASE, "D2").claim("C2").estimate)


def test_a_missing_belief_leaves_what_needs_it_and_nothing_else():
    silent = [{**r, "belief_after": "" if r["round"] == 1 else r["belief_after"]} for r in BASE]
    without = [r for r in BASE if r["round"] != 1]

    for name in ("C1", "C4", "C5", "C7", "C0"):
        assert claim(silent, name).estimate == pytest.approx(claim(without, name).estimate), name
    for name in ("C2", "C3", "C6"):
        assert claim(silent, name).estimate == claim(BASE, name).estimate, name


def test_belief_before_is_needed_only_where_it_is_used():
    rows = [{**r, "belief_before": ""} for r in arms(["hawk", "restrained"] * 5)]
    assert claim(rows, "C1", "D1").testable
    assert not claim(rows, "C4", "D1").testable


def test_of_two_rows_for_the_same_the_last_counts():
    first = {**BASE[0], "alignment": "HEDGE", "belief_after": 1}
    assert claim([first, *BASE], "C2").estimate == claim(BASE, "C2").estimate
    assert analysed([first, *BASE], "D2").data.duplicates == 1


def test_who_has_played_before_counts_once():
    def named(rows, session):
        return [
            {
                **r,
                "session": session,
                "group": session + r["group"],
                "player": r["group"] + r["seat"],
            }
            for r in rows
        ]

    first, later = named(BASE, "S1"), named(draws(5, moved(-8), seed=7), "S2")
    data = read(first + later, "D2")

    assert {r.group for r in data.rows if r.session == "S2"} == {"S2G4"}
    assert data.report.repeat_players == 8


def test_in_d3_a_bot_patron_ends_the_group_s_data():
    rows = [ally_round(r) for r in free(8, moved(8))]
    data = dataset(rows, "D3", Facts(cut_off={("S1", "G0"): 4}))

    assert {r.round for r in data.rows if r.group == "G0"} == {1, 2, 3}
    assert not data.report.groups_dropped
    assert data.report.shortened == ("G0",)


def test_a_bot_in_place_of_a_patron_changes_nothing_where_the_posture_was_drawn():
    rows = [ally_round(r) for r in BASE]
    assert len(dataset(rows, "D2", Facts(cut_off={("S1", "G0"): 4})).rows) == len(BASE)


def test_uneven_attrition_is_said_and_bounded():
    deal = ["hawk"] * 5 + ["restrained"] * 5
    rows = [
        {**r, "timed_out": int(r["treatment"] == "hawk" and r["round"] == 4)} for r in arms(deal)
    ]
    found = analysed(rows, "D1")

    assert [(a.arm, a.expected, a.played) for a in found.data.attrition] == [
        ("hawk", 40, 30), ("restrained", 40, 40),
    ]  # fmt: skip
    assert found.claim("C1").sentence.startswith("Attrition differs between arms.")
    bounds = next(line for line in found.robustness if line.line == "worst_case")
    known = found.claim("C2").estimate
    assert bounds.low < known < bounds.high
    assert bounds.high - bounds.low == pytest.approx(0.25)  # a quarter of one arm is unknown


def test_even_attrition_is_not():
    rows = [{**r, "timed_out": int(r["round"] == 4)} for r in arms(["hawk", "restrained"] * 5)]
    found = analysed(rows, "D1")
    assert not found.data.attrition_differs
    assert not any(line.line == "worst_case" for line in found.robustness)


def test_the_group_of_bots_can_be_left_out():
    bots = [
        {**r, "seat": seat, "bot": 1}
        for r in BASE
        if r["group"] == "G0"
        for seat in ("A3", "A4", "A5")
    ]
    lines = {(i.claim, i.line): i for i in analysed(BASE + bots, "D2").robustness}
    own = [r for r in BASE if r["group"] != "G0"]
    assert lines["C2", "without_bot_groups"].low == pytest.approx(claim(own, "C2").estimate)


def test_leaving_one_group_out_and_the_first_round():
    rows = draws(6, moved(8), seed=6)
    lines = {(i.claim, i.line): i for i in analysed(rows, "D2").robustness}
    rests = [claim([r for r in rows if r["group"] != f"G{i}"]).estimate for i in range(6)]
    assert (lines["C1", "leave_one_out"].low, lines["C1", "leave_one_out"].high) == pytest.approx(
        (min(rests), max(rests))
    )
    assert lines["C1", "round_1"].groups == 6


def test_a_rehearsal_counts_its_bots_and_says_so():
    rows = [{**r, "bot": 1, "simulated": 1} for r in BASE]
    assert claim(rows).estimate == claim(BASE).estimate


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("belief_after", 105, "between 0 and 100"),
        ("belief_after", "much", "no number"),
        ("stance", "cheers", "endorse, silent, dissociate"),
        ("posture", "retreat", "escalate, hold, draw_down"),
        ("round", 1.5, "whole number"),
        ("group", "", "group is empty"),
        ("bot", "perhaps", "0 or 1"),
    ],
)
def test_a_value_that_cannot_be_is_named(column, value, said):
    with pytest.raises(Malformed, match=said):
        ally_round({**BASE[0], column: value})


def test_what_a_spreadsheet_makes_of_numbers_is_read():
    plain = ally_round(
        {**BASE[0], "bot": "0.0", "round": "1.0", "belief_after": "62.0", "timed_out": "False"}
    )
    assert (plain.bot, plain.round, plain.after, plain.timed_out) == (False, 1, 62.0, False)


def test_the_move_is_coded_where_the_code_is_missing():
    made = row("G1", 1, "A1", True, move="seek_partner")
    assert ally_round(made).hedged == 1
