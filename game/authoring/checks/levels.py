"""N1 and N4: neither move is right from the start, and every type of patron can be met."""

from collections.abc import Iterator

from game.authoring.checks.blame import blame
from game.authoring.checks.figures import by_type
from game.authoring.outline import Outline
from game.authoring.problems import Path, Remark
from game.core.numbers import TYPES, Numbers

LOWEST, HIGHEST = 0.35, 0.65
APART = 0.10
DUST = 1e-9  # binary fractions: .60 - .50 may come out above .10
OF_P_STAR: tuple[Path, ...] = (
    ("rules", "ally", "alliance_benefit"),
    ("rules", "ally", "plan_b_cost"),
    ("rules", "ally", "plan_b_saves"),
    ("rules", "crisis", "chance"),
    ("rules", "crisis", "loss"),
)
OF_PRIOR: tuple[Path, ...] = (
    ("rules", "patron", "stake"),
    ("rules", "patron", "cost"),
    ("rules", "types"),
)


def remarks(outline: Outline, numbers: Numbers) -> Iterator[Remark]:
    """p* out of range or far from the prior, types never dealt, luck that drowns skill."""
    p_star, prior = numbers.p_star(), numbers.prior()
    if min(numbers.type_weights) == 0:
        yield Remark(("rules", "types"), _never_dealt(numbers))
    if not LOWEST - DUST <= p_star <= HIGHEST + DUST:
        yield Remark(blame(outline, *OF_P_STAR), _out_of_range(p_star, prior))
    elif abs(p_star - prior) > APART + DUST and min(numbers.type_weights) > 0:
        yield Remark(blame(outline, *OF_PRIOR, *OF_P_STAR), _apart(numbers, p_star, prior))
    most = 10 * (numbers.alliance_benefit + numbers.plan_b_cost)
    if numbers.crisis_loss > most:
        yield Remark(
            blame(outline, ("rules", "crisis", "loss"), *OF_P_STAR), _luck(numbers, most), "warning"
        )


def _out_of_range(p_star: float, prior: float) -> str:
    low = p_star < LOWEST
    benefits, dangers = "alliance_benefit or plan_b_cost", "crisis > chance, loss or plan_b_saves"
    change = (
        f"lower {benefits}, or raise {dangers}" if low else f"raise {benefits}, or lower {dangers}"
    )
    return (
        f"p* = 1 - (b + h) / (q m L) is {p_star:.2f}. It must lie between {LOWEST} and {HIGHEST} "
        f"(N1), or nearly everybody would {'stand' if low else 'choose a Plan B'} whatever the "
        f"patron does: {change}. The patron comes with chance {prior:.2f} before anything is known."
    )


def _apart(numbers: Numbers, p_star: float, prior: float) -> str:
    return (
        f"p* is {p_star:.2f}, but the patron comes with chance {prior:.2f} before anything is "
        f"known (by type: {by_type(numbers)}). They may differ by {APART:.2f} at most (N1), or one "
        "move is right from the start."
    )


def _never_dealt(numbers: Numbers) -> str:
    never = [dealt for dealt, weight in zip(TYPES, numbers.type_weights, strict=True) if not weight]
    return (
        f"{', '.join(never)} would never be dealt. Resolve and priority must both vary (N4): give "
        "every type a weight above 0."
    )


def _luck(numbers: Numbers, most: float) -> str:
    return (
        f"A loss of {numbers.crisis_loss:g} is more than ten times b + h ({most:g}): who is "
        f"attacked will weigh more than who judges well. p* is {numbers.p_star():.2f}."
    )
