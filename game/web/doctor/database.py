"""The database of a folder: whole, and readable by this version."""

from pathlib import Path

from game.classroom.classroom import Classroom
from game.log.store import Store, StoreProblem
from game.log.writers import Direct
from game.web.app import read_scenario
from game.web.clock import now_ms
from game.web.doctor.finding import Finding, fine, mend
from game.web.doctor.kept import newest, sessions_found


def database_found(file: Path) -> tuple[Finding, int | None]:
    """How it is, and when the newest event in it was."""
    if not file.is_file():
        return fine("database", "There is no database yet; the first start makes it."), None
    try:
        store = Store(f"sqlite:///{file.resolve()}")
    except StoreProblem as problem:
        return mend("database", str(problem), "Put the file aside, or choose another --data."), None
    try:
        return _read(store), newest(store)
    finally:
        store.close()


def _read(store: Store) -> Finding:
    room = Classroom(Direct(store), now_ms, read_scenario)
    for live in room.sessions():
        room.session(live.id)  # folds what is folded only when asked for
    return sessions_found(len(room.sessions()), room.unreadable)
