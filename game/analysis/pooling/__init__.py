"""Several sessions of one claim: what would the next class show?

Each session is one observation, its own estimate with its own standard error. No line is a
fixed-effect z: weights made of the standard errors of ten groups are noise, and with nothing true
that test speaks in one of eight pools of five sessions. See docs/explain/pooling.md.
"""

from game.analysis.pooling.lines import session_interval
from game.analysis.pooling.pool import MIN_HEADLINE, pool
from game.analysis.pooling.results import LeftOut, Pooled, PooledSession, RandomEffects, TLine

__all__ = [
    "MIN_HEADLINE",
    "LeftOut",
    "Pooled",
    "PooledSession",
    "RandomEffects",
    "TLine",
    "pool",
    "session_interval",
]
