"""The figures of the rule book's section 14, from any number of rehearsed groups, as text."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from os import cpu_count

from game.classroom.assignment import Plan
from game.classroom.rehearsal import Troupe, rehearse
from game.classroom.tallies import Tally, mean, quantile, spread, tally
from game.core.vocabulary import ALLY_SEATS, PATRON, Posture, PrivateType, SessionId

QUANTILES = (0.05, 0.25, 0.50, 0.75, 0.95)
FORECASTS = (
    "truth",
    "always 50",
    "20 lower",
    "30 lower when standing",
    "rounded to 0 or 100",
    "always 0",
)
TILTS = ("belief change", "belief level", "hedging", "stance")
TENSIONS = (
    ("rounds with a crisis", "crisis in a round"),
    ("attacks on an ally, in all rounds", "attacks on an ally"),
    ("of which it was left alone", "times left alone"),
    ("ally-rounds left alone", "left alone"),
    ("both ways used, share of allies", "both moves used"),
    ("moves that differ from the last round", "move changed"),
    ("groups with a defence and an abandonment", "defence and abandonment"),
    ("orders within 2 points of the stake", "close call"),
)


@dataclass(frozen=True, slots=True)
class Job:
    """Some of the classes, for one process."""

    plan: Plan
    students: int
    troupe: Troupe
    numbers: tuple[int, ...]


def many_classes(plan: Plan, students: int, troupe: Troupe, groups: int) -> Tally:
    """Sums over at least `groups` groups, class by class, shared among the processors.

    The sums do not depend on how the classes are shared.
    """
    each = len(list(rehearse(plan, students, troupe)))
    count = max(1, -(-groups // each))
    workers = cpu_count() or 1
    shares = [tuple(range(1 + w, count + 1, workers)) for w in range(workers)]
    jobs = [Job(plan, students, troupe, share) for share in shares if share]
    total: Tally = Counter()
    with ProcessPoolExecutor(max_workers=len(jobs)) as pool:
        for part in pool.map(_share, jobs):
            total.update(part)
    return total


def _share(job: Job) -> Tally:
    total: Tally = Counter()
    for number in job.numbers:
        plan = replace(job.plan, session=SessionId(f"S{number}"), seed=f"{job.plan.seed}/{number}")
        played = (state for state, _ in rehearse(plan, job.students, job.troupe))
        total.update(tally(played))
    return total


def report(total: Tally) -> list[str]:
    """The summary, line by line."""
    return [
        *_play(total),
        *_tilts(total),
        *_seats(total),
        *_strategies(total),
        *_tension(total),
        *_forecasts(total),
    ]


def _play(total: Tally) -> Iterator[str]:
    groups = total["defence and abandonment", "n"]
    yield f"SIMULATED: {groups} groups played by bots. No evidence about people."
    shares = " ".join(f"{p.value} {mean(total, 'posture', p):.3f}" for p in Posture)
    yield f"postures                    {shares}"
    if total["complied", "n"]:
        types = " ".join(f"{mean(total, 'complied', t):.2f}" for t in PrivateType)
        yield f"order cards obeyed          {mean(total, 'complied'):.3f}   by type {types}"
    came = " ".join(f"{t.value} {mean(total, 'came', t):.3f}" for t in PrivateType)
    yield f"standing orders to come     {came}"


def _tilts(total: Tally) -> Iterator[str]:
    yield "escalating rounds minus the others:"
    for name in TILTS:
        if total[name, True, "n"] and total[name, False, "n"]:
            gap = mean(total, name, True) - mean(total, name, False)
            yield f"  {name:<26}{gap:+.2f}"
    gaps = [
        f"{mean(total, 'belief change', r, True) - mean(total, 'belief change', r, False):+.1f}"
        for r in range(1, 9)
        if total["belief change", r, True, "n"] and total["belief change", r, False, "n"]
    ]
    yield f"  {'belief change, by round':<26}{' '.join(gaps)}"


def _seats(total: Tally) -> Iterator[str]:
    yield "points of all rounds' moves (raw, against par), and with the forecast paid:"
    for seat in (PATRON, *ALLY_SEATS):
        if total["raw", seat, "n"]:
            yield (
                f"  {seat:<3} {mean(total, 'moves raw', seat):7.1f}"
                f" {mean(total, 'moves against par', seat):6.1f}"
                f"   paid {mean(total, 'raw', seat):7.1f}"
                f" {mean(total, 'against par', seat):6.1f}"
                f"   sd {spread(total, 'moves against par', seat):.1f}"
            )
    for dealt in PrivateType:
        yield (
            f"  patron {dealt.value:<15} {mean(total, 'patron raw', dealt):7.1f}"
            f" {mean(total, 'patron against par', dealt):6.1f}"
        )
    for kind in ("raw", "par"):
        for role in ("ally", "patron"):
            values = " ".join(f"{quantile(total, kind, role, q):4d}" for q in QUANTILES)
            label = "raw" if kind == "raw" else "against par"
            yield f"  {role + ', ' + label + ', 5/25/50/75/95 %':<34}{values}"


def _strategies(total: Tally) -> Iterator[str]:
    yield "judgement (security part against par), by strategy:"
    names = sorted(str(key[1]) for key in total if key[0] == "judgement" and key[2] == "n")
    for name in names:
        yield f"  {name:<26}{mean(total, 'judgement', name):+.2f}"


def _tension(total: Tally) -> Iterator[str]:
    yield "tension and luck:"
    for label, key in TENSIONS:
        yield f"  {label:<42}{mean(total, key):.3f}"


def _forecasts(total: Tally) -> Iterator[str]:
    yield "forecast prize, by way of reporting:"
    for name in FORECASTS:
        yield f"  {name:<26}{mean(total, 'forecast', name):.2f}"
