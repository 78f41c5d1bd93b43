"""The class list at the door: who is meant, who is a guest, who is here already, what follows."""

import pytest

from game.classroom import joining, placing
from game.classroom.enrolment import matching
from game.classroom.enrolment.folding import names_of
from game.classroom.enrolment.keeping import bind, enrol, release
from game.classroom.enrolment.present import bound, extra_percent
from game.classroom.enrolment.reading import read_list
from game.classroom.roster import NameRefused
from tests.rooms import Room

LIST = """student_id,name,email,section,extra_time
1001,"Lovelace, Ada",ada@example.edu,A,25
1002,Émile Zola,emile@example.edu,A,
1003,Ann Lee,ann.lee@example.edu,A,
1004,Ann Lee,alee@example.edu,B,50
"""


def listed(text: str = LIST) -> Room:
    """A session with a class list."""
    room = Room().makes()
    enrol(room.classroom, room.live, read_list(text.encode()).lines)
    return room


def comes(room: Room, typed: str):
    """Somebody comes in; the line in the roster."""
    return joining.join(room.classroom, room.live, typed)


def lines_here(room: Room) -> dict[str, int]:
    """Who is here of the list: the name on the console, and the line."""
    roster = room.classroom.roster(room.id)
    return {roster[who].name: at.line for who, at in bound(room.classroom, room.live).items()}


@pytest.mark.parametrize(
    "typed",
    [
        "Lovelace, Ada", "Ada Lovelace", "  ada   LOVELACE ", "adalovelace", "Adá Lovelace",
        "1001", " 10 01", "ada@example.edu", "ADA@Example.edu",
    ],
)  # fmt: skip
def test_a_student_is_known_by_name_number_or_address(typed):
    """Capitals, accents and blanks aside; the console shows the list's own name."""
    room = listed()
    assert comes(room, typed).name == "Lovelace, Ada"
    assert lines_here(room) == {"Lovelace, Ada": 2}
    assert lines_here(room.restart()) == {"Lovelace, Ada": 2}


@pytest.mark.parametrize(
    ("listed_as", "typed"),
    [
        ("O’Brien, Seán", "Sean O'Brien"), ("O'Brien, Seán", "SEAN O’BRIEN"),
        ("Łukasz Żak", "Lukasz Zak"), ("Søren Ærø", "soren aero"), ("Đorđe Ilić", "Dorde Ilic"),
        ("Ann\u2010Marie Weiß", "Ann-Marie Weiss"),
    ],
)  # fmt: skip
def test_letters_and_signs_that_a_phone_writes_otherwise_do_not_matter(listed_as, typed):
    """A crossed l has no accent that comes off, and a phone bends an apostrophe by itself."""
    room = listed(f'name\n"{listed_as}"\n')
    assert comes(room, typed).name == listed_as


@pytest.mark.parametrize(
    "typed", ["Ada", "Lovelace", "Ada Lovelac", "100", "ada@example", "ada.example.edu"]
)
def test_who_is_not_exactly_meant_is_a_guest(typed):
    """Let in all the same: a typing error stops nobody."""
    room = listed()
    assert comes(room, typed).name == typed
    assert lines_here(room) == {}


def test_a_name_that_two_share_is_asked_for_the_number():
    """And with it each is told apart on the console."""
    room = listed()
    with pytest.raises(NameRefused) as answer:
        comes(room, "ann lee")
    assert answer.value.code == "name_twice"
    assert comes(room, "1003").name == "Ann Lee (1003)"
    assert comes(room, "alee@example.edu").name == "Ann Lee (1004)"


