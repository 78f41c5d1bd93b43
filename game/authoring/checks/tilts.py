"""N2 and N5: numbers that hand one of the two theories its result before anybody plays."""

from collections.abc import Iterator

from game.authoring.checks.blame import blame
from game.authoring.outline import Outline
from game.authoring.problems import Path, Remark
from game.core.numbers import Numbers
from game.theory.baseline import scenario_tilt
from game.theory.equilibrium import Tilt

PRECISIONS = (0.5, 1.0, 2.0)  # lambda: how sharply people follow their points (claims.md 4.3)
ALLIES = 2
MOST_BELIEF, MOST_HEDGING = 2.5, 0.05
R, S = ("rules", "war", "resolve"), ("rules", "war", "priority")
STAKES: tuple[Path, ...] = (
    ("rules", "patron", "stake", "resolve"),
    ("rules", "patron", "stake", "core"),
)
TYPES, DRAIN = ("rules", "types"), ("rules", "drain")


def remarks(outline: Outline, numbers: Numbers) -> Iterator[Remark]:
    """One warning for each source of tilt that was written."""
    if numbers.drain:
        yield Remark(DRAIN, _drained(numbers), "warning")
    if numbers.war_resolve != numbers.war_priority:
        yield Remark(blame(outline, R, S), _tilted(numbers, "r and s differ"), "warning")
    elif numbers.stake_resolve != numbers.stake_core:
        reason = "the stakes of resolve and core differ"
        yield Remark(blame(outline, *STAKES), _tilted(numbers, reason), "warning")
    elif not numbers.drain and _unequal(numbers) and _large(numbers):
        yield Remark(TYPES, _tilted(numbers, "the types are not equally frequent"), "warning")


def tilts(numbers: Numbers) -> list[Tilt]:
    """What payoff-maximising players alone make of escalation, at three precisions."""
    try:
        return [scenario_tilt(numbers, ALLIES, precision) for precision in PRECISIONS]
    except ArithmeticError:  # no equilibrium was found: nothing can be said in numbers
        return []


def _unequal(numbers: Numbers) -> bool:
    """Types that are all dealt, but not equally often; one that is never dealt is N4's affair."""
    return len(set(numbers.type_weights)) > 1 and min(numbers.type_weights) > 0


def _large(numbers: Numbers) -> bool:
    return any(
        abs(tilt.belief) > MOST_BELIEF or abs(tilt.hedging) > MOST_HEDGING
        for tilt in tilts(numbers)
    )


def in_figures(numbers: Numbers) -> str:
    """The three tilts in words: "+35, +26, +20 belief points at lambda 0.5, 1, 2"."""
    found = tilts(numbers)
    if not found:
        return "by an amount that could not be computed"
    points = ", ".join(f"{tilt.belief:+.0f}" for tilt in found)
    rates = ", ".join(f"{100 * tilt.hedging:+.0f}" for tilt in found)
    return (
        f"by {points} points of belief and {rates} points of hedging at lambda "
        f"{', '.join(f'{precision:g}' for precision in PRECISIONS)}"
    )


def _side(numbers: Numbers) -> str:
    found = tilts(numbers)
    lean = sum(tilt.belief for tilt in found) or numbers.war_resolve - numbers.war_priority
    if lean > 0:
        return "Hawkish Reassurance Theory (escalation reassures)"
    return "divided priorities (escalation worries)"


def _tilted(numbers: Numbers, reason: str) -> str:
    return (
        f"Tilted towards {_side(numbers)}, because {reason} (N2): escalation moves textbook "
        f"players {in_figures(numbers)}. Results are compared with that baseline."
    )


def _drained(numbers: Numbers) -> str:
    hidden = ", though nobody knows whether it holds" if numbers.drain_hidden else ""
    return (
        f"With drain {numbers.drain:g} forces sent away make defences fail{hidden} (N5): "
        f"escalation moves textbook players {in_figures(numbers)}. A failed defence is announced "
        "as “sent help; it did not arrive”."
    )
