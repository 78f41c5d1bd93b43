"""Links that open one session to somebody beside its instructor: made, shown once, revoked.

Of a link's secret only the hash is kept: who reads the database opens nothing with it.
"""

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import Connection, select, update

from game.classroom.roster import tidy
from game.core.vocabulary import SessionId
from game.log import tables
from game.log.store import Beside, CannotWrite, Store, insert_row
from game.log.writers import Writer

SECRET_BYTES = 24  # nobody guesses that, so that a fast hash is enough
LONGEST_LABEL = 60
SELDOM_MS = 60_000  # how exactly it is known when a link was last used


class Role(StrEnum):
    """As what somebody stands before a session who holds no seat in it."""

    INSTRUCTOR = "instructor"
    CO_INSTRUCTOR = "co_instructor"
    REVIEWER = "reviewer"
    CODER = "coder"
    PROJECTOR = "projector"


LINKED = (
    Role.CO_INSTRUCTOR,
    Role.REVIEWER,
    Role.CODER,
    Role.PROJECTOR,
)  # those that come by a link


@dataclass(frozen=True, slots=True)
class Link:
    """A link as kept. `label` is the instructor's own note of who has it."""

    id: str
    session: SessionId
    role: Role
    label: str
    digest: str
    made_at: int
    revoked_at: int | None = None
    used_at: int | None = None


class Links:
    """All links of one server, kept in memory. `listeners` are told when a right has ended."""

    def __init__(self, writer: Writer, now: Callable[[], int]) -> None:
        self._writer = writer
        self._now = now
        self._links = {link.id: link for link in writer.read(read_links)}
        self.listeners: list[Callable[[], None]] = []

    def make(self, session: SessionId, role: Role, label: str) -> tuple[Link, str]:
        """A new link and its secret, which is shown once and kept nowhere."""
        secret = secrets.token_urlsafe(SECRET_BYTES)
        made = Link(
            id="k" + secrets.token_hex(5),
            session=session,
            role=role,
            label=tidy(label)[:LONGEST_LABEL],
            digest=_digest(secret),
            made_at=self._now(),
        )
        self._writer.submit(_adding(made))
        self._links[made.id] = made
        return made, secret

    def open(self, secret: str) -> Link | None:
        """The link with this secret, unless revoked."""
        digest = _digest(secret)
        found = next((link for link in self._links.values() if link.digest == digest), None)
        return self.good(found.id) if found else None

    def good(self, link: str) -> Link | None:
        """The link of this id, unless revoked; looked up anew at every request."""
        found = self._links.get(link)
        return found if found and found.revoked_at is None else None

    def of(self, session: SessionId) -> list[Link]:
        """The links of a session, newest first."""
        mine = [link for link in self._links.values() if link.session == session]
        return sorted(mine, key=lambda link: -link.made_at)

    def revoke(self, session: SessionId, link: str) -> bool:
        """It opens nothing from now on, and what it has opened is shut."""
        found = self.good(link)
        if found is None or found.session != session:
            return False
        try:
            self._change(replace(found, revoked_at=self._now()))
        finally:  # on a full disk it is shut until the next start at least
            self.tell()
        return True

    def shut(self, session: SessionId) -> None:
        """All links of a session that is gone: none opens another one that is called like it."""
        for link in self.of(session):
            self.revoke(session, link.id)

    def used(self, link: Link) -> None:
        """Note that the link's holder is here; on a full disk they may read all the same."""
        if link.used_at is None or self._now() - link.used_at > SELDOM_MS:
            with suppress(CannotWrite):
                self._change(replace(link, used_at=self._now()))

    def tell(self) -> None:
        """Some right has ended: whoever serves it looks again."""
        for listener in self.listeners:
            listener()

    def _change(self, link: Link) -> None:
        self._links[link.id] = link
        self._writer.submit(_changing(link))


def read_links(store: Store) -> list[Link]:
    """All links, the revoked ones too."""
    t = tables.links.c
    query = select(
        t.link, t.session, t.role, t.label, t.digest, t.made_at, t.revoked_at, t.used_at
    ).order_by(t.made_at)
    with store.engine.connect() as connection:
        rows = connection.execute(query).all()
    return [Link(row[0], SessionId(row[1]), Role(row[2]), *row[3:]) for row in rows]


def _adding(link: Link) -> Beside:
    return insert_row(
        "links",
        link=link.id,
        session=link.session,
        role=link.role.value,
        label=link.label,
        digest=link.digest,
        made_at=link.made_at,
    )


def _changing(link: Link) -> Beside:
    def job(connection: Connection) -> None:
        connection.execute(
            update(tables.links)
            .where(tables.links.c.link == link.id)
            .values(revoked_at=link.revoked_at, used_at=link.used_at)
        )

    return job


def _digest(secret: str) -> str:
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
