"""`run.py verify`: whether an export is whole, and if not, what is wrong where."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.cli.told.layout import plain

if TYPE_CHECKING:
    from game.analysis.verifying import Verification

NOTED = (
    " Hold the fingerprint against the one that was noted when the game was over: only that finds "
    "a file\nthat was made anew as a whole. It covers the log, the scenario and the claims; not "
    "the facts beside\nthem: the title, who agreed, predictions, codes."
)


@click.command("verify")
@click.argument("file", metavar="FILE.zip")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def command(file: str, as_json: bool) -> None:
    """Check FILE.zip: its checksums, the chain over its log, replays, and all tables again."""
    from game.analysis.export.unpacking import NoExport
    from game.analysis.verifying import verify

    try:
        found = verify(Path(file).read_bytes())
    except OSError as fault:
        raise click.ClickException(f"{plain(file)} cannot be read: {fault.strerror}.") from fault
    except NoExport as why:
        sentence = plain(f"{file} is no export that can be checked: {why}.")
        raise click.ClickException(sentence) from why
    if as_json:
        told = {**asdict(found), "whole": found.whole}
        click.echo(json.dumps(told, indent=1))
    else:
        click.echo("\n".join(lines(found)))
    raise SystemExit(0 if found.whole else 1)


def lines(found: "Verification") -> Iterator[str]:
    """The answer for people."""
    title = f" “{plain(found.title)}”," if found.title else ""
    by = plain(found.engine_version)
    yield f"Session {plain(found.session)},{title} table schema {found.schema}, by {by}."
    yield f"Fingerprint {found.fingerprint or 'none: the file has no chain'}"
    yield from _listed("Checked", found.checked)
    yield from _listed("Not checked", found.not_checked)
    if found.problems:
        yield from _listed("Wrong", [problem.sentence for problem in found.problems])
    else:
        yield f"\nNothing is wrong.{NOTED if found.fingerprint else ''}"


def _listed(head: str, sentences: "tuple[str, ...] | list[str]") -> Iterator[str]:
    if sentences:
        yield f"\n{head}"
        yield from (f"  {plain(sentence)}" for sentence in sentences)
