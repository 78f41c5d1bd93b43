"""What pooling says: frozen values, in the claim's own unit. None: could not be computed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PooledSession:
    """A session of the plot. `reason` says why it did not enter, or not both lines."""

    session: str
    estimate: float
    se: float | None
    groups: int
    entered: bool
    reason: str


@dataclass(frozen=True, slots=True)
class TLine:
    """The plain one-sample t over sessions, unweighted. 95 per cent interval."""

    k: int
    estimate: float
    se: float
    df: int
    ci_low: float | None  # none where all sessions gave the very same estimate
    ci_high: float | None
    p: float | None


@dataclass(frozen=True, slots=True)
class RandomEffects:
    """Paule-Mandel tau2, Hartung-Knapp-Sidik-Jonkman interval with the guard, t with k-1 df."""

    k: int
    estimate: float
    se: float
    df: int
    tau2: float  # variance of the effect between classes
    i2: float  # share of the scatter that is not chance, 0-1
    q: float  # Cochran's
    ci_low: float
    ci_high: float
    p: float
    pi_low: float | None  # where the next class may fall, t with k-2 df; none with two sessions
    pi_high: float | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Both estimates without this session; none where the session is not in the line."""

    session: str
    t: float | None
    random_effects: float | None


@dataclass(frozen=True, slots=True)
class Pooled:
    """One claim over sessions. `headline`: enough sessions to say it aloud."""

    claim: str
    k: int  # sessions that entered
    headline: bool
    sessions: tuple[PooledSession, ...]  # all, in the order given
    t: TLine | None
    random_effects: RandomEffects | None
    leave_one_out: tuple[LeftOut, ...]
