"""An entry made of a class that has ended here, or of an export that was brought."""

from collections.abc import Sequence
from datetime import UTC, datetime

from game import __version__
from game.analysis.archive.entries import Entry, Files
from game.analysis.archive.estimating import (
    ROUNDS,
    SHOWN,
    analysed,
    files_of,
    rows_of,
    source_of,
)
from game.analysis.archive.zips import Brought, NotTaken
from game.analysis.export.readme import is_simulated
from game.analysis.export.unpacking import NoExport
from game.analysis.inference.results import Analysis, SessionEstimate
from game.analysis.inference.rows import Raw
from game.analysis.inference.source import NotAnalysable
from game.analysis.sessionlog import SessionLog

SIMULATED = "Bots played it: a rehearsal is no evidence about people."
NOTHING = "No round was played far enough."
MOST_GROUPS = 400  # of one class: what is tested grows with rows and groups
EARLIEST = int(datetime(2020, 1, 1, tzinfo=UTC).timestamp() * 1000)
A_DAY = 24 * 60 * 60 * 1000


def own_entry(
    log: SessionLog,
    title: str,
    closed_at: int,
    repeats: tuple[str, ...] | None,
    known: Analysis | None = None,
) -> tuple[Entry, dict[str, str]]:
    """A class of this server that has ended, and its tables. `known`: its analysis, where there is
    one; it counts only where nobody is left out."""
    first = log.groups[0].opened if log.groups else None
    design = first.design.value[:2] if first else ""
    files = files_of(log) if first and not is_simulated(log) else {}
    if known and files and not repeats:
        estimates, reason = _lines(known)
    else:
        estimates, reason = _own_estimates(log, files, repeats or ())
    entry = Entry(
        session=log.session,
        own=True,
        title=title,
        played_at=log.created_at,
        closed_at=closed_at,
        scenario=first.scenario if first else log.scenario.hash,
        design=design,
        scenario_id=log.scenario.id,
        claims=first.claims if first else "",
        engine_version=__version__,
        students=len(log.consent),
        groups=len(log.groups),
        completed=log.completed,
        repeats=repeats,
        reason=reason,
        estimates=estimates,
    )
    return entry, files


def _own_estimates(
    log: SessionLog, files: Files, repeats: tuple[str, ...]
) -> tuple[tuple[SessionEstimate, ...], str]:
    if not files:
        return (), SIMULATED if is_simulated(log) else NOTHING
    try:
        return _lines(analysed(source_of(log.session, files, repeats)))
    except NotAnalysable:
        return (), NOTHING


def _lines(found: Analysis) -> tuple[tuple[SessionEstimate, ...], str]:
    """The claims that are pooled; or why there are none."""
    lines = tuple(line for line in found.by_session if line.claim in SHOWN)
    reasons = [found.claim(claim).reason for claim in SHOWN]
    return lines, "" if lines else next(filter(None, reasons), NOTHING)


def brought_entry(brought: Brought, title: str, now: int) -> Entry:
    """A class of somewhere else.

    Raises:
        NoExport: its tables cannot be read.
        NotTaken: bots played it, whatever its manifest says.
    """
    try:
        return _brought_entry(brought, title, now)
    except NotAnalysable as fault:
        raise NoExport(str(fault).removesuffix(".")) from fault
    except (KeyError, ValueError, ArithmeticError) as fault:
        raise NoExport("its tables do not fit together") from fault


def _brought_entry(brought: Brought, title: str, now: int) -> Entry:
    source = source_of(brought.session, brought.files)
    _guard(source.tables[ROUNDS], brought)
    about = _about(brought)
    estimates, reason = _lines(analysed(source))
    return Entry(
        session=brought.session,
        own=False,
        title=title,
        played_at=_moment(about["created_at"], now),
        closed_at=now,
        scenario=brought.scenario,
        design=about["design"],
        scenario_id=brought.scenario_id,
        claims=brought.claims,
        engine_version=__version__,
        students=int(about["n_students"]),
        groups=int(about["n_groups"]),
        completed=about["completed"] == "1",
        research=brought.research,
        reason=reason,
        estimates=estimates,
    )


def _guard(rows: Sequence[Raw], brought: Brought) -> None:
    """The rows are people's, and of the class that the manifest names."""
    if not rows:
        raise NoExport(
            "no ally-round is in it: nobody agreed to research use, or nothing was played"
        )
    if any(row.get("simulated") == "1" for row in rows):
        raise NotTaken("simulated")
    if {row.get("session") for row in rows} != {brought.session}:
        raise NoExport("its rows are of another session than its manifest")
    if len({row.get("group") for row in rows}) > MOST_GROUPS:
        raise NoExport(f"{ROUNDS}.csv has more groups than any class")


def _about(brought: Brought) -> dict[str, str]:
    """The row of the class itself, which must be the one that the manifest names."""
    rows = rows_of(brought.files, "sessions.csv")
    named = {
        "session": brought.session,
        "scenario_hash": brought.scenario,
        "design": brought.design.value[:2],
    }
    if len(rows) != 1 or any(rows[0].get(column) != value for column, value in named.items()):
        raise NoExport("sessions.csv is of another session than its manifest")
    return rows[0]


def _moment(iso: str, now: int) -> int:
    """UTC in milliseconds. Clocks differ by hours, and no class was played before the program."""
    found = int(datetime.fromisoformat(iso).timestamp() * 1000)
    if not EARLIEST <= found <= now + A_DAY:
        raise NoExport("its day is before 2020, or is yet to come")
    return found
