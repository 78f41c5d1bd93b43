"""How often the lines speak where nothing is true, and how often they hold what is."""

import numpy as np
import pytest

from game.analysis.inference.results import SessionEstimate
from game.analysis.pooling import pool

CLASSES, GROUPS, POOLS = 5, 10, 1500


def drawn(rng, tau):
    """Five classes of two arms of five groups; standard errors estimated from the groups."""
    effects = rng.normal(0, tau, CLASSES)
    groups = rng.normal(0, 12, (CLASSES, 2, GROUPS // 2))
    estimates = effects + groups[:, 0].mean(1) - groups[:, 1].mean(1)
    errors = np.sqrt(groups.var(2, ddof=1).sum(1) / (GROUPS // 2))
    return [
        SessionEstimate(f"S{i}", "C1", float(y), float(se), GROUPS - 2, GROUPS, True)
        for i, (y, se) in enumerate(zip(estimates, errors, strict=True))
    ]


@pytest.mark.statistics
@pytest.mark.parametrize("tau", [0, 4])
def test_levels_with_nothing_true_on_average(tau):
    """The t line keeps its five per cent; the guarded line is on the careful side of it."""
    rng = np.random.default_rng(20181004)
    found = [pool(drawn(rng, tau)) for _ in range(POOLS)]
    t = np.mean([one.t.p <= 0.05 for one in found])
    mixed = np.mean([one.random_effects.p <= 0.05 for one in found])
    assert 0.035 <= t <= 0.065  # 0.05 give or take 2.7 standard errors
    assert mixed <= 0.05
