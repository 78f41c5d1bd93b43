"""How often a class of one kind finds what is there: power, level, and width of the interval."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import comb, prod

import numpy as np

from game.analysis.planning.assumptions import Setting
from game.analysis.planning.behaviour import Played, World, play
from game.analysis.planning.postures import Floats, spans
from game.analysis.planning.reference import (
    LEVEL,
    Tests,
    association_tests,
    drawn_tests,
    flips_reference,
    groups_reference,
    rounds_reference,
)

CLAIMS = ("C1", "C2", "C3")
BATCH = 250  # classes that share one reference set
LEAST = {Setting.D1: 9, Setting.D2_LOTTERY: 2, Setting.D2_CARDS: 2}
LEAST_VARIED = 7  # groups of D3
FINEST = LEVEL / len(CLAIMS)  # the smallest p must be able to reach this, for Holm
TIE = 1e-9


@dataclass(frozen=True, slots=True)
class Rates:
    """One claim in one world, over many classes."""

    found: float  # share of classes with p at most .05
    estimate: float  # mean, in the claim's unit
    width: float  # median of the 95 per cent interval; 0 where it was not asked for
    too_little: float  # share of classes with not enough data


def untestable(setting: Setting, groups: int, rounds: int) -> bool:
    """Whether the assignment alone says that there will be no test (claims, section 2.2)."""
    if groups < LEAST.get(setting, LEAST_VARIED):
        return True
    if setting not in (Setting.D2_LOTTERY, Setting.D2_CARDS):
        return False
    ways: int = prod(comb(span, span // 2) for span in spans(rounds))
    return bool(2 / ways**groups > FINEST)


def measured(world: World, classes: int, seed: int, *, widths: bool) -> Mapping[str, Rates]:
    """Rates by claim. The same seed plays the same classes in every truth."""
    batches = list(_batches(world, classes, seed))
    least = LEAST.get(world.setting, LEAST_VARIED)
    return {claim: _rates([batch[claim] for batch in batches], least, widths) for claim in CLAIMS}


def _batches(world: World, classes: int, seed: int) -> Iterator[Mapping[str, Tests]]:
    for start in range(0, classes, BATCH):
        rng = np.random.default_rng((seed, start))
        yield claim_tests(world, play(world, min(BATCH, classes - start), rng), rng)


def claim_tests(world: World, played: Played, rng: np.random.Generator) -> Mapping[str, Tests]:
    """The three primary claims, tested as the design asks."""
    outcomes = {"C1": played.after, "C2": played.hedged, "C3": played.support}
    if world.setting is Setting.D1:
        arms, others = played.drawn[:, None, :, 0], groups_reference(world.groups, rng)
        means = {claim: y.mean(axis=2)[:, None, :] for claim, y in outcomes.items()}
        return {claim: drawn_tests(y, arms, others, world.groups) for claim, y in means.items()}
    if world.setting in (Setting.D2_LOTTERY, Setting.D2_CARDS):
        others = rounds_reference(world.groups, world.rounds, rng)
        outcomes["C1"] = played.after - played.before
        return {c: drawn_tests(y, played.drawn, others, world.groups) for c, y in outcomes.items()}
    return _associations(played, outcomes, flips_reference(world.groups, rng))


def _associations(
    played: Played, outcomes: Mapping[str, Floats], flips: Floats
) -> Mapping[str, Tests]:
    """Belief given the belief before; the others given the round before, without round 1."""
    later = played.escalated[:, :, 1:]
    found = {
        claim: association_tests(y[:, :, 1:], later, y[:, :, :-1], flips)
        for claim, y in outcomes.items()
        if claim != "C1"
    }
    belief = association_tests(played.after, played.escalated, played.before, flips)
    return {"C1": belief, **found}


def _rates(parts: list[Tests], least: int, widths: bool) -> Rates:
    enough = np.concatenate([part.groups for part in parts]) >= least
    p = np.concatenate([part.p for part in parts])
    estimate = np.concatenate([part.estimate for part in parts])
    wide = np.concatenate([part.width for part in parts])[enough] if widths else np.zeros(1)
    return Rates(
        found=float(((p <= LEVEL + TIE) & enough).mean()),
        estimate=float(estimate.mean()),
        width=float(np.median(wide)) if len(wide) else np.inf,
        too_little=float(1 - enough.mean()),
    )
