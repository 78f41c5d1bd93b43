"""A class as a row of the archive's list: what became of it, and why it stands in no line."""

from dataclasses import dataclass

from game.analysis.archive.entries import Entry
from game.classroom.codes import shown
from game.classroom.live import LiveSession
from game.web.dates import day
from game.web.front import leading
from game.web.instructor_pages.archive import ClassRow
from game.web.paths import PATHS
from game.web.wording import archive as wording

SIGNS = 8  # of a hash, as it is shown


@dataclass(frozen=True, slots=True)
class Failed:
    """In the place of an entry: the class has ended, and its estimates cannot be worked out."""


def own_row(live: LiveSession, entry: Entry | Failed | None) -> ClassRow:
    """A class of this server."""
    created = live.state.created
    return ClassRow(
        session=live.id,
        title=created.title,
        day=day(created.at),
        scenario=live.scenario.title,
        version=live.scenario.hash[:SIGNS],
        design=created.design.value[:2],
        students=len(live.state.participants),
        groups=len(live.state.groups),
        state=_state(live),
        said=_said_of_own(live, entry),
        href=f"{PATHS.console}/{live.id}",
    )


def brought_row(entry: Entry, *, unread: bool = False) -> ClassRow:
    """A class of elsewhere, or one of here that this version cannot read any more."""
    ended = wording.COMPLETED if entry.completed else wording.STOPPED
    research = wording.ONLY_RESEARCH if entry.research else ""
    return ClassRow(
        session=entry.session,
        title=entry.title,
        day=day(entry.played_at),
        scenario=entry.scenario_id,
        version=entry.scenario[:SIGNS],
        design=entry.design,
        students=entry.students,
        groups=entry.groups,
        state=f"{ended}, {wording.NOT_READ}" if unread else ended,
        said=" ".join(filter(None, (_said(entry), research, wording.UNREADABLE if unread else ""))),
        remove="" if entry.own else f"{PATHS.console}/archive/{entry.session}/remove",
        own=entry.own,
    )


def unreadable_row(code: str) -> ClassRow:
    """A class that this version cannot read: little is known of it."""
    return ClassRow(
        session="",
        title=shown(code),
        day="",
        scenario="",
        version="",
        design="",
        students=0,
        groups=0,
        state=wording.NOT_READ,
        said=wording.UNREADABLE,
    )


def _state(live: LiveSession) -> str:
    ended, front = live.state.ended, leading(live)
    if ended is None:
        return wording.PHASES[live.state.phase].format(
            round=front.state.round.number if front else 0
        )
    if not live.state.groups:
        return wording.UNDEALT
    return wording.COMPLETED if ended.reason == "completed" else wording.STOPPED


def _said_of_own(live: LiveSession, entry: Entry | Failed | None) -> str:
    if isinstance(entry, Failed):
        return wording.FAILED
    if entry is None and live.state.created.simulated:
        return wording.REHEARSED
    if entry is None:
        return wording.MAY_GO_ON if live.state.ended else wording.OPEN
    return _said(entry)


def _said(entry: Entry) -> str:
    if not entry.estimates:
        return entry.reason
    return "" if any(line.enough for line in entry.estimates) else wording.FEW
