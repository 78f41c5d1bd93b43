"""What stands in ally_rounds, row by row, for every way a round can go."""

import pytest

from game.core.events import CrisisStruck, ForcesCommitted, ResponseSealed
from game.core.numbers import Numbers
from tests.analysis import played
from tests.analysis.played import rows


def test_one_row_per_ally_seat_and_round():
    found = rows(played.lottery(), "ally_rounds")
    assert [row["group"] for row in found[:18]] == ["S1-G1"] * 18
    assert [(row["round"], row["seat"]) for row in found[:4]] == [
        (1, "A1"), (1, "A2"), (1, "A3"), (2, "A1"),
    ]  # fmt: skip
    assert {row["treatment"] for row in found} == {"none"}


@pytest.mark.parametrize("make", [played.cards, played.lottery])
def test_the_assigned_posture_is_the_draw_and_balanced_in_every_group(make):
    log = make()
    for history in played.followed(log):
        nature, group = history.state.opened.nature, history.state.opened.group
        drawn = [
            row["posture_assigned"] for row in rows(log, "ally_rounds", group=group, seat="A1")
        ]
        if make is played.cards:
            assert drawn == [{"tough": "escalate"}.get(card, "restrain") for card in nature.cards]
        else:
            assert [item == "escalate" for item in drawn] == [
                posture == "escalate" for posture in nature.postures
            ]
        assert drawn.count("escalate") == drawn.count("restrain") == 3


@pytest.mark.parametrize("make", [played.d1, played.free])
def test_no_posture_is_assigned_in_the_other_designs(make):
    assert {row["posture_assigned"] for row in rows(make(), "ally_rounds")} == {None}


def test_arms_are_named_and_hawks_escalate():
    found = rows(played.d1(), "ally_rounds")
    assert {row["treatment"] for row in found} == {"hawk", "restrained"}
    assert {row["posture"] for row in found if row["treatment"] == "hawk"} == {"escalate"}
    assert {row["posture"] for row in found if row["treatment"] == "restrained"} == {
        "hold", "draw_down",
    }  # fmt: skip


@pytest.mark.parametrize("make", played.ALL, ids=lambda make: make.__name__)
def test_codes_agree_with_each_other(make):
    for row in rows(make(), "ally_rounds"):
        assert (row["alignment"] == "REASSURE") == (row["move"] == "stand")
        assert (row["form"] is None) == (row["alignment"] == "REASSURE")
        assert (row["defended"] is not None) == (row["attacked"] == 1)
        assert row["p_star"] == Numbers().p_star()
        if row["attacked"] == 1:  # no drain: who was ordered to come, came
            assert row["defended"] == row["outcome"] == (row["standing_order"] == "come")
        if row["belief_after"] is not None:
            expected = "tie" if row["belief_after"] == 50 else None
            expected = expected or ("REASSURE" if row["belief_after"] > 50 else "HEDGE")
            assert row["best_response"] == expected
        assert (row["player"] is None) == (row["bot"] == 1)


def test_shares_and_garrisons_are_those_of_the_map():
    log = played.cards()
    for history in played.followed(log):
        for played_round in history.state.rounds:
            group = history.state.opened.group
            found = rows(log, "ally_rounds", group=group, round=played_round.number)
            commitment = played_round.commitment
            pool = 6 + 2 * len(commitment.garrisons)
            assert [row["theatre_share"] for row in found] == pytest.approx(
                [commitment.theatre / pool] * len(found)
            )
            assert [row["garrison"] for row in found] == [n for _, n in commitment.garrisons]


def test_a_time_out_is_marked_and_its_missing_answers_are_empty():
    row, then = rows(played.eventful(), "ally_rounds", group="S1-G2", seat="A1")[:2]
    assert (row["timed_out"], row["bot"], row["move_source"]) == (1, 0, "timeout")
    assert row["belief_before"] is row["belief_after"] is row["would"] is row["could"] is None
    assert row["belief_after_source"] is row["best_response"] is row["decision_ms"] is None
    assert row["player"] == row["holders"]
    # Two stages missed in a row: a bot holds the seat from then on, moving or not.
    assert (then["timed_out"], then["bot"], then["player"]) == (1, 1, None)
    assert then["holders"] == row["holders"]


def test_a_covering_bot_is_marked_until_the_student_is_back():
    bots = [row["bot"] for row in rows(played.eventful(), "ally_rounds", group="S1-G2", seat="A1")]
    assert bots == [0, 1, 1, 0, 0, 0]


def test_a_late_seat_has_rows_from_its_first_round():
    found = rows(played.eventful(), "ally_rounds", group="S1-G2", seat="A3")
    assert [row["round"] for row in found] == [3, 4, 5, 6]
    assert {row["player"] for row in found} == {"P99"}
    # The pool has grown: 12 units for three allies, so a share is a twelfth.
    assert all(row["theatre_share"] in [round(n / 12, 9) for n in range(7)] for row in found)


