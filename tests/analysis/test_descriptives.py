"""Every number of the debrief, had again by hand from the exported files: csv and plain Python."""

import csv
import io
import zipfile
from collections import Counter
from dataclasses import replace
from statistics import fmean

import pytest

from game.analysis.descriptives import describe
from game.analysis.export import export_zip
from game.core.vocabulary import Posture
from tests.analysis import played

MAKES = pytest.mark.parametrize("make", played.ALL, ids=lambda make: make.__name__)
POSTURES = ("escalate", "hold", "draw_down")
FORMS = {"build_arms": "arms", "accommodate": "accommodation", "seek_partner": "partner"}


class ByHand:
    """The exported files, and the rules of docs/review/from-the-zip.md for which rows count."""

    def __init__(self, log):
        with zipfile.ZipFile(io.BytesIO(export_zip(log, texts=False))) as zipped:
            self.files = {
                name: list(csv.DictReader(io.StringIO(zipped.read(name).decode(), newline="")))
                for name in zipped.namelist()
                if name.endswith(".csv")
            }
        self.rows = self.files["ally_rounds.csv"]
        self.simulated = bool(self.rows) and all(row["bot"] == "1" for row in self.rows)
        self.counted = [row for row in self.rows if self.counts(row)]

    def counts(self, row):
        if self.simulated:
            return row["timed_out"] == "0"
        return row["bot"] == "0" and row["move_source"] == "student"

    def own(self, row, belief):
        """The belief as a number, or None if it is missing or not the student's."""
        source = row[f"{belief}_source"]
        right = source != "" if self.simulated else source == "student"
        return int(row[belief]) if right else None


def matching(rows, posture=None, number=None, distance=None, group=None):
    """The rows of one posture, round, distance or group."""
    wanted = {"posture": posture, "round": number, "distance": distance, "group": group}
    return [row for row in rows if all(value in (None, row[key]) for key, value in wanted.items())]


def check(summary, hand, rows):
    """One summary against the rows it claims to sum up."""
    paired = [
        (row, (before, after, row["distance"]))
        for row in rows
        if (before := hand.own(row, "belief_before")) is not None
        and (after := hand.own(row, "belief_after")) is not None
    ]
    pairs = sorted(pair for _, pair in paired)
    assert summary.answers == len(rows)
    assert summary.seats == len({(row["group"], row["seat"]) for row in rows})
    assert summary.believers == len({(row["group"], row["seat"]) for row, _ in paired})
    assert [(p.before, p.after, p.distance) for p in summary.pairs] == pairs
    if pairs:
        assert summary.before == pytest.approx(fmean(before for before, _, _ in pairs))
        assert summary.after == pytest.approx(fmean(after for _, after, _ in pairs))
        assert summary.change == pytest.approx(summary.after - summary.before)
    else:
        assert summary.before is summary.after is summary.change is None
    assert summary.reassure == sum(row["alignment"] == "REASSURE" for row in rows)
    assert summary.hedge == sum(row["alignment"] == "HEDGE" for row in rows)
    forms = Counter(row["form"] for row in rows if row["form"])
    assert {FORMS[move]: n for move, n in summary.forms if n} == dict(forms)
    assert {s: n for s, n in summary.stances if n} == Counter(row["stance"] for row in rows)


@MAKES
def test_summaries_of_the_class(make):
    picture, hand = describe(make()), ByHand(make())
    assert picture.simulated == hand.simulated
    check(picture.overall, hand, hand.counted)
    assert [item.posture for item in picture.postures] == list(POSTURES)
    for item in picture.postures:
        check(item, hand, matching(hand.counted, item.posture))
    numbers = sorted({int(row["round"]) for row in hand.rows})
    assert [item.round for item in picture.rounds] == numbers
    for item in picture.rounds:
        check(item, hand, matching(hand.counted, number=str(item.round)))
    assert len(picture.rounds_by_posture) == 3 * len(numbers)
    for item in picture.rounds_by_posture:
        check(item, hand, matching(hand.counted, item.posture, str(item.round)))
    assert len(picture.near_far) == 6
    for item in picture.near_far:
        check(item, hand, matching(hand.counted, item.posture, distance=item.distance))


@MAKES
def test_summaries_of_each_group(make):
    picture, hand = describe(make()), ByHand(make())
    assert [item.group for item in picture.groups] == sorted(
        {row["group"] for row in hand.files["seats.csv"]}
    )
    for group in picture.groups:
        for item in group.postures:
            check(item, hand, matching(hand.counted, item.posture, group=group.group))
        rows = matching(hand.rows, group=group.group)
        assert group.counts.rows == len(rows)
        assert group.counts.counted == sum(map(hand.counts, rows))


@MAKES
def test_counts_put_every_row_in_one_place(make):
    counts, hand = describe(make()).counts, ByHand(make())
    rest = [row for row in hand.rows if not hand.counts(row)]
    students = [row for row in rest if row["bot"] == "0"]
    assert counts.rows == len(hand.rows)
    assert counts.counted == len(hand.counted)
    assert counts.bots == len(rest) - len(students)
    assert counts.timeouts == sum(row["timed_out"] == "1" for row in students)
    assert counts.instructor == sum(row["move_source"] == "instructor" for row in students)
    assert counts.rows == counts.counted + counts.bots + counts.timeouts + counts.instructor


