"""The class of thirteen ends, and the export says exactly what happened."""

import csv
import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from game.analysis.verifying import verify
from tests.live import printed, recount, recount_said
from tests.live.exactly import DASH, check
from tests.live.plays import serving
from tests.live.spoken import KINDS, said, written
from tests.live.thirteen.expected import ally_row, known, patron_row
from tests.live.thirteen.lines import CLOCK, SEATS, TAKEN_BACK, Lines, read
from tests.live.thirteen.story import ROUNDS, Story
from tests.live.zipped import Row, Zipped, number_of, unzip, where

pytestmark = pytest.mark.live
CHOICES = {
    "cut.the-straits": "short", "design": "D2", "group_size": "4", "pace": "instructor",
}  # fmt: skip
ASKED = ("", "texts=1", "texts=1&research=1")


@dataclass(frozen=True)
class Told:
    """The test's own account, and what the server gave afterwards."""

    story: Story
    zipped: Zipped
    files: dict[str, str]
    research: dict[str, str]
    paper: str
    debriefs: dict[str, str]
    errors: str
    zips: dict[str, bytes]  # by what was asked for

    def rows(self, table: str) -> list[Row]:
        """A table of the zip."""
        return list(csv.DictReader(io.StringIO(self.files[f"{table}.csv"], newline="")))

    @property
    def lines(self) -> dict[int, Lines]:
        """The event lines by group."""
        return read(self.files["events.jsonl"])


@pytest.fixture(
    scope="module",
    params=[11, pytest.param(13, marks=pytest.mark.slow)],
    ids=["13 with the late", "15 with the late"],
)
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The class, played once."""
    folder: Path = tmp_path_factory.mktemp("thirteen")
    with serving(folder) as served:
        console = served.console()
        session = console.make(**CHOICES)
        story = Story(served, session, request.param)
        story.play()
        lesson = story.lesson
        paper = console.get(f"/console/{session.id}/debrief").text
        debriefs = {pupil.who: lesson.page(pupil, "/debrief") for pupil in lesson.everybody}
        zips = {asked: session.export(f"?{asked}") for asked in ASKED}
        files, research = (files_of(zips[asked]) for asked in ("texts=1", "texts=1&research=1"))
        zipped = unzip(zips["texts=1"])
        for pupil in lesson.everybody:
            pupil.stranger.drop()
        console.close()
        return Told(story, zipped, files, research, paper, debriefs, served.errors(), zips)


def files_of(data: bytes) -> dict[str, str]:
    """The files of the zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if not name.endswith(".xlsx")]
        return {name: archive.read(name).decode() for name in names}


@pytest.mark.parametrize("asked", ASKED)
def test_its_zips_are_whole(told, asked):
    """Every kind of thing has happened in this class: all of it follows from the rules, or is said
    not to have been checked; and one fingerprint stands for all files."""
    found = verify(told.zips[asked])
    assert found.problems == ()
    assert bool(found.not_checked) == ("research" in asked)
    assert found.fingerprint == verify(told.zips[""]).fingerprint
    assert found.fingerprint in told.paper


def turn_of(row: Row) -> tuple[int, int, str]:
    """Group, round, seat."""
    return number_of(row["group"]), int(row["round"]), row["seat"]


def test_it_ends_for_everybody(told):
    """Played to the end, nobody stuck, nothing broken; the onlooker reads the debrief, too."""
    (session,) = told.rows("sessions")
    assert (session["completed"], session["rounds"]) == ("1", str(ROUNDS))
    people = {held.who for held in told.story.diary.holdings}
    assert session["n_students"] == str(len(people)) == str(len(told.story.lesson.everybody))
    assert session["group_size"] == "4"
    assert session["n_groups"] == session["n_started"] == str(told.story.last)
    assert told.errors == ""
    assert all("Who moved, and what is counted?" in page for page in told.debriefs.values())


@pytest.mark.parametrize(
    ("table", "patrons", "expect"),
    [("ally_rounds", False, ally_row), ("patron_rounds", True, patron_row)],
)
def test_every_row_is_as_the_diary_has_it(told, table, patrons, expect):
    """Who moved, from where, what, and what the instructor did about it."""
    diary, leaver = told.story.diary, told.story.leaver.who
    rows = {turn_of(row): row for row in told.rows(table)}
    assert set(rows) == diary.turns(patrons=patrons, rounds=ROUNDS)
    assert len(rows) == len(told.rows(table))
    for turn, row in rows.items():
        expected = known(row, expect(diary, turn, leaver), turn, diary)
        assert {key: row[key] for key in expected} == expected, turn


