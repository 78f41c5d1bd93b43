"""The command line: thin, and quick to start, since each command imports only what it needs."""

import click

from game import __version__


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="Distant War")
@click.pass_context
def cli(context: click.Context) -> None:
    """Distant War: a classroom game of crisis bargaining. Without a command it serves a class."""
    if context.invoked_subcommand is None:
        context.invoke(serve)


def _add() -> None:
    from game.cli import check, export, rehearse

    for module in (rehearse, check, export):
        cli.add_command(module.command)


@cli.command()
@click.option("--host", default="0.0.0.0", show_default=True, help="Address to listen on.")
@click.option("--port", default=5000, show_default=True, help="Port to listen on.")
@click.option("--data", default="data", show_default=True, help="Folder of the database.")
@click.option("--address", default="", help="What students type, if a proxy stands before us.")
def serve(host: str = "0.0.0.0", port: int = 5000, data: str = "data", address: str = "") -> None:
    """Serve a class: prints the console's link and the address students type."""
    from gevent import monkey

    monkey.patch_all()  # before anything that opens a socket is imported

    from game.web.server import serve as run

    raise SystemExit(run(host=host, port=port, folder=data, address=address))


def main() -> None:
    """Run the command line."""
    _add()
    cli(prog_name="python3 run.py")
