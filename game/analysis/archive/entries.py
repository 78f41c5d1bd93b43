"""A class in the archive, as it is stored and read again."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, delete, insert, select

from game.analysis.inference.results import SessionEstimate
from game.log import tables
from game.log.codec import build, canonical
from game.log.store import Beside, Store

Files = Mapping[str, str]  # the text of each table, by the name of its file


@dataclass(frozen=True, slots=True)
class Entry:
    """One class. Times are UTC in milliseconds. `reason`: why it has no estimates; empty where it
    has. `repeats`: pseudonyms of those who had played before; None where nobody can know."""

    session: str
    own: bool  # of this server; otherwise imported
    title: str
    played_at: int
    closed_at: int
    scenario: str  # hash
    design: str  # D1, D2 or D3
    scenario_id: str
    claims: str  # hash
    engine_version: str  # that worked out the estimates
    students: int
    groups: int
    completed: bool  # played to its last round
    research: bool = False  # a file for research: without the rows of who did not agree
    repeats: tuple[str, ...] | None = None
    reason: str = ""
    estimates: tuple[SessionEstimate, ...] = ()

    @property
    def drawn(self) -> bool:
        """Whether postures, cards or arms were drawn; free play is never pooled with these."""
        return self.design != "D3"


COLUMNS = ("session", "own", "title", "played_at", "closed_at", "scenario", "design")


def entries(store: Store) -> tuple[Entry, ...]:
    """All of them, in the order in which they were played."""
    t = tables.archive.c
    query = select(*(t[name] for name in COLUMNS), t.facts).order_by(t.played_at, t.session)
    with store.engine.connect() as connection:
        return tuple(_read(*row) for row in connection.execute(query))


def files(store: Store, sessions: Iterable[str]) -> dict[str, dict[str, str]]:
    """The tables of these classes, by session and name."""
    wanted = list(sessions)
    t = tables.archive_files.c
    found: dict[str, dict[str, str]] = {session: {} for session in wanted}
    query = select(t.session, t.name, t.text).where(t.session.in_(wanted))
    with store.engine.connect() as connection:
        for session, name, text in connection.execute(query):
            found[session][name] = text
    return found


def keeping(entry: Entry, its_files: Files) -> Beside:
    """The job that stores a class, in the place of what was stored of it before."""
    taken_out = taking_out(entry.session)

    def job(connection: Connection) -> None:
        taken_out(connection)
        known = asdict(entry)
        row = {name: known.pop(name) for name in COLUMNS}
        connection.execute(insert(tables.archive), [{**row, "facts": canonical(known)}])
        texts = [
            {"session": entry.session, "name": name, "text": text}
            for name, text in its_files.items()
        ]
        if texts:
            connection.execute(insert(tables.archive_files), texts)

    return job


def taking_out(session: str) -> Beside:
    """The job that takes a class out of the archive."""

    def job(connection: Connection) -> None:
        for table in (tables.archive_files, tables.archive):
            connection.execute(delete(table).where(table.c.session == session))

    return job


def _read(*row: object) -> Entry:
    entry: Entry = build(Entry, dict(zip(COLUMNS, row, strict=False)) | json.loads(str(row[-1])))
    return entry
