"""A session's groups and rounds, each with the position at which it begins."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from game.analysis.sessionlog import SessionLog
from game.core.events import StageOpened
from game.log.finding import rows_of_kinds
from game.web.review.volumes import Volume
from game.web.site import Site

OPENED = StageOpened.__name__


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group: its number, and for each round that began its number and its first position."""

    number: int
    rounds: tuple[tuple[int, int], ...]


def contents(site: Site, volume: Volume) -> tuple[GroupLine, ...]:
    """All groups of a session, in order; only what opens a stage is read for it."""
    if volume.imported:
        return _of_log(site.shelf.log(volume.session))
    live = site.room.session(volume.session)
    if live is None:
        return ()
    streams = list(live.state.groups)
    rows = site.room.writer.read(
        lambda store: rows_of_kinds(store, dict.fromkeys(streams, 0), (OPENED,))
    )
    opened = [(row.stream, int(json.loads(row.body)["round"]), row.position) for row in rows]
    return tuple(
        GroupLine(number, _first(opening[1:] for opening in opened if opening[0] == stream))
        for number, stream in enumerate(streams, start=1)
    )


def _of_log(log: SessionLog | None) -> tuple[GroupLine, ...]:
    groups = sorted(log.groups, key=lambda group: group.opened.number) if log else ()
    return tuple(
        GroupLine(
            group.opened.number,
            _first(
                (event.round, position)
                for position, event in enumerate(group.events, start=1)
                if isinstance(event, StageOpened)
            ),
        )
        for group in groups
    )


def _first(openings: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """A round begins once, even if its opening was taken back and done again."""
    found: dict[int, int] = {}
    for number, position in openings:
        found.setdefault(number, position)
    return tuple(found.items())
