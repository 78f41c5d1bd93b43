"""A code is given: kept before it is acknowledged, once, however often it is sent."""

from collections.abc import Mapping

from sqlalchemy import Connection, delete, func, insert, select

from game.classroom.coding.codebook import SKIPPED
from game.classroom.coding.keeping import Desk, Edition
from game.classroom.notes import tidy_lines
from game.log import tables

LONGEST_MEMO = 2000


class NotTaken(ValueError):  # noqa: N818  an answer
    """The code was not kept. `reason`: changed, unknown, closed or stranger."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def give(
    desk: Desk, edition: Edition, coder: str, text_id: str, code: str, memo: str, *, shared: bool
) -> None:
    """Keep this coder's code of a text. Another one may follow until the shared texts are closed;
    of the same one the first moment counts.

    Raises:
        NotTaken: nothing was kept.
    """
    if code != SKIPPED and code not in edition.codebook.words:
        raise NotTaken("unknown")
    now, version = desk.now(), edition.version

    def job(connection: Connection) -> None:
        _guard(connection, desk, version, coder, shared)
        row = desk.keys(version=version, coder=coder, text_id=text_id)
        _put(connection, row, {"code": code, "memo": tidy_lines(memo)[:LONGEST_MEMO]}, now)

    desk.writer.submit(job)


def give_all(desk: Desk, version: int, coder: str, codes: Mapping[str, str]) -> None:
    """Keep what a coder has coded elsewhere, by text."""
    now = desk.now()
    desk.writer.submit(lambda connection: put_all(connection, desk, version, coder, codes, now))


def put_all(
    connection: Connection, desk: Desk, version: int, coder: str, codes: Mapping[str, str], now: int
) -> None:
    """The same within a job."""
    for text_id, code in codes.items():
        row = desk.keys(version=version, coder=coder, text_id=text_id)
        _put(connection, row, {"code": code, "memo": ""}, now)


def _guard(connection: Connection, desk: Desk, version: int, coder: str, shared: bool) -> None:
    """The codebook is still this one, and the coder has not closed these texts."""
    books, coders = tables.codebooks, tables.coders
    newest = select(func.max(books.c.version)).where(*desk.where(books))
    if connection.execute(newest).scalar() != version:
        raise NotTaken("changed")
    mine = select(coders.c.closed_at).where(*desk.where(coders, version=version, coder=coder))
    row = connection.execute(mine).first()
    if row is None:
        raise NotTaken("stranger")
    if shared and row[0] is not None:
        raise NotTaken("closed")


def _put(connection: Connection, row: Mapping[str, object], said: dict[str, str], now: int) -> None:
    t = tables.codes
    mine = [t.c[name] == value for name, value in row.items()]
    before = connection.execute(select(t.c.code, t.c.coded_at).where(*mine)).first()
    at = before[1] if before and before[0] == said["code"] else now
    connection.execute(delete(t).where(*mine))
    connection.execute(insert(t).values({**row, **said, "coded_at": at}))
