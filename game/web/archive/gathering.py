"""The page of the archive, gathered: every class, what is put together, and all draws at once."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import replace

from game.analysis.archive.entries import Entry
from game.analysis.archive.pools import Pool, pools
from game.classroom.classroom import Classroom
from game.classroom.erasing import erased_classes
from game.classroom.live import LiveSession
from game.web.archive.keeping import kept, kept_of
from game.web.archive.listing import SIGNS, Failed, brought_row, own_row, unreadable_row
from game.web.archive.plots import claim_shown, notes
from game.web.archive.together import TOGETHER
from game.web.dates import short_day
from game.web.instructor_pages.archive import ArchiveFrame, ClassRow, PoolShown
from game.web.site import Site

DESIGNS = ("D1", "D2", "D3")
log = logging.getLogger("game")


def archive_frame(site: Site, scenario: str = "", design: str = "") -> ArchiveFrame:
    """The whole archive; the plots of one scenario version (its hash) or one design if asked."""
    room, known = site.room, kept(site.room)
    lives = [live for one in room.sessions() if (live := room.session(one.id))]
    own = _own(room, lives, known)
    others = [one for one in known.values() if one.session not in own]
    entries = [*(one for one in own.values() if isinstance(one, Entry)), *others]
    found = pools(entries)
    titles = _titles(lives, entries)
    unread = {str(room.named(code)): code for code in room.unreadable}
    numbers = _numbers(found)
    shown = [p for p in found if scenario in ("", p.scenario) and design in ("", p.design)]
    return ArchiveFrame(
        pools=tuple(_pool_shown(room, one, titles, numbers) for one in shown),
        classes=tuple(
            replace(row, number=numbers.get(row.session, 0))
            for row in _rows(lives, own, others, unread, titles)
        ),
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


def _own(
    room: Classroom, lives: Iterable[LiveSession], known: Mapping[str, Entry]
) -> dict[str, Entry | Failed | None]:
    """The classes of this server; one that cannot be worked out does not take the page with it."""
    found: dict[str, Entry | Failed | None] = {}
    for live in lives:
        try:
            found[live.id] = kept_of(room, live, known)
        except Exception:
            log.exception("the estimates of a class could not be worked out")
            found[live.id] = Failed()
    return found


def _rows(
    lives: Iterable[LiveSession],
    own: Mapping[str, Entry | Failed | None],
    others: Iterable[Entry],
    unread: Mapping[str, str],
    titles: Mapping[str, str],
) -> list[ClassRow]:
    """Newest first; of what cannot be read and left no entry no day is known, and it stands last.
    `unread`: join codes, by session."""
    dated = [(live.state.created.at, own_row(live, own[live.id])) for live in lives]
    dated += [(one.played_at, _other_row(one, unread, titles)) for one in others]
    listed = [row for _, row in sorted(dated, key=lambda pair: -pair[0])]
    told = {row.session for row in listed}
    return listed + [unreadable_row(code) for one, code in unread.items() if one not in told]


def _other_row(one: Entry, unread: Mapping[str, str], titles: Mapping[str, str]) -> ClassRow:
    row = brought_row(one, unread=one.session in unread)
    return replace(row, scenario=titles[one.scenario])
