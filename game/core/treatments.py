"""The closed vocabulary of treatments for design D1 (rules 10), and what each changes."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import product

from game.core.numbers import Numbers

Arm = tuple[tuple[str, str], ...]  # (factor, level) pairs; () is the untreated arm

LEVELS: Mapping[str, tuple[str, ...]] = {
    "script": ("hawk", "restrained", "hold"),
    "war_size": ("heavy", "light"),
    "theatre": ("far", "near"),
    "consultation": ("on", "off"),
    "exit_notice": ("announced", "abrupt"),
    "garrison": ("present", "absent"),
}
DEFAULT_LEVELS: Mapping[str, tuple[str, ...]] = {**LEVELS, "script": ("hawk", "restrained")}
NEEDS_SCRIPT = frozenset({"exit_notice", "garrison"})
NEEDS_STUDENTS = frozenset({"consultation"})
MOST_FACTORS = 2


def level(arm: Arm, factor: str) -> str | None:
    """The level of this factor in the arm, or None when the arm leaves it alone."""
    return dict(arm).get(factor)


def arms(factors: Mapping[str, tuple[str, ...]]) -> list[Arm]:
    """Every combination of the factors' levels, in the order given."""
    return [tuple(zip(factors, levels, strict=True)) for levels in product(*factors.values())]


def arm_name(arm: Arm) -> str:
    """What the tables call it: `hawk`, `hawk+near`, or `none`."""
    return "+".join(levels for _, levels in arm) or "none"


def faults(factors: Mapping[str, tuple[str, ...]], *, talks: bool = True) -> list[str]:
    """Why these factors cannot be combined, one sentence each; empty when they can.

    `talks` tells whether the length of play chosen has a stage of consultation.
    """
    return [*_levels(factors), *_together(factors), *_notice(factors, talks=talks)]


def _levels(factors: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Treatments and levels that do not exist, or cannot be compared."""
    found = [f"There is no treatment called {name}." for name in factors if name not in LEVELS]
    found += [
        f"{name} has no level called {value}."
        for name, values in factors.items()
        for value in values
        if name in LEVELS and value not in LEVELS[name]
    ]
    found += [f"{name} needs at least two levels." for name in factors if len(factors[name]) < 2]
    found += [
        f"{name} names a level twice."
        for name, values in factors.items()
        if len(set(values)) < len(values)
    ]
    return found


def _together(factors: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Treatments that do not go together."""
    found = []
    if len(factors) > MOST_FACTORS:
        found.append(f"At most {MOST_FACTORS} factors in a session.")
    if NEEDS_SCRIPT & factors.keys() and "script" not in factors:
        found.append("exit_notice and garrison need scripted patrons: add the factor script.")
    if NEEDS_STUDENTS & factors.keys() and "script" in factors:
        found.append("consultation needs student patrons: leave out the factor script.")
    return found


def _notice(factors: Mapping[str, tuple[str, ...]], *, talks: bool) -> list[str]:
    """The notice is a communiqué before the restrained script's exit: without either, nothing."""
    if "exit_notice" not in factors:
        return []
    found = [] if talks else ["exit_notice is a communiqué: it needs a version with consultation."]
    if "restrained" not in factors.get("script", ("restrained",)):
        found.append("exit_notice needs the level restrained of script, which alone exits.")
    return found


def numbers_in(numbers: Numbers, arm: Arm) -> Numbers:
    """The scenario's numbers in this arm. Only `war_size` touches any: the bands, no payoff."""
    if level(arm, "war_size") == "light":
        return replace(numbers, escalate=(3, 3), hold=(1, 2), draw_down=(0, 0))
    return numbers
