"""How long a session's names and the session itself are kept; what is due, and doing it."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection, delete, insert, select

from game.classroom import conducting
from game.classroom.classroom import Classroom
from game.classroom.erasing import ALL, NAMES, erased
from game.classroom.live import LiveSession
from game.core.vocabulary import SessionId
from game.log import tables
from game.log.store import Beside, Store

DAY_MS = 24 * 60 * 60 * 1000


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


def in_class(room: Classroom, live: LiveSession, now: int) -> bool:
    """Whether people are in the middle of it: somebody came in, or a stage opened, within a day."""
    came = (entry.joined_at for entry in room.roster(live.id).values())
    opened = (group.state.stage_at for group in live.groups)
    return live.state.ended is None and now - max((*came, *opened), default=0) < DAY_MS


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
    """Erase what is due; how many sessions were touched. Sessions in class wait; a game that was
    left open is ended first. Whatever goes wrong with one session, the others have their turn.

    Raises:
        Exception: the first trouble there was.
    """
    done, troubles = 0, list[Exception]()
    for session, kept in room.writer.read(_all_kept).items():
        try:
            done += _kept_to(room, session, due(kept, now), now)
        except Exception as trouble:
            troubles.append(trouble)
    if done:
        room.writer.read(lambda store: store.forget())
    if troubles:
        raise troubles[0]
    return done


def _kept_to(room: Classroom, session: SessionId, wanted: str | None, now: int) -> bool:
    """Erase what is due of a session; whether anything was."""
    live = room.session(session) if wanted else None
    if wanted is None or (live and in_class(room, live, now)):
        return False
    if live and live.state.ended is None and (live.state.begun or wanted == ALL):
        conducting.end(room, live)
    erased(room, session, wanted)
    if live:
        room.tell_session(live)
    return True


def _all_kept(store: Store) -> dict[SessionId, Retention]:
    t = tables.retention.c
    query = select(t.session, t.names_until, t.all_until, t.names_erased_at)
    with store.engine.connect() as connection:
        return {row[0]: Retention(*row[1:]) for row in connection.execute(query)}
