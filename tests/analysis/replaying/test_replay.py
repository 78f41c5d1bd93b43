"""A group at any of its positions: the fold of what had happened, with the versions of then."""

from itertools import pairwise

import pytest

from game.analysis.replaying import NoSuchPosition, Replay, moments
from game.core.disclosure import Versions, learn
from game.core.evolve import evolve, replay
from game.core.state import opening_state
from game.core.vocabulary import Move, SeatId
from tests.analysis.played import SCENARIO, eventful, rehearsal

GROUPS = (*eventful().groups, rehearsal().groups[0])


@pytest.mark.parametrize("group", GROUPS, ids=range(len(GROUPS)))
def test_every_position_is_the_fold_of_what_had_happened(group):
    found = Replay.of(SCENARIO, group.events)
    assert found.last == len(group.events)
    for position in range(1, found.last + 1):
        assert found.event(position) == group.events[position - 1]
        assert found.state(position) == replay(SCENARIO, group.events[:position])


def test_versions_are_those_that_the_server_counts():
    group = GROUPS[0]
    found, versions, state = (
        Replay.of(SCENARIO, group.events),
        Versions(public=1),
        opening_state(SCENARIO, group.opened),
    )
    for position, event in enumerate(group.events[1:], start=2):
        versions, state = learn(versions, state, event), evolve(state, event)
        for seat in state.seats:
            assert found.seat_view(position, seat).version == versions.of(seat)


def test_a_replay_that_grows_is_the_one_of_the_whole_stream():
    events = GROUPS[0].events
    assert Replay.of(SCENARIO, events[:7]).with_more(events[7:]) == Replay.of(SCENARIO, events)


@pytest.mark.parametrize("position", [0, -1, 10_000])
def test_there_is_nothing_beside_the_stream(position):
    with pytest.raises(NoSuchPosition):
        Replay.of(SCENARIO, GROUPS[0].events).step(position)


def test_moments_are_where_something_turns():
    for group in GROUPS:
        found = Replay.of(SCENARIO, group.events)
        stops = moments(found)
        hedges = [
            position
            for position, event in enumerate(group.events, start=1)
            if type(event).__name__ == "ResponseSealed" and event.move is not Move.STAND
        ]
        assert [one.position for one in stops.of("hedge")] == hedges
        postures = [
            (position, event.posture)
            for position, event in enumerate(group.events, start=1)
            if type(event).__name__ == "ForcesCommitted"
        ]
        turned = [now[0] for before, now in pairwise(postures) if before[1] != now[1]]
        assert [one.position for one in stops.of("posture")] == turned
        broken = [
            position
            for position, event in enumerate(group.events, start=1)
            if type(event).__name__ == "RoundReckoned"
            and any(item.label == "broken" for item in event.judged)
        ]
        assert [one.position for one in stops.of("broken")] == broken
        for kind in ("opened", "crisis"):
            assert all(stops.after(one.position - 1, kind) == one for one in stops.of(kind))
            assert all(stops.before(one.position + 1, kind) == one for one in stops.of(kind))


def test_a_seat_opens_later():
    late = next(
        (group, position, event.seat)
        for group in GROUPS
        for position, event in enumerate(group.events, start=1)
        if type(event).__name__ == "SeatOpened"
    )
    found = Replay.of(SCENARIO, late[0].events)
    assert not found.has_seat(late[1] - 1, late[2])
    assert found.has_seat(late[1], SeatId(late[2]))
