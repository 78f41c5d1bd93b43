"""Extra time on the class list is extra time in the seat, however and whenever one came to it."""

from game.classroom import conducting, joining, placing
from game.classroom.enrolment.keeping import bind, enrol
from game.classroom.enrolment.reading import read_list
from game.classroom.seats import give_extra_time
from game.core.rules.deadlines import own_deadline
from game.core.vocabulary import Stage
from tests.rooms import Room

LIST = b"student_id,name,extra_time\n1,Ada,25\n2,Ben,\n3,Chiara,100\n4,Dmitri,50\n"


def listed(*names: str) -> Room:
    """A session with the list, and these students in it."""
    room = Room().makes()
    enrol(room.classroom, room.live, read_list(LIST).lines)
    for name in names:
        joining.join(room.classroom, room.live, name)
    return room


def extra(room: Room) -> dict[str, int]:
    """The extra time of everybody's seat, by name."""
    roster = room.classroom.roster(room.id)
    return {
        roster[who].name: room.live.groups[index].state.seats[seat].extra
        for who, (index, seat) in room.live.seats.items()
    }


def test_the_deal_gives_it():
    """And a restart keeps it: it is in the log."""
    room = listed("Ada", "2", "Chiara")
    conducting.deal_seats(room.classroom, room.live)
    assert extra(room) == {"Ada": 25, "Ben": 0, "Chiara": 100}
    assert extra(room.restart()) == {"Ada": 25, "Ben": 0, "Chiara": 100}


def test_a_seat_with_more_time_has_a_deadline_of_its_own():
    """Twice the stage's time for Chiara; the others' is as it was."""
    room = listed("Ben", "Chiara", "Someone").begins()
    state = room.state()
    given = state.deadline - state.stage_at
    own = {
        room.classroom.roster(room.id)[who].name: own_deadline(state, seat) - state.stage_at
        for who, (_, seat) in room.live.seats.items()
    }
    assert own == {"Ben": given, "Chiara": 2 * given, "Someone": given}


def test_a_latecomer_brings_it_to_the_seat():
    """When the round begins."""
    room = listed("Ben", "Somebody", "Someone").begins().until(1, Stage.CRISIS)
    joining.join(room.classroom, room.live, "Dmitri")
    room.until(2, Stage.DISPATCH)
    assert extra(room)["Dmitri"] == 50


def test_a_guest_who_is_matched_and_a_list_that_comes_later_give_it():
    """In the middle of a game."""
    room = Room().makes()
    for name in ("Adda", "Chiara", "Ben"):
        joining.join(room.classroom, room.live, name)
    room.begins()
    enrol(room.classroom, room.live, read_list(LIST).lines)
    assert extra(room) == {"Adda": 0, "Chiara": 100, "Ben": 0}
    guest = next(w for w, e in room.classroom.roster(room.id).items() if e.name == "Adda")
    bind(room.classroom, room.live, guest, 2)
    assert extra(room) == {"Ada": 25, "Chiara": 100, "Ben": 0}


def test_who_changes_places_takes_it_along():
    """Before round 1."""
    room = listed("Ada", "Ben", "Someone")
    conducting.deal_seats(room.classroom, room.live)
    ada, ben = room.live.state.participants[:2]
    placing.swap(room.classroom, room.live, ada, room.live.seats[ben])
    assert extra(room)["Ada"] == 25


def test_the_instructor_may_give_more_than_the_list():
    """Nothing takes it away again."""
    room = listed("Ada", "Ben", "Someone")
    conducting.deal_seats(room.classroom, room.live)
    index, seat = room.live.seats[room.live.state.participants[0]]
    give_extra_time(room.classroom, room.live, index, seat, 80)
    conducting.begin(room.classroom, room.live)
    assert extra(room)["Ada"] == 80


def test_a_session_that_is_over_changes_no_seat():
    """Matching guests afterwards, for the points, is only a matter of names."""
    room = listed("Adda", "Ben", "Someone").begins().to_the_end()
    rows = room.writer.store.read(room.live.groups[0].group)
    bind(room.classroom, room.live, room.live.state.participants[0], 2)
    assert room.writer.store.read(room.live.groups[0].group) == rows
