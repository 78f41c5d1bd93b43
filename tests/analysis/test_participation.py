"""Points for taking part: counted event by event again, in another way."""

from collections import Counter

import pytest

from game.analysis.participation import Share, participation
from game.classroom import conducting
from game.classroom.undoing import undo_closing
from game.core.events import (
    BeliefStated,
    ForcesCommitted,
    OrdersSealed,
    ResponseSealed,
)
from game.core.vocabulary import PATRON, MoveSource, Stage
from game.web.session_log import session_log
from tests.rooms import Room

INPUTS = (BeliefStated, ForcesCommitted, OrdersSealed, ResponseSealed)


def shares(room: Room):
    """The shares of a session as it stands."""
    return participation(session_log(room.classroom, room.live))


@pytest.mark.parametrize(
    ("asked", "made", "most", "points"),
    [
        (12, 12, 10, 10), (12, 0, 10, 0), (12, 6, 10, 5), (12, 7, 10, 6), (4, 1, 10, 3),
        (3, 1, 100, 33), (3, 2, 1, 1), (0, 0, 10, None),
    ],
)  # fmt: skip
def test_points_are_a_share_with_halves_rounded_up(asked, made, most, points):
    """5.83 is 6, 2.5 is 3; of nothing there is no share."""
    assert Share(asked, made).points(most) == points


def test_who_does_all_that_is_asked_has_all_points():
    """Two inputs a round: of an ally its belief and its answer, of a patron forces and orders."""
    room = Room().makes(6).begins().to_the_end()
    rounds = room.state().round.number
    assert shares(room) == {who: Share(2 * rounds, 2 * rounds) for who in room.live.seats}


def test_what_clock_and_bots_did_is_asked_and_not_made():
    """Counted against the sources in the log."""
    room = Room().makes(6).begins()
    silent = room.holder(0, "A1")
    room.to_the_end(but=(silent,))
    found = shares(room)
    own: Counter[object] = Counter()
    for log in session_log(room.classroom, room.live).groups:
        for event in log.events:
            if isinstance(event, INPUTS) and event.source is MoveSource.STUDENT:
                own.update(event.by)
    assert found[silent] == Share(2 * room.state().round.number, 0)
    assert {who: share.made for who, share in found.items()} == {
        who: own[who] for who in room.live.seats
    }


def test_a_latecomer_is_asked_only_from_the_seat_on():
    """Seated when round 2 begins."""
    room = Room().makes(6).begins().until(1, Stage.CRISIS)
    (late,) = room.joins()
    room.to_the_end()
    rounds = room.state().round.number
    assert shares(room)[late] == Share(2 * (rounds - 1), 2 * (rounds - 1))


def test_who_never_held_a_seat_has_no_share():
    """Not 0 of something: nothing."""
    room = Room().makes(6).begins().until(1, Stage.CRISIS)
    (late,) = room.joins()
    conducting.end(room.classroom, room.live)
    assert late not in shares(room)


def test_those_who_share_a_seat_share_what_it_did():
    """Whoever of them moved."""
    room = Room(None).makes(3, group_size=3).begins().until(1, Stage.CRISIS)
    first = room.holder(0, "A1")
    mirrors = room.joins(6)  # more than there are countries: some sit beside others
    room.until(2, Stage.DISPATCH)
    shared = next(held.holders for held in room.state().seats.values() if len(held.holders) > 1)
    mover, *others = shared
    room.to_the_end(but=tuple(others))
    found = shares(room)
    since = 2 * (room.state().round.number - 1)
    assert first in room.live.seats
    assert set(others) <= set(mirrors)
    assert found[others[0]] == Share(since, since)
    assert found[mover].made == found[mover].asked


def test_a_stage_that_was_never_closed_is_asked_of_nobody():
    """The hour was over."""
    room = Room().makes(3).begins().until(1, Stage.COMMITMENT)
    conducting.end(room.classroom, room.live)
    found = shares(room)
    assert room.holder(0, PATRON) not in found
    assert found[room.holder(0, "A1")] == Share(1, 1)


def test_a_closing_that_was_taken_back_is_asked_once():
    """Whoever moves after all has moved."""
    room = Room().makes(3).begins()
    first, second = room.holder(0, "A1"), room.holder(0, "A2")
    room.moves(first)
    conducting.close_stage(room.classroom, room.live)
    assert shares(room)[second] == Share(1, 0)
    undo_closing(room.classroom, room.live)
    assert second not in shares(room)
    room.moves(second)
    room.passes(120)
    assert (shares(room)[first], shares(room)[second]) == (Share(1, 1), Share(1, 1))
