"""The page of the archive, gathered: every class, what is put together, and all draws at once."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from game.analysis.archive.entries import Entry, files
from game.analysis.archive.estimating import over_all
from game.analysis.archive.pools import Pool, pools
from game.analysis.inference.results import Analysis
from game.classroom.classroom import Classroom
from game.classroom.erasing import erased_classes
from game.classroom.live import LiveSession
from game.web.apart import apart
from game.web.archive.keeping import kept, kept_of
from game.web.archive.listing import brought_row, own_row, unreadable_row
from game.web.archive.plots import claim_shown, notes
from game.web.dates import short_day
from game.web.instructor_pages.archive import ArchiveFrame, ClassRow, PoolShown
from game.web.site import Site

MOST_KEPT = 32
DESIGNS = ("D1", "D2", "D3")
SIGNS = 8  # of a hash, as it is shown


class Together:
    """All draws at once, computed once for the classes of a pool as they stand."""

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], Analysis | None] = {}

    def of(self, room: Classroom, pool: Pool) -> Analysis | None:
        """None for one class alone: that is its own analysis."""
        if len(pool.entries) < 2:
            return None
        key = (pool.scenario, pool.design, pool.key)
        if key not in self._kept:
            while len(self._kept) >= MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            read = room.writer.read(lambda store: files(store, [o.session for o in pool.entries]))
            self._kept[key] = apart(over_all, pool.entries, read)
        return self._kept[key]


TOGETHER = Together()


def archive_frame(site: Site, scenario: str = "", design: str = "") -> ArchiveFrame:
    """The whole archive; the plots of one scenario version (its hash) or one design if asked."""
    room, known = site.room, kept(site.room)
    lives = [live for one in room.sessions() if (live := room.session(one.id))]
    own = {str(live.id): kept_of(room, live, known) for live in lives}
    others = [one for one in known.values() if one.session not in own]
    entries = [*(one for one in own.values() if one), *others]
    found = pools(entries)
    titles = _titles(lives, entries)
    numbers = _numbers(found)
    shown = [p for p in found if scenario in ("", p.scenario) and design in ("", p.design)]
    return ArchiveFrame(
        pools=tuple(_pool_shown(room, one, titles, numbers) for one in shown),
        classes=tuple(_rows(site, lives, own, others, numbers, titles)),
        versions=_versions(found, titles, scenario),
        designs=tuple((one, one, one == design) for one in DESIGNS),
        erased=erased_classes(room),
        any_estimates=bool(found),
    )


def _titles(lives: Iterable[LiveSession], entries: Iterable[Entry]) -> dict[str, str]:
    """What a scenario is called, by its hash."""
    named = {one.scenario: one.scenario_id for one in entries}
    return named | {live.scenario.hash: live.scenario.title for live in lives}


def _numbers(found: Iterable[Pool]) -> dict[str, int]:
    """Classes with estimates, numbered in the order in which they were played."""
    played = sorted((one.played_at, one.session) for pool in found for one in pool.entries)
    return {session: number for number, (_, session) in enumerate(played, start=1)}


def _versions(
    found: Iterable[Pool], titles: Mapping[str, str], chosen: str
) -> tuple[tuple[str, str, bool], ...]:
    versions = dict.fromkeys(one.scenario for one in found)
    return tuple((one, f"{titles[one]}, {one[:SIGNS]}", one == chosen) for one in versions)


def _pool_shown(
    room: Classroom, pool: Pool, titles: Mapping[str, str], numbers: Mapping[str, int]
) -> PoolShown:
    all_draws = TOGETHER.of(room, pool)
    names = {o.session: f"{numbers[o.session]} · {short_day(o.played_at)}" for o in pool.entries}
    return PoolShown(
        id=f"{pool.scenario[:SIGNS]}-{pool.design}",
        scenario=titles[pool.scenario],
        version=pool.scenario[:SIGNS],
        hash=pool.scenario,
        design=pool.design,
        count=len(pool.entries),
        notes=notes(pool),
        claims=tuple(claim_shown(pool, one, all_draws, names) for one in pool.claims.values()),
    )


def _rows(
    site: Site,
    lives: Iterable[LiveSession],
    own: Mapping[str, Entry | None],
    others: Iterable[Entry],
    numbers: Mapping[str, int],
    titles: Mapping[str, str],
) -> list[ClassRow]:
    """Newest first; what cannot be read has no day, and stands last."""
    dated = [(live.state.created.at, own_row(live, own[live.id])) for live in lives]
    dated += [
        (one.played_at, replace(brought_row(one), scenario=titles[one.scenario])) for one in others
    ]
    numbered = [
        replace(row, number=numbers.get(row.session, 0))
        for _, row in sorted(dated, key=lambda pair: -pair[0])
    ]
    return [*numbered, *(unreadable_row(code) for code in site.room.unreadable)]
