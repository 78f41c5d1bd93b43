"""Append-only streams on a real database: gapless, all or none, nobody harmed by another."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert, inspect, select

from game.classroom.classroom import Classroom
from game.log import tables
from game.log.store import Append, Conflict, Row, Store, StoreProblem, insert_row, positions
from game.log.writers import Direct
from tests.builders import a_scenario


def row(position, stream="S1-G1", body="{}", command_id=None):
    """A stored event."""
    return Row(stream, position, "GamePaused", 1, 1000 + position, command_id, body)


@pytest.fixture(params=["memory", "file"])
def store(request, tmp_path):
    """The same tests on a database in memory and on one in a file."""
    url = "sqlite://" if request.param == "memory" else f"sqlite:///{tmp_path / 'class.sqlite'}"
    opened = Store(url)
    yield opened
    opened.close()


def test_what_is_appended_is_read_in_order(store):
    """Every field as it was written."""
    rows = (row(1, body='{"a":"é"}', command_id="P1:1"), row(2))
    assert store.transact([Append(rows)]) == [None]
    assert store.read("S1-G1") == list(rows)
    assert store.read("S1-G1", after=1) == [rows[1]]
    assert store.read("another") == []


def test_streams_do_not_mix(store):
    """Each has positions of its own."""
    store.transact([Append((row(1), row(1, "S1-G2"), row(2, "S1-G2")))])
    assert [r.position for r in store.read("S1-G2")] == [1, 2]
    assert positions(store.read("S1-G2"))


def test_a_taken_position_is_a_conflict_and_nothing_is_written(store):
    """Somebody else appended first."""
    store.transact([Append((row(1),))])
    (answer,) = store.transact([Append((row(1, body='{"mine":1}'), row(2)))])
    assert isinstance(answer, Conflict)
    assert [r.body for r in store.read("S1-G1")] == ["{}"]


def test_of_two_in_one_batch_for_the_same_position_one_wins(store):
    """The other hears of it; the third is not touched."""
    jobs = [Append((row(1, body=f'{{"n":{n}}}'),)) for n in (1, 2)]
    answers = store.transact([*jobs, Append((row(1, "S1-G2"),))])
    assert [isinstance(a, Conflict) for a in answers] == [False, True, False]
    assert [r.body for r in store.read("S1-G1")] == ['{"n":1}']
    assert len(store.read("S1-G2")) == 1


def test_a_job_that_cannot_be_stored_harms_no_other(store):
    """Half a sign in one student's row: the neighbours' moves are committed all the same."""
    answers = store.transact(
        [Append((row(1),)), Append((row(1, "S1-G2", body="\ud800"),)), Append((row(1, "S1-G3"),))]
    )
    assert isinstance(answers[1], Exception)
    assert not isinstance(answers[1], Conflict)
    assert [len(store.read(f"S1-G{n}")) for n in (1, 2, 3)] == [1, 0, 1]


def test_a_job_that_fails_on_its_own_account_harms_no_other(store):
    """A query that raises is its own affair."""

    def broken(connection):
        raise ZeroDivisionError

    answers = store.transact([Append((row(1),)), broken, lambda _: "well"])
    assert isinstance(answers[1], ZeroDivisionError)
    assert answers[2] == "well"
    assert len(store.read("S1-G1")) == 1


def test_what_stands_beside_an_append_is_written_with_it_or_not_at_all(store):
    """A new participant and the line in the roster are one thing."""
    entry = {
        "session": "S1",
        "participant": "P1",
        "name": "Ada",
        "return_number": "1234",
        "consent": None,
        "joined_at": 1,
    }
    store.transact([Append((row(1),), insert_row("roster", **entry))])
    again = Append((row(2),), insert_row("roster", **entry))
    assert isinstance(store.transact([again])[0], Conflict)
    assert (store.count("roster"), len(store.read("S1-G1"))) == (1, 1)


def test_settings_are_written_over(store):
    """The heartbeat, say."""
    assert store.setting("alive_at") is None
    store.put_setting("alive_at", "1")
    store.put_setting("alive_at", "2")
    assert store.setting("alive_at") == "2"


def test_a_longest_command_id_fits(store):
    """The participant's and the page's ids together."""
    width = tables.events.c.command_id.type.length
    assert width >= 32 + 1 + 64


def test_a_file_is_durable(tmp_path):
    """WAL and full synchronisation: a power cut loses nothing acknowledged."""
    store = Store(f"sqlite:///{tmp_path / 'class.sqlite'}")
    with store.engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    store.close()
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_what_was_committed_is_there_after_a_restart(tmp_path):
    """Another store on the same file reads the same rows."""
    url = f"sqlite:///{tmp_path / 'class.sqlite'}"
    first = Store(url)
    first.transact([Append((row(1), row(2)))])
    first.close()
    second = Store(url)
    assert [r.position for r in second.read("S1-G1")] == [1, 2]
    second.close()


def test_a_database_of_a_newer_version_is_left_alone(tmp_path):
    """A sentence for the person at the terminal; nothing is changed."""
    url = f"sqlite:///{tmp_path / 'class.sqlite'}"
    store = Store(url)
    store.put_setting("schema_version", "99")
    store.close()
    with pytest.raises(StoreProblem, match="newer version"):
        Store(url)


def test_a_folder_that_is_not_there_is_said(tmp_path):
    """Not a traceback."""
    with pytest.raises(StoreProblem, match="cannot be opened"):
        Store(f"sqlite:///{tmp_path / 'nowhere' / 'class.sqlite'}")


def test_documents_are_kept_by_their_hash(store):
    """The scenario as played, for ever."""
    store.transact([lambda c: c.execute(insert(tables.documents).values(hash="h", text="t"))])
    with store.engine.connect() as connection:
        assert connection.execute(select(tables.documents.c.text)).scalar() == "t"


def older(tmp_path):
    """A database as the first version of the tables left it, with a class that was played."""
    file = tmp_path / "class.sqlite"
    with closing(sqlite3.connect(file)) as database:
        database.executescript((Path(__file__).parent / "schema_1.sql").read_text())
    return f"sqlite:///{file}"


def test_a_database_of_an_older_version_is_given_the_new_tables(tmp_path):
    """And the number of the version that it now is; nothing that was in it is touched."""
    url = older(tmp_path)
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as database:
        before = database.execute("SELECT * FROM events ORDER BY stream, position").fetchall()
        assert database.execute(
            "SELECT value FROM settings WHERE key='schema_version'"
        ).fetchone() == ("1",)
    store = Store(url)
    assert set(inspect(store.engine).get_table_names()) == set(tables.metadata.tables)
    assert store.setting("schema_version") == str(tables.SCHEMA_VERSION)
    assert (store.count("roster"), store.count("enrolled")) == (3, 0)
    with store.engine.connect() as connection:
        order = (tables.events.c.stream, tables.events.c.position)
        rows = connection.execute(select(tables.events).order_by(*order)).fetchall()
    store.close()
    assert [tuple(row) for row in rows] == before


def test_a_class_of_an_older_version_can_still_be_read(tmp_path):
    """Its people, its answers, its end."""
    room = Classroom(Direct(Store(older(tmp_path))), lambda: 0, lambda _: a_scenario())
    (live,) = room.sessions()
    ada = next(e for e in room.roster(live.id).values() if e.name == "Ada Lovelace")
    assert (live.state.phase, ada.consent, room.enrolled(live.id)) == ("over", True, ())
    room.writer.store.close()
