"""All draws at once of the classes of a pool: worked out once for the classes as they stand."""

import logging
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from game.analysis.archive.entries import Entry, Files, files
from game.analysis.inference.results import Analysis
from game.classroom.classroom import Classroom
from game.web.apart import apart
from game.web.archive.keeping import kept
from game.web.once import Once

if TYPE_CHECKING:
    from game.analysis.archive.pools import Pool

log = logging.getLogger("game")
Key = tuple[str, str, tuple[tuple[str, int, str], ...]]


class Together:
    """One analysis a pool, for whoever looks; none of a class that is gone."""

    def __init__(self) -> None:
        self._once: Once[Key, Analysis | None] = Once()

    def of(self, room: Classroom, pool: "Pool") -> Analysis | None:
        """None for one class alone, which is its own analysis, and where it cannot be done."""
        if len(pool.entries) < 2:
            return None
        sessions = {one.session for one in pool.entries}
        return self._once.of(
            (pool.scenario, pool.design, pool.key),
            lambda: _worked_out(room, pool.entries),
            lambda: sessions <= kept(room).keys(),
        )

    def forget(self, session: str) -> None:
        """It has been erased, or taken out."""
        self._once.drop(lambda key: any(session == one[0] for one in key[2]))


def _worked_out(room: Classroom, entries: Sequence[Entry]) -> Analysis | None:
    """Whatever a file of elsewhere may do to it, the page goes on without."""
    read = room.writer.read(lambda store: files(store, [one.session for one in entries]))
    try:
        return apart(_over_all, entries, read)
    except Exception:
        log.exception("all draws of these classes at once could not be worked out")
        return None


def _over_all(entries: Sequence[Entry], read: Mapping[str, Files]) -> Analysis | None:
    """In a thread of its own, the heavy imports too."""
    from game.analysis.archive.estimating import over_all

    return over_all(entries, read)


TOGETHER = Together()
