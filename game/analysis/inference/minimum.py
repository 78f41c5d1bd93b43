"""Not enough data: decided by the assignment, before any outcome is looked at."""

from game.analysis.inference.estimators import Estimated
from game.analysis.inference.level import LEVEL, PRIMARY

LEAST_GROUPS = {"D1": 9, "D2": 2, "D3": 7}
VARIED = {"C4": "the forces sent away", "C7": "beliefs"}  # slopes within groups in every design
ROUNDING = 1e-12


def smallest_p(found: Estimated) -> float:
    """The smallest two-sided p that the reference set could ever give."""
    return min(1.0, 2 / found.size)


def too_little(found: Estimated, claim: str, design: str) -> str:
    """Why the claim cannot be tested in this class; empty when it can."""
    rule = "D3" if claim in VARIED else design
    if found.groups < LEAST_GROUPS[rule]:
        return f"{_groups(found.groups, rule, claim)}; the test needs {LEAST_GROUPS[rule]}."
    if smallest_p(found) > LEVEL / PRIMARY + ROUNDING:
        return "Too few ways in which the draw could have come out."
    return ""


def _groups(count: int, rule: str, claim: str) -> str:
    said = "1 group" if count == 1 else f"{count} groups"
    if rule != "D3":
        return f"{said} with answers"
    return f"{said} in which {VARIED.get(claim, 'the posture')} varied"
