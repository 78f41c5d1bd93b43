"""The whole analysis: claims, families, verdicts, gauge, and what it all rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from game import __version__
from game.analysis.claims.reading import ClaimsFile
from game.analysis.inference.dataset import Dataset
from game.analysis.inference.estimators import Estimated
from game.analysis.inference.gauge import gauge
from game.analysis.inference.minimum import smallest_p, too_little
from game.analysis.inference.reference import DRAWS, MOST_WHOLE
from game.analysis.inference.results import (
    Analysis,
    ClaimResult,
    GaugeResult,
    SessionEstimate,
)
from game.analysis.inference.robustness import robustness
from game.analysis.inference.sentences import Numbers, not_enough, sentence
from game.analysis.inference.testing import estimated
from game.analysis.inference.verdicts import holm, verdict

ORDER = ("C1", "C2", "C3", "C4", "C5", "C6", "C7", "C0")
TESTED_TOGETHER = ("primary", "secondary")
INDEX = "C0"
LEAST_PER_ARM = 3  # groups; a session with fewer does not enter pooled lines
SEED_BYTES = 4


@dataclass(frozen=True, slots=True)
class Setting:
    """What the analysis is held against. `baselines`: effect that the payoffs alone imply, by
    claim; a claim that is not there has none (0)."""

    claims: ClaimsFile
    claims_hash: str
    baselines: Mapping[str, float] = field(default_factory=dict)
    seed: int | None = None
    simulated: bool = False
    only: tuple[str, ...] = ORDER  # the claims to be tested; with fewer, no lines beside them


def analyse(data: Dataset, setting: Setting) -> Analysis:
    """Everything, in one go. The same data give the same numbers, whenever and wherever."""
    seed = seed_of(data, setting)
    whole = setting.only == ORDER
    raw = {name: _tested(name, data, setting, seed) for name in setting.only}
    judged = _judged(raw, setting, data)
    return Analysis(
        engine_version=__version__,
        claims_hash=setting.claims_hash,
        design=data.design,
        sessions=data.sessions,
        simulated=setting.simulated,
        seed=seed,
        claims=tuple(judged[name] for name in setting.only),
        gauge=_gauge(raw.get(INDEX), setting),
        data=data.report,
        robustness=robustness(data) if whole else (),
        by_session=_by_session(data) if whole else (),
    )


def seed_of(data: Dataset, setting: Setting) -> int:
    """The seed of the sampled reference sets: nobody's choice, unless it was given."""
    if setting.seed is not None:
        return setting.seed
    groups = sorted({f"{row.session}/{row.group}" for row in data.rows})
    said = "\n".join([data.design, setting.claims_hash, *groups])
    return int.from_bytes(sha256(said.encode()).digest()[:SEED_BYTES], "big")


def _tested(name: str, data: Dataset, setting: Setting, seed: int) -> ClaimResult:
    """The numbers of one claim, before the family is known."""
    found = estimated(data, name)
    claim, baseline = setting.claims.claim(name), setting.baselines.get(name, 0.0)
    blank = ClaimResult(claim.id, claim.family, data.design, baseline=baseline)
    if isinstance(found, str):
        return replace(blank, reason=found)
    counted = replace(
        blank,
        n_clusters=found.groups,
        n_ref=found.size if found.size <= MOST_WHOLE else DRAWS + 1,
        exact=found.size <= MOST_WHOLE,
        min_p=smallest_p(found),
        reason=too_little(found, name, data.design),
    )
    return counted if counted.reason else _numbers(counted, found, seed)


def _numbers(counted: ClaimResult, found: Estimated, seed: int) -> ClaimResult:
    contrast, baseline = found.test(seed), counted.baseline or 0.0
    low, high = contrast.interval(0.95)
    low90, high90 = contrast.interval(0.90)
    return replace(
        counted,
        testable=True,
        estimate=contrast.estimate,
        se=found.se,
        df=found.df,
        ci_low=low,
        ci_high=high,
        ci90_low=low90,
        ci90_high=high90,
        p=contrast.p(),
        excess=contrast.estimate - baseline,
        p_vs_baseline=contrast.p(baseline),
    )


def _judged(
    raw: Mapping[str, ClaimResult], setting: Setting, data: Dataset
) -> dict[str, ClaimResult]:
    """With p adjusted within the family, the verdict and its sentence; C0 has none of these."""
    adjusted = {name: result.p for name, result in raw.items() if result.p is not None}
    for family in TESTED_TOGETHER:
        own = {n: r.p for n, r in raw.items() if r.family == family and r.p is not None}
        adjusted |= holm(own)
    return {
        name: result
        if name == INDEX
        else _verdict(replace(result, p_holm=adjusted.get(name)), setting, data)
        for name, result in raw.items()
    }


def _verdict(result: ClaimResult, setting: Setting, data: Dataset) -> ClaimResult:
    claim = setting.claims.claim(result.claim)
    if result.estimate is None or result.p_holm is None:
        said = not_enough(result.min_p, result.reason, result.n_clusters)
        return replace(result, verdict="NOT_ENOUGH_DATA", sentence=said)
    baseline = result.baseline or 0.0
    ci90 = (_known(result.ci90_low), _known(result.ci90_high))
    found = verdict(claim, result.estimate, result.p_holm, _known(result.p_vs_baseline), ci90)
    numbers = Numbers(
        groups=result.n_clusters,
        cause=data.design != "D3",
        estimate=result.estimate,
        ci=(_known(result.ci_low), _known(result.ci_high)),
        baseline=baseline,
        uneven=data.report.attrition_differs,
    )
    return replace(result, verdict=found.value, sentence=sentence(claim, found, numbers))


def _known(value: float | None) -> float:
    if value is None:
        raise TypeError("a tested claim has all its numbers")
    return value


def _gauge(index: ClaimResult | None, setting: Setting) -> GaugeResult:
    omega = float(str(setting.claims.settings["gauge_omega"]))
    baseline = setting.baselines.get(INDEX, 0.0)
    if index is None or index.estimate is None or index.se is None or index.df is None:
        return gauge(None, index.reason if index else "It was not asked for.", baseline, omega)
    return gauge((index.estimate, index.se, index.df), "", baseline, omega)


def _by_session(data: Dataset) -> tuple[SessionEstimate, ...]:
    """Each session's own estimates, for the forest plot."""
    lines = []
    for session in data.sessions:
        own = data.only(row for row in data.rows if row.session == session)
        for claim in ORDER:
            line = _session_line(own, session, claim)
            lines += [line] if line else []
    return tuple(lines)


def _session_line(own: Dataset, session: str, claim: str) -> SessionEstimate | None:
    found = estimated(own, claim)
    if isinstance(found, str):
        return None
    return SessionEstimate(
        session=session,
        claim=claim,
        estimate=found.estimate,
        se=found.se,
        df=found.df,
        groups=found.groups,
        enough=found.smaller_arm >= LEAST_PER_ARM,
    )
