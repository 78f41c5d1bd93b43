"""p-values and intervals from a reference set: the test, and the test turned round.

For each member, `a` is the contrast recomputed on the outcomes and `b` the contrast recomputed on
the assignment itself. Under the hypothesis tau = tau0 the member's contrast is a - tau0 b.
"""

from dataclasses import dataclass

import numpy as np

from game.analysis.inference.reference import Vector

TIE = 1e-9


@dataclass(frozen=True, slots=True)
class Contrast:
    """An estimate with the contrasts of all N members; `a` and `b` have shape (N,)."""

    estimate: float
    a: Vector
    b: Vector

    def p(self, hypothesis: float = 0.0) -> float:
        """Two-sided p: the share of members at least as far from the hypothesis."""
        far = np.abs(self.a - hypothesis * self.b) >= abs(self.estimate - hypothesis) - TIE
        return float(far.mean())

    def interval(self, level: float) -> tuple[float, float]:
        """Every hypothesis whose p is above 1 - level; in closed form.

        A member accepts between (estimate - a)/(1 - b) and (estimate + a)/(1 + b); where |b| is 1
        or more it accepts everything.
        """
        low = np.full(len(self.a), -np.inf)
        high = np.full(len(self.a), np.inf)
        some = np.abs(self.b) < 1 - TIE
        a, b = self.a[some], self.b[some]
        ends = np.stack([(self.estimate - a) / (1 - b), (self.estimate + a) / (1 + b)])
        low[some], high[some] = ends.min(axis=0), ends.max(axis=0)
        k = int((1 - level) * len(self.a) + TIE)
        return float(np.sort(low)[k]), float(np.sort(high)[::-1][k])
