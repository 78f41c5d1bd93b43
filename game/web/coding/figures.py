"""Agreement in figures as the page shows them: rounded as `run.py reliability` prints them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.analysis.reliability.report import Reliability

UNDEFINED = "undefined"


@dataclass(frozen=True, slots=True)
class AgreementShown:
    """Figures as words. `codes`: code, how often, per cent; `pairs`: two codes, how often."""

    units: int
    coders: int
    twice: int
    given: int
    percent: str
    alpha: str
    interval: str
    kappa: str
    verdict: str
    how: str
    codes: tuple[tuple[str, int, str], ...]
    pairs: tuple[tuple[str, str, int], ...]
    warnings: tuple[str, ...]


def agreement_shown(found: "Reliability | None") -> AgreementShown | None:
    """None where nothing was coded yet."""
    if found is None:
        return None
    return AgreementShown(
        units=found.units,
        coders=found.coders,
        twice=found.pairable_units,
        given=found.n_codes,
        percent="–" if found.percent_agreement is None else f"{found.percent_agreement:.1f} %",
        alpha=_figure(found.alpha),
        interval=_interval(found.alpha_low, found.alpha_high),
        kappa="" if found.kappa is None else _with(found),
        verdict=found.verdict or "",
        how=f"{found.draws:,} draws over texts, seed {found.seed}",
        codes=tuple((s.code, s.count, f"{100 * s.share:.1f} %") for s in found.distribution),
        pairs=tuple((*pair.codes, pair.count) for pair in found.disagreements),
        warnings=found.warnings,
    )


def _figure(value: float | None) -> str:
    return UNDEFINED if value is None else f"{value:.3f}".replace("-", "−")


def _interval(low: float | None, high: float | None) -> str:
    return "" if low is None or high is None else f"{_figure(low)} to {_figure(high)}"


def _with(found: "Reliability") -> str:
    return f"{_figure(found.kappa)} ({_interval(found.kappa_low, found.kappa_high)})"
