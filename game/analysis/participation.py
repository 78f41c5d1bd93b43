"""Who took part: of the inputs asked of a seat while a student held it, those that people made.

A pledge or a cable is asked of nobody; a belief, a division of forces, an answer and standing
orders are. What the clock or a bot gave was asked too, and not made.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.analysis.sessionlog import GroupLog, SessionLog
from game.core.events import ClosingUndone, StageClosed, StageOpened
from game.core.evolve import evolve
from game.core.rules.defaults import owing
from game.core.scenario import Scenario
from game.core.state import GroupState, is_student, opening_state
from game.core.vocabulary import PATRON, MoveSource, ParticipantId, SeatId, Stage

OWN = frozenset({MoveSource.STUDENT, MoveSource.INSTRUCTOR})
Asked = tuple[int, Stage | None, ParticipantId]  # round, stage, of whom
Seats = Mapping[SeatId, tuple[ParticipantId, ...]]


@dataclass(frozen=True, slots=True)
class Share:
    """How many inputs were asked, and how many of them were made."""

    asked: int
    made: int

    def points(self, most: int) -> int | None:
        """The share of `most` points, a half rounded up; None where nothing was asked."""
        return (2 * self.made * most + self.asked) // (2 * self.asked) if self.asked else None


def participation(log: SessionLog) -> Mapping[ParticipantId, Share]:
    """The share of everybody who ever held a seat."""
    asked: Counter[ParticipantId] = Counter()
    made: Counter[ParticipantId] = Counter()
    for group in log.groups:
        for (_, _, participant), done in _inputs(log.scenario, group).items():
            asked[participant] += 1
            made[participant] += done
    return {who: Share(asked[who], made[who]) for who in asked}


def _inputs(scenario: Scenario, log: GroupLog) -> dict[Asked, bool]:
    """Every input asked of a student in a stage that closed, and whether a person made it."""
    state = opening_state(scenario, log.opened)
    waiting: dict[tuple[int, Stage | None], Seats] = {}
    found: dict[Asked, bool] = {}
    for event in log.events[1:]:
        state = evolve(state, event)
        place = (state.round.number, state.stage)
        if isinstance(event, StageOpened):
            waiting[place] = dict(_holders(state))
        elif isinstance(event, StageClosed):
            found |= {(*place, who): done for who, done in _given(state, waiting[place])}
        elif isinstance(event, ClosingUndone):
            found = {asked: done for asked, done in found.items() if asked[:2] != place}
    return found


def _given(state: GroupState, waiting: Seats) -> Iterator[tuple[ParticipantId, bool]]:
    """Who held a seat from the opening to the closing, and whether a person moved for it."""
    for seat, holders in waiting.items():
        done = _source(state, seat) in OWN
        yield from ((who, done) for who in holders if who in state.seats[seat].holders)


def _holders(state: GroupState) -> Iterator[tuple[SeatId, tuple[ParticipantId, ...]]]:
    """The students of the seats that owe an input as the stage opens."""
    for seat in owing(state):
        if is_student(state, seat):
            yield seat, state.seats[seat].holders


def _source(state: GroupState, seat: SeatId) -> MoveSource | None:
    """Who gave the input that counted; None where it stayed empty."""
    played = state.round
    match state.stage:
        case Stage.DISPATCH:
            given = played.before.get(seat)
        case Stage.COMMITMENT:
            return played.commitment.source if played.commitment else None
        case Stage.RESPONSE if seat == PATRON:
            return played.orders.source if played.orders else None
        case Stage.RESPONSE:
            return played.responses[seat].source if seat in played.responses else None
        case _:
            return None
    return given.source if given else None
