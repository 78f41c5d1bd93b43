"""The payoff baseline given allies' own beliefs: did they do what their belief implied?

Hedging follows from belief, or goes beyond it: best responses (hedge if and only if the belief is
below p*), and the logit rate at the stated belief. claims.md 4.4, baseline B1.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from game.analysis.inference.results import OwnBeliefs, TiltLine
from game.analysis.inference.rows import POSTURES, AllyRound, Raw
from game.theory.baseline import PRECISION, SENSITIVITY
from game.theory.model import logistic

COLUMNS = ("b", "h", "q", "m", "L")
LINES = ((SENSITIVITY[0], "_low"), (PRECISION, ""), (SENSITIVITY[1], "_high"))


@dataclass(frozen=True, slots=True)
class Payoffs:
    """Points gained by standing when the patron comes, and at stake when it may not."""

    gain: float  # b + h
    risk: float  # q m L

    def standing(self, belief: float) -> float:
        """Expected points of standing over hedging, at this belief (0-100)."""
        return self.gain - self.risk * (1 - belief / 100)


def payoffs_of(sessions: Sequence[Raw]) -> dict[str, Payoffs]:
    """Of each session whose numbers are known."""
    found = {}
    for row in sessions:
        if all(row.get(column) not in (None, "") for column in COLUMNS):
            b, h, q, m, loss = (float(str(row[column])) for column in COLUMNS)
            found[str(row["session"])] = Payoffs(b + h, q * m * loss)
    return found


def own_beliefs(
    rows: Sequence[AllyRound], payoffs: Mapping[str, Payoffs]
) -> tuple[OwnBeliefs, ...]:
    """All moves together, then by posture."""
    return tuple(line for posture in ("", *POSTURES) for line in _line(rows, payoffs, posture))


def _line(
    rows: Sequence[AllyRound], payoffs: Mapping[str, Payoffs], posture: str
) -> Iterator[OwnBeliefs]:
    moves = [
        (row.hedged, payoffs[row.session].standing(row.after))
        for row in rows
        if posture in ("", row.posture)
        and row.session in payoffs
        and row.after is not None
        and row.hedged is not None
    ]
    if not moves:
        return
    low, middle, high = (
        fmean(logistic(-precision * gain) for _, gain in moves) for precision, _ in LINES
    )
    best = fmean((hedged == 1) == (gain < 0) or gain == 0 for hedged, gain in moves)
    observed = fmean(hedged for hedged, _ in moves)
    yield OwnBeliefs(posture, len(moves), observed, middle, low, high, best)


def tilt_lines(sessions: Sequence[Raw]) -> tuple[TiltLine, ...]:
    """What the payoffs alone make of escalation at three lambdas; of one session only."""
    if len(sessions) != 1:
        return ()
    row = sessions[0]
    return tuple(
        TiltLine(precision, float(str(belief)), float(str(hedging)))
        for precision, suffix in LINES
        if (belief := row.get(f"tilt_belief{suffix}")) not in (None, "")
        and (hedging := row.get(f"tilt_hedge{suffix}")) not in (None, "")
    )
