"""The fixed point against Gambit, which solves the tree of the game by tracing its own branch."""

import io
from dataclasses import replace

import pygambit
import pytest

from game.core.numbers import Numbers
from game.theory.baseline import world_of
from game.theory.equilibrium import equilibrium
from tests.theory.game_tree import Crisis, in_order, written

NUMBERS = Numbers()
WORLDS = {
    "neutral": NUMBERS,
    "resolve": replace(NUMBERS, war_priority=0),
    "priority": replace(NUMBERS, war_resolve=0),
    "drain": replace(NUMBERS, drain=0.4),
    "drain offset": replace(NUMBERS, drain=0.4, war_resolve=3, war_priority=1),
    "hedging pays": replace(NUMBERS, alliance_benefit=0.5, plan_b_cost=0.5, war_priority=2),
    "unequal types": replace(NUMBERS, type_weights=(3, 1, 2, 2), crisis_chance=0.6),
}


@pytest.mark.parametrize("precision", [0.3, 0.6, 1.2])
@pytest.mark.parametrize("allies", [1, 2, 3])
@pytest.mark.parametrize("name", WORLDS)
def test_the_equilibrium_is_gambits(name, allies, precision):
    """Every chance of every type and every ally, to a millionth."""
    world = world_of(WORLDS[name], allies)
    tree = written(Crisis(WORLDS[name], allies, world.away))
    [solution] = pygambit.qre.logit_solve_lambda(pygambit.read_efg(io.StringIO(tree)), [precision])
    found = equilibrium(world, precision)
    an_ally = [chance for rate in found.hedging for chance in (1 - rate, rate)]
    ours = [chance for row in found.patron for chance in row] + an_ally * allies
    assert in_order(solution) == pytest.approx(ours, abs=1e-6)


def test_another_equilibrium_would_be_seen():
    """The comparison above can fail: a world with a little drain differs by far more."""
    drained = replace(NUMBERS, drain=0.02)
    assert equilibrium(world_of(drained, 1), 0.6).hedging != pytest.approx(
        equilibrium(world_of(NUMBERS, 1), 0.6).hedging, abs=1e-3
    )
