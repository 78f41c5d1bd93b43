"""Classes of every size: by the table of rules 12, and by what must hold for all of them."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.classroom.assignment import deal_session
from game.core.state import opening_state
from game.core.vocabulary import ALLY_SEATS, PATRON, Design, Distance
from tests.builders import NOW, a_plan, a_scenario, participants

STUDENT_PATRON = (Design.D2_CARDS, Design.D3)
SCRIPTS = {"script": ("hawk", "restrained")}


def deal(students, design=Design.D2_CARDS, **changes):
    """The opening of every group of a class."""
    factors = SCRIPTS if design is Design.D1 else {}
    plan = a_plan(design=design, factors=factors, **changes)
    return deal_session(plan, participants(students), NOW)


def sizes(students, design):
    """Students per group, as the table counts."""
    return [sum(len(s.holders) for s in opened.seats) for opened in deal(students, design)]


@pytest.mark.parametrize("design", STUDENT_PATRON)
@pytest.mark.parametrize(
    ("students", "expected"),
    [
        (3, [3]),
        (4, [4]),
        (5, [5]),
        (6, [3, 3]),
        (8, [4, 4]),
        (11, [4, 4, 3]),
        (16, [4, 3, 3, 3, 3]),
        (30, [3] * 10),
        (60, [3] * 20),
    ],
)
def test_the_table_for_student_patrons(students, expected, design):
    """floor(N/3) groups of P+2; the remainder becomes A3 of one or two groups."""
    assert sizes(students, design) == expected


@pytest.mark.parametrize("design", [Design.D1, Design.D2_LOTTERY])
@pytest.mark.parametrize(
    ("students", "expected"),
    [
        (3, [3]),
        (4, [2, 2]),
        (5, [3, 2]),
        (6, [2] * 3),
        (8, [2] * 4),
        (11, [3, 2, 2, 2, 2]),
        (16, [2] * 8),
        (30, [2] * 15),
        (60, [2] * 30),
    ],
)
def test_the_table_for_scripted_patrons(students, expected, design):
    """floor(N/2) pairs of allies; the odd one becomes A3."""
    assert sizes(students, design) == expected


SIZES = (*range(1, 61), *range(61, 201, 7))


@pytest.mark.parametrize(
    "classes", [SIZES, pytest.param(range(1, 201), marks=pytest.mark.slow)], ids=["most", "every"]
)
@pytest.mark.parametrize("design", list(Design))
def test_every_class_from_one_to_two_hundred(design, classes):
    """Everybody is seated once; sizes differ by at most one; 2-6 seats; near and far are mixed."""
    for students in classes:
        sound(students, design)


def sound(students, design):
    """A class of this size."""
    opened = deal(students, design)
    seated = [holder for group in opened for seat in group.seats for holder in seat.holders]
    assert sorted(seated) == sorted(participants(students))
    counted = [sum(len(seat.holders) for seat in group.seats) for group in opened]
    assert max(counted) - min(counted) <= 1, students
    for group in opened:
        names = tuple(seat.seat for seat in group.seats)
        allies = names[1:]
        assert names[0] == PATRON
        assert allies == ALLY_SEATS[: len(allies)]
        assert 1 <= len(allies) <= 5
        if len(allies) >= 2:
            assert {seat.distance for seat in group.seats[1:]} == set(Distance)


@pytest.mark.parametrize("design", STUDENT_PATRON)
def test_a_student_alone_has_a_bot_for_an_ally(design):
    """If n would be 0, a maximiser sits there; its rows are no data."""
    (opened,) = deal(1, design)
    patron, ally = opened.seats
    assert (len(patron.holders), patron.bot) == (1, None)
    assert (ally.seat, ally.holders, ally.bot) == ("A1", (), "maximiser")


def test_two_students_are_a_patron_and_one_ally():
    """Group size 2."""
    (opened,) = deal(2)
    assert [len(seat.holders) for seat in opened.seats] == [1, 1]


def test_a_class_of_nobody_has_no_groups():
    """Nothing to deal."""
    assert deal(0) == ()


@pytest.mark.parametrize("design", list(Design))
@pytest.mark.parametrize("group_size", range(2, 7))
def test_every_class_in_groups_of_every_size(group_size, design):
    """3 to 60 students: as many groups of the size chosen as fit, the rest one to a group."""
    for students in range(3, 61):
        opened = deal(students, design, group_size=group_size)
        counts = [sum(len(s.holders) for s in group.seats) for group in opened]
        by_hand = group_size - (design not in STUDENT_PATRON)
        groups = max(1, students // by_hand)
        room = 5 if design not in STUDENT_PATRON else 6
        assert len(opened) == max(groups, -(-students // room))
        assert counts == sorted(counts, reverse=True)
        assert sum(counts) == students
        assert counts[0] - counts[-1] <= 1
        assert all(2 <= len(group.seats) <= 6 for group in opened)
        assert all(
            {seat.distance for seat in group.seats[1:]} == set(Distance)
            for group in opened
            if len(group.seats) > 2
        )


@pytest.mark.parametrize(("near", "far"), [(1, 1), (1, 2), (1, 3), (2, 2), (2, 1)])
@pytest.mark.parametrize("design", [Design.D2_CARDS, Design.D2_LOTTERY])
@pytest.mark.parametrize("students", [1, 2, 4, 5, 7, 11, 29])
def test_a_scenario_with_few_allies_still_seats_everybody(near, far, design, students):
    """A student without a country would sit before an empty screen."""
    scenario = a_scenario()
    by_distance = {d: [a for a in scenario.allies if a.distance is d] for d in Distance}
    extra = [replace(by_distance[Distance.FAR][-1], id=f"far{n}") for n in range(3)]
    allies = (*by_distance[Distance.NEAR][:near], *(by_distance[Distance.FAR] + extra)[:far])
    opened = deal(students, design, scenario=replace(scenario, allies=allies))
    seated = [holder for group in opened for seat in group.seats for holder in seat.holders]
    assert sorted(seated) == sorted(participants(students))
    for group in opened:
        actors = [seat.actor for seat in group.seats]
        assert len(set(actors)) == len(actors)


def test_seats_are_dealt_at_random():
    """In a third of the classes a student is the patron, in a third near, in a third far."""
    seen = Counter()
    for number in range(900):
        for opened in deal(6, seed=f"class {number}"):
            for seat in opened.seats:
                seen[seat.holders[0], seat.seat] += 1
    for student in participants(6):
        for seat in (PATRON, "A1", "A2"):
            assert seen[student, seat] / 900 == pytest.approx(1 / 3, abs=0.064)


def test_near_and_far_are_a_label_and_a_place_and_enter_no_formula():
    """The same group with near and far exchanged has the same numbers throughout."""
    opened = deal(3)[0]
    swapped = tuple(
        replace(s, distance=Distance.FAR if s.distance is Distance.NEAR else Distance.NEAR)
        for s in opened.seats
    )
    one = opening_state(a_scenario(), opened)
    other = opening_state(a_scenario(), replace(opened, seats=swapped))
    assert (one.numbers, one.pool) == (other.numbers, other.pool)


@given(st.integers(1, 60), st.text(max_size=8))
def test_arms_differ_by_at_most_one_group(students, seed):
    """D1: balanced complete randomisation by the server."""
    arms = Counter(opened.arm for opened in deal(students, Design.D1, seed=seed))
    assert max(arms.values()) - min(arms.get((("script", s),), 0) for s in SCRIPTS["script"]) <= 1


@given(st.integers(8, 60), st.text(max_size=8))
def test_two_factors_are_crossed_and_balanced(students, seed):
    """Four arms; no two differ by more than one group."""
    factors = {"war_size": ("heavy", "light"), "theatre": ("far", "near")}
    plan = a_plan(design=Design.D1, factors=factors, seed=seed)
    arms = Counter(opened.arm for opened in deal_session(plan, participants(students), NOW))
    counts = [
        arms.get((("war_size", w), ("theatre", t)), 0)
        for w in ("heavy", "light")
        for t in ("far", "near")
    ]
    assert sum(counts) == sum(arms.values())
    assert max(counts) - min(counts) <= 1


def test_which_arm_has_the_odd_group_is_random():
    """Three groups: two of them a hawk's in half of the classes."""
    hawks = [
        sum(dict(opened.arm)["script"] == "hawk" for opened in deal(6, Design.D1, seed=f"c{n}"))
        for n in range(600)
    ]
    assert set(hawks) == {1, 2}
    assert hawks.count(2) / 600 == pytest.approx(0.5, abs=0.082)


def test_which_group_gets_which_arm_is_random():
    """The first of four groups is a hawk's in half of the classes."""
    first = [deal(8, Design.D1, seed=f"class {n}")[0].arm[0][1] == "hawk" for n in range(900)]
    assert sum(first) / 900 == pytest.approx(0.5, abs=0.067)


@pytest.mark.parametrize("seed", ["one", "two"])
def test_the_seed_decides_everything(seed):
    """The same class with the same seed is dealt the same, seats, arms and Nature."""
    assert deal(17, Design.D1, seed=seed) == deal(17, Design.D1, seed=seed)
    assert deal(17, Design.D1, seed="another") != deal(17, Design.D1, seed=seed)


def test_the_first_event_pins_what_was_played():
    """Scenario, claims, rules, design, cut and seed."""
    opened = deal(9)[1]
    assert (opened.group, opened.number, opened.rules_version) == ("S1-G2", 2, 1)
    assert (opened.scenario, opened.claims) == ("0" * 64, "c" * 64)
    assert (opened.design, opened.cut, opened.rounds, opened.seed) == (
        Design.D2_CARDS,
        "full",
        6,
        "seed",
    )
