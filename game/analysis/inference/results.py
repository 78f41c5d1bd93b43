"""What an analysis says: frozen values, as `run.py analyse --json` prints and the debrief draws.

Effects are in the claim's own unit (belief points 0-100, rate of hedging 0-1, support -1 to +1,
index 0-1): escalate minus not. Bounds may be infinite. None: not computed, because not testable.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClaimResult:
    """One claim in this class. `reason` says why it is not testable; empty when it is."""

    claim: str  # C0 ... C7
    family: str  # gauge | primary | secondary | check
    design: str  # D1 | D2 | D3
    testable: bool = False
    reason: str = ""
    estimate: float | None = None
    se: float | None = None  # between groups
    df: int | None = None
    ci_low: float | None = None  # 95 per cent
    ci_high: float | None = None
    ci90_low: float | None = None
    ci90_high: float | None = None
    p: float | None = None
    min_p: float | None = None  # the smallest p that this assignment could ever give
    n_ref: int = 0  # members of the reference set that were used
    exact: bool = False  # all members were
    n_clusters: int = 0  # groups
    p_holm: float | None = None
    baseline: float | None = None  # what the payoffs alone predict
    excess: float | None = None  # estimate - baseline
    p_vs_baseline: float | None = None
    verdict: str = ""  # see verdicts.py; empty for C0, which is never tested
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class GaugeResult:
    """Three shares (0-1, together 1) of the index C0; None where `shown` is false."""

    shown: bool
    reason: str
    estimate: float | None
    se: float | None
    df: int | None
    baseline: float | None
    omega: float
    share_hrt: float | None
    share_zero: float | None
    share_authors: float | None
    bf: float | None  # authors : HRT
    words: str  # "The class favours the authors over HRT, 12 to 1; ..."


@dataclass(frozen=True, slots=True)
class ArmShare:
    """Ally-rounds of students' seats in one arm (or of one drawn posture): how many were played."""

    arm: str
    expected: int
    played: int

    @property
    def missing(self) -> float | None:
        """Share not played, 0-1."""
        return 1 - self.played / self.expected if self.expected else None


@dataclass(frozen=True, slots=True)
class DataReport:
    """What entered and what did not. Counts are of ally-rounds unless said otherwise."""

    groups: int
    groups_used: int
    groups_dropped: tuple[str, ...]  # under half of their ally-rounds were played
    rows: int
    used: int
    bot_rows: int
    timed_out: int
    by_instructor: int
    missing_belief: int
    duplicates: int
    repeat_players: int  # who had played in an earlier session: their rows are left out
    bot_seats: int
    attrition: tuple[ArmShare, ...]
    attrition_differs: bool  # by more than 10 points between arms
    shortened: tuple[str, ...] = ()  # D3 groups whose patron was replaced by a bot on the way


@dataclass(frozen=True, slots=True)
class Robustness:
    """The primary claims once more, otherwise counted; estimates only, never a verdict."""

    claim: str
    line: str  # round_1 | with_timeouts | without_bot_groups | leave_one_out | worst_case
    low: float | None  # low = high where the line is one number
    high: float | None
    groups: int


@dataclass(frozen=True, slots=True)
class OwnBeliefs:
    """What allies did after one posture, beside what their own beliefs and the payoffs imply.

    Rates 0-1. `expected` is the logit rate of hedging at their stated beliefs, `low` and `high`
    the same at the two other lambdas; `best` is the share of moves that were best responses.
    """

    posture: str  # escalate | hold | draw_down; empty: all
    moves: int
    hedged: float
    expected: float
    low: float
    high: float
    best: float

    @property
    def excess(self) -> float:
        """Hedging beyond what their beliefs imply."""
        return self.hedged - self.expected


@dataclass(frozen=True, slots=True)
class TiltLine:
    """What the payoffs alone make of escalation, for players who calculate so sharply."""

    precision: float  # lambda
    belief: float  # points
    hedging: float  # rate


@dataclass(frozen=True, slots=True)
class SessionEstimate:
    """One session's own estimate, for the forest plot."""

    session: str
    claim: str
    estimate: float
    se: float | None
    df: int | None
    groups: int
    enough: bool  # three groups an arm: it enters the pooled lines


@dataclass(frozen=True, slots=True)
class Analysis:
    """A whole analysis: the claims (C1 ... C7, then C0), the gauge, and what it rests on."""

    engine_version: str
    claims_hash: str
    design: str
    sessions: tuple[str, ...]
    simulated: bool
    seed: int  # of the draws from reference sets too large to go through
    claims: tuple[ClaimResult, ...]
    gauge: GaugeResult
    data: DataReport
    robustness: tuple[Robustness, ...]
    by_session: tuple[SessionEstimate, ...]
    own_beliefs: tuple[OwnBeliefs, ...] = ()  # empty where the payoffs are not known
    tilts: tuple[TiltLine, ...] = ()
    unfinished: tuple[str, ...] = ()  # sessions that were not played to their end, or go on

    def claim(self, claim_id: str) -> ClaimResult:
        """The result of one claim."""
        return next(result for result in self.claims if result.claim == claim_id)
