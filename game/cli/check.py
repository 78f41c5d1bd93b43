"""`run.py check`: a scenario file's problems, each at its line, with what to do."""

import click

from game.authoring.check import check_files


@click.command("check")
@click.argument("files", nargs=-1, required=True)
def command(files: tuple[str, ...]) -> None:
    """Check scenario FILES: file:line:column: sentence. Exit status 1 if any has an error."""
    lines, status = check_files(files)
    for line in lines:
        click.echo(line)
    raise SystemExit(status)
