"""The codes of a session as the tables of the export want them."""

from collections.abc import Iterable, Iterator

from game.analysis.sessionlog import Coding
from game.classroom.classroom import Classroom
from game.classroom.coding.codebook import SKIPPED
from game.classroom.coding.keeping import KINDS, Desk, Edition, Work, editions, work_of
from game.classroom.coding.settling import ready


def desk_of(room: Classroom, session: str, kind: str) -> Desk:
    """Where this kind of text is coded."""
    return Desk(room.writer, room.now, session, kind)


def codings(room: Classroom, session: str) -> tuple[Coding, ...]:
    """First codes of every kind and version; texts that were left open have none."""
    desks = [desk_of(room, session, kind) for kind in KINDS]
    return tuple(
        coding
        for desk in desks
        for edition in editions(desk)
        for coding in codings_of(desk.kind, work_of(desk, edition))
    )


def finished(room: Classroom, session: str, given: Iterable[Coding]) -> tuple[Coding, ...]:
    """Those that whoever reads, and may code as well, can have: none of a kind of text that is
    still being coded here."""
    desks = [desk_of(room, session, kind) for kind in KINDS]
    open_still = tuple(
        f"{desk.kind}-"
        for desk in desks
        if (known := editions(desk)) and not ready(work_of(desk, known[-1]))
    )
    return tuple(one for one in given if not one.codebook.startswith(open_still))


def codings_of(kind: str, work: Work) -> Iterator[Coding]:
    """Those under one version."""
    known = {coder.id: coder for coder in work.coders}
    for one in work.given:
        settled = work.settled.get(one.text_id)
        if one.code != SKIPPED and one.coder in known:
            coder = known[one.coder]
            yield Coding(
                one.text_id,
                coder.name,
                one.code,
                one.coded_at,
                coder.blind,
                called(kind, work.edition),
                settled.code if settled else "",
            )


def called(kind: str, edition: Edition) -> str:
    """A version of a codebook as files name it."""
    return f"{kind}-{edition.version}"
