"""The gauge: how the index shares belief among HRT, about zero and the authors.

Three hypotheses about the effect: zero, or half-normal with scale omega on either theory's side.
Likelihood: Student's t of the estimate about the effect. A needle between two theories would point
beyond ten to one in 8 to 17 % of classes in which nothing is true; so there are three bars.
"""

from dataclasses import dataclass
from math import log, pi, sqrt

import numpy as np
from scipy.special import gammaln

from game.analysis.inference.reference import Vector
from game.analysis.inference.results import GaugeResult

FAR = 8.0  # in omegas: beyond, the prior has nothing left
NODES, WEIGHTS = np.polynomial.legendre.leggauss(64)
HARDLY, LEANS, FAVOURS = 3, 10, 30


@dataclass(frozen=True, slots=True)
class Shares:
    """Together 1; `bf` is authors : HRT."""

    hrt: float
    zero: float
    authors: float
    bf: float


def shares(effect: float, se: float, df: int, omega: float) -> Shares:
    """Of an effect on the index (towards HRT positive), its standard error between groups."""
    hrt = _marginal(effect, se, df, omega)
    authors = _marginal(-effect, se, df, omega)
    zero = float(_density(np.array([effect]), se, df)[0])
    total = hrt + zero + authors
    return Shares(hrt / total, zero / total, authors / total, authors / hrt)


def _marginal(towards: float, se: float, df: int, omega: float) -> float:
    """The density of the estimate, averaged over half-normal effects on its side.

    By Gauss and Legendre, piece by piece: narrow ones where the likelihood has its peak.
    """
    peaks = [towards + step * se for step in (-20, -6, -2, 0, 2, 6, 20)]
    edges = np.unique(np.clip([0, *peaks, omega, 3 * omega, FAR * omega], 0, FAR * omega))
    middle, half = (edges[1:] + edges[:-1]) / 2, (edges[1:] - edges[:-1]) / 2
    effects = middle[:, None] + half[:, None] * NODES
    prior = 2 * np.exp(-((effects / omega) ** 2) / 2) / (omega * sqrt(2 * pi))
    return float(half @ (_density(towards - effects, se, df) * prior @ WEIGHTS))


def _density(distance: Vector, se: float, df: int) -> Vector:
    """Student's t, scaled by the standard error."""
    scale = gammaln((df + 1) / 2) - gammaln(df / 2) - log(df * pi) / 2 - log(se)
    return np.asarray(np.exp(scale - (df + 1) / 2 * np.log1p((distance / se) ** 2 / df)))


def gauge(
    effect: tuple[float, float, int] | None, reason: str, baseline: float, omega: float
) -> GaugeResult:
    """The gauge of an index estimate (estimate, se, df), or why it is not shown."""
    if effect is None or effect[1] <= 0:
        why = reason or "The groups are too few in an arm, or too alike, to say how they scatter."
        return GaugeResult(
            False, why, None, None, None, baseline, omega, None, None, None, None, ""
        )
    estimate, se, df = effect
    found = shares(estimate - baseline, se, df, omega)
    return GaugeResult(
        shown=True,
        reason="",
        estimate=estimate,
        se=se,
        df=df,
        baseline=baseline,
        omega=omega,
        share_hrt=found.hrt,
        share_zero=found.zero,
        share_authors=found.authors,
        bf=found.bf,
        words=_words(found),
    )


def _words(found: Shares) -> str:
    """`The class favours the authors over HRT, 12 to 1; “about zero” keeps 22 %.`"""
    ratio = max(found.bf, 1 / found.bf)
    ahead, behind = ("the authors", "HRT") if found.bf > 1 else ("HRT", "the authors")
    kept = f"“about zero” keeps {100 * found.zero:.0f} %."
    if ratio < HARDLY:
        return f"The class hardly favours either theory ({ratio:.1f} to 1); {kept}"
    odds = f"{ratio:.0f} to 1" if ratio < 1000 else "more than 1000 to 1"
    if ratio < LEANS:
        return f"The class leans towards {ahead} against {behind}, {odds}; {kept}"
    strongly = "strongly favours" if ratio > FAVOURS else "favours"
    return f"The class {strongly} {ahead} over {behind}, {odds}; {kept}"
