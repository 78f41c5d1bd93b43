"""Erasing: the bytes are gone from the disk, and what has no names is as it was before."""

from pathlib import Path

import pytest
from sqlalchemy import update

from game.analysis.export import export_zip
from game.classroom import conducting, joining, retention
from game.classroom.enrolment.keeping import enrol
from game.classroom.enrolment.reading import read_list
from game.classroom.erasing import ALL, NAMES, NotOver, erase
from game.classroom.making import Choices, make_session
from game.classroom.retention import DAY_MS, Retention, due
from game.classroom.undoing import reopen
from game.log import tables
from game.web.session_log import session_log
from tests.builders import NOW
from tests.rooms import Room

NAME, ADDRESS, NUMBER = "Zebediah Quartermaine", "zebediah@example.edu", "ZQ-4711"
LIST = f"student_id,name,email\n{NUMBER},{NAME},{ADDRESS}\nX1,Never Camewith,never@example.edu\n"
SECRETS = (NAME, ADDRESS, NUMBER, "Never Camewith", "Unlisted Guestperson")


def played(folder: Path, **choices: object) -> Room:
    """A class in a file that was played to its end by students with names."""
    room = Room(url=f"sqlite:///{folder / 'class.sqlite'}").makes(**choices)
    enrol(room.classroom, room.live, read_list(LIST.encode()).lines)
    for name in (NUMBER, "Unlisted Guestperson", "Third"):
        entry = joining.join(room.classroom, room.live, name)
        joining.answer_consent(room.classroom, room.live, entry.participant, name != "Third")
    return room.begins().to_the_end()


def on_disk(folder: Path) -> bytes:
    """Every byte of the database and what SQLite keeps beside it."""
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


def found(folder: Path) -> set[str]:
    """The secrets that can be read there."""
    bytes_there = on_disk(folder)
    return {secret for secret in SECRETS if secret.encode() in bytes_there}


def exported(room: Room) -> list[bytes]:
    """The zips of the session: all of it, and for research."""
    log = session_log(room.classroom, room.live)
    return [export_zip(log, texts=not research, research=research) for research in (False, True)]


def test_names_are_gone_from_the_disk_and_nothing_else_is(tmp_path):
    """Also from the write-ahead log; events and exports are the same, byte by byte."""
    room = played(tmp_path)
    before = exported(room)
    rows = [room.writer.store.read(group.group) for group in room.live.groups]
    assert found(tmp_path) == set(SECRETS)

    erase(room.classroom, room.live, NAMES)

    assert found(tmp_path) == set()
    assert [room.writer.store.read(group.group) for group in room.live.groups] == rows
    assert exported(room) == before
    assert exported(room.restart()) == before


def test_after_erasing_pages_show_the_pseudonym_and_no_number_leads_back(tmp_path):
    """Nor does an empty one; also after a restart."""
    room = played(tmp_path)
    numbers = [entry.return_number for entry in room.classroom.roster(room.id).values()]
    erase(room.classroom, room.live, NAMES)
    for _ in range(2):
        roster = room.classroom.roster(room.id)
        assert {entry.name for entry in roster.values()} == set(roster)
        assert room.classroom.enrolled(room.id) == ()
        for number in (*numbers, "", "x"):
            assert joining.come_back(room.classroom, room.live, number) is None
        room.restart()
    assert retention.retention_of(room.classroom, room.id).names_erased_at == room.clock


def test_nothing_is_erased_while_the_game_goes_on(tmp_path):
    """People still come in under their names."""
    room = Room(url=f"sqlite:///{tmp_path / 'class.sqlite'}").makes(3)
    for what in (NAMES, ALL):
        with pytest.raises(NotOver):
            erase(room.classroom, room.live, what)
    assert "Student 1" in {e.name for e in room.restart().classroom.roster(room.id).values()}


