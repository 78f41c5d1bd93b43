"""The table's tests are the engine's: simulated classes, judged by both, number for number."""

from collections.abc import Iterator

import numpy as np
import pytest

from game.analysis.inference.dataset import Facts, dataset
from game.analysis.inference.minimum import too_little
from game.analysis.inference.rows import AllyRound, ally_round
from game.analysis.inference.testing import estimated
from game.analysis.planning.assumptions import Setting, Truth
from game.analysis.planning.behaviour import Played, World, play
from game.analysis.planning.rates import CLAIMS, LEAST_VARIED, claim_tests, untestable

CLASSES = 6
STANCES = {1.0: "endorse", 0.0: "silent", -1.0: "dissociate"}


def a_world(setting: Setting, groups: int, rounds: int) -> World:
    """Groups of one ally, so that a group's mean is somebody's answer."""
    return World(setting, groups, 1, rounds, Truth.AUTHORS)


def as_table(world: World, played: Played, place: int) -> Iterator[AllyRound]:
    """One simulated class as the rows of ally_rounds.csv."""
    for group, number in np.ndindex(world.groups, world.rounds):
        at = place, group, number
        drawn, free = bool(played.drawn[at]), world.setting in (Setting.D3, Setting.D3_REACTS)
        yield ally_round(
            {
                "group": f"G{group}",
                "round": number + 1,
                "seat": "A1",
                "treatment": ("restrained", "hawk")[drawn] if world.setting is Setting.D1 else "",
                "posture": "escalate" if played.escalated[at] else "hold",
                "posture_assigned": "" if free else ("restrain", "escalate")[drawn],
                "belief_before": played.before[at],
                "belief_after": played.after[at],
                "stance": STANCES[float(played.support[at])],
                "alignment": "HEDGE" if played.hedged[at] else "REASSURE",
            }
        )


def halves(world: World) -> Facts:
    """Eight rounds are drawn in two halves."""
    late = 4 if world.rounds == 8 else world.rounds
    return Facts(
        strata={
            ("S1", f"G{group}", number + 1): f"G{group}/{number >= late}"
            for group, number in np.ndindex(world.groups, world.rounds)
        }
    )


@pytest.mark.parametrize(
    ("setting", "groups", "rounds"),
    [
        (Setting.D1, 9, 6),
        (Setting.D1, 12, 4),
        (Setting.D2_LOTTERY, 2, 6),
        (Setting.D2_CARDS, 2, 8),
        (Setting.D2_CARDS, 3, 4),
        (Setting.D3, 9, 6),
        (Setting.D3, 9, 4),  # here patrons of some groups never vary
        (Setting.D3_REACTS, 8, 6),
    ],
)
def test_estimate_p_interval_and_minimum_are_the_engines(setting, groups, rounds):
    world = a_world(setting, groups, rounds)
    dice = np.random.default_rng(8)
    played = play(world, CLASSES, dice)
    found = claim_tests(world, played, dice)
    design = setting.value[:2]
    for place in range(CLASSES):
        data = dataset(list(as_table(world, played, place)), design, halves(world))
        for claim in CLAIMS:
            engine, ours = estimated(data, claim), found[claim]
            assert ours.groups[place] == engine.groups
            assert ours.estimate[place] == pytest.approx(engine.estimate, rel=1e-6, abs=1e-9)
            contrast = engine.test(0)
            assert ours.p[place] == pytest.approx(contrast.p(), abs=1e-12)
            low, high = contrast.interval(0.95)
            assert ours.width[place] == pytest.approx(high - low, rel=1e-6)
            lacking = untestable(setting, groups, rounds) or (
                design == "D3" and ours.groups[place] < LEAST_VARIED
            )
            assert bool(too_little(engine, claim, design)) == lacking


def test_a_sample_of_a_large_reference_set_says_about_the_same():
    """Three groups of six rounds: the engine goes through 8,000 draws, the table through 999."""
    world = a_world(Setting.D2_LOTTERY, 3, 6)
    dice = np.random.default_rng(9)
    played = play(world, CLASSES, dice)
    found = claim_tests(world, played, dice)["C1"]
    for place in range(CLASSES):
        data = dataset(list(as_table(world, played, place)), "D2")
        assert found.p[place] == pytest.approx(estimated(data, "C1").test(0).p(), abs=0.06)
