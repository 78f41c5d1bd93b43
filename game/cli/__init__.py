"""The command line: thin, and quick to start: each command is imported when it is asked for."""

from importlib import import_module

import click

from game import __version__

COMMANDS = (
    *("serve", "doctor", "rehearse", "check", "export", "verify", "replay", "analyse"),
    *("reliability", "erase"),
)


class OnDemand(click.Group):
    """A group whose commands are modules of this package, each with a `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """What there is."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name. Serving must come first to its imports: see serve.py."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = import_module(f"game.cli.{cmd_name}").command
        return found


@click.group(
    cls=OnDemand,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="Distant War")
@click.pass_context
def cli(context: click.Context) -> None:
    """Distant War: a classroom game of crisis bargaining. Without a command it serves a class."""
    if context.invoked_subcommand is None:
        from game.cli.serve import command as serve

        context.invoke(serve)


def main() -> None:
    """Run the command line."""
    cli(prog_name="python3 run.py")
