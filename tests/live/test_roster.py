"""The class list on a real server: brought, looked at, kept; met at the door; told to nobody."""

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
import requests

from game.web.wording.roster import NOTHING, TOO_LARGE
from tests.live.pupils import until
from tests.live.served import ROOT, ClassSession, Served

pytestmark = pytest.mark.live

LIST = (
    "student_id;name;email;section;extra_time\n"
    "1001;Lovelace, Ada;ada@example.edu;A;25\n"
    "1002;Émile Zola;emile@example.edu;A;\n"
    "1003;Ann Lee;ann@example.edu;A;\n"
    "1004;Ann Lee;alee@example.edu;B;\n"
)
HIDDEN = re.compile(r'name="list" value="([^"]+)"')


@pytest.fixture
def session(shared: Served) -> ClassSession:
    """A new session."""
    return shared.console().make()


def root(session: ClassSession) -> str:
    """Where the server listens."""
    return session.url().partition("/console")[0]


def looked_at(session: ClassSession, file: bytes) -> requests.Response:
    """The preview of a file."""
    return session.http.post(
        session.url("/roster"), files={"file": ("list.csv", file, "text/csv")}, timeout=20
    )


def kept(session: ClassSession, text: str = LIST) -> requests.Response:
    """Bring a list: look at it, keep it."""
    page = looked_at(session, text.encode())
    assert page.status_code == 200, page.text
    found = HIDDEN.search(page.text)
    assert found
    return session.order("roster/keep", list=found[1].replace("&#34;", '"'))


def comes(session: ClassSession, name: str) -> requests.Response:
    """Somebody at the door, by the form; not followed."""
    form = {"code": session.code, "name": name}
    return requests.post(f"{root(session)}/join", data=form, allow_redirects=False, timeout=20)


def roster(session: ClassSession) -> str:
    """The page of the list, spaces squeezed, without markup."""
    page = session.http.get(session.url("/roster"), timeout=20).text
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_a_list_is_looked_at_before_it_is_kept(session: ClassSession) -> None:
    """What was understood is shown; only then anything is written."""
    page = looked_at(session, LIST.encode()).text
    assert "4 students, 1 with extra time" in page
    assert "Émile Zola" in page
    assert "Expected" not in roster(session)
    assert kept(session).status_code == 200
    assert "4 students on the list: 0 here , 4 expected" in roster(session)


def test_faults_are_said_with_their_lines_and_nothing_is_kept(session: ClassSession) -> None:
    """Also where the page's own field was tampered with."""
    bad = looked_at(session, b"name,extra_time\nAda,lots\n,25\n")
    assert bad.status_code == 409
    assert "Line 2: “lots”" in bad.text
    assert "Line 3: There is no name" in bad.text
    assert session.order("roster/keep", list="nonsense").status_code == 409
    assert looked_at(session, b"").status_code == 409
    assert NOTHING in looked_at(session, b"").text
    assert "Expected" not in roster(session)


def test_a_file_that_is_too_large_is_refused_politely(session: ClassSession) -> None:
    """With what to do; the server stays well."""
    answer = looked_at(session, b"name\n" + b"x" * 300_000)
    assert answer.status_code == 413
    assert TOO_LARGE in answer.text


def test_the_list_meets_the_class(session: ClassSession) -> None:
    """Matched, asked for the number, a guest marked on the console, bound, let go."""
    kept(session)
    assert comes(session, "ada lovelace").status_code == 303
    twice = comes(session, "Ann Lee")
    assert twice.status_code == 409
    assert "student number" in twice.text
    assert comes(session, "Emil Sola").status_code == 303
    page = session.page()
    assert page.count("not on the class list") == 1
    assert "<bdi>Lovelace, Ada</bdi>" in page
    assert "1 here , 3 expected, 1 guest besides" in roster(session)
    form = session.http.get(session.url("/roster"), timeout=20).text
    guest = re.findall(r'name="participant" value="([^"]+)"', form)[0]
    assert session.order("roster/bind", participant=guest, line="3").status_code == 200
    assert "2 here , 2 expected." in roster(session)
    assert "not on the class list" not in session.page()
    assert session.order("roster/bind", participant=guest, line="77").status_code == 409
    session.order("roster/release", line="3")
    assert "1 here , 3 expected, 1 guest besides" in roster(session)


def test_the_answer_at_the_door_tells_nothing_of_the_list(session: ClassSession) -> None:
    """An address that is on it and one that is not: the same answer, the same page; and who is
    here is told in the same words, on the list or not."""
    kept(session)
    answers = [comes(session, name) for name in ("emile@example.edu", "nobody@example.edu")]
    pages = []
    for answer in answers:
        cookies = answer.cookies.get_dict()
        page = requests.get(f"{root(session)}/play", cookies=cookies, timeout=20).text
        assert "mile" not in page
        pages.append(re.sub(r"\d{4} \d{4}|p[A-Z0-9]{5}|data-now=\"\d+\"|\d+", "", page))
    assert pages[0] == pages[1]
    again = [comes(session, name) for name in ("emile@example.edu", "nobody@example.edu")]
    said = [re.findall(r'id="name-wrong"[^>]*>([^<]+)<', answer.text) for answer in again]
    assert said[0] == said[1]
    assert [answer.status_code for answer in again] == [409, 409]
    door = requests.get(f"{root(session)}/join/{session.code}", timeout=20).text
    assert "Your student number will do as well." in door
    assert "Lovelace" not in door
    assert "datalist" not in door


