"""Notes that reviewers pin to an event of a group, or to the group. They never touch the log."""

import json
import re
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import (
    Connection,
    Delete,
    RowMapping,
    Update,
    delete,
    func,
    insert,
    select,
    update,
)

from game.classroom.roster import tidy
from game.core.vocabulary import SessionId
from game.log import tables
from game.log.codec import canonical
from game.log.store import Beside, Store
from game.log.writers import Writer

LONGEST = 4000  # letters of a note
LONGEST_TAG = 40
MOST_TAGS = 8
MOST_NOTES = 5000  # of one session
NEWLINES = re.compile(r"\r\n?")


class NoteRefused(ValueError):  # noqa: N818  an answer
    """The note is not taken; the message is the code of the sentence."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a note is pinned: an event of a group, with its round and stage, or (position 0) the
    group as a whole."""

    session: SessionId
    group: int
    position: int = 0
    round: int | None = None
    stage: str | None = None


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes: a link by its id, or the instructor, whose id is empty."""

    owner: str
    name: str


@dataclass(frozen=True, slots=True)
class Written:
    """What is in a note, fit to be kept."""

    text: str
    tags: tuple[str, ...]

    @classmethod
    def of(cls, text: str, tags: str) -> "Written":
        """As typed; tags are parted by commas.

        Raises:
            NoteRefused: there is nothing in it, or too much.
        """
        lines, words = tidy_lines(text), _tags(tags)
        if not lines and not words:
            raise NoteRefused("empty")
        if len(lines) > LONGEST:
            raise NoteRefused("too_long")
        if len(words) > MOST_TAGS or any(len(word) > LONGEST_TAG for word in words):
            raise NoteRefused("tags")
        return cls(lines, words)


@dataclass(frozen=True, slots=True)
class Note:
    """A note as kept. Times are UTC in milliseconds."""

    id: str
    place: Place
    author: Author
    written: Written
    written_at: int
    changed_at: int | None = None


class Notes:
    """The notes of one server's sessions."""

    def __init__(self, writer: Writer, now: Callable[[], int]) -> None:
        self._writer = writer
        self._now = now

    def of(self, session: str) -> list[Note]:
        """Those of a session: by group, position and time."""
        return self._writer.read(lambda store: _read(store, session))

    def every(self) -> list[Note]:
        """Those of all sessions, in the same order within each."""
        return self._writer.read(lambda store: _read(store, None))

    def find(self, session: str, note: str) -> Note | None:
        """One of them."""
        return next((one for one in self.of(session) if one.id == note), None)

    def write(self, place: Place, author: Author, written: Written) -> Note:
        """A new one.

        Raises:
            NoteRefused: the session has as many as it may.
        """
        made = Note("n" + secrets.token_hex(6), place, author, written, self._now())
        self._writer.submit(lambda connection: _add(connection, made))
        return made

    def change(self, note: Note, written: Written) -> None:
        """Other words in the same place."""
        t = tables.notes
        job = (
            update(t)
            .where(t.c.note == note.id)
            .values(text=written.text, tags=canonical(written.tags), changed_at=self._now())
        )
        self._writer.submit(_executing(job))

    def remove(self, note: Note) -> None:
        """It is gone; the disk is swept when its session is erased."""
        job = delete(tables.notes).where(tables.notes.c.note == note.id)
        self._writer.submit(_executing(job))


def unpinned(session: SessionId) -> Beside:
    """The job that removes all notes of a session: the groups they are pinned to are no more."""
    return _executing(delete(tables.notes).where(tables.notes.c.session == session))


def _executing(statement: Update | Delete) -> Beside:
    def job(connection: Connection) -> None:
        connection.execute(statement)

    return job


def tidy_lines(typed: str) -> str:
    """The text with its lines, without control signs and without blanks at its ends."""
    lines = NEWLINES.sub("\n", unicodedata.normalize("NFC", typed))
    return "".join(
        sign
        for sign in lines
        if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs", "Cn")
    ).strip()


def _tags(typed: str) -> tuple[str, ...]:
    words = [tidy(part) for part in re.split(r"[,;\n]", typed)]
    first: dict[str, str] = {}
    for word in filter(None, words):
        first.setdefault(word.casefold(), word)
    return tuple(first.values())


def _add(connection: Connection, note: Note) -> None:
    t = tables.notes
    here = select(func.count()).select_from(t).where(t.c.session == note.place.session)
    if (connection.execute(here).scalar() or 0) >= MOST_NOTES:
        raise NoteRefused("too_many")
    place, author, written = note.place, note.author, note.written
    connection.execute(
        insert(t).values(
            note=note.id,
            session=place.session,
            number=place.group,
            position=place.position,
            round=place.round,
            stage=place.stage,
            owner=author.owner,
            author=author.name,
            tags=canonical(written.tags),
            text=written.text,
            written_at=note.written_at,
        )
    )


def _read(store: Store, session: str | None) -> list[Note]:
    t = tables.notes.c
    query = select(tables.notes).order_by(t.session, t.number, t.position, t.written_at, t.note)
    if session is not None:
        query = query.where(t.session == session)
    with store.engine.connect() as connection:
        return [_note(row) for row in connection.execute(query).mappings()]


def _note(row: RowMapping) -> Note:
    return Note(
        row["note"],
        Place(row["session"], row["number"], row["position"], row["round"], row["stage"]),
        Author(row["owner"], row["author"]),
        Written(row["text"], tuple(json.loads(row["tags"]))),
        row["written_at"],
        row["changed_at"],
    )
