"""`run.py export`: a session's zip, from the database, with or without a running server."""

from pathlib import Path

import click

from game.analysis.export import export_zip
from game.classroom.classroom import Classroom, UnreadableScenario
from game.classroom.codes import tidy
from game.classroom.live import LiveSession
from game.log.codec import Unreadable
from game.log.store import Store, StoreProblem
from game.log.writers import Direct
from game.web.app import read_scenario
from game.web.clock import now_ms
from game.web.server import DATABASE
from game.web.session_log import session_log


@click.command("export")
@click.argument("session")
@click.option("--to", required=True, metavar="FILE.zip", help="Where to write it.")
@click.option("--data", default="data", show_default=True, help="Folder of the database.")
@click.option("--texts", is_flag=True, help="With cables and reasons, which can identify people.")
@click.option("--research", is_flag=True, help="Only the rows of those who agreed to research.")
def command(session: str, to: str, data: str, texts: bool, research: bool) -> None:
    """Write SESSION (its id or join code) to a zip: tables, log, scenario, codebook."""
    file = Path(data) / DATABASE
    if not file.is_file():
        raise click.ClickException(f"There is no database in {data}. Name its folder with --data.")
    try:
        room = Classroom(Direct(Store(f"sqlite:///{file.resolve()}")), now_ms, read_scenario)
        log = session_log(room, _find(room, session))
    except (StoreProblem, Unreadable, UnreadableScenario) as problem:
        raise click.ClickException(str(problem)) from problem
    try:
        Path(to).write_bytes(export_zip(log, texts=texts, research=research))
    except OSError as fault:
        raise click.ClickException(f"{to} cannot be written: {fault.strerror}.") from fault
    click.echo(f"Written to {to}.")


def _find(room: Classroom, named: str) -> LiveSession:
    live = room.session(named) or room.by_code(tidy(named))
    if live is None and tidy(named) in room.unreadable:
        raise click.ClickException(f"{named} cannot be read: {room.unreadable[tidy(named)]}.")
    if live is None:
        known = [f"{s.state.created.code} {s.state.created.title}" for s in room.sessions()]
        listed = "\n  ".join(known) or "none yet"
        raise click.ClickException(f"There is no session {named}. Sessions here:\n  {listed}")
    return live
