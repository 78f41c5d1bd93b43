"""Ways from one moment to another: step by step, stage by stage, from hedge to hedge."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from game.analysis.replaying.moments import BROKEN, CRISIS, HEDGE, OPENED, POSTURE
from game.web.charts.ticks import Tick, ticks
from game.web.review.looking import Looking
from game.web.wording.figures import capital, some
from game.web.wording.review import KINDS


@dataclass(frozen=True, slots=True)
class Way:
    """A link to another position; none where there is nothing that way."""

    position: int | None
    href: str
    text: str  # read aloud


@dataclass(frozen=True, slots=True)
class Lane:
    """One kind of moment: where all of them are, and the ways to the two nearest."""

    kind: str
    name: str
    back: Way
    on: Way
    picture: Markup
    all: tuple[int, ...]  # their positions


def steps(looking: Looking) -> tuple[Way, Way]:
    """One event back, one on."""
    at, last = looking.position, looking.replay.last
    return (
        _way(looking, at - 1 if at > 1 else None, "One event back"),
        _way(looking, at + 1 if at < last else None, "Next event"),
    )


def lanes(looking: Looking) -> Iterator[Lane]:
    """Stages, postures, hedges, crises, broken pledges."""
    for kind in (OPENED, POSTURE, HEDGE, CRISIS, BROKEN):
        one, many = KINDS[kind]
        before, after = looking.before(kind), looking.next(kind)
        yield Lane(
            kind,
            capital(many),
            _way(looking, before.position if before else None, f"The {one} before"),
            _way(looking, after.position if after else None, f"Next {one}"),
            _picture(looking, kind),
            tuple(one.position for one in looking.moments.of(kind)),
        )


def _way(looking: Looking, position: int | None, text: str) -> Way:
    return Way(position, looking.at(position) if position else "", text)


def _picture(looking: Looking, kind: str) -> Markup:
    """All of them on the line of the whole game; stages with the numbers of their rounds."""
    found = looking.moments.of(kind)
    rounds: set[int] = set()
    marks = []
    for one in found:
        label = str(one.round) if kind == OPENED and one.round not in rounds else ""
        rounds.add(one.round)
        marks.append(Tick(one.position, label))
    return ticks(marks, looking.replay.last, kind, capital(some(len(found), *KINDS[kind])))
