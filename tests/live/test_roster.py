"""The class list on a real server: brought, looked at, kept; met at the door; told to nobody."""

import re

import pytest
import requests

from game.web.wording.roster import NOTHING, TOO_LARGE
from tests.live.served import ClassSession, Served

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
    assert page.count("not on the roster") == 1
    assert "<bdi>Lovelace, Ada</bdi>" in page
    assert "1 here , 3 expected, 1 guest besides" in roster(session)
    form = session.http.get(session.url("/roster"), timeout=20).text
    guest = re.findall(r'name="participant" value="([^"]+)"', form)[0]
    assert session.order("roster/bind", participant=guest, line="3").status_code == 200
    assert "2 here , 2 expected." in roster(session)
    assert "not on the roster" not in session.page()
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
    assert "Lovelace" not in door
    assert "datalist" not in door