@MAKES
def test_calibration_bins(make):
    picture, hand = describe(make()), ByHand(make())
    stated = [
        (value, int(row["outcome"]))
        for row in hand.counted
        for belief in ("belief_before", "belief_after")
        if (value := hand.own(row, belief)) is not None and row["outcome"] != ""
    ]
    assert sum(item.stated for item in picture.calibration) == len(stated)
    for item in picture.calibration:
        inside = [pair for pair in stated if item.least <= pair[0] <= item.most]
        assert item.stated == len(inside)
        if inside:
            assert item.belief == pytest.approx(fmean(value for value, _ in inside))
            assert item.came == pytest.approx(fmean(came for _, came in inside))
        else:
            assert item.belief is item.came is None


@MAKES
def test_compliance_with_cards(make):
    picture, hand = describe(make()), ByHand(make())
    patrons = hand.files["patron_rounds.csv"]
    dealt = [card for card in ("tough", "restraint") if card in {row["card"] for row in patrons}]
    assert [item.card for item in picture.compliance] == dealt
    for item in picture.compliance:
        rows = [row for row in patrons if row["card"] == item.card]
        assert item.rounds == len(rows)
        assert item.complied == sum(row["complied"] == "1" for row in rows)
        assert item.by_bot == sum(row["patron_kind"] == "bot_substitute" for row in rows)


@MAKES
def test_points_against_par_of_every_seat(make):
    picture, hand = describe(make()), ByHand(make())
    seats = hand.files["seats.csv"]
    shown = [(group.group, seat) for group in picture.groups for seat in group.seats]
    assert len(shown) == len(seats)
    for (group, seat), row in zip(shown, seats, strict=True):
        assert (group, seat.seat, seat.actor, seat.kind) == (
            row["group"], row["seat"], row["actor"], row["kind"],
        )  # fmt: skip
        assert seat.points == pytest.approx(float(row["points"]))
        assert seat.par == pytest.approx(float(row["par"]))
        assert seat.against_par == pytest.approx(float(row["points_against_par"]))
        expected = float(row["calibration"]) if row["calibration"] else None
        assert seat.calibration == (pytest.approx(expected) if expected is not None else None)


@MAKES
def test_each_round_of_each_group(make):
    log = make()
    picture, hand = describe(log), ByHand(log)
    ended = {state.opened.group: state.ended is not None for state in log.states()}
    shown = [(group.group, item) for group in picture.groups for item in group.rounds]
    patrons = hand.files["patron_rounds.csv"]
    assert len(shown) == len(patrons)
    for (group, item), row in zip(shown, patrons, strict=True):
        assert (group, str(item.round), item.posture, item.card) == (
            row["group"], row["round"], row["posture"], row["card"],
        )  # fmt: skip
        assert (item.theatre, item.pool, item.reserve, item.term) == tuple(
            int(row[key]) for key in ("theatre_units", "pool", "reserve", "term")
        )
        assert item.patron_source == row["move_source"]
        assert _bit(item.complied) == row["complied"]
        allies = matching(hand.rows, number=row["round"], group=group)
        assert len(item.answers) == len(allies)
        for answer, ally in zip(item.answers, allies, strict=True):
            _check_answer(answer, ally, ended[group])
            assert answer.counted == hand.counts(ally)


def _check_answer(answer, row, over):
    same = {
        "seat": answer.seat, "actor": answer.actor, "distance": answer.distance,
        "move_source": answer.source, "alignment": answer.alignment, "move": answer.move,
        "stance": answer.stance, "contribution": str(answer.units),
        "garrison": str(answer.garrison), "voice": str(int(answer.voice)),
        "attacked": _bit(answer.attacked), "defended": _bit(answer.defended),
    }  # fmt: skip
    assert same == {key: row[key] for key in same}
    # Orders stay sealed until the game is over; the instructor's file has them all along.
    opened = {True: "come", False: "stay", None: row["standing_order"]}[answer.order]
    assert opened == row["standing_order"]
    assert (answer.order is None) == (not over)


def _bit(value):
    return "" if value is None else str(int(value))


@MAKES
def test_a_picture_is_a_value(make):
    assert hash(describe(make())) == hash(describe(make()))
    assert describe(make()) == describe(make())


def test_the_order_of_pairs_tells_nobody_s_seat():
    log = played.cards()
    backwards = replace(log, groups=log.groups[::-1])
    for item, other in zip(describe(log).postures, describe(backwards).postures, strict=True):
        assert item.pairs == other.pairs == tuple(sorted(item.pairs))


def test_with_two_seats_beliefs_are_not_for_the_wall():
    picture = describe(played.cards())
    assert picture.overall.discreet
    small = next(group for group in picture.groups if len(group.seats) == 3)
    assert not any(item.discreet for item in small.postures)


def test_a_mixed_group_counts_its_bots_and_leaves_them_out():
    counts = describe(played.eventful()).counts
    assert (counts.rows, counts.counted, counts.bots, counts.timeouts) == (40, 36, 2, 1)
    assert counts.instructor == 1
    assert counts.share_counted() == pytest.approx(36 / 40)


def test_bots_alone_are_counted_and_stamped_even_without_the_flag():
    log = played.rehearsal()
    unstamped = replace(
        log,
        simulated=False,
        groups=tuple(
            replace(group, events=(replace(group.opened, simulated=False), *group.events[1:]))
            for group in log.groups
        ),
    )
    assert describe(unstamped).simulated
    assert describe(unstamped).overall == describe(log).overall


def test_an_empty_class_has_an_empty_picture():
    picture = describe(played.logged([]))
    assert not picture.simulated
    assert picture.overall.answers == picture.counts.rows == 0
    assert picture.counts.share_counted() is None
    assert [item.posture for item in picture.postures] == list(Posture)
