"""`run.py rehearse`: whole sessions played by bots, without a server; never evidence."""

from dataclasses import dataclass
from pathlib import Path

import click
from click.core import ParameterSource

from game.analysis.claims import claims_hash, claims_text
from game.analysis.export import export_zip
from game.analysis.sessionlog import GroupLog, SessionLog
from game.authoring import Loaded
from game.authoring.library import NotPlayable, UnknownScenario, load_playable
from game.classroom.assignment import Plan
from game.classroom.rehearsal import MIX, START_MS, Troupe, rehearse
from game.classroom.strategies import ALLY_STRATEGIES, FREE_PATRONS
from game.classroom.summary import many_classes, report
from game.classroom.tallies import tally
from game.core.treatments import DEFAULT_LEVELS, faults
from game.core.vocabulary import Design, SessionId


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What is to be played."""

    loaded: Loaded
    plan: Plan
    students: int
    troupe: Troupe


@click.command("rehearse")
@click.argument("scenario")
@click.option("--students", default=30, show_default=True, type=click.IntRange(1, 5000))
@click.option(
    "--design", default="D2", show_default=True, type=click.Choice([d.value for d in Design])
)
@click.option("--seed", default="1", show_default=True, help="The same seed plays the same.")
@click.option("--group-size", default=3, show_default=True, type=click.IntRange(2, 6))
@click.option("--cut", default="", help="Length of play; default: the scenario's first.")
@click.option(
    "--treatment",
    "treatments",
    multiple=True,
    metavar="FACTOR=LEVEL,LEVEL",
    help="For D1, at most two; default: script=hawk,restrained.",
)
@click.option(
    "--allies", default=MIX, show_default=True, type=click.Choice([MIX, *ALLY_STRATEGIES])
)
@click.option(
    "--patron",
    default="free_mixed",
    show_default=True,
    type=click.Choice(FREE_PATRONS),
    help="Who plays the students' patrons; a script plays its own.",
)
@click.option("--export", "to", default="", metavar="FILE.zip", help="Write the export here.")
@click.option("--groups", default=0, help="Play class after class until so many; print figures.")
@click.option("--summary", is_flag=True, help="Print the figures of the rule book's section 14.")
@click.pass_context
def command(
    asked: click.Context, /, scenario: str, to: str, groups: int, summary: bool, **chosen: object
) -> None:
    """Let bots play SCENARIO (a shipped name or a file) as a whole class."""
    if groups and to:
        raise click.UsageError("--groups prints figures and exports nothing: leave one out.")
    rehearsal = _prepare(scenario, chosen)
    if _given(asked, "patron") and rehearsal.plan.scripted:
        raise click.UsageError("In this design a script plays every patron: leave --patron out.")
    if groups:
        _many(rehearsal, groups)
        return
    played = list(rehearse(rehearsal.plan, rehearsal.students, rehearsal.troupe))
    rounds = rehearsal.plan.scenario.cut(rehearsal.plan.cut).rounds
    click.echo(f"SIMULATED: {len(played)} groups played {rounds} rounds. No evidence about people.")
    if summary:
        _print(report(tally(state for state, _ in played)))
    if to:
        log = _session_log(rehearsal, [tuple(events) for _, events in played])
        Path(to).write_bytes(export_zip(log, texts=True))
        click.echo(f"Written to {to}.")


def _given(asked: click.Context, option: str) -> bool:
    return asked.get_parameter_source(option) is not ParameterSource.DEFAULT


def _prepare(name: str, chosen: dict[str, object]) -> Rehearsal:
    try:
        loaded = load_playable(name)
    except (UnknownScenario, NotPlayable) as fault:
        raise click.ClickException(str(fault)) from fault
    scenario = loaded.scenario
    if scenario is None:
        raise click.ClickException(f"{name} cannot be played.")
    cut = str(chosen["cut"]) or scenario.cuts[0].id
    if cut not in {known.id for known in scenario.cuts}:
        known_cuts = ", ".join(known.id for known in scenario.cuts)
        raise click.ClickException(f"{name} has no cut called {cut}. It has: {known_cuts}.")
    design = Design(str(chosen["design"]))
    plan = Plan(
        session=SessionId("S1"),
        scenario=scenario,
        claims=claims_hash(),
        design=design,
        group_size=int(str(chosen["group_size"])),
        cut=cut,
        seed=str(chosen["seed"]),
        factors=_factors(design, chosen["treatments"], talks=scenario.cut(cut).consultation),
        simulated=True,
    )
    troupe = Troupe(str(chosen["allies"]), str(chosen["patron"]))
    return Rehearsal(loaded, plan, int(str(chosen["students"])), troupe)


def _factors(design: Design, given: object, *, talks: bool) -> dict[str, tuple[str, ...]]:
    """The treatments of design D1, from FACTOR=LEVEL,LEVEL."""
    if design is not Design.D1:
        if given:
            raise click.UsageError("--treatment is for D1: it says what its groups differ in.")
        return {}
    factors = {}
    for item in given if isinstance(given, tuple) else ():
        name, _, levels = str(item).partition("=")
        factors[name] = tuple(levels.split(",")) if levels else DEFAULT_LEVELS.get(name, ())
    factors = factors or {"script": DEFAULT_LEVELS["script"]}
    if found := faults(factors, talks=talks):
        raise click.ClickException(" ".join(found))
    return factors


def _many(rehearsal: Rehearsal, groups: int) -> None:
    _print(report(many_classes(rehearsal.plan, rehearsal.students, rehearsal.troupe, groups)))


def _print(lines: list[str]) -> None:
    for line in lines:
        click.echo(line)


def _session_log(rehearsal: Rehearsal, streams: list[tuple[object, ...]]) -> SessionLog:
    plan = rehearsal.plan
    return SessionLog(
        session=plan.session,
        teacher="rehearsal",
        created_at=START_MS,
        assigned_at=START_MS,
        scenario=plan.scenario,
        scenario_text=rehearsal.loaded.source_text,
        claims_text=claims_text(),
        group_size=plan.group_size,
        completed=True,
        simulated=True,
        secret=f"{plan.session}:{plan.seed}",  # what bots write is nobody's secret
        groups=tuple(GroupLog(events[0].group, events) for events in streams),  # type: ignore[attr-defined, arg-type]
    )
