"""What stands in patron_rounds, seats, assignments, sessions and proposals."""

from collections import Counter

import pytest

from game.classroom.tallies import seat_points
from game.core.numbers import Numbers
from game.core.payoffs import calibration
from tests.analysis import played
from tests.analysis.played import rows


@pytest.mark.parametrize("make", played.ALL, ids=lambda make: make.__name__)
def test_a_division_of_forces_adds_up(make):
    for row in rows(make(), "patron_rounds"):
        garrisons = sum(int(part.split("=")[1]) for part in row["garrisons"].split(";"))
        assert row["theatre_units"] + garrisons + row["reserve"] == row["pool"]
        assert row["theatre_share"] + row["core_share"] == pytest.approx(1, abs=1e-12)
        assert row["theatre_share"] == pytest.approx(row["theatre_units"] / row["pool"])


def test_cards_are_complied_with_or_not():
    found = rows(played.cards(), "patron_rounds")
    for row in found:
        wanted = "escalate" if row["card"] == "tough" else "restrain"
        assert row["posture_assigned"] == wanted
        assert row["complied"] == ((row["posture"] == "escalate") == (wanted == "escalate"))
        assert row["card_points"] == (6 if row["complied"] else 0)
    assert {row["complied"] for row in found} == {0, 1}
    assert {row["complied"] for row in rows(played.free(), "patron_rounds")} == {None}


def test_who_plays_the_patron():
    kinds = {
        played.d1: {"script_hawk", "script_restrained"},
        played.lottery: {"lottery"},
        played.cards: {"student"},
        played.rehearsal: {"bot_substitute"},
    }
    for make, expected in kinds.items():
        found = rows(make(), "patron_rounds")
        assert {row["patron_kind"] for row in found} == expected
        assert {row["bot"] for row in found} == {int(expected != {"student"})}


def test_a_bot_in_the_patrons_place_is_a_substitute_and_ends_the_data_of_d3():
    found = rows(played.eventful(), "patron_rounds", group="S1-G2")
    assert [row["patron_kind"] for row in found][3:] == ["student", "student", "bot_substitute"]
    assert [row["substituted_so_far"] for row in found] == [0, 0, 0, 0, 0, 1]
    fifth = found[4]
    assert (fifth["timed_out"], fifth["move_source"], fifth["orders_source"]) == (
        1, "timeout", "timeout",
    )  # fmt: skip
    assert fifth["decision_ms"] is None
    assert fifth["posture"] == found[3]["posture"]  # the default: last round's split again


@pytest.mark.parametrize("make", played.ALL, ids=lambda make: make.__name__)
def test_totals_can_be_had_by_hand_and_are_the_classroom_s(make):
    """Points = sum of payoff - payoff of the forecast round + forecast points; par likewise."""
    log = make()
    states = {state.opened.group: state for state in log.states()}
    for seat in rows(log, "seats"):
        where = {"group": seat["group"], "seat": seat["seat"]}
        own = rows(log, "patron_rounds" if seat["seat"] == "P" else "ally_rounds", **where)
        paid = [row for row in own if row.get("forecast_round")]
        points = sum(row["payoff"] or 0 for row in own)
        points += sum(row["forecast_points"] - row["payoff"] for row in paid)
        par = sum(row["par"] or 0 for row in own)
        par += sum(seat["forecast_par"] - row["par"] for row in paid)
        assert (seat["points"], seat["par"]) == pytest.approx((points, par))
        assert seat["points_against_par"] == pytest.approx(points - par)
        expected = seat_points(states[seat["group"]], seat["seat"])
        assert (seat["points"], seat["par"]) == pytest.approx(expected)


def test_every_ally_of_a_finished_game_has_one_forecast_round():
    for row in rows(played.free(), "seats", role="ally"):
        assert row["forecast_par"] == 0.75 * Numbers().forecast_prize
        assert row["forecast_points"] in (0, 10)
    patrons = rows(played.free(), "seats", role="patron")
    assert {row["forecast_in_round"] for row in patrons} == {None}


@pytest.mark.parametrize("make", played.ALL, ids=lambda make: make.__name__)
def test_calibration_by_hand(make):
    log = make()
    for seat in rows(log, "seats", role="ally"):
        scores = [
            calibration(row[belief], bool(row["outcome"]))
            for row in rows(log, "ally_rounds", group=seat["group"], seat=seat["seat"])
            for belief in ("belief_before", "belief_after")
            if row[belief] is not None and row["outcome"] is not None
            if row[f"{belief}_source"] != "bot" or seat["bot"]
        ]
        expected = sum(scores) / len(scores) if scores else None
        assert seat["calibration"] == (pytest.approx(expected) if scores else None)


