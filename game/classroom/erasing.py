"""Erasing: the names of a session, or all of it. What is erased is overwritten on the disk."""

from sqlalchemy import Connection, delete, insert, or_, select, update

from game.classroom.classroom import Classroom
from game.classroom.conducting import whole_class
from game.classroom.live import LiveSession
from game.core.vocabulary import SessionId
from game.log import tables
from game.log.store import Beside

NAMES, ALL = "names", "all"
ERASED = "erased_classes"  # the key of a setting


class NotOver(Exception):  # noqa: N818  an answer
    """The game is not over: people still come in under their names."""


def erase(room: Classroom, live: LiveSession, what: str) -> None:
    """`names`: names, return numbers and the class list go; pseudonyms and what they agreed to
    stay. `all`: the session goes, with all that stands anywhere about it. Open pages are told.

    Raises:
        NotOver: nothing was erased.
    """
    with whole_class(live):
        if live.state.ended is None:
            raise NotOver
        erased(room, live.id, what)
    room.writer.read(lambda store: store.forget())
    room.tell_session(live)


def erased(room: Classroom, session: SessionId, what: str) -> None:
    """The same for any session, readable or not, in the store and in memory; the disk is not
    swept yet, and nobody is told."""
    if what == ALL:
        room.writer.submit(all_erased(session))
        room.discard(session)
    else:
        room.writer.submit(names_erased(session, room.now()))
        room.forget_names(session)


def names_erased(session: SessionId, now: int) -> Beside:
    """The job that erases the names of a session."""
    roster, enrolled, retention = tables.roster, tables.enrolled, tables.retention

    def job(connection: Connection) -> None:
        nameless = update(roster).where(roster.c.session == session)
        connection.execute(nameless.values(name="", return_number=""))
        connection.execute(delete(enrolled).where(enrolled.c.session == session))
        noted = update(retention).where(retention.c.session == session)
        if not connection.execute(noted.values(names_erased_at=now)).rowcount:
            connection.execute(insert(retention).values(session=session, names_erased_at=now))

    return job


def all_erased(session: SessionId) -> Beside:
    """The job that erases everything of a session, and the files that no other was played with."""
    events = tables.events

    def job(connection: Connection) -> None:
        _count_played(connection, session)
        connection.execute(delete(events).where(events.c.stream.startswith(f"{session}-")))
        for table in tables.metadata.sorted_tables:
            if "session" in table.c:
                connection.execute(delete(table).where(table.c.session == session))
        _erase_unused_files(connection)

    return job


def _count_played(connection: Connection, session: SessionId) -> None:
    """That some class was dealt and erased is kept, as a number alone: the archive says it.
    Rehearsals do not count."""
    t, events = tables.settings, tables.events.c
    opened = select(events.body).where(
        events.stream.startswith(f"{session}-G"), events.position == 1
    )
    bodies = list(connection.execute(opened).scalars())
    if not bodies or any('"simulated":true' in body for body in bodies):
        return
    before = connection.execute(select(t.c.value).where(t.c.key == ERASED)).scalar()
    connection.execute(delete(t).where(t.c.key == ERASED))
    connection.execute(insert(t).values(key=ERASED, value=str(int(before or 0) + 1)))


def erased_classes(room: Classroom) -> int:
    """How many classes of this server were dealt and erased whole."""
    return int(room.writer.read(lambda store: store.setting(ERASED)) or 0)


def _erase_unused_files(connection: Connection) -> None:
    """A session's first event names its files by their hash."""
    documents, events = tables.documents, tables.events
    made = select(events.c.body).where(events.c.kind == "SessionCreated")
    named = " ".join(connection.execute(made).scalars())
    kept = connection.execute(select(documents.c.hash)).scalars().all()
    unused = [documents.c.hash == digest for digest in kept if digest not in named]
    if unused:
        connection.execute(delete(documents).where(or_(*unused)))