def given(session: ClassSession, shape: str, most: str = "10") -> requests.Response:
    """The file of points."""
    return session.order("roster/grades", shape=shape, most=most, title="T")


def test_points_are_given_in_three_shapes(session: ClassSession) -> None:
    """Before anything was asked: empty cells; guests in the plain one alone."""
    kept(session)
    comes(session, "1001")
    comes(session, "A guest")
    canvas = given(session, "canvas")
    assert canvas.headers["Content-Type"] == "text/csv; charset=utf-8"
    rows = canvas.content.decode("utf-8-sig").splitlines()
    assert rows[:3] == [
        "Student,ID,SIS User ID,SIS Login ID,Section,T",
        "Points Possible,,,,,10",
        '"Lovelace, Ada",,1001,ada@example.edu,A,',
    ]
    assert "A guest" not in canvas.text
    assert "A guest" in given(session, "plain").text
    assert given(session, "moodle").text.count(",-") == 4
    for shape, most in (("canvas", "0"), ("canvas", "x"), ("blackboard", "10")):
        assert given(session, shape, most).status_code == 409


def test_moodle_is_given_nothing_that_would_hit_somebody_else(session: ClassSession) -> None:
    """Without one column that everybody has."""
    kept(session, "student_id,name,email\n1,Ada,\n,Alan,alan@example.edu\n")
    answer = given(session, "moodle")
    assert answer.status_code == 409
    assert "Moodle finds students by one column" in answer.text


def test_dates_are_set_and_refused(session: ClassSession) -> None:
    """A hundred and twenty days unless chosen; only days to come."""
    page = session.http.get(session.url("/roster"), timeout=20).text
    assert re.search(r'name="names_until" value="20\d\d-\d\d-\d\d"', page)
    for wrong in ("2001-01-01", "soon", "9999-12-31", "2027-02-30"):
        assert session.order("dates", names_until=wrong).status_code == 409
    assert session.order("dates", names_until="", all_until="").status_code == 200
    page = session.http.get(session.url("/roster"), timeout=20).text
    assert 'name="names_until" value=""' in page


def test_names_and_session_are_erased_by_typing_the_code(served: Served) -> None:
    """Over first, the right code, and then no byte of the names is on the disk."""
    session = served.console().make()
    kept(session)
    comes(session, "1001")
    secret = b"ada@example.edu"
    assert secret in on_disk(served)
    assert session.order("erase/names", code=session.code).status_code == 409
    session.order("end")
    assert session.order("erase/names", code="XXXXXX").status_code == 409
    assert secret in on_disk(served)
    assert session.order("erase/names", code=session.code.lower()).status_code == 200
    assert secret not in on_disk(served)
    assert b"Lovelace" not in on_disk(served)
    assert "The names were erased on" in roster(session)
    assert session.export()
    assert session.order("erase/all", code=session.code).status_code == 200
    assert session.http.get(session.url(), timeout=20).status_code == 404
    assert session.code.encode() not in on_disk(served)
    assert comes(session, "Late").status_code == 409


def on_disk(served: Served) -> bytes:
    """Every byte of the database."""
    return b"".join(path.read_bytes() for path in served.folder.glob("distant-war.db*"))


def test_the_terminal_erases_only_while_no_server_is_at_work(served: Served) -> None:
    """It asks for the code again; `--yes` does not."""
    session = served.console().make()
    comes(session, "Zebediah")
    at = ("--data", str(served.folder))
    assert "Another server is at work" in erase(session.code, "--names", "--yes", *at).stderr
    served.stop()
    early = erase(session.code, "--names", "--yes", *at)
    assert "is not over" in early.stderr
    wrong = erase(session.code, "--everything", *at, typed="nonsense\n")
    assert "Nothing was erased" in wrong.stderr
    assert b"Zebediah" in on_disk(served)
    assert "Say what to erase" in erase(session.code, *at).stderr
    done = erase(session.code, "--everything", *at, typed=f"{session.code}\n")
    assert (done.returncode, done.stdout.rpartition(": ")[2]) == (0, "Erased.\n")
    assert b"Zebediah" not in on_disk(served)
    assert session.code.encode() not in on_disk(served)
    assert "none yet" in erase(session.code, "--names", *at).stderr


def erase(*arguments: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
    """The command, as typed."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "game.cli", "erase", *arguments],
        cwd=ROOT,
        input=typed,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_server_keeps_its_dates_when_it_starts(served: Served) -> None:
    """A day that came while it was off."""
    session = served.console().make(names_days="1")
    comes(session, "Zebediah")
    session.order("end")
    served.stop()
    assert b"Zebediah" in on_disk(served)
    with closing(sqlite3.connect(served.folder / "distant-war.db")) as database:
        database.execute("UPDATE retention SET names_until = 1")
        database.commit()
    served.start()
    until(lambda: "The names were erased on" in roster(session), "names to be erased")
    until(lambda: b"Zebediah" not in on_disk(served), "the disk to forget them")
    assert "Zebediah" not in session.page()
    assert b"Zebediah" not in on_disk(served)
