"""What the payoffs alone make of it, beside the claims: at three lambdas, and at allies' own
beliefs."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.analysis.descriptives.shapes import LEAST_SEATS
from game.analysis.inference.results import OwnBeliefs, TiltLine
from game.analysis.inference.sentences import AXES, amount
from game.core.vocabulary import Posture
from game.theory.baseline import PRECISION, SENSITIVITY
from game.web.charts.svg import signed
from game.web.debrief_render.matter import Matter
from game.web.debrief_render.tables import Table
from game.web.wording import claims as words
from game.web.wording.debrief import WHEN
from game.web.wording.figures import listed

LOW, HIGH = SENSITIVITY


@dataclass(frozen=True, slots=True)
class Own:
    """Hedging beside what the allies' own beliefs imply: in a sentence, and by posture."""

    said: str
    table: Table


def tilted(claim: str, lines: Sequence[TiltLine]) -> str:
    """What the payoffs alone make of escalation, by how sharply players calculate; or nothing."""
    if claim not in words.TILTED or not lines:
        return ""
    values = [line.belief if claim == "C1" else line.hedging for line in lines]
    said = [
        f"{amount(claim, value)} at lambda {line.precision:g}"
        for value, line in zip(values, lines, strict=True)
    ]
    return f"{words.TILT} {listed(said)} ({AXES[claim]}). {words.LAMBDA}"


def own(matter: Matter) -> Own | None:
    """None where the payoffs are not known, or a rate might betray a seat."""
    lines = matter.tested.analysis.own_beliefs if matter.tested else ()
    whole = [line for line in lines if not line.posture and _discreet(line, matter.rounds)]
    if not whole:
        return None
    return Own(_said(whole[0]), _table([*_parts(lines, matter.rounds), *whole]))


def _parts(lines: Sequence[OwnBeliefs], rounds: int) -> list[OwnBeliefs]:
    """By posture: all or none, since one that is hidden could be had by subtraction."""
    parts = [line for line in lines if line.posture]
    return parts if all(_discreet(line, rounds) for line in parts) else []


def _discreet(line: OwnBeliefs, rounds: int) -> bool:
    """Whether at least three seats must have moved: nobody moves more than once a round."""
    return line.moves > (LEAST_SEATS - 1) * rounds


def _said(whole: OwnBeliefs) -> str:
    return words.OWN.format(
        hedged=_rate(whole.hedged),
        implied=_rate(whole.expected),
        beyond=_beyond(whole),
        best=_rate(whole.best),
    )


def _table(lines: Sequence[OwnBeliefs]) -> Table:
    heads = (WHEN[Posture(line.posture)] if line.posture else "all" for line in lines)
    rows = (
        ("moves", *(str(line.moves) for line in lines)),
        ("Plan B", *(_rate(line.hedged) for line in lines)),
        (f"implied, lambda {PRECISION:g}", *(_rate(line.expected) for line in lines)),
        (f"implied, lambda {LOW:g}", *(_rate(line.low) for line in lines)),
        (f"implied, lambda {HIGH:g}", *(_rate(line.high) for line in lines)),
        ("beyond it, points", *(_beyond(line) for line in lines)),
        ("best response", *(_rate(line.best) for line in lines)),
    )
    return Table(words.OWN_TABLE, ("What", *heads), rows)


def _rate(share: float) -> str:
    return f"{100 * share:.0f}\u00a0%"


def _beyond(line: OwnBeliefs) -> str:
    return signed(100 * line.excess)
