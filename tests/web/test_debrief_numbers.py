"""The debrief: every number is the class picture's own, and none is shown of too few."""

import re

import pytest

from game.analysis.descriptives import Pair, Summary
from game.core.views.public import forces_of
from game.core.vocabulary import Distance, Posture
from game.web.debrief_render import debrief_page, student_debrief_page
from game.web.debrief_render.maps import forces
from game.web.debrief_render.matter import means_shown
from tests.builders import a_scenario
from tests.web.auditing import read, soup_of
from tests.web.classes import as_students, pictured, rehearsal
from tests.web.debriefed import ODD, STRAITS, cells, frame, odd, pages_of, walled

# ------------------------------------------------------------------ every number is the picture's


def one_decimal(value: float) -> str:
    return f"{value:.1f}"


def test_belief_by_posture_is_the_pictures():
    picture = as_students(40)
    rows = cells(walled("beliefs", picture, STRAITS))

    for item, row in zip(picture.postures, rows, strict=False):
        assert row[1:3] == [one_decimal(item.before), one_decimal(item.after)]
        assert row[3].replace("−", "-").lstrip("+") == one_decimal(item.change).lstrip("+")


def test_near_and_far_are_the_pictures():
    picture = as_students(40)
    said = read(walled("distance", picture, STRAITS), "main")

    for item in picture.near_far:
        assert f"{one_decimal(item.before)} → {one_decimal(item.after)}" in said


def test_who_stood_is_counted_as_the_picture_counts():
    picture = as_students(40)
    said = read(walled("alignment", picture, STRAITS), "main")
    for item in picture.postures:
        assert f"{item.reassure} stood, {item.hedge} took a Plan B" in said
    overall = picture.overall
    assert f"Of all moves, {overall.hedge} of {overall.answers} (" in said


def test_forms_and_words_are_counted_as_the_picture_counts():
    picture = odd("eventful")
    rows = cells(walled("forms", picture, a_scenario()))[:6]

    for item, row in zip(picture.postures, rows[:3], strict=True):
        assert row[1:] == [str(item.reassure), *(str(count) for _, count in item.forms)]
    for item, row in zip(picture.postures, rows[3:], strict=True):
        assert row[1:] == [str(count) for _, count in item.stances]


def test_every_mark_on_the_strips_is_an_answer_of_the_picture():
    picture = as_students(40)
    marks = {"REASSURE": 0, "HEDGE": 0}
    for page in (p for p in pages_of(picture, STRAITS) if p.startswith("strips")):
        chart = soup_of(walled(page, picture, STRAITS)).select_one("main .wide .chart")
        marks["REASSURE"] += len(chart.select("g > .re"))
        marks["HEDGE"] += len(chart.select("g > .he"))
    answers = [a for g in picture.groups for r in g.rounds for a in r.answers]

    assert marks["REASSURE"] == sum(a.alignment == "REASSURE" for a in answers)
    assert marks["HEDGE"] == sum(a.alignment == "HEDGE" for a in answers)


@pytest.mark.parametrize("students", [9, 40])
def test_the_map_stands_as_the_round_was_played(students):
    states, groups = rehearsal(students).states(), pictured(students).groups

    for state, group in zip(states, groups, strict=True):
        for was, now in zip(state.rounds, group.rounds, strict=True):
            assert forces(STRAITS, now) == forces_of(state, was)


def test_orders_and_attacks_are_counted_from_the_answers():
    picture = as_students(40)
    said = read(walled("patrons", picture, STRAITS), "main")
    answers = [a for g in picture.groups for r in g.rounds for a in r.answers]
    attacked = [a for a in answers if a.attacked]

    assert f"Allies were attacked {len(attacked)} times" in said
    assert f"came in {sum(a.defended for a in attacked)} of {len(attacked)}" in said
    for item in picture.compliance:
        assert f"were obeyed in {item.complied} of {item.rounds}" in said


def test_forecasts_are_the_pictures():
    picture = as_students(40)
    rows = cells(walled("forecasts", picture, STRAITS))
    bins = [item for item in picture.calibration if item.stated]

    for item, row in zip(bins, rows, strict=False):
        assert row[:3] == [f"{item.least}–{item.most}", str(item.stated), f"{item.belief:.1f}"]
        assert row[3] == f"{100 * item.came:.0f} in 100"


def test_points_against_par_stand_by_seat_and_in_no_order_of_merit():
    picture = pictured(40)
    rows = cells(str(debrief_page("points-1", picture, STRAITS, "phone")))

    assert [row[0] for row in rows] == [f"Group {group.number}" for group in picture.groups]
    for group, row in zip(picture.groups, rows, strict=True):
        for seat, said in zip(group.seats, row[1:], strict=False):
            assert float(said.replace("−", "-").replace("+", "")) == pytest.approx(seat.against_par)


def test_who_moved_is_counted_as_the_picture_counts():
    counts = odd("eventful").counts
    rows = cells(walled("movers", odd("eventful"), a_scenario()))[:5]

    assert [row[1] for row in rows] == [
        str(counts.counted),
        str(counts.bots),
        str(counts.timeouts),
        str(counts.instructor),
        str(counts.rows),
    ]


def test_the_limits_are_made_of_counts():
    said = read(walled("movers", odd("eventful"), a_scenario()), "main")
    counts = odd("eventful").counts

    assert f"{counts.rows - counts.counted} of {counts.rows} moves are left out" in said
    assert "3 groups" in said
    assert "It describes this class and no other." in said
    stopped = read(walled("movers", odd("stopped"), a_scenario()), "main")
    assert "2 groups were stopped before the last round." in stopped


# ------------------------------------------------------------------ discretion


def test_no_mean_is_shown_of_fewer_than_three_seats():
    picture = pictured(3)  # one group of two allies
    assert not any(item.discreet for item in picture.postures)

    for page in ("beliefs", "rounds", "distance"):
        source = walled(page, picture, STRAITS)
        said = read(source, "main")
        assert re.search(r"[Ff]ewer than (3|three) seats", said)
        for item in (*picture.postures, *picture.rounds_by_posture, *picture.near_far):
            if item.before is not None:
                assert f"{item.before:.1f}" not in said
        assert not soup_of(source).select("main .chart circle.ink, main .chart rect.ink")


def summary(distance: Distance, seats: int, pairs: int = 3) -> Summary:
    """Nine seats answered; `seats` of them said what they believed."""
    lines = tuple(Pair(50 + i, 60, distance.value) for i in range(pairs))
    means = (51.0, 60.0)
    return Summary(Posture.HOLD, None, distance, pairs, 9, lines, *means, pairs, 0, (), (), seats)


@pytest.mark.parametrize(
    ("near", "far", "shown"),
    [(3, 3, True), (3, 2, False), (2, 3, False), (2, 2, False)],
)
def test_a_part_that_may_not_be_shown_hides_the_other(near, far, shown):
    """Or it could be had by subtraction from the whole."""
    parts = [summary(Distance.NEAR, near), summary(Distance.FAR, far)]

    assert means_shown(parts) is shown


def test_a_part_in_which_nobody_answered_hides_nothing():
    assert means_shown([summary(Distance.NEAR, 3), summary(Distance.FAR, 0, pairs=0)])
    assert not means_shown([summary(Distance.FAR, 0, pairs=0)])


@pytest.mark.parametrize("name", sorted(ODD))
def test_indiscreet_means_are_nowhere_in_any_session(name):
    picture = odd(name)
    said = read(student_debrief_page(frame(0), None, picture, a_scenario()))
    for item in picture.postures:
        if item.pairs and not item.discreet:
            assert f"{item.before:.1f} {item.after:.1f}" not in said