def test_a_mirror_seat_names_both_and_who_moved():
    found = rows(played.eventful(), "ally_rounds", group="S1-G3", seat="A1")
    first, second = found[0], found[1]
    assert "+" not in first["holders"]
    assert second["holders"] == f"{first['holders']}+P98"
    assert second["player"] == "P98"  # played.turn: the last holder sends


def test_a_stopped_round_keeps_its_answers_and_has_no_outcome():
    found = rows(played.stopped(), "ally_rounds", group="S1-G1", round=3)
    assert len(found) == 2
    for row in found:
        assert row["move"]
        assert row["standing_order"] in ("come", "stay")
        missing = ("attacked", "defended", "outcome", "payoff", "par", "forecast_points")
        assert {row[column] for column in missing} == {None}


def test_a_round_whose_responses_were_never_revealed_has_no_rows():
    assert {row["round"] for row in rows(played.stopped(), "ally_rounds", group="S1-G2")} == {1}


def test_a_group_that_never_began_is_nowhere():
    log = played.stopped()
    for name in ("ally_rounds", "patron_rounds", "seats", "assignments"):
        assert "S1-G3" not in {row["group"] for row in rows(log, name)}, name
    (session,) = rows(log, "sessions")
    assert (session["n_groups"], session["n_started"]) == (3, 2)


def test_a_game_that_goes_on_does_not_tell_its_forecast_rounds():
    assert {row["forecast_round"] for row in rows(played.going_on(), "ally_rounds")} == {None}


def test_decision_time_runs_from_the_posture_to_the_response_without_pauses():
    log = played.eventful()
    (history,) = [item for item in played.followed(log) if item.state.opened.number == 3]
    events = log.groups[2].events
    round_2 = [item for item in events if isinstance(item, ForcesCommitted)][1]
    sealed = [item for item in events if isinstance(item, ResponseSealed) and item.seat == "A1"][1]
    (row,) = rows(log, "ally_rounds", group="S1-G3", round=2, seat="A1")
    assert sealed.at - round_2.at > 60_000  # the pause stood for a minute
    assert row["decision_ms"] == sealed.at - round_2.at - 60_000
    assert history.idle


def test_voice_is_in_the_response_or_in_writing():
    log = played.eventful()
    assert {row["voice"] for row in rows(log, "ally_rounds", group="S1-G1", seat="A1")} == {1}
    assert {row["voice"] for row in rows(log, "ally_rounds", group="S1-G1", seat="A2")} == {0}


def test_requests_and_pledges_carry_their_labels():
    first = rows(played.eventful(), "ally_rounds", group="S1-G1", seat="A1")[0]
    garrison, come = first["requests"], first["pledges"]
    label = "met" if first["garrison"] >= 1 else "unmet"
    assert garrison == f"ask_garrison:1={label}"
    assert come == "promise_to_come=" + ("kept" if first["attacked"] else "untested")
    second = rows(played.eventful(), "ally_rounds", group="S1-G1", seat="A2")[0]
    assert second["requests"] == "ask_units:1=unmet"
    warned, announced = second["pledges"].split(";")
    kept = "kept" if second["posture"] == "escalate" else "untested"  # A2 never stands
    assert warned == f"warn_elsewhere:escalate={kept}"
    assert announced.startswith("announce_drawdown:r2=")


def test_a_pledge_for_a_round_that_never_came_is_untested():
    last = rows(played.eventful(), "ally_rounds", group="S1-G1", seat="A2", round=6)[0]
    assert "announce_drawdown:r7=untested" in last["pledges"]


def test_consent_and_first_play_are_known_unknown_or_refused():
    found = rows(played.eventful(), "ally_rounds")
    consents = {row["holders"]: row["consent"] for row in found}
    assert consents["P99"] is None  # never asked
    assert consents.get("P01", 0) == 0
    assert set(consents.values()) >= {1, None}


def test_nature_is_the_same_in_every_group():
    for number in range(1, 7):
        found = rows(played.cards(), "ally_rounds", round=number)
        assert len({row["news"] for row in found}) == 1
        for seat in ("A1", "A2"):
            same = [row for row in found if row["seat"] == seat]
            assert len({(row["attacked"], row["cost"]) for row in same}) == 1


def test_attacks_are_those_of_the_crisis():
    log = played.free()
    for group in log.groups:
        struck = [event for event in group.events if isinstance(event, CrisisStruck)]
        for number, crisis in enumerate(struck, start=1):
            found = rows(log, "ally_rounds", group=group.group, round=number)
            assert {row["seat"] for row in found if row["attacked"]} == set(crisis.attacked)


def test_bots_of_a_rehearsal_are_marked_on_every_row():
    found = rows(played.rehearsal(), "ally_rounds")
    assert {(row["bot"], row["simulated"], row["player"]) for row in found} == {(1, 1, None)}
