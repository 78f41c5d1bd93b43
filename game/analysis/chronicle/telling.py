"""The sentences of a group's log, event by event. A new kind of event must get its own."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from game.analysis.chronicle import clock, moves, outcomes, seating
from game.analysis.chronicle.entry import Entry, Kind
from game.analysis.chronicle.scene import Scene
from game.analysis.replaying import Replay
from game.core.events import (
    AppraisalStated,
    BeliefStated,
    CableSent,
    ClockShifted,
    ClosingUndone,
    CommuniquePublished,
    CrisisStruck,
    ExtraTimeGiven,
    ForcesCommitted,
    GameEnded,
    GamePaused,
    GameReopened,
    GameResumed,
    GroupOpened,
    OpeningUndone,
    OrdersSealed,
    PutInWriting,
    ReadyDeclared,
    ResponseSealed,
    ResponsesRevealed,
    RoundReckoned,
    SeatCovered,
    SeatHandedBack,
    SeatLeft,
    SeatOpened,
    SeatTaken,
    StageClosed,
    StageExtended,
    StageOpened,
)


def entries(replay: Replay) -> tuple[Entry, ...]:
    """The whole chronicle, in order of position."""
    return tuple(entry for scene in scenes(replay) for entry in tell(scene))


def scenes(replay: Replay) -> Iterator[Scene]:
    """Every event with the states around it."""
    before = replay.steps[0].state
    for position, step in enumerate(replay.steps, start=1):
        yield Scene(position, step.event, before, step.state)
        before = step.state


def scene_at(replay: Replay, position: int) -> Scene:
    """One of them."""
    step = replay.step(position)
    return Scene(position, step.event, replay.state(max(1, position - 1)), step.state)


def tell(scene: Scene) -> Iterable[Entry]:
    """What a reader wants of this event; never nothing."""
    event = scene.event
    match event:
        case GroupOpened():
            return (seating.group_opened(scene, event),)
        case StageOpened():
            return clock.opened(scene, event)
        case StageClosed():
            return (clock.closed(scene, event),)
        case BeliefStated():
            return (moves.belief(scene, event),)
        case AppraisalStated():
            return (moves.appraisal(scene, event),)
        case CableSent():
            return (moves.cable(scene, event),)
        case CommuniquePublished():
            return (moves.communique(scene, event),)
        case PutInWriting():
            return (moves.in_writing(scene, event),)
        case ReadyDeclared():
            return (clock.ready(scene, event),)
        case ForcesCommitted():
            return (moves.forces(scene, event),)
        case ResponseSealed():
            return (moves.response(scene, event),)
        case OrdersSealed():
            return (moves.orders(scene, event),)
        case ResponsesRevealed():
            return (outcomes.revealed(scene),)
        case CrisisStruck():
            return outcomes.crisis(scene, event)
        case RoundReckoned():
            return outcomes.reckoned(scene, event)
        case GameEnded():
            return outcomes.ended(scene, event)
        case GameReopened():
            text = "The game was opened again, and went on where it had been stopped."
            return (scene.entry(Kind.CLOCK, text),)
        case GamePaused():
            return (scene.entry(Kind.CLOCK, "The game was paused."),)
        case GameResumed():
            return (scene.entry(Kind.CLOCK, "The game went on."),)
        case StageExtended():
            return (clock.extended(scene, event),)
        case ClockShifted():
            return (clock.shifted(scene, event),)
        case OpeningUndone():
            return (clock.opening_undone(scene),)
        case ClosingUndone():
            return (clock.closing_undone(scene, event),)
        case SeatTaken():
            return (seating.taken(scene, event),)
        case SeatLeft():
            return (seating.left(scene, event),)
        case SeatCovered():
            return (seating.covered(scene, event),)
        case SeatHandedBack():
            return (seating.handed_back(scene, event),)
        case SeatOpened():
            return (seating.opened(scene, event),)
        case ExtraTimeGiven():
            return (clock.extra_time(scene, event),)
    assert_never(event)
