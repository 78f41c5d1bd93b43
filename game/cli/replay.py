"""`run.py replay`: a group of a session as text: its chronicle, a moment, what one seat knew."""

from pathlib import Path

import click

from game.analysis.replaying import NoSuchPosition, Replay
from game.classroom.classroom import UnreadableScenario
from game.cli.sessions import database, find, opened
from game.cli.told import group as whole
from game.cli.told import seat as one_seat
from game.cli.told.layout import plain, shown
from game.core.vocabulary import ALL_SEATS, SeatId
from game.log.codec import Unreadable


@click.command("replay")
@click.argument("source")
@click.option("--group", required=True, type=click.IntRange(1), help="Its number in the class.")
@click.option("--at", "position", type=click.IntRange(1), help="A moment: the event’s number.")
@click.option("--as", "seat", type=click.Choice(ALL_SEATS), help="What this seat knew then.")
@click.option("--data", default="data", show_default=True, help="Folder of the database.")
def command(source: str, group: int, position: int | None, seat: str | None, data: str) -> None:
    """Tell a group of SOURCE (an export's FILE.zip, or a session's id or join code) as text."""
    from game.analysis.export.reading import WRONG

    try:
        text = told(_replay(source, group, data), position, seat)
    except WRONG as fault:
        if not Path(source).is_file():
            raise
        raise click.ClickException(plain(f"{source} holds what no game could.")) from fault
    click.echo(shown(text))


def told(replay: Replay, position: int | None, seat: str | None) -> str:
    """The text that was asked for.

    Raises:
        click.ClickException: there is no such event, or the seat was not open then.
    """
    if seat is None and position is None:
        return whole.chronicle(replay)
    at = replay.last if position is None else position
    try:
        if seat is None:
            return whole.at(replay, at)
        if not replay.has_seat(at, seat):
            raise click.ClickException(f"There was no seat {seat} in this group at event {at}.")
        return one_seat.seat(replay.seat_view(at, SeatId(seat)), replay.opened.number)
    except NoSuchPosition as none:
        sentence = f"This group has no event {at}: they are 1 to {replay.last}."
        raise click.ClickException(sentence) from none


def _replay(source: str, group: int, data: str) -> Replay:
    find_one = _of_file if Path(source).is_file() else _of_database
    return find_one(source, group, data)


def _of_file(source: str, group: int, data: str) -> Replay:
    from game.analysis.export.reading import read_session
    from game.analysis.export.unpacking import NoExport

    try:
        log = read_session(Path(source).read_bytes()).log
    except (OSError, NoExport) as fault:
        raise click.ClickException(plain(f"{source} cannot be read: {fault}.")) from fault
    groups = {one.opened.number: one for one in log.groups}
    if group not in groups:
        raise _no_group(group, sorted(groups))
    return Replay.of(log.scenario, groups[group].events)


def _of_database(source: str, group: int, data: str) -> Replay:
    from game.analysis.export.unpacking import NoExport
    from game.classroom.imports import Imports
    from game.web.review.shelf import Shelf

    room = opened(database(data))
    shelf = Shelf(room, Imports(room.writer, room.now))
    try:
        volume = shelf.volume(source) or shelf.volume(find(room, source).id)
        replay = shelf.replay(volume.session, group) if volume else None
    except (Unreadable, UnreadableScenario) as problem:
        raise click.ClickException(plain(problem)) from problem
    except NoExport as fault:
        raise click.ClickException(plain(f"{source} cannot be read: {fault}.")) from fault
    if replay is None:
        raise _no_group(group, list(volume.groups) if volume else [])
    return replay


def _no_group(group: int, there: list[int]) -> click.ClickException:
    numbers = ", ".join(map(str, there)) or "none"
    return click.ClickException(f"There is no group {group}. Groups here: {numbers}.")