def test_the_diary_is_no_empty_book(told):
    """Everything that was to happen is in it, and so in the rows."""
    rows = told.rows("ally_rounds")
    assert len(where(rows, bot="1")) == 2
    assert len(where(rows, move_source="timeout")) == 1
    assert len(where(rows, move_source="instructor", bot="0")) == 1
    assert len(where(told.rows("patron_rounds"), timed_out="1")) == 1
    assert len(where(rows, reopened="commitment")) == len(told.lines[told.story.last].allies(1))
    assert {row["round"] for row in where(rows, extra_time="50")} == {"3", "4", "5", "6"}
    assert len(where(rows, placed="1")) == 2 * ROUNDS


def test_seats_say_who_held_them_since_when_and_how_often_a_bot_did(told):
    """One who left, one who came; covered by hand; given by hand."""
    diary, story = told.story.diary, told.story
    covered = {(2, "A2"): "left=1", (story.last, "A3"): "instructor=1"}
    for row in told.rows("seats"):
        place = number_of(row["group"]), row["seat"]
        holders = [held.who for held in diary.holdings if held.place == place]
        mine = [turn for turn in diary.bots if (turn[0], turn[2]) == place]
        late = [turn for turn in diary.timeouts if (turn[0], turn[2]) == place]
        first = diary.first(place)
        expected = {
            "holders": "+".join(holders),
            "former": story.leaver.who if story.leaver.who in holders else "",
            "kind": "mirror" if len(holders) > 1 else "student",
            "first_round": str(first),
            "n_rows": str(ROUNDS + 1 - first),
            "n_bot": str(len(mine)),
            "n_timed_out": str(len(late)),
            "covered": covered.get(place, ""),
            "placed": str(int(place in diary.placed)),
            "extra_time": str(diary.extra.get(place, (0, 0))[1]),
            "consent": str(int(story.leaver.who not in holders)),
        }
        assert {key: row[key] for key in expected} == expected, place
    assert len(told.rows("seats")) == len({held.place for held in diary.holdings})


def test_seats_changed_by_hand_are_not_said_to_be_drawn(told):
    """Two of them; the others are counted without them."""
    rows = where(told.rows("assignments"), factor="distance")
    by_hand = where(rows, mechanism="by_instructor")
    assert {(number_of(row["group"]), row["unit_id"][-2:]) for row in by_hand} == {
        (1, "A1"), (2, "A1"),
    }  # fmt: skip
    assert {row["n_units"] for row in by_hand} == {"2"}
    drawn = where(rows, mechanism="complete")
    assert {row["n_units"] for row in drawn} == {str(len(drawn))}


def test_nobody_thought_while_the_clock_stood(told):
    """Every decision time, counted from the event lines millisecond by millisecond."""
    seen = 0
    for row in told.rows("ally_rounds"):
        group, number, seat = turn_of(row)
        lines = told.lines[group]
        posture = [e["body"]["at"] for there, e in lines.by_round()
                   if (there, e["kind"]) == (number, "ForcesCommitted")][-1]  # fmt: skip
        sealed = lines.last_at(number, "ResponseSealed", seat)
        expected = "" if sealed is None else str(lines.thinking(posture, sealed))
        assert row["decision_ms"] == expected, (group, number, seat)
        seen += sealed is not None and lines.thinking(posture, sealed) < sealed - posture
    assert seen >= len(told.lines[1].allies(3))  # the paused group's, at least
    for row in told.rows("patron_rounds"):
        lines = told.lines[turn_of(row)[0]]
        number = int(row["round"])
        done = lines.last_at(number, "ForcesCommitted", "P")
        opened = lines.opened_at(number, "commitment")
        assert row["decision_ms"] == ("" if done is None else str(lines.thinking(opened, done)))


def test_the_event_lines_tell_who_came_and_went(told):
    """In order, group by group; and nothing else."""
    story = told.story
    who = {held.place: held.who for held in story.diary.holdings if held.first == 1}
    late = {held.place: held.who for held in story.diary.holdings if held.first > 1}
    swapped = [
        [f"SeatLeft A1 {who[other, 'A1']}", "SeatCovered A1 left", f"SeatTaken A1 {who[own, 'A1']}",
         "SeatHandedBack A1"] for own, other in ((1, 2), (2, 1))
    ]  # fmt: skip
    expected = {1: swapped[0], 2: swapped[1], 3: []}
    for place, newcomer in late.items():
        if place != (2, "A2"):
            expected[place[0]].append(f"SeatOpened {place[1]} {newcomer}")
    left = f"SeatLeft A2 {story.leaver.who}"
    expected[2] += [left, "SeatCovered A2 left"]
    expected[2] += [f"SeatTaken A2 {late[2, 'A2']}", "SeatHandedBack A2"]
    expected[story.last] += ["SeatCovered A3 instructor", "SeatHandedBack A3"]
    for number, lines in told.lines.items():
        assert lines.story(*SEATS) == expected[number], number