def test_a_deleted_session_leaves_nothing_and_takes_nothing_of_others(tmp_path):
    """Its events, names, dates, code, and the files that no other session was played with."""
    room = played(tmp_path)
    gone, code = room.live, room.live.state.created.code
    other = make_session(room.classroom, Choices(room.scenario, "text", "d" * 64, "other claims"))
    joining.join(room.classroom, other, "Somebody Else")
    store = room.writer.store
    assert store.count("documents") == 3

    erase(room.classroom, gone, ALL)

    assert found(tmp_path) == set()
    assert gone.id.encode() not in on_disk(tmp_path)
    assert code.encode() not in on_disk(tmp_path)
    assert [store.count(name) for name in ("sessions", "roster", "enrolled", "retention")] == [
        1, 1, 0, 1,
    ]  # fmt: skip
    assert store.count("documents") == 2  # the scenario, and the other's claims
    assert store.count("events") == 2
    assert room.classroom.by_code(code) is None
    assert room.classroom.session(gone.id) is None
    assert gone.state.participants == ()
    assert [live.id for live in room.restart().classroom.sessions()] == [other.id]


DAYS = range(0, 40, 5)


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        (Retention(), [None] * 8),
        (Retention(names_until=10), [None, None, *["names"] * 6]),
        (Retention(names_until=10, names_erased_at=15), [None] * 8),
        (Retention(all_until=20), [None] * 4 + ["all"] * 4),
        (Retention(10, 20), [None, None, "names", "names", *["all"] * 4]),
        (Retention(30, 20), [None] * 4 + ["all"] * 4),
        (Retention(10, 20, 10), [None] * 4 + ["all"] * 4),
    ],
)
def test_what_is_due(kept, said):
    """On the day, and ever after until it is done."""
    assert [due(kept, day) for day in DAYS] == said


def test_names_go_after_the_days_that_were_chosen_and_only_once(tmp_path):
    """Not an hour before; the session stays."""
    room = played(tmp_path, names_days=30)
    start = room.live.state.created.at
    assert retention.sweep(room.classroom, start + 30 * DAY_MS - 1) == 0
    assert found(tmp_path) == set(SECRETS)
    assert retention.sweep(room.classroom, start + 30 * DAY_MS) == 1
    assert found(tmp_path) == set()
    assert retention.sweep(room.classroom, start + 31 * DAY_MS) == 0
    assert room.live.state.phase == "over"


def test_everything_goes_on_its_day(tmp_path):
    """Also a session that was left open in its lobby."""
    room = played(tmp_path, names_days=None, all_days=60)
    left = make_session(
        room.classroom, Choices(room.scenario, "text", "c" * 64, "claims", all_days=60)
    )
    joining.join(room.classroom, left, NAME)
    assert retention.sweep(room.classroom, room.clock + 61 * DAY_MS) == 2
    assert found(tmp_path) == set()
    assert room.classroom.sessions() == []
    assert room.writer.store.count("events") == 0
    assert room.writer.store.count("documents") == 0


def test_a_class_that_is_playing_is_left_alone_for_a_day(tmp_path):
    """A date set wrongly takes no names out of a game; what was left open is ended first."""
    room = Room(url=f"sqlite:///{tmp_path / 'class.sqlite'}").makes(4, names_days=1).begins()
    retention.set_dates(room.classroom, room.id, room.clock, None)
    assert retention.sweep(room.classroom, room.clock + DAY_MS - 1) == 0
    assert room.live.state.ended is None
    assert retention.sweep(room.classroom, room.clock + DAY_MS) == 1
    assert room.live.state.ended.reason == "stopped"
    assert b"Student 1" not in on_disk(tmp_path)


def test_dates_can_be_changed_and_taken_away():
    """What was erased stays noted."""
    room = Room().makes(2)
    assert retention.retention_of(room.classroom, room.id) == Retention(NOW + 120 * DAY_MS)
    retention.set_dates(room.classroom, room.id, None, NOW + 5)
    assert retention.retention_of(room.classroom, room.id) == Retention(None, NOW + 5)
    conducting.end(room.classroom, room.live)
    erase(room.classroom, room.live, NAMES)
    retention.set_dates(room.classroom, room.id, None, None)
    assert retention.retention_of(room.classroom, room.id) == Retention(None, None, room.clock)


