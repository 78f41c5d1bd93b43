"""Labels dealt again by the mechanism: then no claim may speak more often than its level."""

from random import Random

import pytest

from game.analysis.inference.testing import estimated
from tests.analysis.inference.made import arms, draws, moved, noise, read

pytestmark = pytest.mark.statistics
LEVEL = 0.05


def share_rejected(classes, claim, design):
    found = [estimated(read(rows, design), claim) for rows in classes]
    told = [item for item in found if not isinstance(item, str)]  # else the draw cannot tell
    assert len(told) > len(found) / 2
    return sum(item.test(1).p() <= LEVEL for item in told) / len(found)


def at_most(times):
    """The level with three and a half standard errors."""
    return LEVEL + 3.5 * (LEVEL * (1 - LEVEL) / times) ** 0.5


def drawn_again(rows, dice):
    """Each group's cards dealt again over its rounds."""
    rounds = {}
    for row in rows:
        rounds.setdefault(row["group"], {})[row["round"]] = row["posture_assigned"]
    dealt = {
        group: dict(zip(cards, dice.sample(list(cards.values()), len(cards)), strict=True))
        for group, cards in rounds.items()
    }
    return [{**row, "posture_assigned": dealt[row["group"]][row["round"]]} for row in rows]


def armed_again(rows, dice):
    """The arms dealt again over the groups."""
    groups = {row["group"]: row["treatment"] for row in rows}
    dealt = dict(zip(groups, dice.sample(list(groups.values()), len(groups)), strict=True))
    return [{**row, "treatment": dealt[row["group"]]} for row in rows]


CASES = {
    ("D2", "C1"): (draws(3, moved(15)), drawn_again),
    ("D2", "C6"): (draws(2, moved(15)), drawn_again),
    ("D1", "C2"): (arms(["hawk", "restrained"] * 5, moved(15)), armed_again),
}
TIMES = 120


@pytest.mark.parametrize(("design", "claim"), CASES)
@pytest.mark.parametrize("times", [TIMES, pytest.param(2000, marks=pytest.mark.slow)])
def test_shuffled_labels_say_nothing(design, claim, times):
    rows, again = CASES[design, claim]
    dice = Random(11)
    classes = [again(rows, dice) for _ in range(times)]
    assert share_rejected(classes, claim, design) <= at_most(times)


@pytest.mark.parametrize("times", [TIMES, pytest.param(2000, marks=pytest.mark.slow)])
def test_classes_in_which_nothing_is_true(times):
    """New answers every time, the posture drawn beside them."""
    classes = [draws(3, noise, seed) for seed in range(times)]
    for claim in ("C2", "C3"):
        assert share_rejected(classes, claim, "D2") <= at_most(times)


@pytest.mark.parametrize("times", [TIMES, pytest.param(1000, marks=pytest.mark.slow)])
def test_intervals_cover_what_is_true(times):
    """An effect of 5 points, never cut off at 0 or 100 (beliefs before lie between 20 and 80)."""
    misses = 0
    for seed in range(times):
        rows = [
            {**row, "belief_after": 50 + (row["belief_after"] - row["belief_before"])}
            for row in draws(3, noise, seed)
        ]
        fair = [
            {**row, "belief_before": 50, "belief_after": row["belief_after"] + 5 * escalated(row)}
            for row in rows
        ]
        low, high = estimated(read(fair, "D2"), "C1").test(1).interval(0.95)
        misses += not low <= 5 <= high
    assert misses / times <= at_most(times)


def escalated(row):
    return row["posture_assigned"] == "escalate"
