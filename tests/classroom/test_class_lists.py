"""A class list out of a file: as people, Canvas, Moodle and spreadsheets write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.classroom.enrolment.decoding import NO_TEXT, WINDOWS, WORKBOOK
from game.classroom.enrolment.extra_time import ExtraTimeRefused, percent
from game.classroom.enrolment.lines import Enrolled
from game.classroom.enrolment.reading import EMPTY, MOST_LINES, QUOTES, as_csv, read_list

ADA = Enrolled(2, "Ada Lovelace", "1001", "ada@example.edu", section="A", extra_time=25)
OURS = "student_id,name,email,section,extra_time\n1001,Ada Lovelace,ada@example.edu,A,25\n"


def read(text: str, encoding: str = "utf-8"):
    """What is understood of a text."""
    return read_list(text.encode(encoding))


def faults(text: str) -> list[tuple[int, str]]:
    """The faults, and that there are any."""
    found = [(fault.line, fault.sentence) for fault in read(text).faults]
    assert found
    return found


@pytest.mark.parametrize(
    "text",
    [
        OURS,
        OURS.replace(",", ";"),
        OURS.replace(",", "\t"),
        OURS.replace("\n", "\r\n"),
        "\ufeff" + OURS,
        "sep=;\n" + OURS.replace(",", ";"),
        "\n\n" + OURS + ",,,,\n\n",
        "Extra Time (%),SECTION,E-Mail,Name,Student ID\n25,A,ada@example.edu,Ada  Lovelace ,1001\n",
        'student_id,name,email,section,extra_time\n1001,"Ada Lovelace",ada@example.edu,A,125%\n',
        "First name,Last name,ID number,Email address,Group,extra time\n"
        "Ada,Lovelace,1001,ada@example.edu,A,25 %\n",
        "Vorname;Nachname;Matrikelnummer;E-Mail;Group;extra_time\n"
        "Ada;Lovelace;1001;ada@example.edu;A;1,25\n",
    ],
)
def test_the_same_student_in_many_spellings(text):
    """Any order, any of three separators, quotes, blank lines, the marks that Excel leaves."""
    found = read(text)
    assert not found.faults
    (line,) = found.lines
    assert Enrolled(2, *(getattr(line, name) for name in list(Enrolled.__slots__)[1:])) == ADA


def test_the_list_as_canvas_writes_it():
    """Its own number apart from the university's; its row of points and its test student aside."""
    found = read(
        "Student,ID,SIS User ID,SIS Login ID,Section,Essay (99)\n"
        "    Points Possible,,,,,10\n"
        '"Lovelace, Ada",77,1001,ada@example.edu,"Pol 1, A",9\n'
        '"Babbage, Charles",78,1002,cbab,Pol 1,\n'
        '"Student, Test",79,,5e884898da28047151d0e56f8dc62927,Pol 1,\n'
    )
    assert not found.faults
    assert found.notes == ("The test student of Canvas, in line 5, was left out.",)
    ada, charles = found.lines
    assert (ada.name, ada.student_id, ada.canvas_id) == ("Lovelace, Ada", "1001", "77")
    assert (ada.email, ada.section) == ("ada@example.edu", "Pol 1, A")
    assert (charles.email, charles.login) == ("", "cbab")


def test_other_encodings_are_read_and_said():
    """Windows-1252 with a warning; UTF-16, as Excel calls Unicode, without."""
    text = "name,student_id\nÉmile Žižek,7\n"
    assert read(text, "cp1252").lines[0].name == "Émile Žižek"
    assert read(text, "cp1252").notes == (WINDOWS,)
    assert read(text, "utf-16").lines[0].name == "Émile Žižek"
    assert read(text, "utf-16").notes == ()


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (b"PK\x03\x04 and so on", WORKBOOK),
        (b"name\nAda\0\n", NO_TEXT),
        (b"name\n\x81\x8d\n", NO_TEXT),
        (b"", EMPTY),
        (b"name,student_id\n", EMPTY),
        (b"name,student_id\n,\n , \n", EMPTY),
    ],
)
def test_what_is_no_list(file, sentence):
    """Said as a whole, without a line."""
    (fault,) = read_list(file).faults
    assert (fault.line, fault.sentence) == (0, sentence)


