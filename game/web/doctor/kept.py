"""What is in a database: sessions that can be read or not, and the newest event."""

from collections.abc import Mapping

from sqlalchemy import func, select

from game.classroom.codes import shown
from game.log import tables
from game.log.store import Store
from game.web.doctor.finding import Finding, fine, mend

NEWER = "The version that wrote it can open it. The others go on."


def sessions_found(count: int, unreadable: Mapping[str, str]) -> Finding:
    """What this version can read of it."""
    if not unreadable:
        return fine("database", f"The database is whole; sessions in it: {count}.")
    told = "; ".join(f"session {shown(code)}: {why}" for code, why in unreadable.items())
    return mend("database", f"Not all of it can be read: {told}.", NEWER)


def newest(store: Store) -> int | None:
    """When the newest event was."""
    with store.engine.connect() as connection:
        found = connection.execute(select(func.max(tables.events.c.at))).scalar()
    return None if found is None else int(found)