@pytest.mark.parametrize("again", ["Ada Lovelace", "1001", "ada@example.edu"])
def test_who_is_here_is_told_so_in_the_words_for_any_name_that_is_taken(again):
    """So that the answer tells nothing about the list."""
    room = listed()
    comes(room, "1001")
    with pytest.raises(NameRefused) as answer:
        comes(room, again)
    assert answer.value.code == "name_taken"
    assert len(room.live.state.participants) == 1
    comes(room, "Guest")
    with pytest.raises(NameRefused) as same:
        comes(room, "guest")
    assert (same.value.code, same.value.details.keys()) == ("name_taken", {"name"})


def test_who_was_taken_off_the_list_may_take_the_line_again():
    """As with a name."""
    room = listed()
    gone = comes(room, "1001").participant
    placing.remove(room.classroom, room.live, gone)
    assert lines_here(room) == {}
    assert comes(room, "Ada Lovelace").participant != gone
    assert lines_here(room) == {"Lovelace, Ada": 2}


def test_a_guest_is_bound_by_the_instructor_and_let_go_again():
    """The line, the name, the extra time; whoever held the line is a guest from then on."""
    room = listed()
    guest, other = comes(room, "Adda").participant, comes(room, "1001").participant
    assert extra_percent(room.classroom, room.live) == {other: 25}
    assert bind(room.classroom, room.live, guest, 2)
    assert extra_percent(room.classroom, room.live) == {guest: 25}
    assert bind(room.classroom, room.live, guest, 5)  # one line at most
    assert {who: at.line for who, at in bound(room.classroom, room.live).items()} == {guest: 5}
    release(room.classroom, room.live, 5)
    assert extra_percent(room.restart().classroom, room.live) == {}


def test_a_line_or_a_guest_that_is_not_there_is_not_bound():
    """A form of yesterday."""
    room = listed()
    guest = comes(room, "Adda").participant
    assert not bind(room.classroom, room.live, guest, 99)
    assert not bind(room.classroom, room.live, "pXXXXX", 2)
    assert lines_here(room) == {}


def test_a_list_brought_during_class_finds_who_is_here():
    """By the name they came in with, if it is one student's alone."""
    room = Room().makes()
    for name in ("Émile Zola", "ann lee", "Somebody"):
        comes(room, name)
    enrol(room.classroom, room.live, read_list(LIST.encode()).lines)
    assert lines_here(room) == {"Émile Zola": 3}


def test_a_new_list_keeps_who_is_matched():
    """By number, by address or by name, wherever the line now stands."""
    room = listed()
    ada, emile, ann = (comes(room, typed).participant for typed in ("1001", "1002", "1003"))
    enrol(
        room.classroom,
        room.live,
        read_list(
            b"student_id,name,email,extra_time\n"
            b"2000,Somebody New,,\n"
            b"9,Ada King,ada@example.edu,100\n"
            b"1003,Ann Lee-Smith,,\n"
        ).lines,
    )
    assert {who: at.line for who, at in bound(room.classroom, room.live).items()} == {
        ada: 3,
        ann: 4,
    }
    assert extra_percent(room.classroom, room.restart().live) == {ada: 100}
    assert emile in room.live.state.participants


def test_names_of_the_list_are_in_no_event():
    """The log knows pseudonyms alone."""
    room = listed()
    comes(room, "1001")
    comes(room, "Adda")
    rows = room.writer.store.read(f"{room.id}-session")
    assert len(rows) == 3
    assert not [row for row in rows if "Ad" in row.body or "1001" in row.body]


def test_a_lecture_hall_is_matched_line_by_line_once(monkeypatch):
    """All wait meanwhile: the work grows with the list, and not with its square."""
    asked = []
    monkeypatch.setattr(matching, "names_of", lambda name: asked.append(name) or names_of(name))
    rows = "".join(f"{n},Ada Number{n}\n" for n in range(300))
    room = Room().makes()
    for n in range(300):
        comes(room, f"Ada Number{n}")
    enrol(room.classroom, room.live, read_list(f"student_id,name\n{rows}".encode()).lines)
    assert all(line.participant for line in room.classroom.enrolled(room.id))
    assert len(asked) < 300 * 10
