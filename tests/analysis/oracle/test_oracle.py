"""The engine against a second one, written from the document alone (claims.md 1, 2, 4.4, 6.1).

Where the document leaves a choice, the oracle takes the program's and says so at its place:
D3 uses groups whose posture varied; C6 in D2 re-assigns rounds, and re-assignments without a
coefficient count as extreme; worst cases include groups that were dropped.
"""

import pytest

from tests.analysis.oracle.comparing import differences
from tests.analysis.oracle.simulating import Class

MESSY = {"absent": 0.1, "unsaid": 0.15, "twice": 0.1, "dropouts": 0.2, "unequal": True}
TILT = {"C1": 6.0, "C2": -0.1, "C3": 0.1}
SMALL = [
    (Class("D1", 9, 35, effect=-20, bots=0.2, allies=3, **MESSY), {}),
    (Class("D1", 6, 37, sessions=2, effect=10, dropouts=0.4), TILT),
    (Class("D1", 8, 76), {}),
    (Class("D2", 2, 1), {}),
    (Class("D2", 3, 2, rounds=4, effect=-10, **MESSY), {}),
    (Class("D2", 5, 54, rounds=4, support=1.0, card=0.8), TILT),
    (Class("D2", 2, 52, rounds=8, effect=-8, absent=0.3), {}),
    (Class("D3", 9, 39, effect=-8, bots=0.1, **MESSY), {}),
    (Class("D3", 10, 19, steady=2, effect=12), {}),
    (Class("D3", 5, 42, sessions=2, effect=9, absent=0.1), TILT),
]
LARGE = [
    (Class("D1", 14, 71, allies=3, effect=25, support=2.0), {"C1": 22.0, "C2": -0.4, "C5": 3.0}),
    (Class("D1", 22, 38, effect=-10), {}),
    (Class("D1", 8, 61, sessions=3, absent=0.1, dropouts=0.4), {}),
    (Class("D1", 11, 36, allies=3, effect=20, support=1.5, **MESSY), TILT),
    (Class("D1", 9, 80, allies=1), {}),
    (Class("D1", 10, 83, dropouts=0.9, absent=0.4), {}),
    (Class("D1", 9, 66, absent=0.2, dropouts=0.5), {}),
    (Class("D1", 30, 85, effect=-6), {}),
    (Class("D2", 1, 78), {}),
    (Class("D2", 4, 41, effect=-9, support=-0.8), TILT),
    (Class("D2", 7, 31, effect=-8, bots=0.4, **MESSY), {}),
    (Class("D2", 4, 64, sessions=3, allies=3, absent=0.2, dropouts=0.4, bots=0.3), {}),
    (Class("D2", 3, 33, rounds=8, effect=8), {}),
    (Class("D2", 8, 34, card=0.75, effect=12), {"C1": 5.0}),
    (Class("D2", 6, 82, rounds=4, allies=1, absent=0.3), {}),
    (Class("D2", 10, 86, effect=-7, far=-6.0, **MESSY), {}),
    (Class("D2", 6, 72, rounds=4, effect=-15, support=-1.5, far=-10.0), {"C1": -13.0, "C2": 0.2}),
    (Class("D3", 6, 79), {}),
    (Class("D3", 7, 7, effect=10), {}),
    (Class("D3", 13, 40, effect=9, allies=3, steady=3, absent=0.1), {"C1": 4.0}),
    (Class("D3", 16, 9, effect=-12), {}),
    (Class("D3", 8, 84, dropouts=0.5, absent=0.3, unsaid=0.3), {}),
    (Class("D3", 10, 65, allies=3, absent=0.2, dropouts=0.4, bots=0.3), {}),
    (Class("D3", 30, 87, effect=6, **MESSY), {}),
]


def named(case):
    """A class as the report of a failure says it."""
    wanted, _ = case
    return f"{wanted.design}-{wanted.groups}-{wanted.seed}"


@pytest.mark.parametrize("case", SMALL, ids=named)
def test_small_classes(case, tmp_path):
    """Every re-assignment of these is gone through."""
    assert differences(*case, tmp_path) == []


@pytest.mark.slow
@pytest.mark.statistics
@pytest.mark.parametrize("case", LARGE, ids=named)
def test_larger_and_odder_classes(case, tmp_path):
    """Most of these are sampled: two samples differ by chance, and by no more."""
    assert differences(*case, tmp_path) == []
