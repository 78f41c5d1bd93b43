"""`run.py export`: a session's zip, from the database, with or without a running server."""

from pathlib import Path

import click

from game.analysis.export import export_zip, fingerprint_of
from game.classroom.classroom import UnreadableScenario
from game.cli.sessions import database, find, opened
from game.log.codec import Unreadable
from game.web.session_log import session_log


@click.command("export")
@click.argument("session")
@click.option("--to", required=True, metavar="FILE.zip", help="Where to write it.")
@click.option("--data", default="data", show_default=True, help="Folder of the database.")
@click.option("--texts", is_flag=True, help="With cables and reasons, which can identify people.")
@click.option("--research", is_flag=True, help="Only the rows of those who agreed to research.")
def command(session: str, to: str, data: str, texts: bool, research: bool) -> None:
    """Write SESSION (its id or join code) to a zip: tables, log, scenario, codebook."""
    room = opened(database(data))
    try:
        log = session_log(room, find(room, session))
    except (Unreadable, UnreadableScenario) as problem:
        raise click.ClickException(str(problem)) from problem
    try:
        Path(to).write_bytes(export_zip(log, texts=texts, research=research))
    except OSError as fault:
        raise click.ClickException(f"{to} cannot be written: {fault.strerror}.") from fault
    click.echo(f"Written to {to}. Fingerprint {fingerprint_of(log)}")
