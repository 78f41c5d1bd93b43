"""When a group may go on: the class moves together, stage by stage (docs/decisions).

Attacks and news are the same in all groups; a group that ran ahead would tell the others.
"""

from collections.abc import Sequence

from game.core.rules.clock import next_stage
from game.core.state import GroupState
from game.core.vocabulary import Stage

Place = tuple[int, int]
ORDER = {stage: place for place, stage in enumerate(Stage)}
FINISHED: Place = (10**6, 0)


def place_of(state: GroupState) -> Place:
    """Where an open group is, or where a closed one goes next."""
    if state.ended:
        return FINISHED
    if state.open and state.stage is not None:
        return (state.round.number, ORDER[state.stage])
    following = next_stage(state)
    return (following[0], ORDER[following[1]]) if following else FINISHED


def free_to_open(states: Sequence[GroupState]) -> list[int]:
    """Indices of the groups that go on next; none while a group at their place is open, or
    stands still by itself."""
    playing = [index for index, state in enumerate(states) if not state.ended]
    if not playing:
        return []
    front = min(place_of(states[index]) for index in playing)
    at_front = [index for index in playing if place_of(states[index]) == front]
    if any(states[index].open or states[index].paused_at is not None for index in at_front):
        return []
    return at_front
