"""Names and return numbers: the only place that knows who a pseudonym is. It can be erased."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select, update

from game.core.vocabulary import ParticipantId, SessionId
from game.log import tables
from game.log.store import Beside, Store, insert_row, together

LONGEST_NAME = 60


class NameRefused(Exception):  # noqa: N818  an answer, with its sentence's code
    """The name cannot be used: `name_empty`, `name_too_long`, `name_taken` or `name_twice`."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


@dataclass(frozen=True, slots=True)
class Entry:
    """A participant's line in the roster. `consent` is None until asked. Once names are erased the
    pseudonym stands for the name, and there is no return number."""

    participant: ParticipantId
    name: str
    return_number: str
    consent: bool | None
    joined_at: int


def read_roster(store: Store, session: SessionId) -> dict[ParticipantId, Entry]:
    """All lines of a session, in order of joining."""
    t = tables.roster.c
    query = (
        select(t.participant, t.name, t.return_number, t.consent, t.joined_at)
        .where(t.session == session)
        .order_by(t.joined_at, t.participant)
    )
    with store.engine.connect() as connection:
        entries = (Entry(*row) for row in connection.execute(query))
        return {e.participant: e if e.name else _nameless(e) for e in entries}


def _nameless(entry: Entry) -> Entry:
    return replace(entry, name=str(entry.participant))


def adding(session: SessionId, entry: Entry) -> Beside:
    """The job that adds a line."""
    line = insert_row(
        "roster",
        session=session,
        participant=entry.participant,
        name=entry.name,
        return_number=entry.return_number,
        consent=entry.consent,
        joined_at=entry.joined_at,
    )
    return together(line, named_again(session))


def named_again(session: SessionId) -> Beside:
    """The job beside every name that is written: what was erased before is due again."""
    t = tables.retention
    noted = update(t).where(t.c.session == session, t.c.names_erased_at.is_not(None))

    def job(connection: Connection) -> None:
        connection.execute(noted.values(names_erased_at=None))

    return job


def consenting(session: SessionId, participant: ParticipantId, agreed: bool) -> Beside:
    """The job that notes the answer to the question of research use."""
    t = tables.roster

    def job(connection: Connection) -> None:
        connection.execute(
            update(t)
            .where(t.c.session == session, t.c.participant == participant)
            .values(consent=agreed)
        )

    return job


def renaming(session: SessionId, participant: ParticipantId, name: str) -> Beside:
    """The job that calls somebody by another name."""
    t = tables.roster

    def job(connection: Connection) -> None:
        of = (t.c.session == session, t.c.participant == participant)
        connection.execute(update(t).where(*of).values(name=name))

    return together(job, named_again(session))


def tidy(typed: str) -> str:
    """One line, no control signs, single blanks."""
    visible = "".join(
        " " if unicodedata.category(sign).startswith("Z") else sign
        for sign in unicodedata.normalize("NFC", typed)
        if not unicodedata.category(sign).startswith("C") or sign in "\t\n"
    )
    return " ".join(visible.split())


def tidy_name(typed: str) -> str:
    """The name as kept; refused if empty or long."""
    name = tidy(typed)
    if not name:
        raise NameRefused("name_empty")
    if len(name) > LONGEST_NAME:
        raise NameRefused("name_too_long", longest=LONGEST_NAME, over=len(name) - LONGEST_NAME)
    return name


def guard_unique(name: str, roster: Mapping[ParticipantId, Entry]) -> None:
    """Two people under one name cannot be told apart on the instructor's list."""
    if name.casefold() in {entry.name.casefold() for entry in roster.values()}:
        raise NameRefused("name_taken", name=name)
