"""The gauge (claims.md 6.1) by numerical integration."""

from dataclasses import dataclass

from scipy.integrate import quad
from scipy.stats import norm, t


@dataclass
class Shares:
    """Of the three hypotheses, and authors against HRT."""

    hrt: float
    zero: float
    authors: float
    bf: float


def shares(excess: float, se: float, df: int, omega: float = 0.10) -> Shares:
    """`excess` of the index over the payoffs' own; the authors expect it below zero."""
    d = -excess

    def weighed(sign):
        def density(delta):
            prior = 2 * norm.pdf(delta / omega) / omega
            return t.pdf((d - sign * delta) / se, df) / se * prior

        peaks = sorted({0.0, min(abs(d), 10 * omega), omega})
        return quad(density, 0, 12 * omega, points=peaks, limit=500, epsabs=0, epsrel=1e-10)[0]

    authors, hrt, zero = weighed(1), weighed(-1), t.pdf(d / se, df) / se
    total = authors + hrt + zero
    return Shares(hrt / total, zero / total, authors / total, authors / hrt)
