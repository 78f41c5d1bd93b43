"""Counting and averaging over ally rows. Every number can be had by hand from ally_rounds.csv."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from game.analysis.descriptives.shapes import CalibrationBin, Counts, Pair, Summary
from game.analysis.records import AllyRecord
from game.core.events import AppraisalStated, BeliefStated
from game.core.vocabulary import Alignment, Distance, Move, MoveSource, Posture, Stance

FORMS = tuple(move for move in Move if move.alignment is Alignment.HEDGE)
BINS = ((0, 19), (20, 39), (40, 59), (60, 79), (80, 100))


@dataclass(frozen=True, slots=True)
class Counting:
    """Which rows count: students' own; in a rehearsal the bots' too, for want of anything else."""

    simulated: bool

    def row(self, record: AllyRecord) -> bool:
        """Whether the row enters the summaries."""
        return not record.timed_out if self.simulated else record.by_student

    def belief(self, stated: BeliefStated | AppraisalStated | None) -> int | None:
        """The belief, 0-100, if it is one that counts."""
        if stated is None:
            return None
        own = self.simulated or stated.source is MoveSource.STUDENT
        return stated.belief if own else None

    def pair(self, record: AllyRecord) -> Pair | None:
        """Belief before and after, if both count."""
        before, after = self.belief(record.before), self.belief(record.appraisal)
        if before is None or after is None:
            return None
        return Pair(before, after, record.held.distance.value if record.held.distance else "")


@dataclass(frozen=True, slots=True)
class Slice:
    """Which answers a summary is about; None: all."""

    posture: Posture | None
    round: int | None
    distance: Distance | None


def counting(records: Sequence[AllyRecord], simulated: bool) -> Counting:
    """Bots count in a rehearsal, and when there is nobody else."""
    return Counting(simulated or (bool(records) and all(record.bot for record in records)))


def summary(
    records: Iterable[AllyRecord],
    rule: Counting,
    posture: Posture | None = None,
    round_number: int | None = None,
    distance: Distance | None = None,
) -> Summary:
    """The answers that match, summed up."""
    rows = [
        record
        for record in records
        if rule.row(record)
        and posture in (None, record.played.posture)
        and round_number in (None, record.played.number)
        and distance in (None, record.held.distance)
    ]
    return _summed(rows, rule, Slice(posture, round_number, distance))


def _summed(rows: list[AllyRecord], rule: Counting, of: Slice) -> Summary:
    paired = [(record, pair) for record in rows if (pair := rule.pair(record))]
    pairs = tuple(sorted(pair for _, pair in paired))
    moves: list[Move] = [row.response.move for row in rows]
    return Summary(
        posture=of.posture,
        round=of.round,
        distance=of.distance,
        answers=len(rows),
        seats=_seats(rows),
        pairs=pairs,
        before=fmean(pair.before for pair in pairs) if pairs else None,
        after=fmean(pair.after for pair in pairs) if pairs else None,
        reassure=moves.count(Move.STAND),
        hedge=len(moves) - moves.count(Move.STAND),
        forms=tuple((form, moves.count(form)) for form in FORMS),
        stances=tuple((stance, _count(rows, stance)) for stance in Stance),
        believers=_seats(record for record, _ in paired),
    )


def _seats(rows: Iterable[AllyRecord]) -> int:
    return len({(row.state.opened.group, row.seat) for row in rows})


def _count(rows: Iterable[AllyRecord], stance: Stance) -> int:
    return sum(row.response.stance is stance for row in rows)


def counts(records: Iterable[AllyRecord], rule: Counting) -> Counts:
    """Every row in exactly one place."""
    tally = dict.fromkeys(("counted", "bots", "timeouts", "instructor"), 0)
    for record in records:
        tally[_place(record, rule)] += 1
    return Counts(rows=sum(tally.values()), **tally)


def _place(record: AllyRecord, rule: Counting) -> str:
    if rule.row(record):
        return "counted"
    if record.bot:
        return "bots"
    return "timeouts" if record.timed_out else "instructor"


def calibration_bins(records: Iterable[AllyRecord], rule: Counting) -> tuple[CalibrationBin, ...]:
    """Stated beliefs of both kinds against what the sealed orders would have done."""
    stated = [
        (belief, record.outcome)
        for record in records
        if rule.row(record) and record.outcome is not None
        for belief in (rule.belief(record.before), rule.belief(record.appraisal))
        if belief is not None
    ]
    return tuple(_bin(least, most, stated) for least, most in BINS)


def _bin(least: int, most: int, stated: list[tuple[int, bool]]) -> CalibrationBin:
    inside = [(belief, came) for belief, came in stated if least <= belief <= most]
    return CalibrationBin(
        least,
        most,
        len(inside),
        fmean(belief for belief, _ in inside) if inside else None,
        fmean(came for _, came in inside) if inside else None,
    )
