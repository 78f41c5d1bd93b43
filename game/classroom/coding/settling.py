"""Where first codes differ, and what was agreed on afterwards: apart, and never instead."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from game.classroom.coding.codebook import SKIPPED
from game.classroom.coding.giving import NotTaken
from game.classroom.coding.keeping import Desk, Edition, Given, Settled, Work
from game.log import tables

LEAST_CODERS = 2


@dataclass(frozen=True, slots=True)
class Difference:
    """A text on which first codes differ; and what was settled, if anything was."""

    text_id: str
    given: tuple[Given, ...]
    settled: Settled | None


def ready(work: Work) -> bool:
    """Whether agreement is known, so that talking can begin: two coders or more, and all of them
    have closed the texts that all code."""
    return len(work.coders) >= LEAST_CODERS and all(coder.closed for coder in work.coders)


def differences(work: Work, shared: Collection[str]) -> tuple[Difference, ...]:
    """The texts with two different codes or more, in the order of their ids: of the shared ones,
    and of those whose codes all came in files. Other codes can still be changed."""
    brought = {coder.id for coder in work.coders if coder.brought}
    return tuple(
        Difference(text_id, given, work.settled.get(text_id))
        for text_id, given in sorted(_by_text(work).items())
        if len({one.code for one in given} - {SKIPPED}) > 1
        and (text_id in shared or all(one.coder in brought for one in given))
    )


def settle(desk: Desk, edition: Edition, text_id: str, code: str, by: str) -> None:
    """Note the code that was agreed on for a text; what was settled before is kept before it.

    Raises:
        NotTaken: the code is not in the codebook, or the codebook is no longer this one.
    """
    if code not in edition.codebook.words:
        raise NotTaken("unknown")
    now = desk.now()

    def job(connection: Connection) -> None:
        books = tables.codebooks
        newest = select(func.max(books.c.version)).where(*desk.where(books))
        if connection.execute(newest).scalar() != edition.version:
            raise NotTaken("changed")
        row = desk.keys(version=edition.version, text_id=text_id, code=code, settled_by=by, at=now)
        connection.execute(insert(tables.settled).values(row))

    desk.writer.submit(job)


def _by_text(work: Work) -> Mapping[str, tuple[Given, ...]]:
    found: defaultdict[str, tuple[Given, ...]] = defaultdict(tuple)
    for one in work.given:
        found[one.text_id] += (one,)
    return found