def test_every_fault_has_its_line_and_nothing_is_left_unsaid():
    """All of them at once, in the order of the file."""
    found = faults(
        "name,student_id,extra_time\n"
        "Ada,1,25\n"
        ",2,\n"
        f"{'x' * 61},3,\n"
        "Babbage, Charles,4,\n"
        "Grace,5,a lot\n"
        "Alan,1,\n"
    )
    assert [line for line, _ in found] == [3, 4, 5, 6, 7]
    assert "no name" in found[0][1]
    assert "longer than 60" in found[1][1]
    assert "4 cells" in found[2][1]
    assert "“a lot”" in found[3][1]
    assert found[4][1] == "Alan: the student number stands in line 2 already, with Ada."


@pytest.mark.parametrize(
    "rows",
    ["Ada,,a@x.edu\nAlan,,A@X.edu", "Ada,,\nADA,,", "Ada,7,\nAlan,7,", "Ada,7,\nAda,7,"],
)
def test_duplicates_are_named(rows):
    """Whatever is one student's alone; and a name alone, where nothing else is there."""
    ((line, sentence),) = faults(f"name,student_id,email\n{rows}\n")
    assert line == 3
    assert "in line 2 already" in sentence


def test_two_of_one_name_with_a_number_each_are_two_students():
    """As in life."""
    assert not read("name,student_id\nAnn Lee,1\nAnn Lee,2\n").faults


def test_a_list_without_names_says_what_it_found():
    """And what is expected."""
    ((line, sentence),) = faults("nick,mark\nada,3\n")
    assert line == 1
    assert "“nick”, “mark”" in sentence
    assert "student_id, name" in sentence


@pytest.mark.parametrize("row", ['"Ada,1', '"Ada" Lovelace,1'])
def test_a_broken_quotation_is_found_where_it_begins(row):
    """And not where the file ends."""
    assert faults(f"name,student_id\nAlan,2\n{row}\nGrace,3\n") == [(3, QUOTES)]


def test_a_line_break_in_a_cell_moves_no_line_number():
    """The fault stands where the editor shows it."""
    found = faults('name,section,extra_time\n"Ada","one\ntwo",\nAlan,A,many\n')
    assert [line for line, _ in found] == [4]


def test_a_very_long_list_is_refused():
    """As many as a session takes."""
    rows = "\n".join(f"Student {n},{n}" for n in range(MOST_LINES + 1))
    assert faults(f"name,student_id\n{rows}\n")[0][0] == 0


@pytest.mark.parametrize(
    ("typed", "added"),
    [
        ("", 0), (" ", 0), ("0", 0), ("25", 25), ("25%", 25), ("25 %", 25), ("1.25", 25),
        ("1,5", 50), ("2.0", 100), ("100%", 0), ("125 %", 25), ("150%", 50), ("200%", 100),
        ("100", 100), ("150", 150), ("200", 200), ("300%", 200), ("0.25", 25), ("3%", 3),
    ],
)  # fmt: skip
def test_extra_time_as_people_write_it(typed, added):
    """With a sign from 100 on it is all the time; with a point a factor; else what is added."""
    assert percent(typed) == added


@pytest.mark.parametrize(
    "typed", ["1", "2", "3", "-25", "201", "301%", "yes", "1.2.3", "٣", "9999999", "%", "1e2", "."]
)
def test_extra_time_that_cannot_be_told(typed):
    """Better asked than guessed."""
    with pytest.raises(ExtraTimeRefused, match="“"):
        percent(typed)


@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))
)
def test_any_file_is_read_or_its_faults_are_said(file):
    """Never an exception."""
    found = read_list(file)
    assert found.lines or found.faults


CELL = st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), max_size=20)


@given(st.lists(st.tuples(CELL, CELL, st.integers(0, 200)), max_size=5))
def test_what_was_understood_is_understood_again(rows):
    """The page hands the list back as a file of ours."""
    table = "name,section,extra_time\n" + "".join(
        '"{}","{}",{}%\n'.format(n.replace('"', '""'), s.replace('"', '""'), e) for n, s, e in rows
    )
    first = read(table)
    if first.faults:
        return
    again = read(as_csv(first.lines))
    assert not again.faults
    bare = [(line.name, line.section, line.extra_time) for line in first.lines]
    assert [(line.name, line.section, line.extra_time) for line in again.lines] == bare
