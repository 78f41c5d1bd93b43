"""A session that this version cannot read is set aside, and the others go on."""

from sqlalchemy import update

from game.log import tables
from tests.rooms import Room


def two_classes() -> tuple[Room, str, str]:
    """A class of last year and one of today; the codes."""
    room = Room().makes(3).begins()
    old = room.live.state.created.code
    room.makes(3).begins()
    return room, old, room.live.state.created.code


def spoil(room: Room, stream: str, kind: str = "FromTheFuture") -> None:
    """Somebody else's event stands in a stream."""
    with room.writer.store.engine.begin() as connection:
        rows = update(tables.events).where(tables.events.c.stream == stream)
        connection.execute(rows.values(kind=kind))


def test_todays_class_opens_whatever_became_of_last_years():
    room, old, new = two_classes()
    spoil(room, str(room.classroom.by_code(old).groups[0].group))

    room.restart()

    assert room.classroom.by_code(old) is None
    assert "FromTheFuture" in room.classroom.unreadable[old]
    room.timekeeper.wake()
    room.to_the_end()
    assert [live.state.created.code for live in room.classroom.sessions()] == [new]


def test_an_ended_session_is_set_aside_when_somebody_asks_for_it():
    room, old, new = two_classes()
    ended = room.live
    room.to_the_end()
    spoil(room, str(ended.groups[0].group))

    room.restart()

    assert room.classroom.by_code(new) is None
    assert "FromTheFuture" in room.classroom.unreadable[new]
    assert room.classroom.by_code(old) is not None
