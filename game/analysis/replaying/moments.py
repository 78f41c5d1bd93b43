"""Where a reader of a stream wants to go: rounds and stages, and what is worth a stop."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.analysis.replaying.replay import Replay, Step
from game.core.events import (
    CrisisStruck,
    ForcesCommitted,
    OpeningUndone,
    ResponseSealed,
    RoundReckoned,
    StageOpened,
)
from game.core.state import last_commitment
from game.core.vocabulary import Move, Stage

OPENED, POSTURE, HEDGE, CRISIS, BROKEN = "opened", "posture", "hedge", "crisis", "broken"


@dataclass(frozen=True, slots=True)
class Moment:
    """A position worth going to. `kind`: opened (a stage), posture (another one than in the round
    before), hedge (sealed), crisis (somebody was attacked), broken (a pledge, at the reckoning)."""

    position: int
    kind: str
    round: int
    stage: Stage | None


@dataclass(frozen=True, slots=True)
class Moments:
    """All of a group, in order of position."""

    found: tuple[Moment, ...]

    def of(self, kind: str) -> tuple[Moment, ...]:
        """Those of one kind."""
        return tuple(moment for moment in self.found if moment.kind == kind)

    def after(self, position: int, kind: str) -> Moment | None:
        """The next of this kind."""
        return next((one for one in self.of(kind) if one.position > position), None)

    def before(self, position: int, kind: str) -> Moment | None:
        """The one of this kind before."""
        return next((one for one in reversed(self.of(kind)) if one.position < position), None)


def moments(replay: Replay) -> Moments:
    """All moments of a group."""
    found = []
    for position, step in enumerate(replay.steps, start=1):
        number, stage = step.state.round.number, step.state.stage
        found += [Moment(position, kind, number, stage) for kind in _kinds(step)]
    return Moments(tuple(found))


def _kinds(step: Step) -> Iterator[str]:
    match step.event:
        case StageOpened() | OpeningUndone():
            yield OPENED
        case ForcesCommitted() if _turned(step):
            yield POSTURE
        case ResponseSealed(move=move) if move is not Move.STAND:
            yield HEDGE
        case CrisisStruck(attacked=attacked) if attacked:
            yield CRISIS
        case RoundReckoned(judged=judged) if any(item.label == "broken" for item in judged):
            yield BROKEN
        case _:
            return


def _turned(step: Step) -> bool:
    """Whether the posture is another one than that of the round before."""
    before = last_commitment(step.state)
    return before is not None and step.state.round.posture is not before.posture
