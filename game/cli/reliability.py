"""`run.py reliability`: how far those who coded the reasons agree."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from game.analysis.reliability.coding import LEVELS
from game.analysis.reliability.reading import NoCodings, read_codings
from game.analysis.reliability.report import Reliability, reliability
from game.classroom.enrolment.decoding import NoText, decoded
from game.cli.told.layout import plain


@click.command("reliability")
@click.argument("file", metavar="FILE.csv")
@click.option("--level", default="nominal", show_default=True, type=click.Choice(LEVELS))
@click.option("--seed", default=1, show_default=True, type=click.IntRange(0), help="Of the draws.")
@click.option("--codebook", default="", help="Of several in the file; else the newest.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def command(file: str, level: str, seed: int, codebook: str, as_json: bool) -> None:
    """Krippendorff's alpha of FILE.csv, whose columns are unit (or text_id), coder and code."""
    try:
        text, notes = decoded(Path(file).read_bytes())
        found = reliability(read_codings(text, codebook), level, seed)
    except OSError as fault:
        raise click.ClickException(f"{plain(file)} cannot be read: {fault.strerror}.") from fault
    except (NoText, NoCodings) as problem:
        raise click.ClickException(plain(f"{file}: {problem}")) from problem
    for note in notes:
        click.echo(plain(note), err=True)
    click.echo(json.dumps(asdict(found), indent=1) if as_json else "\n".join(lines(found)))


def lines(found: Reliability) -> Iterator[str]:
    """The report for people."""
    yield f"{found.units} texts, {found.coders} coders, {found.n_codes} codes given."
    yield f"Coded by two or more: {found.pairable_units} texts."
    yield ""
    if found.percent_agreement is not None:
        yield f"Percent agreement       {found.percent_agreement:6.1f}"
    yield _line(f"alpha ({found.level})", found.alpha, found.alpha_low, found.alpha_high)
    if found.coders == 2:
        yield _line("Cohen’s kappa", found.kappa, found.kappa_low, found.kappa_high)
    if found.verdict:
        yield f"By convention           {found.verdict}"
        yield f"({found.draws} draws over texts, seed {found.seed})"
    for warning in found.warnings:
        yield f"! {plain(warning)}"
    yield from _tables(found)


def _line(name: str, value: float | None, low: float | None, high: float | None) -> str:
    if value is None:
        return f"{name:<24}undefined"
    return f"{name:<24}{value:6.3f}   95 % interval {low:.3f} to {high:.3f}"


def _tables(found: Reliability) -> Iterator[str]:
    yield "\nCodes given"
    for item in found.distribution:
        yield f"{item.count:6d}  {100 * item.share:5.1f} %  {plain(item.code)}"
    yield "\nPairs of codes that differ" if found.disagreements else "\nNo pair of codes differs."
    for pair in found.disagreements:
        yield f"{pair.count:6d}  {plain(' / '.join(pair.codes))}"
