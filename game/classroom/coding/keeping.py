"""What is kept of a coding, as values, and how it is read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, Table, select

from game.classroom.coding.codebook import Codebook, loaded
from game.log import tables
from game.log.store import Store
from game.log.writers import Writer

FILE = "file-"  # how the id of a coder begins whose codes were brought as a file
REASONS, MESSAGES = KINDS = ("reasons", "messages")


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the texts of one kind of one session are coded."""

    writer: Writer
    now: Callable[[], int]
    session: str
    kind: str

    def keys(self, **more: object) -> dict[str, object]:
        """By what rows of this desk are known."""
        return {"session": self.session, "kind": self.kind, **more}

    def where(self, table: Table, **more: object) -> list[ColumnElement[bool]]:
        """The same as conditions."""
        return [table.c[name] == value for name, value in self.keys(**more).items()]


@dataclass(frozen=True, slots=True)
class Edition:
    """A version of the codebook, and how the texts are shared out under it."""

    version: int
    codebook: Codebook
    shared: int
    parts: int
    seed: str
    made_at: int


@dataclass(frozen=True, slots=True)
class Coder:
    """Who codes. `blind`: they could look at nothing but the texts."""

    id: str
    name: str
    place: int
    blind: bool
    started_at: int
    closed_at: int | None = None

    @property
    def closed(self) -> bool:
        """Whether the codes of the texts that all code stay as they are."""
        return self.closed_at is not None

    @property
    def brought(self) -> bool:
        """Whether the codes came as a file: none of them changes."""
        return self.id.startswith(FILE)


@dataclass(frozen=True, slots=True)
class Given:
    """The code a coder gave a text; empty: left open."""

    coder: str
    text_id: str
    code: str
    memo: str
    coded_at: int


@dataclass(frozen=True, slots=True)
class Settled:
    """The code that was agreed on for a text, by whom and when."""

    text_id: str
    code: str
    by: str
    at: int


@dataclass(frozen=True, slots=True)
class Work:
    """All that was done under one edition."""

    edition: Edition
    coders: tuple[Coder, ...] = ()
    given: tuple[Given, ...] = ()
    settled: Mapping[str, Settled] = field(default_factory=dict)  # by text, the last one

    def by(self, coder: str) -> dict[str, Given]:
        """What this coder gave, by text."""
        return {one.text_id: one for one in self.given if one.coder == coder}

    def coder(self, coder: str) -> Coder | None:
        """The coder of this id, if they have begun."""
        return next((one for one in self.coders if one.id == coder), None)


def editions(desk: Desk) -> tuple[Edition, ...]:
    """All versions of the codebook, the first one first."""
    t = tables.codebooks
    rows = _rows(desk, select(t).where(*desk.where(t)).order_by(t.c.version))
    return tuple(
        Edition(r["version"], loaded(r["codes"]), r["shared"], r["parts"], r["seed"], r["made_at"])
        for r in rows
    )


def work_of(desk: Desk, edition: Edition) -> Work:
    """What was done under this edition; coders in the order in which they came."""
    return Work(
        edition, coders_of(desk, edition.version), _given(desk, edition), _settled(desk, edition)
    )


def coders_of(desk: Desk, version: int) -> tuple[Coder, ...]:
    """Who codes under a version, in the order in which they came."""
    t = tables.coders
    rows = _rows(desk, select(t).where(*desk.where(t, version=version)).order_by(t.c.place))
    return tuple(
        Coder(r["coder"], r["name"], r["place"], r["blind"], r["started_at"], r["closed_at"])
        for r in rows
    )


def given_by(desk: Desk, edition: Edition, coder: str) -> dict[str, Given]:
    """What this coder gave, by text."""
    return {one.text_id: one for one in _given(desk, edition, coder=coder)}


def _given(desk: Desk, edition: Edition, **more: object) -> tuple[Given, ...]:
    t = tables.codes
    mine = select(t).where(*desk.where(t, version=edition.version, **more))
    rows = _rows(desk, mine.order_by(t.c.text_id, t.c.coder))
    return tuple(Given(r["coder"], r["text_id"], r["code"], r["memo"], r["coded_at"]) for r in rows)


def _settled(desk: Desk, edition: Edition) -> dict[str, Settled]:
    t = tables.settled
    rows = _rows(
        desk, select(t).where(*desk.where(t, version=edition.version)).order_by(t.c.number)
    )
    return {r["text_id"]: Settled(r["text_id"], r["code"], r["settled_by"], r["at"]) for r in rows}


def _rows(desk: Desk, query: Select[Any]) -> list[RowMapping]:
    def read(store: Store) -> list[RowMapping]:
        with store.engine.connect() as connection:
            return list(connection.execute(query).mappings())

    return desk.writer.read(read)
