"""A class that wrote whatever a table, a program or a script could stumble over."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import cycle

from game.analysis.sessionlog import GroupLog, SessionLog
from game.core.events import CableSent, CommuniquePublished, Event, ResponseSealed
from game.core.vocabulary import MoveSource
from tests.analysis.real import asked

LONG = ('=“ñandú”, \n"quoted" 🙂\'' * 500)[:10_000]
TEXTS = (
    "Plain.",
    "ça va, Łódź, Ελλάδα, 信じない, 🙂👩‍👩‍👧",
    'a, "quoted", comma; semicolon\tand a tab',
    "first line\nsecond line\n\nfourth",
    "Windows line\r\nsecond\r\n",
    "old Macintosh\rsecond",
    '=cmd|"/c calc"!A1',
    "+1 for standing",
    "-1",
    "@everybody",
    "\tbegins with a tab",
    "'begins with an apostrophe",
    "''begins with two",
    '"',
    '""',
    'ends with a quote"',
    "NA",
    "None",
    "null",
    "NULL",
    "0012",
    "1e5",
    "TRUE",
    "2030-01-02",
    " spaces around ",
    "שלום עליכם \u202eabc\u202c مرحبا",
    "#no comment \\n \\ 'one' `two` ${three} %four%",
    "next\u0085line\u2028sep\u2029par",
    "<b>&amp;</b> _x000D_",
    "control \x01 signs \x07\x1b[31m",
    LONG,
)


@lru_cache
def hostile() -> SessionLog:
    """Everything that can be written is one of the texts."""
    texts, log = cycle(TEXTS), asked()
    return replace(
        log,
        groups=tuple(GroupLog(one.group, tuple(_written(one, texts))) for one in log.groups),
        predictions=tuple(replace(one, reason=next(texts)) for one in log.predictions),
        recognitions=tuple(replace(one, clue=next(texts)) for one in log.recognitions),
    )


def _written(group: GroupLog, texts: Iterator[str]) -> Iterator[Event]:
    for event in group.events:
        match event:
            case CableSent() | CommuniquePublished():
                yield replace(event, text=next(texts))
            case ResponseSealed() if event.source is not MoveSource.TIMEOUT:
                yield replace(event, reason=next(texts))
            case _:
                yield event
