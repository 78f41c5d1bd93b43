"""Append-only streams on SQLite or PostgreSQL. What was acknowledged survives a power cut.

`transact` takes many jobs and commits them together: under load one disk flush serves them all.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, func, insert, inspect, select
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

from game.log import tables


class Conflict(Exception):  # noqa: N818  an answer: somebody else appended first
    """The stream has moved on since the writer read it: read again, decide again."""


class StoreProblem(Exception):  # noqa: N818  a sentence for the person at the terminal
    """The database cannot be used; the message says why and what to do."""


class CannotWrite(Exception):  # noqa: N818  the disk's state, not a failure of ours
    """Nothing can be stored just now: the disk is full, say. Nothing was; the message says why."""


@dataclass(frozen=True, slots=True)
class Row:
    """One event as stored."""

    stream: str
    position: int
    kind: str
    version: int
    at: int
    command_id: str | None
    body: str


@dataclass(frozen=True, slots=True)
class Append:
    """Rows for one or several streams, all or none, optionally with another job beside them."""

    rows: tuple[Row, ...]
    beside: Callable[[Connection], None] | None = None


Beside = Callable[[Connection], None]
Job = Append | Callable[[Connection], Any]
DURABLE = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # a power cut loses nothing acknowledged
    "PRAGMA busy_timeout=5000",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # an erased name is overwritten, not only unlinked
)


class Store:
    """One database. Not for concurrent use by threads: a writer owns it."""

    def __init__(self, url: str) -> None:
        self.engine = _engine(url)
        self._prepare(url)

    def _prepare(self, url: str) -> None:
        try:
            self._guard_whole(url)
            self._guard_version(url)
            tables.metadata.create_all(self.engine)  # adds what an older database has not
            self.put_setting("schema_version", str(tables.SCHEMA_VERSION))
        except (OperationalError, CannotWrite) as fault:
            why = fault.orig if isinstance(fault, OperationalError) else fault
            raise StoreProblem(f"The database {url} cannot be opened: {why}.") from fault
        except DatabaseError as fault:
            raise StoreProblem(_damaged(url, str(fault.orig))) from fault

    def _guard_whole(self, url: str) -> None:
        """SQLite finds torn pages only when it comes to them: better now than in class."""
        if self.engine.dialect.name != "sqlite":
            return
        with self.engine.connect() as connection:
            found = str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar())
        if found != "ok":
            raise StoreProblem(_damaged(url, found.splitlines()[-1]))

    def _guard_version(self, url: str) -> None:
        """Look at the version of the tables before anything is touched."""
        names = inspect(self.engine).get_table_names()
        if names and "settings" not in names:
            raise StoreProblem(_damaged(url, "it has other tables than ours"))
        ours = str(tables.SCHEMA_VERSION)
        found = (self.setting("schema_version") if names else None) or ours
        if not found.isdecimal() or int(found) > tables.SCHEMA_VERSION:
            raise StoreProblem(
                f"The database {url} was written by a newer version of Distant War "
                f"(its schema is {found}, this version reads up to {ours}). "
                "Nothing was changed. Start the newer version, or choose another folder "
                "with --data."
            )

    def transact(self, jobs: Sequence[Job]) -> list[Any]:
        """Do all jobs in one transaction; on trouble each in its own, so that none harms another.

        The answer holds, job by job, its result or the exception that belongs to it.
        """
        try:
            with self.engine.begin() as connection:
                return _all_together(connection, jobs)
        except OperationalError as fault:  # a full disk, a locked file: no job's own affair
            raise CannotWrite(str(fault.orig)) from fault
        except Exception:  # some job's own affair: which one's, is found out one by one
            return [self._alone(job) for job in jobs]

    def _alone(self, job: Job) -> Any:  # noqa: ANN401  whatever the job answers
        try:
            with self.engine.begin() as connection:
                return _all_together(connection, [job])[0]
        except IntegrityError as fault:
            return Conflict(str(fault.orig))
        except Exception as fault:  # the answer to this job alone
            return fault

    def read(self, stream: str, after: int = 0) -> list[Row]:
        """The stream's events from position `after` + 1 on."""
        query = (
            select(tables.events)
            .where(tables.events.c.stream == stream, tables.events.c.position > after)
            .order_by(tables.events.c.position)
        )
        with self.engine.connect() as connection:
            return [Row(*row) for row in connection.execute(query)]

    def setting(self, key: str) -> str | None:
        """A value of the `settings` table."""
        query = select(tables.settings.c.value).where(tables.settings.c.key == key)
        with self.engine.connect() as connection:
            return connection.execute(query).scalar()

    def put_setting(self, key: str, value: str) -> None:
        """Write a value of the `settings` table."""
        (answer,) = self.transact([lambda connection: _put(connection, key, value)])
        if isinstance(answer, Exception):
            raise answer

    def count(self, table: str) -> int:
        """How many rows a table has."""
        with self.engine.connect() as connection:
            query = select(func.count()).select_from(tables.metadata.tables[table])
            return int(connection.execute(query).scalar() or 0)

    def forget(self) -> None:
        """Leave nothing of what was erased: neither in the write-ahead log nor in free pages."""
        if self.engine.dialect.name != "sqlite":
            return
        raw = self.engine.raw_connection()  # VACUUM runs in no transaction
        try:
            _emptied(raw)
            with suppress(sqlite3.OperationalError):  # no room on the disk: all is overwritten
                raw.cursor().execute("VACUUM")
            _emptied(raw)
        finally:
            raw.close()

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def _damaged(url: str, why: str) -> str:
    return (
        f"The database {url} is damaged, or is no database of Distant War: {why}. Nothing was "
        "changed. Put the file aside and keep it, or choose another folder with --data."
    )


