"""How reliable a coding is, with its interval, in the words that are usual for it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from game.analysis.reliability.coding import NOMINAL, Coding, alike, coding_of
from game.analysis.reliability.estimates import DRAWS, Estimate, estimates
from game.analysis.reliability.reading import Codings

RELIABLE, TENTATIVE = 0.8, 0.667
LOPSIDED = 0.9
VERDICTS = ("reliable", "tentative conclusions only", "do not analyse this code")
ONE_CODER = "There is one coder only. Agreement needs a second one, who codes the same texts."
NONE_TWICE = "No text was coded by two coders. Give both the same texts, at least 50 of them."
ONE_CODE = (
    "All texts that were coded twice have the same code. Where nothing varies alpha is undefined: "
    "the coders agree, but nobody knows whether they could tell another code."
)
WIDE = "The lower end of the interval is under .667: more texts coded twice may change the answer."
NO_FAULT = "No two codes differ, so the interval has no width. Other texts may still divide them."
MOSTLY = (
    "One code, “{code}”, has {share:.0f} % of what was given. Alpha and kappa can then be low "
    "although the coders nearly always agree: look at the distribution."
)
SKIPPED = (
    "{count} draws of the bootstrap hold one code only, have no alpha, and were left out: the "
    "interval is too narrow."
)
ALIKE = "“{one}” and “{other}” count as two codes."


@dataclass(frozen=True, slots=True)
class Share:
    """How often a code was given, over all coders."""

    code: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two codes of one text, and how many pairs of coders gave them."""

    codes: tuple[str, str]
    count: int


@dataclass(frozen=True, slots=True)
class Reliability:
    """The report. None: undefined, or asked of other than two coders (kappa)."""

    units: int
    coders: int
    pairable_units: int  # coded by two or more
    n_codes: int  # codes given in all
    percent_agreement: float | None  # 0-100, over all pairs of codes of one text
    alpha: float | None
    alpha_low: float | None
    alpha_high: float | None
    kappa: float | None
    kappa_low: float | None
    kappa_high: float | None
    level: str
    draws: int
    seed: int
    distribution: tuple[Share, ...]
    disagreements: tuple[Disagreement, ...]
    verdict: str | None
    warnings: tuple[str, ...]


def reliability(
    codings: Codings, level: str = NOMINAL, seed: int = 1, draws: int = DRAWS
) -> Reliability:
    """How far the coders agree.

    Raises:
        NoCodings: the codes do not suit the level.
    """
    coding = coding_of(codings, level)
    pairs = coding.pairs()
    disagreements = _disagreements(coding, pairs)
    differ = sum(found.count for found in disagreements)
    found = estimates(coding, level, seed, draws)
    alpha, kappa = found.alpha, found.kappa
    given = coding.distribution(coding.texts)
    return Reliability(
        units=len(coding.texts),
        coders=len(coding.coders),
        pairable_units=len(coding.pairable),
        n_codes=given.total(),
        percent_agreement=100 * (1 - differ / pairs.total()) if pairs else None,
        alpha=alpha.value,
        alpha_low=alpha.low,
        alpha_high=alpha.high,
        kappa=kappa.value,
        kappa_low=kappa.low,
        kappa_high=kappa.high,
        level=level,
        draws=draws,
        seed=seed,
        distribution=tuple(_shares(coding, given)),
        disagreements=disagreements,
        verdict=verdict(alpha.value),
        warnings=(*codings.notes, *_degenerate(coding), *_warnings(coding, alpha, found.skipped)),
    )


def verdict(alpha: float | None) -> str | None:
    """Krippendorff's convention, in its words."""
    if alpha is None:
        return None
    return VERDICTS[(alpha < RELIABLE) + (alpha < TENTATIVE)]


def _shares(coding: Coding, given: Counter[int]) -> Iterator[Share]:
    for code, count in sorted(given.items(), key=lambda item: (-item[1], item[0])):
        yield Share(coding.codes[code], count, count / given.total())


def _disagreements(coding: Coding, pairs: Counter[tuple[int, int]]) -> tuple[Disagreement, ...]:
    """Most frequent first."""
    differing = [(pair, count) for pair, count in pairs.items() if pair[0] != pair[1]]
    ordered = sorted(differing, key=lambda item: (-item[1], item[0]))
    return tuple(
        Disagreement((coding.codes[one], coding.codes[other]), count)
        for (one, other), count in ordered
    )


def _degenerate(coding: Coding) -> Iterator[str]:
    """Why there is no alpha."""
    if len(coding.coders) == 1:
        yield ONE_CODER
    elif not coding.pairable:
        yield NONE_TWICE
    elif len(coding.distribution(coding.pairable)) == 1:
        yield ONE_CODE


def _warnings(coding: Coding, alpha: Estimate, skipped: int) -> Iterator[str]:
    if alpha.value == 1:
        yield NO_FAULT
    elif alpha.low is not None and alpha.low < TENTATIVE:
        yield WIDE
    if skipped:
        yield SKIPPED.format(count=skipped)
    compared = coding.distribution(coding.pairable)
    for code, count in compared.most_common(1):
        if compared.total() * LOPSIDED < count < compared.total():
            share = 100 * count / compared.total()
            yield MOSTLY.format(code=coding.codes[code], share=share)
    for one, other in alike(coding.codes):
        yield ALIKE.format(one=one, other=other)
