"""What would have gone the other way: how large a difference this class would have shown surely.

From its own scatter: half the 95 % interval, and more where Holm's rule shares the level among
the claims of a family. The share is taken on the normal scale: the sentence says "about".
"""

from math import inf, isinf
from statistics import NormalDist

from game.analysis.claims.reading import Claim
from game.analysis.inference.level import LEVEL
from game.analysis.inference.results import Analysis, ClaimResult
from game.analysis.inference.sentences import UNITS, amount
from game.analysis.inference.verdicts import Verdict
from game.web.wording import other_way as words
from game.web.wording.claims import BELIEVES, BOUNDS

NOTHING_FOUND = (Verdict.INCONCLUSIVE, Verdict.NO_MEANINGFUL_EFFECT)
ALONE = "check"  # a family whose claims are not adjusted


def other_way(analysis: Analysis, claim: Claim) -> str:
    """The sentence; empty where the class could not be tested."""
    result = analysis.claim(claim.id)
    if not result.testable or result.estimate is None:
        return ""
    size, most = findable(analysis, result), BOUNDS.get(claim.id, inf)
    if isinf(size):
        return words.NO_END
    side = _side(claim, result)
    if size > most:
        return words.TOO_FEW.format(side=side)
    said = amount(claim.id, size).removeprefix("+")
    return words.FINDABLE.format(size=said, unit=UNITS[claim.id][0], side=side)


def findable(analysis: Analysis, result: ClaimResult) -> float:
    """The estimate from which on this class would speak, if it scattered in the same way."""
    low, high = (inf if end is None else end for end in (result.ci_low, result.ci_high))
    if isinf(low) or isinf(high):
        return inf
    family = [one for one in analysis.claims if one.family == result.family and one.testable]
    shared = 1 if result.family == ALONE else len(family)
    return (high - low) / 2 * _reach(LEVEL / shared) / _reach(LEVEL)


def _reach(level: float) -> float:
    return NormalDist().inv_cdf(1 - level / 2)


def _side(claim: Claim, result: ClaimResult) -> str:
    """The other side of what was found; where nothing was found, either."""
    if result.verdict in NOTHING_FOUND:
        return words.EITHER
    other = "-" if (result.estimate or 0) > 0 else "+"
    who = [name for name, signs in claim.expects.items() if other in signs.split(" or ")]
    if not who:
        return words.OTHER
    believed = words.BOTH_EXPECT if len(who) > 1 else BELIEVES[who[0]]
    return f"{words.OTHER}, which {believed},"
