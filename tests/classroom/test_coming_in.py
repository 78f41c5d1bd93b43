"""Making a session, joining it, coming back; codes nobody misreads, names nobody shares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.classroom import codes, conducting, joining, placing
from game.classroom.making import ChoiceRefused, Choices, make_session
from game.classroom.roster import NameRefused, tidy_name
from game.core.vocabulary import Design
from tests.rooms import Room


def refused(room, name):
    """The code with which a name is refused."""
    with pytest.raises(NameRefused) as answer:
        joining.join(room.classroom, room.live, name)
    return answer.value.code


def test_a_participant_is_a_pseudonym_with_a_line_in_the_roster():
    """The name, eight figures to come back with, and no consent yet."""
    room = Room().makes()
    entry = joining.join(room.classroom, room.live, "  Ada   Lovelace ")
    assert (entry.name, entry.consent, len(entry.return_number)) == ("Ada Lovelace", None, 8)
    assert entry.participant in room.live.state.participants
    assert room.restart().classroom.roster(room.id)[entry.participant] == entry


def test_who_comes_back_is_the_same_person():
    """By the return number, on another device, after a restart."""
    room = Room().makes()
    entry = joining.join(room.classroom, room.live, "Ada")
    spaced = " ".join(entry.return_number)
    assert joining.come_back(room.classroom, room.restart().live, spaced).name == "Ada"
    wrong = "0" * 8 if entry.return_number != "0" * 8 else "1" * 8
    assert joining.come_back(room.classroom, room.live, wrong) is None


@pytest.mark.parametrize("name", ["", "   ", "\n\t", "\u200b", "\x00"])
def test_a_name_is_not_empty(name):
    """Nor made of signs nobody sees."""
    assert refused(Room().makes(), name) == "name_empty"


def test_a_name_has_sixty_signs_at_most_and_is_taken_once():
    """Two people under one name cannot be told apart."""
    room = Room().makes()
    assert refused(room, "x" * 61) == "name_too_long"
    joining.join(room.classroom, room.live, "Émile")
    assert refused(room, "émile") == "name_taken"
    assert refused(room, "E\u0301mile") == "name_taken"


@given(st.text(max_size=80))
def test_any_text_is_a_name_or_refused(text):
    """One line, storable, no control signs."""
    try:
        name = tidy_name(text)
    except NameRefused:
        return
    assert name == name.strip()
    assert "\n" not in name
    assert name.encode()


def test_everybody_has_another_pseudonym_and_another_number():
    """Two hundred students."""
    room = Room().makes(200)
    entries = room.classroom.roster(room.id).values()
    assert len({e.participant for e in entries}) == 200
    assert len({e.return_number for e in entries}) == 200


def test_a_pseudonym_that_is_taken_is_drawn_again(monkeypatch):
    """In a lecture of a thousand two draws are the same one time in ten."""
    drawn = iter("CCCCCDDDDD")
    monkeypatch.setattr(codes.secrets, "choice", lambda signs: next(drawn))
    assert codes.pseudonym({"pCCCCC"}) == "pDDDDD"


def test_joining_ends_with_the_session():
    """Before that one may come at any time."""
    room = Room().makes(3).begins()
    joining.join(room.classroom, room.live, "Late")
    conducting.end(room.classroom, room.live)
    assert refused(room, "Too late") == "session_over"


def test_who_is_taken_off_the_list_is_not_dealt():
    """Neither may one come back by the number."""
    room = Room().makes(4)
    gone = room.live.state.participants[0]
    number = room.classroom.roster(room.id)[gone].return_number
    placing.remove(room.classroom, room.live, gone)
    assert joining.come_back(room.classroom, room.live, number) is None
    room.begins()
    assert gone not in room.live.seats
    assert len(room.live.seats) == 3


def test_consent_is_kept():
    """Yes or no, for the research exports."""
    room = Room().makes(1)
    (student,) = room.live.state.participants
    joining.answer_consent(room.classroom, room.live, student, agreed=True)
    assert room.restart().classroom.roster(room.id)[student].consent is True


def test_a_code_is_read_from_a_wall_and_typed_on_a_phone():
    """No vowels, no sign that looks like another; blanks and small letters do not matter."""
    made = {codes.join_code(set()) for _ in range(300)}
    assert len(made) > 295
    for code in made:
        assert len(code) == 6
        assert not set(code) & set("AEIOU01258LSZB")
        assert codes.tidy(codes.shown(code).lower()) == code
    assert codes.foreign_signs("HK7 M0O") == "0O"


def test_a_session_is_found_by_its_code_after_a_restart():
    """With the scenario as it was."""
    room = Room().makes()
    code = room.live.state.created.code
    assert room.restart().classroom.by_code(code).id == room.id
    assert room.classroom.by_code("XXXXXX") is None


@pytest.mark.parametrize(
    ("field", "choice"),
    [
        ("group_size", {"group_size": 1}),
        ("group_size", {"group_size": 7}),
        ("cut", {"cut": "endless"}),
        ("pace", {"pace": "brisk"}),
        ("title", {"title": "x" * 81}),
        ("actors", {"actors": ("atlantis",)}),
        ("factors", {"design": Design.D1, "factors": {"threat": ("high", "low")}}),
    ],
)
def test_a_choice_that_cannot_be_made_is_said(field, choice):
    """Which field, and why; nothing is written."""
    room = Room()
    with pytest.raises(ChoiceRefused) as answer:
        room.makes(**choice)
    assert answer.value.field == field
    assert str(answer.value).endswith(".")
    assert room.writer.store.count("sessions") == 0


def test_arms_without_factors_are_hawk_and_restrained():
    """D1 by default."""
    room = Room().makes(design=Design.D1)
    assert dict(room.live.state.created.factors) == {"script": ("hawk", "restrained")}


def test_two_sessions_do_not_mix():
    """Each with its code, its seed, its people."""
    room = Room().makes(3)
    first = room.live
    other = make_session(room.classroom, Choices(room.scenario, "text", "c" * 64, "claims"))
    assert first.state.created.code != other.state.created.code
    assert other.state.created.seed
    joining.join(room.classroom, other, "Student 1")  # the same name, in another session
    assert len(other.state.participants) == 1
    assert len(first.state.participants) == 3
