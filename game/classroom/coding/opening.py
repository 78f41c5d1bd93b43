"""Opening a coding, and changing its codebook: what was coded under an old version stays there."""

import secrets

from sqlalchemy import Connection, delete, func, insert, select

from game.classroom.coding.codebook import Codebook
from game.classroom.coding.giving import NotTaken
from game.classroom.coding.keeping import Desk
from game.log import tables

MOST_PARTS = 9
SEED_BYTES = 16


def keep_codebook(
    desk: Desk, codebook: Codebook, shared: int, parts: int, seen: tuple[int, bool] | None = None
) -> int:
    """The version under which it is kept. Nobody has coded under the newest one: it is replaced;
    somebody has: there is a new one, coding begins anew, and which texts are read by all is drawn
    anew, so that nobody is held against what they have talked about.

    Raises:
        NotTaken: the newest version, and whether somebody has coded under it, are no longer as they
            were `seen`.
    """
    drawn, now = secrets.token_hex(SEED_BYTES), desk.now()

    def job(connection: Connection) -> int:
        version, seed = _newest(connection, desk)
        coded = _coded(connection, desk, version)
        if seen not in (None, (version, coded)):
            raise NotTaken("changed")
        if version and not coded:
            _drop(connection, desk, version)
        else:
            version, seed = version + 1, drawn
        row = desk.keys(
            version=version,
            codes=codebook.dumped(),
            shared=max(1, shared),  # of none nobody could say: these are my codes
            parts=min(max(1, parts), MOST_PARTS),
            seed=seed,
            made_at=now,
        )
        connection.execute(insert(tables.codebooks).values(row))
        return version

    version: int = desk.writer.submit(job)
    return version


def _newest(connection: Connection, desk: Desk) -> tuple[int, str]:
    t = tables.codebooks
    newest = select(t.c.version, t.c.seed).where(*desk.where(t)).order_by(t.c.version.desc())
    row = connection.execute(newest).first()
    return (row[0], row[1]) if row else (0, "")


def _coded(connection: Connection, desk: Desk, version: int) -> bool:
    t = tables.codes
    count = select(func.count()).select_from(t).where(*desk.where(t, version=version))
    return bool(connection.execute(count).scalar())


def _drop(connection: Connection, desk: Desk, version: int) -> None:
    """Who has only opened the page begins again."""
    for table in (tables.codebooks, tables.coders):
        connection.execute(delete(table).where(*desk.where(table, version=version)))