def test_kinds_of_seats():
    def kind(log, seat, group="S1-G2"):
        return rows(log, "seats", group=group, seat=seat)[0]["kind"]

    assert kind(played.lottery(), "P") == "lottery"
    assert kind(played.d1(), "P") in ("script_hawk", "script_restrained")
    assert kind(played.rehearsal(), "A1") == "bot"
    assert kind(played.eventful(), "A3") == "student"
    assert kind(played.eventful(), "A1", "S1-G3") == "mirror"
    late = rows(played.eventful(), "seats", group="S1-G2", seat="A3")[0]
    assert (late["first_round"], late["n_rows"]) == (3, 4)
    lost = rows(played.eventful(), "seats", group="S1-G2", seat="A1")[0]
    assert (lost["n_rows"], lost["n_bot"], lost["n_timed_out"]) == (6, 2, 2)


def test_assignments_of_arms_count_groups():
    arms = rows(played.d1(), "assignments", factor="treatment")
    assert Counter(row["value"] for row in arms) == {"hawk": 2, "restrained": 2}
    assert {(row["n_units"], row["n_treated"], row["stratum"]) for row in arms} == {(4, 2, "S1")}


def test_assignments_of_rounds_are_balanced_within_the_group():
    found = rows(played.cards(), "assignments", unit_type="group_round")
    assert Counter(row["factor"] for row in found) == {"posture_assigned": 18, "card": 18}
    assert {(row["n_units"], row["n_treated"], row["mechanism"]) for row in found} == {
        (6, 3, "complete")
    }
    assert {row["stratum"] for row in found} == {"S1-G1", "S1-G2", "S1-G3"}
    assert not rows(played.free(), "assignments", unit_type="group_round")


def test_eight_rounds_are_balanced_within_each_half():
    scenario = played.a_scenario(rounds=8)
    (opened,) = played.dealt(3, scenario=scenario)
    script = played.Script(opened, scenario)
    played.turn(script)
    log = played.logged([script], scenario=scenario)
    found = rows(log, "assignments", factor="posture_assigned")
    assert {row["mechanism"] for row in found} == {"complete_within_halves"}
    assert {(row["stratum"], row["n_units"], row["n_treated"]) for row in found} == {
        ("S1-G1-H1", 4, 2),
        ("S1-G1-H2", 4, 2),
    }


def test_seats_and_types_are_drawn_too():
    found = rows(played.cards(), "assignments", factor="distance")
    assert Counter(row["value"] for row in found) == {"near": 3, "far": 4}
    assert {row["n_units"] for row in found} == {7}
    types = rows(played.cards(), "assignments", factor="patron_type")
    assert {row["unit_type"] for row in types} == {"group_term"}
    assert len(types) == 6
    for row in types:
        term = 1 if row["unit_id"].endswith("T1") else 2
        played_types = {
            item["patron_type"]
            for item in rows(played.cards(), "patron_rounds", group=row["group"], term=term)
        }
        assert played_types == {row["value"]}


def test_a_late_seat_and_bots_were_not_drawn():
    ids = {row["unit_id"] for row in rows(played.eventful(), "assignments", factor="distance")}
    assert "S1-G2-A3" not in ids
    assert not rows(played.rehearsal(), "assignments", factor="distance")


def test_the_session_in_one_row():
    (row,) = rows(played.lottery(), "sessions")
    assert (row["design"], row["variant"], row["n_students"], row["n_groups"]) == (
        "D2", "lottery", 7, 3,
    )  # fmt: skip
    assert row["allies_per_group"] == pytest.approx(7 / 3)
    assert (row["b"], row["h"], row["q"], row["m"], row["L"], row["c"]) == (1, 3, 0.5, 0.8, 20, 0)
    assert (row["r"], row["s"], row["lambda"], row["p_star"]) == (5, 5, 0.6, 0.5)
    assert (row["tilt_belief"], row["tilt_hedge"]) == (0, 0)
    assert row["claims_hash"] == played.claims_hash()
    assert row["first_play_share"] is None
    (row,) = rows(played.eventful(), "sessions")
    assert row["first_play_share"] == pytest.approx(8 / 9)
    assert row["n_students"] == 11  # nine, a late joiner and a mirror


def test_an_unfair_scenario_says_how_far_it_tilts():
    scenario = played.a_scenario(Numbers(war_priority=0))
    openings = played.dealt(6, scenario=scenario)
    log = played.logged([played.Script(item, scenario) for item in openings], scenario=scenario)
    (row,) = rows(log, "sessions")
    assert row["tilt_belief"] == pytest.approx(38.2, abs=0.05)
    assert row["tilt_hedge"] == pytest.approx(-0.427, abs=0.001)


def test_proposals_have_terms_and_labels():
    found = rows(played.eventful(), "proposals", group="S1-G1", round=1)
    assert {row["code"]: row["kind"] for row in found} == {
        "ask_garrison": "request",
        "warn_elsewhere": "pledge",
        "promise_to_come": "pledge",
        "announce_drawdown": "pledge",
        "ask_units": "request",
    }
    come = next(row for row in found if row["code"] == "promise_to_come")
    assert come["in_order"] == "kept_in_order"
    drawn = next(row for row in found if row["code"] == "announce_drawdown")
    assert (drawn["named_round"], drawn["due_round"]) == (2, 2)
    warned = next(row for row in found if row["code"] == "warn_elsewhere")
    assert (warned["condition"], warned["public"]) == ("escalate", 1)
