"""The table of claims.md 4.2, to the digits printed there.

That table was made for three allies, with a patron for whom a posture is worth v times the share
of forces it sends away, and 1.5 points for each ally that stands (found by fitting the table: no
other weight gives its first two rows).
"""

import pytest

from game.core.numbers import TYPES, Numbers
from game.theory.equilibrium import Equilibrium, equilibrium, tilt
from game.theory.model import World

AWAY = (0.6, 0.3, 0.0)
ALLIES, STANDING = 3, 1.5


def a_world(r: float, s: float, drain: float = 0, benefit: float = 1, plan_b: float = 3) -> World:
    """The one-slide model with classroom numbers."""
    numbers = Numbers(war_resolve=r, war_priority=s)
    return World(
        prior=(0.25,) * 4,
        defence=tuple(numbers.defence_chance(dealt) for dealt in TYPES),
        worth=tuple(tuple(numbers.war_value(dealt) * x for x in AWAY) for dealt in TYPES),
        away=AWAY,
        drain=drain,
        standing=ALLIES * STANDING,
        stand_gain=benefit + plan_b,
        stand_risk=8,
    )


def printed(found: Equilibrium) -> tuple[str, str, str, str]:
    """A row of the table as the document prints it."""
    effect = tilt(found)
    return (
        " ".join(f"{p:.2f}" for p in found.belief),
        "/".join(f"{rate:.2f}" for rate in found.hedging),
        f"{effect.belief:+.1f}",
        f"{effect.hedging:+.2f}",
    )


ROWS = [
    (a_world(4, 0), 1, ("0.59 0.38 0.31", "0.33/0.73/0.82", "+25.6", "-0.46")),
    (a_world(0, 4), 1, ("0.31 0.38 0.59", "0.82/0.73/0.33", "-24.7", "+0.43")),
    (a_world(2, 2, drain=0.4), 1, ("0.38 0.44 0.50", "0.72/0.62/0.50", "-10.0", "+0.18")),
    (a_world(3, 1, drain=0.4), 0.5, ("0.42 0.44 0.44", "0.58/0.56/0.56", "-1.8", "+0.02")),
]


@pytest.mark.parametrize(("world", "precision", "row"), ROWS, ids=lambda value: str(value)[:24])
def test_rows_with_a_tilt(world, precision, row):
    assert printed(equilibrium(world, precision)) == row


@pytest.mark.parametrize("precision", [0.3, 0.5, 1, 2])
@pytest.mark.parametrize("strength", [0, 2, 4])
def test_the_neutral_world_tilts_nowhere_at_any_lambda(strength, precision):
    found = equilibrium(a_world(strength, strength), precision)
    assert found.belief == pytest.approx((0.5, 0.5, 0.5), abs=1e-9)
    assert found.hedging == pytest.approx((0.5, 0.5, 0.5), abs=1e-9)
    assert tilt(found).belief == pytest.approx(0, abs=1e-9)
    assert tilt(found).hedging == pytest.approx(0, abs=1e-9)


def test_a_level_fault_is_no_tilt():
    """Hedging optimal whatever the posture: b = h = .5 puts p* at .875."""
    world = a_world(2, 2, benefit=0.5, plan_b=0.5)
    found = equilibrium(world, 1)
    assert world.threshold() == pytest.approx(0.875)
    assert [f"{rate:.2f}" for rate in found.hedging] == ["0.95"] * 3
    assert tilt(found).belief == pytest.approx(0, abs=1e-9)


def test_at_one_half_both_choices_are_worth_minus_four():
    """The check printed in claims.md 4.1."""
    n = Numbers()
    reassure = n.alliance_benefit - n.crisis_chance * 0.5 * n.crisis_loss
    hedge = -n.plan_b_cost - n.crisis_chance * 0.5 * (1 - n.plan_b_saves) * n.crisis_loss
    assert reassure == pytest.approx(-4)
    assert hedge == pytest.approx(-4)
