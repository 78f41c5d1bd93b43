"""The gauge: how the index shares belief among HRT, about zero and the authors.

Three hypotheses about the effect: zero, or half-normal with scale omega on either theory's side.
Likelihood: Student's t of the estimate about the effect. A needle between two theories would point
beyond ten to one in 8 to 17 % of classes in which nothing is true; so there are three bars.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.integrate import quad
from scipy.stats import norm, t

from game.analysis.inference.results import GaugeResult

FAR = 8.0  # in omegas: beyond, the prior has nothing left
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
    zero = float(t.pdf(effect / se, df)) / se
    total = hrt + zero + authors
    return Shares(hrt / total, zero / total, authors / total, authors / hrt)


def _marginal(towards: float, se: float, df: int, omega: float) -> float:
    """The density of the estimate, averaged over half-normal effects on its side."""

    def density(effect: float) -> float:
        likelihood = float(t.pdf((towards - effect) / se, df)) / se
        return likelihood * 2 * float(norm.pdf(effect / omega)) / omega

    peaks = np.clip([towards - 4 * se, towards, towards + 4 * se], 0, FAR * omega)
    edges = np.unique([0, *peaks, omega, 3 * omega, FAR * omega])
    parts = pairwise(edges)
    return sum(float(quad(density, low, high, epsabs=0, epsrel=1e-10)[0]) for low, high in parts)


def gauge(
    effect: tuple[float, float, int] | None, reason: str, baseline: float, omega: float
) -> GaugeResult:
    """The gauge of an index estimate (estimate, se, df), or why it is not shown."""
    if effect is None or effect[1] <= 0:
        why = reason or "The groups do not differ, so that nothing can be said of chance."
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