def test_the_event_lines_tell_what_was_taken_back_and_when_the_clock_stood(told):
    """A closing in one group alone; the end in all; a pause of one group."""
    ended = ["GameEnded stopped", "GameReopened", "GamePaused", "GameResumed"]
    for number, lines in told.lines.items():
        own = ["ExtraTimeGiven A3 50", "GamePaused", "GameResumed"] if number == 1 else []
        closing = ["ClosingUndone"] if number == told.story.last else []
        expected = ["OpeningUndone", *closing, *own, *ended, "GameEnded completed"]
        assert lines.story(*TAKEN_BACK, *CLOCK) == expected, number


def test_every_move_that_was_taken_is_one_line_and_no_other(told):
    """Word for word, by whom and for which seat; the instructor's under nobody's name."""
    deeds, logged = {}, {}
    for deed in told.story.diary.deeds:
        key = deed.who or deed.place
        deeds.setdefault(key, []).append(said(deed.message))
    for number, lines in told.lines.items():
        for event in lines.events:
            body = event["body"]
            if event["kind"] in KINDS.values() and body["source"] in ("student", "instructor"):
                seat = body.get("seat", "P")
                key = body["by"][0] if body["source"] == "student" else (number, seat)
                assert len(body["by"]) == (body["source"] == "student")
                logged.setdefault(key, []).append((event["kind"], written(body)))
    assert logged == deeds


def test_who_has_no_seat_reads_why_and_what_goes_on(told):
    """Two who came late, and one who only looks on: never a blank page."""
    for role in ("late", "late, too"):
        page = told.story.pages[role]
        assert "You get a seat when the next round begins" in page
        assert f"Group 1 of {told.story.last}" in page
        assert "<svg" in page
    page = told.story.pages["watching"]
    assert "You look on, without a seat" in page
    assert f"Group 2 of {told.story.last}" in page
    assert re.search(r"Round 6 · Dispatch", page)


def test_the_debrief_counts_the_same_moves(told):
    """Who moved, and limits: a table of counts."""
    found = dict(printed.tables(printed.text(told.paper)))
    rows = dict(found["Moves of allies", "Who moved"])
    total = len(told.rows("ally_rounds"))
    assert rows == {
        "a student, and counted": str(total - 4),
        "a bot": "2",
        "nobody: time ran out": "1",
        "the instructor": "1",
        "in all": str(total),
    }


def test_every_number_of_the_debrief_can_be_counted_in_the_zip(told):
    """Every table and sentence."""
    paper = printed.text(told.paper)
    expected = recount.tables(told.zipped)
    near_and_far = ("Mean belief before → after", "Posture")
    if all(row[1:] == [DASH, DASH] for row in expected[near_and_far]):
        del expected[near_and_far]  # so few that nothing is shown
    found = [table for table in printed.tables(paper) if not table[0][0].startswith("The record")]
    assert sorted(key for key, _ in found) == sorted(expected)
    check(expected, found)
    said_there = printed.words(paper)
    for wanted in (recount_said.hedged, recount_said.deeds, recount_said.limits):
        assert [line for line in wanted(told.zipped) if not re.search(line, said_there)] == []


def test_the_research_file_knows_nothing_of_who_did_not_agree(told):
    """Nor of extra time; but it keeps the moves that the instructor entered for who agreed."""
    for name, content in told.research.items():
        assert told.story.leaver.who not in content, name
        assert "ExtraTimeGiven" not in content, name
    rows = list(csv.DictReader(io.StringIO(told.research["ally_rounds.csv"], newline="")))
    assert {row["extra_time"] for row in rows} == {""}
    assert len(where(rows, move_source="instructor", consent="1")) == 1
    gone = {turn_of(row) for row in told.rows("ally_rounds")} - {turn_of(row) for row in rows}
    assert gone == {(2, 1, "A2"), (2, 2, "A2")}
    streams = read(told.research["events.jsonl"])
    assert set(streams) == set(told.lines) - {1, 2}