def _all_together(connection: Connection, jobs: Sequence[Job]) -> list[Any]:
    rows = [_values(row) for job in jobs if isinstance(job, Append) for row in job.rows]
    if rows:
        connection.execute(insert(tables.events), rows)
    return [_beside(connection, job) for job in jobs]


def _beside(connection: Connection, job: Job) -> Any:  # noqa: ANN401
    if isinstance(job, Append):
        return job.beside(connection) if job.beside else None
    return job(connection)


def _values(row: Row) -> dict[str, Any]:
    return {name: getattr(row, name) for name in Row.__slots__}


def _put(connection: Connection, key: str, value: str) -> None:
    connection.execute(tables.settings.delete().where(tables.settings.c.key == key))
    connection.execute(insert(tables.settings).values(key=key, value=value))


def together(*jobs: Beside) -> Beside:
    """Several jobs as one."""

    def job(connection: Connection) -> None:
        for one in jobs:
            one(connection)

    return job


def insert_row(table: str, **values: object) -> Beside:
    """A job that adds one row."""
    return lambda connection: _execute(connection, insert(tables.metadata.tables[table]), values)


def _execute(connection: Connection, statement: Any, values: dict[str, object]) -> None:  # noqa: ANN401
    connection.execute(statement.values(**values))


def _engine(url: str) -> Engine:
    if not url.startswith("sqlite"):
        return create_engine(url, hide_parameters=True)
    engine = create_engine(
        url,
        connect_args={"check_same_thread": False, "isolation_level": None},
        hide_parameters=True,  # names and return numbers belong in no log
    )
    event.listen(engine, "connect", _make_durable)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _emptied(raw: Any) -> None:  # noqa: ANN401  a DBAPI connection
    """Nothing stands in the write-ahead log any more."""
    raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _make_durable(connection: Any, _: object) -> None:  # noqa: ANN401  a DBAPI connection
    for pragma in DURABLE:
        connection.execute(pragma)


def positions(rows: Iterable[Row]) -> bool:
    """Whether the rows of one stream are gapless from 1."""
    return all(row.position == place for place, row in enumerate(rows, start=1))
