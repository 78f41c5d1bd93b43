"""Group commit: many wait, one flush serves them all, and each gets its own answer."""

import gevent
import pytest

from game.log.grouped import Grouped
from game.log.store import Append, Conflict, Row, Store
from game.log.writers import Direct


def an_append(stream, position=1):
    """One event."""
    return Append((Row(stream, position, "GamePaused", 1, 1, None, "{}"),))


class Counting(Store):
    """A real store that counts its transactions."""

    transactions = 0

    def transact(self, jobs):
        """Count, then do it."""
        self.transactions += 1
        return super().transact(jobs)


@pytest.fixture
def store(tmp_path):
    """A database in a file."""
    opened = Counting(f"sqlite:///{tmp_path / 'class.sqlite'}")
    yield opened
    opened.close()


@pytest.fixture(params=[Direct, Grouped])
def writer(request, store):
    """What both writers promise."""
    return request.param(store)


def test_an_answer_comes_when_the_rows_are_durable(writer, store):
    """Submit returns: the event is in the log."""
    writer.submit(an_append("S1-G1"))
    assert [row.position for row in writer.read(lambda s: s.read("S1-G1"))] == [1]


def test_a_conflict_is_raised_where_it_belongs(writer):
    """The second to take a position hears of it."""
    writer.submit(an_append("S1-G1"))
    with pytest.raises(Conflict):
        writer.submit(an_append("S1-G1"))
    writer.submit(an_append("S1-G1", 2))


def test_what_a_job_answers_is_the_answer(writer):
    """Or what it raises."""

    def broken(connection):
        raise LookupError("no such thing")

    assert writer.submit(lambda connection: 42) == 42
    with pytest.raises(LookupError):
        writer.submit(broken)


def test_under_load_commits_are_grouped(store):
    """Sixty students at once: far fewer transactions, all rows, everybody answered."""
    writer = Grouped(store)
    before = store.transactions
    jobs = [gevent.spawn(writer.submit, an_append(f"S1-G{n}")) for n in range(60)]
    gevent.joinall(jobs, raise_error=True)
    assert store.count("events") == 60
    assert store.transactions - before <= 5


def test_one_bad_job_in_a_crowd_is_answered_alone(store):
    """The others are committed."""
    writer = Grouped(store)
    jobs = [gevent.spawn(writer.submit, an_append(f"S1-G{n % 20}")) for n in range(21)]
    gevent.joinall(jobs)
    failed = [job.exception for job in jobs if job.exception]
    assert [type(fault) for fault in failed] == [Conflict]
    assert store.count("events") == 20


def test_a_closed_database_is_said_to_everybody(store):
    """Nobody waits for ever."""
    writer = Grouped(store)
    with store.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE events")
    jobs = [gevent.spawn(writer.submit, an_append(f"S1-G{n}")) for n in range(3)]
    gevent.joinall(jobs, timeout=20)
    assert all(job.exception for job in jobs)