def test_a_session_that_cannot_be_read_is_erased_on_its_day_all_the_same(tmp_path):
    """By its id: names do not outlive their day because a version cannot read the rest."""
    room = played(tmp_path, names_days=30, all_days=60)
    events = tables.events
    room.writer.submit(
        lambda c: c.execute(update(events).where(events.c.position == 1).values(version=99))
    )
    room.restart()
    assert room.classroom.sessions() == []
    assert retention.sweep(room.classroom, room.clock + 31 * DAY_MS) == 1
    assert found(tmp_path) == set()
    assert retention.sweep(room.classroom, room.clock + 61 * DAY_MS) == 1
    assert room.classroom.unreadable == {}
    assert room.writer.store.count("events") == 0


def test_a_name_that_is_written_after_the_erasing_is_erased_on_the_day(tmp_path):
    """By whatever way it came: another name, a new list, a class that goes on after all."""
    room = played(tmp_path, names_days=30)
    someone = room.live.state.participants[0]
    after = room.live.state.created.at + 30 * DAY_MS
    for write in (
        lambda: joining.rename(room.classroom, room.live, someone, NAME),
        lambda: enrol(room.classroom, room.live, read_list(LIST.encode()).lines),
    ):
        erase(room.classroom, room.live, NAMES)
        write()
        assert found(tmp_path)
        assert retention.retention_of(room.classroom, room.id).names_erased_at is None
        assert retention.sweep(room.classroom, after) == 1
        assert found(tmp_path) == set()


def test_names_that_come_in_after_the_class_was_opened_again_are_erased_on_the_day(tmp_path):
    room = Room(url=f"sqlite:///{tmp_path / 'class.sqlite'}").makes(4, names_days=30).begins()
    conducting.end(room.classroom, room.live)
    erase(room.classroom, room.live, NAMES)
    reopen(room.classroom, room.live)
    joining.join(room.classroom, room.live, NAME)
    assert retention.sweep(room.classroom, room.clock + 31 * DAY_MS) == 1
    assert found(tmp_path) == set()


def test_a_session_prepared_long_ago_can_still_be_played(tmp_path):
    """Its list goes on the day; who comes in afterwards is left alone while the class lasts."""
    room = Room(url=f"sqlite:///{tmp_path / 'class.sqlite'}").makes(names_days=1)
    enrol(room.classroom, room.live, read_list(LIST.encode()).lines)
    room.clock += 2 * DAY_MS
    assert retention.sweep(room.classroom, room.clock) == 1
    assert found(tmp_path) == set()
    assert room.live.state.ended is None
    joining.join(room.classroom, room.live, NAME)
    assert retention.sweep(room.classroom, room.clock + DAY_MS - 1) == 0
    assert retention.sweep(room.classroom, room.clock + DAY_MS) == 1
    assert found(tmp_path) == set()


def test_trouble_with_one_session_keeps_no_name_of_another(tmp_path, monkeypatch):
    """It is told, and what was erased is gone from the disk nevertheless."""
    room = Room(url=f"sqlite:///{tmp_path / 'class.sqlite'}")
    for name in ("Never Camewith", NAME):
        room.makes(4, names_days=1)
        joining.join(room.classroom, room.live, name)
        room.begins()
    broken, end = room.classroom.sessions()[-1], conducting.end

    def ending(classroom: object, live: object) -> None:
        if live is broken:
            raise KeyError(live.id)
        end(classroom, live)

    monkeypatch.setattr(conducting, "end", ending)
    with pytest.raises(KeyError):
        retention.sweep(room.classroom, room.clock + 2 * DAY_MS)
    assert len(found(tmp_path)) == 1
