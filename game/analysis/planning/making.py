"""Making the table: every kind of class in it, simulated under both theories and under neither."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product
from math import inf

from game.analysis.planning.assumptions import Setting, Truth
from game.analysis.planning.behaviour import World
from game.analysis.planning.findable import OFTEN, findable
from game.analysis.planning.rates import CLAIMS, Rates, measured, untestable
from game.analysis.planning.table import Row

GROUPS = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30, 40, 50, 70)
ALLIES = (1, 2, 3, 5)
ROUNDS = (4, 6, 8)
REACTS = ((2, 6), (3, 6))  # allies and rounds
SIZES = (0.5, 1.0, 2.0, 4.0)  # of the effect; 1 is medium
MEDIUM = SIZES.index(1.0)
SEED = 2018
Simulated = dict[str, list[Rates]]  # claim -> by size


def kinds() -> Iterator[World]:
    """Every kind of class in the table; patrons that react are there for comparison only."""
    for setting, allies, rounds, groups in product(Setting, ALLIES, ROUNDS, GROUPS):
        if setting is not Setting.D3_REACTS or (allies, rounds) in REACTS:
            yield World(setting, groups, allies, rounds)


def rows(kind: World, reps: int, seed: int = SEED) -> list[Row]:
    """The three rows of a kind of class."""
    if untestable(kind.setting, kind.groups, kind.rounds):
        return [_nothing(kind, claim, reps) for claim in CLAIMS]
    own = seed + 1000 * kind.groups + 100 * kind.allies + 10 * kind.rounds
    null = measured(replace(kind, truth=Truth.NULL), reps, own, widths=False)
    theories = {truth: _sizes(kind, truth, reps, own) for truth in (Truth.HRT, Truth.AUTHORS)}
    return [_row(kind, claim, null[claim], theories, reps) for claim in CLAIMS]


def _sizes(kind: World, truth: Truth, reps: int, seed: int) -> Simulated:
    runs: list[Mapping[str, Rates]] = []
    for size in SIZES:
        world = replace(kind, truth=truth, size=size)
        runs.append(measured(world, reps, seed, widths=size == 1))
        if size >= 1 and min(rates.found for rates in runs[-1].values()) > OFTEN:
            break
    return {claim: [run[claim] for run in runs] for claim in CLAIMS}


def _row(kind: World, claim: str, null: Rates, theories: dict[Truth, Simulated], reps: int) -> Row:
    hrt, authors = (theories[truth][claim] for truth in (Truth.HRT, Truth.AUTHORS))
    smallest = [_findable(null, by_size) for by_size in (hrt, authors)]
    return Row(
        *_key(kind, claim),
        power_hrt=hrt[MEDIUM].found,
        power_authors=authors[MEDIUM].found,
        effect=(abs(hrt[MEDIUM].estimate) + abs(authors[MEDIUM].estimate)) / 2,
        width=(hrt[MEDIUM].width + authors[MEDIUM].width) / 2,
        findable=sum(smallest) / 2,
        type_1=null.found,
        too_little=authors[MEDIUM].too_little,
        reps=reps,
    )


def _findable(null: Rates, by_size: list[Rates]) -> float:
    powers = [null.found, *(run.found for run in by_size)]
    return findable(powers, [0, *(run.estimate for run in by_size)])


def _nothing(kind: World, claim: str, reps: int) -> Row:
    return Row(*_key(kind, claim), 0, 0, 0, inf, inf, 0, 1, reps)


def _key(kind: World, claim: str) -> tuple[str, int, int, int, str]:
    return kind.setting.value, kind.groups, kind.allies, kind.rounds, claim
