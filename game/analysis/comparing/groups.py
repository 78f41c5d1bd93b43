"""A whole group, round by round: its patron, and its allies taken together."""

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Protocol

from game.analysis.comparing.cells import Cell, Fact, Side
from game.analysis.comparing.rounds import Played, attacks, forces, played_rounds, points
from game.analysis.replaying import Replay
from game.analysis.wording.figures import units
from game.analysis.wording.words import SOURCES
from game.core.vocabulary import PATRON, Move, MoveSource, Stance

SAID = {Stance.ENDORSE: "endorsed", Stance.SILENT: "silent", Stance.DISSOCIATE: "dissociated"}


class Stated(Protocol):
    """Whatever states a belief."""

    @property
    def belief(self) -> int:
        """0-100."""


def group_side(replay: Replay) -> Side:
    """All its rounds."""
    found = {one.round.number: tuple(_cells(one)) for one in played_rounds(replay)}
    return Side({number: of_round for number, of_round in found.items() if of_round})


def _cells(played: Played) -> Iterator[Cell]:
    yield from forces(played)
    before, after = played.round.before.values(), played.round.appraisals.values()
    if before or after:
        at = played.at("ForcesCommitted")
        yield Cell(Fact.BELIEF, f"{_mean(before)} → {_mean(after)}", at)
    yield from _responses(played)
    yield from attacks(played)
    yield from points(played, PATRON)
    yield from _movers(played)


def _movers(played: Played) -> Iterator[Cell]:
    """Who moved where it was no student."""
    made = played.round.commitment
    sources = {PATRON: made.source} if made else {}
    sources |= {seat: item.source for seat, item in played.round.responses.items()}
    others = [
        f"{played.name(seat)}: {SOURCES[source]}"
        for seat, source in sources.items()
        if source is not MoveSource.STUDENT
    ]
    if others:
        yield Cell(Fact.MOVED, "; ".join(others), played.at("ForcesCommitted"))


def _mean(stated: Collection[Stated]) -> str:
    if not stated:
        return "–"
    return str(round(sum(item.belief for item in stated) / len(stated)))


def _responses(played: Played) -> Iterator[Cell]:
    sealed, at = played.round.responses.values(), played.at("ResponsesRevealed")
    if not sealed:
        return
    stood = sum(item.move is Move.STAND for item in sealed)
    said = Counter(item.stance for item in sealed)
    stances = ", ".join(f"{said[s]} {SAID[s]}" for s in Stance if said[s])
    sent = sum(item.units for item in sealed)
    yield Cell(Fact.STANCE, stances, at, tuple(said[stance] for stance in Stance))
    moves = f"{stood} of {len(sealed)} stood with {played.name(PATRON)}"
    yield Cell(Fact.MOVE, moves, at, (stood, len(sealed)))
    yield Cell(Fact.UNITS, units(sent) if sent else "none", at, sent)
