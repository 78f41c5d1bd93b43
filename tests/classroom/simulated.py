"""Many independent groups of bots, and how sure a figure from them is (for rules 14).

Each group is a class of its own, so that no two share attacks, costs or news. Groups are
played in batches; the error of a figure is that of the mean of its values in the batches.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from itertools import repeat
from math import isnan, sqrt
from statistics import stdev

from game.classroom.assignment import Plan
from game.classroom.rehearsal import MIX, Troupe, rehearse
from game.classroom.tallies import Tally, attack_on, mean, tally
from game.core.numbers import Numbers
from game.core.vocabulary import Design
from tests.builders import a_plan, a_scenario

BATCHES = 20
BOOKS_GROUPS = 20_000  # groups a cell behind the book's figures
SURE = 4  # standard errors

Figure = Callable[[Tally], float]
Expected = Mapping[str, tuple[Figure, float, float]]  # the figure, the book's, its last digit


@dataclass(frozen=True, slots=True)
class Cell:
    """Who plays what: a row of a table in rules 14."""

    design: Design = Design.D2_CARDS
    patron: str = "free_mixed"
    allies: str = MIX
    count: int = 2
    resolve: float = 5
    priority: float = 5

    def plan(self) -> Plan:
        """One session of this cell."""
        numbers = Numbers(war_resolve=self.resolve, war_priority=self.priority)
        factors = {"script": ("hawk", "restrained")} if self.design is Design.D1 else {}
        return a_plan(
            a_scenario(numbers), design=self.design, factors=factors, group_size=self.count + 1
        )


def play_batch(cell: Cell, batch: int, groups: int) -> Tally:
    """The sums over one batch of groups."""
    plan, troupe = cell.plan(), Troupe(cell.allies, cell.patron)
    students, total = cell.count + (not plan.scripted), Counter()
    for number in range(groups):
        once = replace(plan, seed=f"rules 14/{batch}/{number}")
        total.update(tally(state for state, _ in rehearse(once, students, troupe)))
    return total


@cache
def batches(cell: Cell, groups: int) -> tuple[Tally, ...]:
    """At least so many groups, in batches; many of them are shared among the processors."""
    args = repeat(cell), range(BATCHES), repeat(-(-groups // BATCHES))
    if groups <= 1000:
        return tuple(map(play_batch, *args))
    with ProcessPoolExecutor() as pool:
        return tuple(pool.map(play_batch, *args))


def simulated(cell: Cell, groups: int, figure: Figure) -> tuple[float, float]:
    """The figure over all groups, and its standard error."""
    parts = batches(cell, groups)
    whole: Tally = Counter()
    for part in parts:
        whole.update(part)
    values = [value for value in map(figure, parts) if not isnan(value)]
    return figure(whole), stdev(values) / sqrt(len(values))


def agrees(cell: Cell, groups: int, figure: Figure, book: float, digit: float) -> str:
    """Empty if ours lies within four standard errors, the book's own and its rounding of `book`.

    `digit` is the last digit the book prints: .01, .1 or 1.
    """
    ours, error = simulated(cell, groups, figure)
    allowed = SURE * error * sqrt(1 + groups / BOOKS_GROUPS) + digit / 2
    if abs(ours - book) <= allowed + 1e-9:
        return ""
    return f"book {book}, ours {ours:.3f}, error {error:.3f}, allowed {allowed:.3f}"


def average(*key: object) -> Figure:
    """The mean of what was tallied under this key."""
    return lambda total: mean(total, *key)


def tilt(name: str) -> Figure:
    """In escalating rounds less in the others."""
    return lambda total: mean(total, name, True) - mean(total, name, False)


def over_allies(name: str, count: int) -> Figure:
    """The mean over all ally seats."""

    def figure(total: Tally) -> float:
        seats = [f"A{number}" for number in range(1, count + 1)]
        return sum(total[name, s, "sum"] for s in seats) / sum(total[name, s, "n"] for s in seats)

    return figure


def disagreements(cell: Cell, groups: int, expected: Expected) -> list[str]:
    """Every figure of the book that ours contradicts; `expected` maps names to figures."""
    return [
        f"{name}: {found}"
        for name, (figure, book, digit) in expected.items()
        if (found := agrees(cell, groups, figure, book, digit))
    ]


def left_alone_and_points(cell: Cell, groups: int) -> Iterator[tuple[int, float, float]]:
    """For every ally: how often it was left alone, its points, and its points against par."""
    plan, troupe = cell.plan(), Troupe(cell.allies, cell.patron)
    for number in range(groups):
        once = replace(plan, seed=f"left alone/{number}")
        for state, _ in rehearse(once, cell.count + 1, troupe):
            for seat in state.allies:
                attacks = [attack_on(played, seat) for played in state.reckoned]
                accounts = [
                    a for r in state.reckoned for a in r.reckoning.accounts if a.seat == seat
                ]
                alone = sum(a.attacked and not a.defended for a in attacks)
                points = sum(a.points for a in accounts)
                yield alone, points, points - sum(a.par for a in accounts)
