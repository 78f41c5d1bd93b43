"""Estimates and lines of the archive as sentences."""

from math import sqrt

from game.analysis.inference.results import Analysis, ClaimResult
from game.analysis.inference.sentences import UNITS, amount, p_words
from game.analysis.pooling import Pooled, RandomEffects
from game.web.wording import archive as wording
from game.web.wording.figures import capital, some, spelt

DASH = "–"


def classes(count: int) -> str:
    """`six classes`."""
    return f"{spelt(count)} {'class' if count == 1 else 'classes'}"


def interval(claim: str, low: float | None, high: float | None) -> str:
    """`95 % CI −11.0 to −1.4`."""
    if low is None or high is None:
        return "no interval"
    return wording.INTERVAL.format(low=amount(claim, low), high=amount(claim, high))


def ends(claim: str, low: float | None, high: float | None) -> str:
    """The interval in a table's cell."""
    if low is None or high is None:
        return DASH
    return f"{amount(claim, low)} to {amount(claim, high)}"


def lines_of(found: Pooled) -> list[str]:
    """The pooled lines in sentences."""
    return [
        _t(found),
        *(_random(found.claim, found.random_effects) if found.random_effects else ()),
    ]


def _t(found: Pooled) -> str:
    claim, line = found.claim, found.t
    unit = UNITS[claim][0]
    entered = next((one for one in found.sessions if one.entered), None)
    if entered is None:
        return wording.NO_CLASS
    if line is None:
        return wording.ONE.format(amount=amount(claim, entered.estimate), unit=unit)
    said = {
        "classes": classes(line.k),
        "amount": amount(claim, line.estimate),
        "unit": unit,
        "interval": interval(claim, line.ci_low, line.ci_high),
        "df": line.df,
    }
    if line.p is None:
        return wording.ALIKE.format(**said)
    template = wording.HEADLINE if found.headline else wording.BELOW
    return capital(template.format(**said, p=p_words(line.p)))


def _random(claim: str, line: RandomEffects) -> list[str]:
    first = wording.RANDOM.format(
        amount=amount(claim, line.estimate),
        interval=interval(claim, line.ci_low, line.ci_high),
        p=p_words(line.p),
        tau=amount(claim, sqrt(line.tau2)).removeprefix("+"),
        i2=round(100 * line.i2),
    )
    if line.pi_low is None or line.pi_high is None:
        return [first]
    low, high = amount(claim, line.pi_low), amount(claim, line.pi_high)
    return [first, wording.NEXT.format(low=low, high=high)]


def together(found: Analysis | None, claim: str) -> list[str]:
    """What all draws at once say; nothing of the index, which is never tested."""
    if found is None or claim == "C0":
        return []
    result = found.claim(claim)
    if not result.testable or result.estimate is None or result.p is None:
        return [wording.NOT_TOGETHER.format(reason=result.reason)] if result.reason else []
    template = wording.ASSOCIATED if result.design == "D3" else wording.TOGETHER
    return [
        template.format(
            amount=amount(claim, result.estimate),
            interval=interval(claim, result.ci_low, result.ci_high),
            p=p_words(result.p),
            how=_how(result),
            groups=some(result.n_clusters, "group"),
        )
    ]


def _how(result: ClaimResult) -> str:
    whole, drawn = wording.FLIPS if result.design == "D3" else wording.WAYS
    return (whole if result.exact else drawn).format(count=f"{result.n_ref:,}")
