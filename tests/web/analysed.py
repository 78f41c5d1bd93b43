"""Analyses made by hand, to look at pages: one of every verdict, design and odd end."""

from dataclasses import replace
from math import inf

from game.analysis.claims import claims_hash
from game.analysis.claims.reading import read_claims
from game.analysis.inference.results import (
    Analysis,
    ArmShare,
    ClaimResult,
    DataReport,
    GaugeResult,
    OwnBeliefs,
    Robustness,
    TiltLine,
)
from game.analysis.inference.sentences import Numbers, not_enough, sentence
from game.analysis.inference.verdicts import Verdict
from game.web.debrief_render import Tested

CLAIMS = read_claims()
SCALE = {claim.id: claim.smallest_effect for claim in CLAIMS.claims}


def result(name: str, verdict: str, **changed: object) -> ClaimResult:
    """A claim with numbers of about the right size, and the engine's own sentence about them."""
    claim, size = CLAIMS.claim(name), SCALE[name]
    sign = -1 if claim.expects["authors"] == "-" else 1
    blank = ClaimResult(
        claim=name,
        family=claim.family,
        design="D2",
        testable=True,
        reason="",
        estimate=sign * 1.3 * size,
        se=0.4 * size,
        df=5,
        ci_low=sign * 1.3 * size - size,
        ci_high=sign * 1.3 * size + size,
        ci90_low=sign * 1.3 * size - 0.8 * size,
        ci90_high=sign * 1.3 * size + 0.8 * size,
        p=0.012,
        min_p=0.0025,
        n_ref=400,
        exact=True,
        n_clusters=6,
        p_holm=0.036,
        baseline=0.0,
        excess=sign * 1.3 * size,
        p_vs_baseline=0.012,
        verdict=verdict,
        sentence="",
    )
    made = replace(blank, **changed)  # type: ignore[arg-type]
    return replace(made, sentence=_sentence(made))


def _sentence(made: ClaimResult) -> str:
    if made.verdict == "NOT_ENOUGH_DATA":
        return not_enough(made.min_p, made.reason, made.n_clusters)
    assert made.estimate is not None
    assert made.ci_low is not None
    assert made.ci_high is not None
    numbers = Numbers(
        groups=made.n_clusters,
        cause=made.design != "D3",
        estimate=made.estimate,
        ci=(made.ci_low, made.ci_high),
        baseline=made.baseline or 0.0,
        uneven=True,  # the longest sentence
    )
    return sentence(CLAIMS.claim(made.claim), Verdict(made.verdict), numbers)


def none(name: str, reason: str = "3 groups with answers; the test needs 9.") -> ClaimResult:
    """A claim with too little to tell."""
    return result(
        name,
        "NOT_ENOUGH_DATA",
        testable=False,
        reason=reason,
        min_p=0.25,
        n_clusters=3,
        **dict.fromkeys(NUMBERS),
    )


NUMBERS = (
    *("estimate", "se", "df", "ci_low", "ci_high", "ci90_low", "ci90_high"),
    *("p", "p_holm", "excess", "p_vs_baseline"),
)
GAUGE = GaugeResult(
    True, "", -0.06, 0.03, 5, 0.0, 0.1, 0.06, 0.22, 0.72, 12.0,
    "The class favours the authors over HRT, 12 to 1; “about zero” keeps 22 %.",
)  # fmt: skip
NO_GAUGE = replace(
    GAUGE,
    shown=False,
    reason="3 groups with answers; the test needs 9.",
    **dict.fromkeys(("estimate", "se", "df", "share_hrt", "share_zero", "share_authors", "bf")),
    words="",
)
FULL = DataReport(
    6, 6, (), 144, 133, 8, 3, 0, 2, 0, 0, 1,
    (ArmShare("escalate", 72, 60), ArmShare("restrain", 72, 71)), True,
)  # fmt: skip
LINES = (
    Robustness("C1", "round_1", -3.2, -3.2, 6),
    Robustness("C1", "with_timeouts", -6.1, -6.1, 6),
    Robustness("C1", "leave_one_out", -7.4, -5.0, 6),
    Robustness("C2", "leave_one_out", 0.05, 0.22, 6),
    Robustness("C2", "worst_case", -0.11, 0.31, 6),
    Robustness("C3", "leave_one_out", -0.3, -0.2, 6),
)


