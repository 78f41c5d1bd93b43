"""Sessions that were played elsewhere and came as a zip: the file as it came, and facts beside it.

What is in the file is not this room's concern: whoever reads it looks at the bytes.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from game.core.vocabulary import SessionId
from game.log import tables
from game.log.store import Beside, Store
from game.log.writers import Writer

KEPT = ("archive", "archive_files")  # what was brought there is taken out there


class AlreadyHere(Exception):  # noqa: N818  an answer
    """A session of this id is kept: nothing was overwritten."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What is kept beside the file. Times are UTC in milliseconds; `facts` is JSON."""

    session: SessionId
    title: str
    played_at: int
    imported_at: int
    facts: str


class Imports:
    """The imported sessions of one server; the facts are kept in memory, the files are not."""

    def __init__(self, writer: Writer, now: Callable[[], int]) -> None:
        self._writer = writer
        self._now = now
        self._kept = {one.session: one for one in writer.read(_read)}

    def all(self) -> list[Imported]:
        """All of them."""
        return list(self._kept.values())

    def get(self, session: str) -> Imported | None:
        """One of them."""
        return self._kept.get(SessionId(session))

    def file(self, session: str) -> bytes | None:
        """The zip, as it came."""
        return self._writer.read(lambda store: _file(store, session))

    def keep(
        self, session: SessionId, title: str, played_at: int, facts: str, data: bytes
    ) -> Imported:
        """Keep this file.

        Raises:
            AlreadyHere: one of this session is kept.
        """
        made = Imported(session, title, played_at, self._now(), facts)
        self._writer.submit(lambda connection: _add(connection, made, data))
        self._kept[session] = made
        return made

    def remove(self, session: SessionId) -> None:
        """The file goes, with all that reviewers wrote beside it; what is erased is overwritten."""
        self._writer.submit(_removing(session))
        self._kept.pop(session, None)
        self._writer.read(lambda store: store.forget())


def _read(store: Store) -> list[Imported]:
    t = tables.imported.c
    query = select(t.session, t.title, t.played_at, t.imported_at, t.facts)
    with store.engine.connect() as connection:
        return [Imported(*row) for row in connection.execute(query)]


def _file(store: Store, session: str) -> bytes | None:
    t = tables.imported.c
    with store.engine.connect() as connection:
        found = connection.execute(select(t.file).where(t.session == session)).scalar()
    return None if found is None else bytes(found)


def _add(connection: Connection, made: Imported, data: bytes) -> None:
    t = tables.imported
    here = select(t.c.session).where(t.c.session == made.session)
    ours = select(tables.sessions.c.session).where(tables.sessions.c.session == made.session)
    if connection.execute(here).first() or connection.execute(ours).first():
        raise AlreadyHere
    connection.execute(
        insert(t).values(
            session=made.session,
            title=made.title,
            played_at=made.played_at,
            imported_at=made.imported_at,
            facts=made.facts,
            file=data,
        )
    )


def _removing(session: SessionId) -> Beside:
    def job(connection: Connection) -> None:
        for table in tables.metadata.sorted_tables:
            if "session" in table.c and table.name not in KEPT:
                connection.execute(delete(table).where(table.c.session == session))

    return job
