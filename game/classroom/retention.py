"""How long a session's names and the session itself are kept; what is due, and doing it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, delete, insert, select

from game.classroom import conducting
from game.classroom.classroom import Classroom
from game.classroom.erasing import all_erased, names_erased
from game.classroom.live import LiveSession
from game.core.vocabulary import SessionId
from game.log import tables
from game.log.store import Beside, Store

DAY_MS = 24 * 60 * 60 * 1000
NAMES, ALL = "names", "all"


@dataclass(frozen=True, slots=True)
class Retention:
    """Until when something is kept, UTC in milliseconds; None: no end is set."""

    names_until: int | None = None
    all_until: int | None = None
    names_erased_at: int | None = None


def due(kept: Retention, now: int) -> str | None:
    """What is to be erased now: `all`, `names` or nothing."""
    if kept.all_until is not None and now >= kept.all_until:
        return ALL
    if kept.names_until is not None and now >= kept.names_until and kept.names_erased_at is None:
        return NAMES
    return None


def in_class(live: LiveSession, now: int) -> bool:
    """Whether people are in the middle of it: a stage opened within the last day."""
    latest = max((group.state.stage_at for group in live.groups), default=0)
    return live.state.phase == "play" and now - latest < DAY_MS


def retention_of(room: Classroom, session: SessionId) -> Retention:
    """What was set for a session."""
    return room.writer.read(_all_kept).get(session, Retention())


def set_dates(
    room: Classroom, session: SessionId, names_until: int | None, all_until: int | None
) -> None:
    """Keep names and session until then."""
    kept = replace(retention_of(room, session), names_until=names_until, all_until=all_until)
    room.writer.submit(keeping(session, kept))


def keeping(session: SessionId, kept: Retention) -> Beside:
    """The job that notes how long a session is kept."""
    t = tables.retention

    def job(connection: Connection) -> None:
        connection.execute(delete(t).where(t.c.session == session))
        connection.execute(
            insert(t).values(
                session=session,
                names_until=kept.names_until,
                all_until=kept.all_until,
                names_erased_at=kept.names_erased_at,
            )
        )

    return job


def sweep(room: Classroom, now: int) -> int:
    """Erase what is due; how many sessions were touched. Sessions in class wait; what was left
    open is ended first."""
    done = sum(1 for _ in _swept(room, now))
    if done:
        room.writer.read(lambda store: store.forget())
    return done


def _swept(room: Classroom, now: int) -> Iterator[SessionId]:
    for session, kept in room.writer.read(_all_kept).items():
        wanted = due(kept, now)
        live = room.session(session) if wanted else None
        if wanted is None or (live and in_class(live, now)):
            continue
        if live and live.state.ended is None:
            conducting.end(room, live)
        room.writer.submit(all_erased(session) if wanted == ALL else names_erased(session, now))
        room.forget_names(session)
        if wanted == ALL:
            room.discard(session)
        if live:
            room.tell_session(live)
        yield session


def _all_kept(store: Store) -> dict[SessionId, Retention]:
    t = tables.retention.c
    query = select(t.session, t.names_until, t.all_until, t.names_erased_at)
    with store.engine.connect() as connection:
        return {row[0]: Retention(*row[1:]) for row in connection.execute(query)}
