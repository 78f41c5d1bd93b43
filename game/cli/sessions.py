"""The database of a folder, opened without a server, and a session in it."""

from pathlib import Path

import click

from game.classroom.classroom import Classroom
from game.classroom.codes import tidy
from game.classroom.live import LiveSession
from game.log.store import Store, StoreProblem
from game.log.writers import Direct
from game.web.app import read_scenario
from game.web.clock import now_ms
from game.web.server import DATABASE


def database(data: str) -> Path:
    """The file in this folder.

    Raises:
        click.ClickException: there is none.
    """
    file = Path(data) / DATABASE
    if not file.is_file():
        raise click.ClickException(f"There is no database in {data}. Name its folder with --data.")
    return file


def opened(file: Path) -> Classroom:
    """The sessions of this database.

    Raises:
        click.ClickException: they cannot be read.
    """
    try:
        return Classroom(Direct(Store(f"sqlite:///{file.resolve()}")), now_ms, read_scenario)
    except StoreProblem as problem:
        raise click.ClickException(str(problem)) from problem


def find(room: Classroom, named: str) -> LiveSession:
    """The session of this id or join code.

    Raises:
        click.ClickException: there is none; the sentence lists those that there are.
    """
    live = room.session(named) or room.by_code(tidy(named))
    if live is None and tidy(named) in room.unreadable:
        raise click.ClickException(f"{named} cannot be read: {room.unreadable[tidy(named)]}.")
    if live is None:
        known = [f"{s.state.created.code} {s.state.created.title}" for s in room.sessions()]
        listed = "\n  ".join(known) or "none yet"
        raise click.ClickException(f"There is no session {named}. Sessions here:\n  {listed}")
    return live
