"""`run.py erase`: the names of a session, or all of it, for good; while no server is at work."""

from contextlib import closing
from pathlib import Path

import click

from game.classroom import erasing
from game.classroom.classroom import Classroom
from game.classroom.codes import tidy
from game.classroom.live import LiveSession
from game.cli.sessions import database, find, opened
from game.web.holding import ServerProblem, hold

WHAT = "Say what to erase: --names or --everything."
NOT_OVER = "The game of {code} is not over. Start the server and end it on the console first."
NAMES = "The names of {title} ({code}) are erased for good. What was played stays."
ALL = "Everything of {title} ({code}) is erased for good."


@click.command("erase")
@click.argument("session")
@click.option("--names", is_flag=True, help="Names, return numbers and the class list.")
@click.option("--everything", is_flag=True, help="All of the session.")
@click.option("--yes", is_flag=True, help="Do not ask for the code again.")
@click.option("--data", default="data", show_default=True, help="Folder of the database.")
def command(session: str, names: bool, everything: bool, yes: bool, data: str) -> None:
    """Erase the names of SESSION (its id or join code), or all of it, also from the disk."""
    if names == everything:
        raise click.UsageError(WHAT)
    file = database(data)
    try:
        held = hold(Path(data))
    except ServerProblem as problem:
        raise click.ClickException(str(problem)) from problem
    with closing(held):
        room = opened(file)
        with closing(room.writer.store):
            _erase(room, find(room, session), everything=everything, yes=yes)


def _erase(room: Classroom, live: LiveSession, *, everything: bool, yes: bool) -> None:
    created = live.state.created
    said = (ALL if everything else NAMES).format(title=created.title, code=created.code)
    if not yes:
        typed = click.prompt(
            f"{said}\nTo say yes, type the code again", default="", show_default=False
        )
        if tidy(typed) != created.code:
            raise click.ClickException("That is not the code. Nothing was erased.")
    if everything:  # also a game that is not over, or can no longer be read
        erasing.erased(room, live.id, erasing.ALL)
        room.writer.store.forget()
    else:
        try:
            erasing.erase(room, live, erasing.NAMES)
        except erasing.NotOver as fault:
            raise click.ClickException(NOT_OVER.format(code=created.code)) from fault
    click.echo("Erased.")
