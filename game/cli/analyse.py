"""`run.py analyse`: what the class says of the claims, from its export or a bare table."""

import json
from dataclasses import asdict
from math import isinf, isnan
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from game.analysis.inference.results import Analysis


@click.command("analyse")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--design", type=click.Choice(["D1", "D2", "D3"]), help="Default: as the file says.")
@click.option("--baseline", metavar="FILE.json", help="Effect that the payoffs imply, by claim.")
@click.option("--seed", type=int, help="Of large reference sets; default: made from the groups.")
@click.option("--json", "as_json", is_flag=True, help="Every number, for programs.")
def command(
    files: tuple[str, ...],
    design: str | None,
    baseline: str | None,
    seed: int | None,
    as_json: bool,
) -> None:
    """Hold FILE (an export zip, or ally_rounds.csv; several are pooled) against the claims."""
    from game.analysis.inference.from_files import source_from
    from game.analysis.inference.source import Asked, NotAnalysable, analyse_sources

    asked = Asked(design or "", _baselines(baseline), seed)
    try:
        found = analyse_sources([source_from(Path(name)) for name in files], asked)
    except NotAnalysable as problem:
        raise click.ClickException(str(problem)) from problem
    if as_json:
        click.echo(json.dumps(plain(found), indent=2, ensure_ascii=False))
    else:
        _print(found)


def plain(found: "Analysis") -> dict[str, object]:
    """The analysis as JSON can hold it: infinite bounds as "inf" and "-inf"."""
    from game.analysis.inference.several import pooled_claims

    pooled = {name: asdict(lines) for name, lines in pooled_claims(found).items()}
    whole = {**asdict(found), "pooled": pooled or None}
    kept: object = _finite(whole)
    return kept if isinstance(kept, dict) else {}


def _finite(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    if isinstance(value, float) and isinf(value):
        return "inf" if value > 0 else "-inf"
    return None if isinstance(value, float) and isnan(value) else value


def _baselines(name: str | None) -> dict[str, float]:
    """Claim id to effect, from a JSON file."""
    if name is None:
        return {}
    try:
        found = json.loads(Path(name).read_text(encoding="utf-8"))
    except OSError as fault:
        raise click.ClickException(f"{name} cannot be read: {fault.strerror}.") from fault
    except ValueError as fault:
        raise click.ClickException(f"{name} is no JSON: {fault}.") from fault
    known = {f"C{number}" for number in range(8)}
    if not isinstance(found, dict) or not set(found) <= known:
        raise click.ClickException(f'{name} is to be like {{"C1": 2.5}}, with claims C0 to C7.')
    if not all(isinstance(v, int | float) and not isinstance(v, bool) for v in found.values()):
        raise click.ClickException(f"{name}: every effect is a number.")
    return {claim: float(effect) for claim, effect in found.items()}


def _print(found: "Analysis") -> None:
    """For people: a line a claim, then the gauge and what it rests on."""
    data = found.data
    if found.simulated:
        click.echo("SIMULATED: played by bots. No evidence about people.\n")
    click.echo(
        f"Design {found.design}; {data.groups_used} of {data.groups} groups, "
        f"{data.used} of {data.rows} ally-rounds."
    )
    if found.unfinished:
        click.echo(f"Not played to the end, or going on: {', '.join(found.unfinished)}.")
    for result in found.claims:
        if result.verdict:
            click.echo(f"\n{result.claim}  {result.verdict}\n    {result.sentence}")
            if result.testable:
                click.echo(f"    p = {result.p:.4f}, by Holm {result.p_holm:.4f}")
    _print_pooled(found)
    click.echo(f"\nGauge: {found.gauge.words or f'not shown. {found.gauge.reason}'}")
    click.echo(
        "\nStudents in a game with points are not governments; this tests whether the theories’ "
        "reasoning\nis how people in this room reacted."
    )


def _print_pooled(found: "Analysis") -> None:
    """What the next class would show, where there are sessions enough to ask."""
    from game.analysis.inference.sentences import UNITS, amount
    from game.analysis.inference.several import pooled_claims

    for claim, lines in pooled_claims(found).items():
        if (
            lines.headline
            and lines.t
            and lines.t.ci_low is not None
            and lines.t.ci_high is not None
        ):
            mean, low, high = (
                amount(claim, value)
                for value in (lines.t.estimate, lines.t.ci_low, lines.t.ci_high)
            )
            click.echo(
                f"\n{claim}  over {lines.k} sessions, each counted once: {mean} {UNITS[claim][0]}, "
                f"95 % CI {low} to {high}"
            )