OWN = (
    OwnBeliefs("", 130, 0.482, 0.41, 0.448, 0.366, 0.631),
    OwnBeliefs("escalate", 44, 0.62, 0.471, 0.482, 0.44, 0.7),
    OwnBeliefs("hold", 46, 0.43, 0.38, 0.41, 0.32, 0.6),
    OwnBeliefs("draw_down", 40, 0.36, 0.374, 0.44, 0.33, 0.6),
)
TILTS = (TiltLine(0.3, -1.04, 0.02), TiltLine(0.6, -2.1, 0.036), TiltLine(1.2, -4.4, 0.08))


def analysis(design: str, *results: ClaimResult, **changed: object) -> Analysis:
    """These results, and for claims that are not among them something open."""
    given = {item.claim: item for item in results}
    claims = tuple(
        given.get(claim.id) or result(claim.id, "INCONCLUSIVE", design=design)
        for claim in CLAIMS.claims
        if claim.id != "C0"
    )
    made = Analysis(
        engine_version="0.0.0",
        claims_hash=claims_hash(),
        design=design,
        sessions=("S1",),
        simulated=False,
        seed=1,
        claims=claims,
        gauge=GAUGE,
        data=FULL,
        robustness=LINES,
        by_session=(),
        own_beliefs=OWN,
        tilts=TILTS,
    )
    return replace(made, **changed)  # type: ignore[arg-type]


def analysed(design: str, *results: ClaimResult, **changed: object) -> Tested:
    """The same with the claims file."""
    return Tested(analysis(design, *results, **changed), CLAIMS)


AUTHORS = analysed(
    "D2",
    *(result(name, "CONSISTENT_WITH_AUTHORS") for name in ("C1", "C2", "C3")),
    *(result(name, "CONSISTENT_WITH_AUTHORS") for name in ("C4", "C5", "C6")),
    result("C7", "LINK_SUPPORTED"),
)
PAYOFFS = analysed(
    "D3",
    *(
        result(name, "EXPLAINED_BY_PAYOFFS", design="D3", baseline=SCALE[name] * factor)
        for name, factor in (("C1", -1.2), ("C2", 1.1), ("C3", -1), ("C4", -1), ("C6", -1))
    ),
    result("C5", "OPPOSITE_TO_AUTHORS", design="D3", estimate=6.0, ci_low=2.0, ci_high=inf),
    result("C7", "LINK_REVERSED", design="D3", estimate=0.03, ci_low=0.01, ci_high=0.05),
)
SMALL = analysed(
    "D1",
    *(result(name, "NO_MEANINGFUL_EFFECT", design="D1") for name in SCALE if name != "C0"),
)
FEW = analysed(
    "D1",
    *(none(name) for name in SCALE if name != "C0"),
    gauge=NO_GAUGE,
    robustness=(),
    data=replace(FULL, groups=4, groups_used=3, groups_dropped=("S1-G2",)),
)
OPEN = analysed(
    "D2-lottery",
    result("C1", "CONSISTENT_WITH_HRT", estimate=7.0, ci_low=2.0, ci_high=12.0, n_clusters=12),
    result("C2", "INCONCLUSIVE", ci_low=-inf, ci_high=inf),
    result("C3", "INCONCLUSIVE", ci_low=-inf, ci_high=0.3),
    result("C7", "INCONCLUSIVE", ci_low=-0.1, ci_high=inf),
)
ALL = {"authors": AUTHORS, "payoffs": PAYOFFS, "small": SMALL, "few": FEW, "open": OPEN}
