"""The pages of the archive, by name: no class, two, and many of every kind."""

from dataclasses import replace

from game.analysis.archive.entries import Entry
from game.analysis.archive.pools import pools
from game.analysis.inference.results import SessionEstimate
from game.web.archive.plots import claim_shown, notes
from game.web.instructor_pages.archive import (
    ArchiveFrame,
    ClassRow,
    PoolShown,
    archive_page,
    remove_page,
)
from game.web.wording import archive as wording
from tests.builders import NOW
from tests.web.instructor_scenes import HOSTILE, screen

HASH = "0123456789abcdef" * 4
EFFECTS = {"C1": (-6.0, 5.0), "C2": (0.1, 0.09), "C3": (-0.2, 0.12), "C0": (-0.07, 0.04)}
DRIFT = (-2.0, -0.4, 0.1, 1.9, -0.9, 0.3, -1.2, 0.8, 0.0, 9.0)  # of each class, in standard errors


def entry(place: int, *, groups: int = 8, enough: bool = True) -> Entry:
    """A class whose estimates drift from the mean by its place."""
    drift = DRIFT[place % len(DRIFT)]
    lines = tuple(
        SessionEstimate(f"s{place}", claim, mean + drift * se, se, groups - 1, groups, enough)
        for claim, (mean, se) in EFFECTS.items()
    )
    return Entry(
        session=f"s{place}",
        own=place % 3 != 2,
        title=HOSTILE if place == 1 else f"Class {place}",
        played_at=NOW + place * 86_400_000 * 90,
        closed_at=NOW,
        scenario=HASH,
        design="D2",
        scenario_id="the-straits",
        claims=HASH,
        engine_version="0.1.0",
        students=3 * groups,
        groups=groups,
        completed=True,
        repeats=("pX",) if place == 1 else None,
        estimates=lines,
    )


def frame(*entries: Entry) -> ArchiveFrame:
    """These classes, put together as they are."""
    names = {one.session: f"{n} · {n} Mar 26" for n, one in enumerate(entries, start=1)}
    shown = [
        PoolShown(
            id="x",
            scenario="The Straits",
            version=HASH[:8],
            hash=HASH,
            design=one.design,
            count=len(one.entries),
            notes=notes(one),
            claims=tuple(claim_shown(one, found, None, names) for found in one.claims.values()),
        )
        for one in pools(entries)
    ]
    rows = [_row(number, one) for number, one in enumerate(entries, start=1)]
    return ArchiveFrame(
        pools=tuple(shown),
        classes=tuple(rows),
        versions=((HASH, "The Straits, 01234567", False),),
        designs=(("D1", "D1", False), ("D2", "D2", True)),
        any_estimates=bool(entries),
    )


def _row(number: int, one: Entry) -> ClassRow:
    return ClassRow(
        session=one.session,
        title=one.title,
        day="2 March 2026",
        scenario="The Straits",
        version=HASH[:8],
        design=one.design,
        students=one.students,
        groups=one.groups,
        state=wording.COMPLETED,
        number=number,
        href="/console/x" if one.own else "",
        remove="" if one.own else "/console/archive/x/remove",
        own=one.own,
    )


@screen
def archive_none() -> str:
    return archive_page(frame())


@screen
def archive_two() -> str:
    return archive_page(frame(entry(0), entry(1, groups=4, enough=False), entry(3)))


@screen
def archive_many() -> str:
    many = frame(*(entry(place, groups=3 + place % 9) for place in range(20)))
    open_one = replace(many.classes[0], number=0, state="round 3", said=wording.OPEN)
    told = replace(many, classes=(open_one, *many.classes), erased=2)
    return archive_page(told, refused=wording.NO_EXPORT.format(why="it is damaged, or is no zip"))


@screen
def archive_remove() -> str:
    return remove_page(HOSTILE, "/console/archive/s1/remove")
