"""The plot of a claim over the classes of a pool, and the table beside it."""

from collections.abc import Mapping, Sequence

from game.analysis.archive.entries import Entry
from game.analysis.archive.pools import Pool
from game.analysis.claims.reading import read_claims
from game.analysis.inference.results import Analysis, SessionEstimate
from game.analysis.inference.sentences import AXES, amount
from game.analysis.pooling import Pooled, session_interval
from game.web.archive.words import DASH, ends, lines_of, together
from game.web.charts.forest import Line, Plot, Study, forest, span_of
from game.web.instructor_pages.archive import ClaimShown, EstimateRow
from game.web.wording import archive as wording

LEAST_SPANS = {"C1": 20.0, "C2": 0.4, "C3": 0.6, "C0": 0.2}
MORE_HEDGING = ("HRT", "authors")  # who expects less, who expects more
SIDES = {"C2": MORE_HEDGING}
OUTER = 1.4  # how far the axis reaches beyond the estimates
Numbers = Mapping[str, int]  # of the classes, by session


def claim_shown(
    pool: Pool, found: Pooled, all_draws: Analysis | None, names: Mapping[str, str]
) -> ClaimShown:
    """One claim. `names`: of the classes, short enough for the plot."""
    own = {one.session: line for one in pool.entries for line in _lines(one, found.claim)}
    studies = [_study(names[session], line) for session, line in own.items()]
    lines = lines_of(found)
    return ClaimShown(
        id=found.claim,
        question=read_claims().claim(found.claim).question,
        chart=forest(_plot(found, studies, lines[0])),
        rows=tuple(_row(names[o.session], own[o.session], o.reason) for o in found.sessions),
        lines=(*lines, *together(all_draws, found.claim)),
        without=_without(found, names),
    )


def _without(found: Pooled, names: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    def said(value: float | None) -> str:
        return DASH if value is None else amount(found.claim, value)

    return tuple(
        (names[left.session], said(left.t), said(left.random_effects))
        for left in found.leave_one_out
    )


def _lines(entry: Entry, claim: str) -> list[SessionEstimate]:
    return [line for line in entry.estimates if line.claim == claim]


def _study(name: str, line: SessionEstimate) -> Study:
    low, high = session_interval(line) or (None, None)
    return Study(name, line.estimate, low, high, line.groups, line.enough)


def _row(name: str, line: SessionEstimate, reason: str) -> EstimateRow:
    return EstimateRow(
        name=name,
        groups=line.groups,
        estimate=amount(line.claim, line.estimate),
        interval=ends(line.claim, *(session_interval(line) or (None, None))),
        said=f"{reason[:1].upper()}{reason[1:]}." if reason else "",
    )


def _plot(found: Pooled, studies: Sequence[Study], label: str) -> Plot:
    claim, mixed = found.claim, found.random_effects
    left, right = SIDES.get(claim, ("authors", "HRT"))
    expected = None
    if mixed and mixed.pi_low is not None and mixed.pi_high is not None:
        expected = (mixed.pi_low, mixed.pi_high)
    lines = _pooled(found)
    told = [one.value * OUTER for one in studies]
    told += [end for line in lines if line.headline for end in (line.low, line.high) if end]
    return Plot(
        studies=studies,
        lines=lines,
        expected=expected,
        label=f"{claim} in {len(studies)} classes. {label}",
        left=left,
        right=right,
        unit=AXES[claim],
        span=span_of(told, LEAST_SPANS[claim]),
        digits=0 if claim == "C1" else 2,
    )


def _pooled(found: Pooled) -> list[Line]:
    t, mixed = found.t, found.random_effects
    lines = [Line("Mean (t)", t.estimate, t.ci_low, t.ci_high, found.headline)] if t else []
    if mixed:
        ends_of = (mixed.estimate, mixed.ci_low, mixed.ci_high)
        lines.append(Line("Random effects", *ends_of, found.headline))
    return lines


def notes(pool: Pool) -> tuple[str, ...]:
    """Who had played before, as far as anybody can know."""
    unknown = [one for one in pool.entries if one.repeats is None]
    again = [one for one in pool.entries if one.repeats]
    said = []
    if again:
        count = sum(len(one.repeats or ()) for one in again)
        said.append(wording.repeats(count, len(again)))
    if unknown and len(pool.entries) > 1:
        said.append(wording.unknown_repeats(len(unknown)))
    return tuple(said)
