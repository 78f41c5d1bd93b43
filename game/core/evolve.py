"""Apply one fact to the state. Never refuses."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from game.core.events import (
    AppraisalStated,
    BeliefStated,
    CableSent,
    ClockShifted,
    ClosingUndone,
    CommuniquePublished,
    CrisisStruck,
    Event,
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
from game.core.pledges import Proposal
from game.core.scenario import Scenario
from game.core.state import GroupState, Round, SeatState, opening_state
from game.core.undone import closing_undone, opening_undone, reopened, shifted, stopped
from game.core.vocabulary import PATRON, SeatId


def replay(scenario: Scenario, events: Iterable[Event]) -> GroupState:
    """Fold a whole stream; its first event must be the opening of the group."""
    stream = iter(events)
    first = next(stream)
    if not isinstance(first, GroupOpened):
        raise TypeError("a group's stream begins with GroupOpened")
    state = opening_state(scenario, first)
    for event in stream:
        state = evolve(state, event)
    return state


def evolve(state: GroupState, event: Event) -> GroupState:
    """The state after this event."""
    match event:
        case GroupOpened():
            return opening_state(state.scenario, event)
        case StageOpened():
            return _open_stage(state, event)
        case BeliefStated():
            return _seat_moved(state, event.seat, before={**state.round.before, event.seat: event})
        case CableSent():
            return _seat_moved(state, event.seat, cables=(*state.round.cables, event))
        case CommuniquePublished():
            communiques = (*state.round.communiques, event)
            return _seat_moved(state, event.seat, communiques=communiques)
        case PutInWriting():
            return _seat_moved(state, event.seat, proposals=_with_proposal(state, event))
        case ReadyDeclared():
            return _seat_moved(state, event.seat, ready=state.round.ready | {event.seat})
        case ForcesCommitted():
            return _seat_moved(state, PATRON, commitment=event)
        case AppraisalStated():
            appraisals = {**state.round.appraisals, event.seat: event}
            return _seat_moved(state, event.seat, appraisals=appraisals)
        case ResponseSealed():
            responses = {**state.round.responses, event.seat: event}
            return _seat_moved(state, event.seat, responses=responses)
        case OrdersSealed():
            return _seat_moved(state, PATRON, orders=event)
        case ResponsesRevealed():
            return replace(state, round=replace(state.round, revealed=True))
        case StageClosed():
            return _close_stage(state, event)
        case CrisisStruck():
            return replace(state, round=replace(state.round, crisis=event))
        case RoundReckoned():
            return replace(state, round=replace(state.round, reckoning=event))
        case GameEnded():
            return stopped(state, event)
        case GameReopened():
            return reopened(state, event)
        case StageExtended():
            return replace(state, deadline=event.deadline, extended=True)
        case GamePaused():
            return replace(state, paused_at=event.at)
        case GameResumed():
            return replace(shifted(state, event.at - (state.paused_at or event.at)), paused_at=None)
        case ClockShifted():
            return shifted(state, event.by_ms)
        case OpeningUndone():
            return opening_undone(state)
        case ClosingUndone():
            return closing_undone(state, event)
        case SeatTaken():
            holders = (*state.seats[event.seat].holders, event.participant)
            return _seat(state, event.seat, holders=holders, bot=None)  # a dealt bot gives way
        case SeatLeft():
            return _seat_left(state, event)
        case SeatCovered():
            return _seat(state, event.seat, cover=event.strategy, cover_reason=event.reason)
        case SeatHandedBack():
            return _seat(state, event.seat, cover=None, cover_reason="", missed=0)
        case SeatOpened():
            new = SeatState(event.actor, event.distance, (event.participant,))
            return replace(state, seats={**state.seats, event.seat: new})
        case ExtraTimeGiven():
            return _seat(state, event.seat, extra=event.percent)
    assert_never(event)


def _open_stage(state: GroupState, event: StageOpened) -> GroupState:
    current, past = state.round, state.past
    if event.round != current.number:
        past = (*past, current) if current.number else past
        current = Round(event.round)
    opened_at = {**current.stage_opened, event.stage: event.at}
    return replace(
        state,
        round=replace(current, ready=frozenset(), stage_opened=opened_at),
        past=past,
        stage=event.stage,
        open=True,
        stage_at=event.at,
        deadline=event.deadline,
        not_before=event.not_before,
        extended=False,
        close_reason="",
        missed=(),
        acted=frozenset(),
        before_opening=replace(state, before_opening=None),
    )


def _close_stage(state: GroupState, event: StageClosed) -> GroupState:
    seats = dict(state.seats)
    for seat, held in seats.items():
        if seat in event.missed:  # a default played for the seat is no act of its own
            seats[seat] = replace(held, missed=held.missed + 1)
        elif seat in state.acted and held.missed:
            seats[seat] = replace(held, missed=0)
    return replace(
        state,
        open=False,
        deadline=None,
        close_reason=event.reason,
        missed=event.missed,
        seats=seats,
    )


def _seat_moved(state: GroupState, seat: SeatId, **changes: object) -> GroupState:
    played = replace(state.round, **changes)  # type: ignore[arg-type]
    return replace(state, round=played, acted=state.acted | {seat})


def _seat(state: GroupState, seat: SeatId, **changes: object) -> GroupState:
    held = replace(state.seats[seat], **changes)  # type: ignore[arg-type]
    return replace(state, seats={**state.seats, seat: held})


def _seat_left(state: GroupState, event: SeatLeft) -> GroupState:
    held = state.seats[event.seat]
    rest = tuple(holder for holder in held.holders if holder != event.participant)
    return _seat(state, event.seat, holders=rest, former=(*held.former, event.participant))


def _with_proposal(state: GroupState, event: PutInWriting) -> tuple[Proposal, ...]:
    new = Proposal(state.round.number, event.seat, event.to, event.asked, event.public, event.at)
    return (*(item for item in state.round.proposals if item.slot != new.slot), new)
