"""Who codes: they begin, and they say when their codes of the shared texts stay."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import chain, count

from sqlalchemy import Connection, delete, func, insert, select, update

from game.classroom.coding.giving import put_all
from game.classroom.coding.keeping import Coder, Desk
from game.classroom.roster import tidy
from game.log import tables

NAMELESS = "coder"
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Arrival:
    """Who begins, and under which label. `closed`: nothing of theirs changes any more."""

    coder: str
    label: str
    blind: bool
    closed: bool = False


def begin(
    desk: Desk,
    version: int,
    coder: str,
    label: str,
    *,
    blind: bool,
    names: Collection[str] = (),
) -> None:
    """This coder codes under this version from now on; who has begun already goes on.

    They are known by their label, with a number if it is taken; unless it is empty, or one of the
    students' `names`.
    """
    who, now = Arrival(coder, label, blind), desk.now()
    desk.writer.submit(lambda connection: _begun(connection, desk, version, who, names, now))


def bring(
    desk: Desk,
    version: int,
    brought: Mapping[Arrival, Mapping[str, str]],
    names: Collection[str] = (),
) -> None:
    """What coders elsewhere have coded, by text: all of it is kept, or nothing."""
    now = desk.now()

    def job(connection: Connection) -> None:
        for who, codes in brought.items():
            _begun(connection, desk, version, who, names, now)
            put_all(connection, desk, version, who.coder, codes, now)

    desk.writer.submit(job)


def _begun(
    connection: Connection,
    desk: Desk,
    version: int,
    who: Arrival,
    names: Collection[str],
    now: int,
) -> None:
    t = tables.coders
    mine = select(t.c.coder).where(*desk.where(t, version=version, coder=who.coder))
    if connection.execute(mine).first():
        return
    highest = select(func.max(t.c.place)).where(*desk.where(t, version=version))
    place = connection.execute(highest).scalar()
    row = desk.keys(
        version=version,
        coder=who.coder,
        name=_name(connection, desk, who.coder, tidy(who.label)[:LONGEST_NAME], names),
        place=0 if place is None else place + 1,
        blind=who.blind,
        started_at=now,
        closed_at=now if who.closed else None,
    )
    connection.execute(insert(t).values(row))


def close(desk: Desk, version: int, coder: str) -> None:
    """From now on the coder's codes of the shared texts stay; said twice, the first time counts."""
    t = tables.coders
    mine = (*desk.where(t, version=version, coder=coder), t.c.closed_at.is_(None))
    now = desk.now()

    def job(connection: Connection) -> None:
        connection.execute(update(t).where(*mine).values(closed_at=now))

    desk.writer.submit(job)


def take_out(desk: Desk, version: int, coder: str) -> None:
    """The coder and all their codes under this version go: a file that was brought by mistake."""

    def job(connection: Connection) -> None:
        for table in (tables.coders, tables.codes):
            mine = desk.where(table, version=version, coder=coder)
            connection.execute(delete(table).where(*mine))

    desk.writer.submit(job)


def _name(
    connection: Connection, desk: Desk, coder: str, label: str, names: Collection[str]
) -> str:
    """What they are called in files: the same over all versions, and nobody else's."""
    t = tables.coders
    known = connection.execute(select(t.c.coder, t.c.name).where(*desk.where(t))).all()
    before = next((name for one, name in known if one == coder), None)
    if before:
        return str(before)
    taken = {name.casefold() for _, name in known}
    fit = label and label.casefold() not in {name.casefold() for name in names}
    tries = chain(
        [label] if fit else (), (f"{label if fit else NAMELESS}-{n}" for n in count(1 + bool(fit)))
    )
    return next(one for one in tries if one.casefold() not in taken)


def named(coders: Collection[Coder], name: str) -> bool:
    """Whether somebody is called so already."""
    return name.casefold() in {one.name.casefold() for one in coders}
