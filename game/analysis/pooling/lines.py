"""The two lines over sessions: the plain t, and random effects."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.special import stdtr, stdtrit

from game.analysis.inference.results import SessionEstimate
from game.analysis.pooling.results import RandomEffects, TLine

Numbers = npt.NDArray[np.float64]

LEVEL = 0.05
SMALLEST_STEP = 1e-10  # of Paule-Mandel: how far its equation may stay from zero
MOST_STEPS = 500


def t_line(estimates: Sequence[float]) -> TLine:
    """The mean of the sessions' estimates; needs two."""
    y = np.asarray(estimates, dtype=np.float64)
    k = len(y)
    mean, se = float(y.mean()), float(y.std(ddof=1) / np.sqrt(k))
    if np.ptp(y) == 0:  # the scatter of sessions that are all alike tells nothing
        return TLine(k, mean, 0.0, k - 1, None, None, None)
    low, high, p = _interval(mean, se, k - 1)
    return TLine(k, mean, se, k - 1, low, high, p)


def random_effects(estimates: Sequence[float], errors: Sequence[float]) -> RandomEffects:
    """Random effects over at least two sessions whose standard errors are above zero."""
    y, v = np.asarray(estimates, dtype=np.float64), np.asarray(errors, dtype=np.float64) ** 2
    k = len(y)
    fixed = float(_scatter(y, v, 0.0))
    tau2 = paule_mandel(y, v)
    w = 1 / (v + tau2)
    mean = float(w @ y / w.sum())
    # Where tau2 > 0, q is 1 by the equation that gave tau2; at 0 it is below, and the guard holds.
    q = float(_scatter(y, v, tau2)) / (k - 1)
    se = float(np.sqrt(max(1.0, q) / w.sum()))
    low, high, p = _interval(mean, se, k - 1)
    pi_low, pi_high = _prediction(mean, se, tau2, k)
    i2 = max(0.0, 1 - (k - 1) / fixed) if fixed > 0 else 0.0
    return RandomEffects(k, mean, se, k - 1, tau2, i2, fixed, low, high, p, pi_low, pi_high)


def session_interval(one: SessionEstimate) -> tuple[float, float] | None:
    """The 95 per cent interval of one session's estimate; None without a standard error above
    zero: groups that are all alike are no certainty."""
    if not one.se or not one.df:
        return None
    low, high, _ = _interval(one.estimate, one.se, one.df)
    return low, high


def paule_mandel(y: Numbers, v: Numbers) -> float:
    """The variance between sessions at which their weighted scatter is what chance gives, k - 1.

    The scatter falls and is convex in tau2, so Newton's steps from 0 never pass the root.
    """
    tau2, k = 0.0, len(y)
    for _ in range(MOST_STEPS):
        over = float(_scatter(y, v, tau2)) - (k - 1)
        if over <= SMALLEST_STEP:
            break
        w = 1 / (v + tau2)
        mean = w @ y / w.sum()
        tau2 += over / float((w * w) @ (y - mean) ** 2)
    return tau2


def _scatter(y: Numbers, v: Numbers, tau2: float) -> np.float64:
    w = 1 / (v + tau2)
    scatter: np.float64 = w @ (y - w @ y / w.sum()) ** 2
    return scatter


def _interval(mean: float, se: float, df: int) -> tuple[float, float, float]:
    reach = float(stdtrit(df, 1 - LEVEL / 2)) * se
    return mean - reach, mean + reach, 2 * float(stdtr(df, -abs(mean / se)))


def _prediction(mean: float, se: float, tau2: float, k: int) -> tuple[float | None, float | None]:
    """Higgins, Thompson & Spiegelhalter (2009): t with k-2 df."""
    if k < 3:
        return None, None
    reach = float(stdtrit(k - 2, 1 - LEVEL / 2)) * float(np.sqrt(tau2 + se * se))
    return mean - reach, mean + reach
