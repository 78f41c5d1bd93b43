"""Links to one session, with the real server: what each opens, and that revoking shuts it."""

import re
from collections.abc import Iterator

import pytest
import requests
import socketio

from tests.live.faces import assert_page
from tests.live.pupils import pupil, until
from tests.live.served import ClassSession, Console, Served

pytestmark = pytest.mark.live

ROLES = ("co_instructor", "reviewer", "projector")


@pytest.fixture
def console(shared: Served) -> Iterator[Console]:
    """The instructor's browser."""
    opened = shared.console()
    yield opened
    opened.close()


def made(console: Console, session: ClassSession, role: str) -> str:
    """The address of a new link."""
    answer = console.post(f"/console/{session.id}/links", role=role, label="Dr Rossi")
    assert_page(answer, 200, "Dr Rossi", "Copy it now")
    (secret,) = re.findall(r'<code class="secret">http[^<]+(/open/[\w-]+)</code>', answer.text)
    return secret


def opened(served: Served, link: str) -> requests.Session:
    """A browser that has opened the link."""
    browser = requests.Session()
    answer = browser.get(served.url + link)
    assert answer.status_code == 200, answer.text
    assert "/open/" not in answer.url
    return browser


def test_a_co_instructor_conducts_one_class(shared: Served, console: Console) -> None:
    """This one, with its names; no other, and none of what is beside the classes."""
    session, other = console.make(), console.make()
    pupil(shared.url, session.code, "Zenobia")
    browser = opened(shared, made(console, session, "co_instructor"))
    base = f"{shared.url}/console/{session.id}"
    assert_page(browser.get(base), 200, "Zenobia")
    assert browser.post(f"{base}/deal").status_code == 200
    assert_page(browser.get(f"{base}/links"), 403)
    assert_page(browser.post(f"{base}/links", data={"role": "co_instructor"}), 403)
    for path in ("/console", "/console/new", "/console/link", f"/console/{other.id}"):
        assert_page(browser.get(shared.url + path), 401)


def test_a_reviewer_reads_without_names(shared: Served, console: Console) -> None:
    """The console; the data once the game is over, and without texts; nothing is obeyed."""
    session = console.make()
    zenobia = pupil(shared.url, session.code, "Zenobia")
    browser = opened(shared, made(console, session, "reviewer"))
    base = f"{shared.url}/console/{session.id}"
    page = browser.get(base).text
    assert zenobia.participant in page
    assert "Zenobia" not in page
    assert zenobia.return_number not in page
    assert_page(browser.get(f"{base}/export.zip"), 404)
    assert_page(browser.get(f"{base}/export.zip?texts=1"), 403)
    for action in ("deal", "end", "remove", "debrief"):
        data = {"participant": zenobia.participant}
        assert_page(browser.post(f"{base}/{action}", data=data), 403)
    assert "Zenobia" in session.page()


def test_a_projector_turns_pages_and_nothing_else(shared: Served, console: Console) -> None:
    """The keys of the wall work with the link, and without it they turn nothing."""
    session = console.make()
    one = pupil(shared.url, session.code, "Ada").connect()
    for action in ("deal", "begin", "close", "end"):
        assert session.order(action).status_code == 200
    one.close()
    link = made(console, session, "projector")
    browser = opened(shared, link)
    assert_page(browser.get(f"{shared.url}/console/{session.id}"), 403)
    titles = re.findall(r'id="page-([^"]+)"', session.page())
    turn(shared, session, requests.Session())
    turn(shared, session, browser)
    until(lambda: current(session) == titles[0], "the first page")
    turn(shared, session, browser)
    until(lambda: current(session) == titles[1], "the second page")


def turn(served: Served, session: ClassSession, browser: requests.Session) -> None:
    """Press the arrow key on a wall of this browser, and see that it was heard."""
    wall = socketio.Client(reconnection=False, http_session=browser)
    wall.connect(served.url, auth={"watch": "wall", "code": session.code}, transports=["polling"])
    wall.call("turn", {"by": 1})
    wall.disconnect()


def current(session: ClassSession) -> str:
    """The page that is on."""
    found = re.findall(r'id="page-([^"]+)" aria-current', session.page())
    return found[0] if found else ""


@pytest.mark.parametrize("role", ROLES)
def test_a_revoked_link_opens_nothing(shared: Served, console: Console, role: str) -> None:
    """Neither the link nor the cookie it left; the other links of the session stay."""
    session = console.make()
    link, other = made(console, session, role), made(console, session, "co_instructor")
    browser, colleague = opened(shared, link), opened(shared, other)
    revoke(console, session, role)
    assert_page(requests.get(shared.url + link), 404, "opens nothing")
    base = f"{shared.url}/console/{session.id}"
    assert browser.get(base).status_code == 401
    still = 401 if role == "co_instructor" else 200
    assert colleague.get(base).status_code == still


def revoke(console: Console, session: ClassSession, role: str) -> None:
    """Press the buttons of all links of this role."""
    page = console.get(f"/console/{session.id}/links").text
    names = {"co_instructor": "Co-instructor", "reviewer": "Reviewer", "projector": "Projector"}
    rows = re.findall(r"<tr>.*?</tr>", page, re.S)
    ids = [
        re.findall(r'name="link" value="(\w+)"', row)[0]
        for row in rows
        if f">{names[role]}<" in row
    ]
    assert ids
    for link in ids:
        console.post(f"/console/{session.id}/links/revoke", link=link)


def watching(served: Served, browser: requests.Session, session: ClassSession) -> socketio.Client:
    """A console's socket in this browser, which has had its first view."""
    seen: list[dict[str, object]] = []
    line = socketio.Client(reconnection=False, http_session=browser)
    line.on("view", seen.append)
    line.connect(served.url, auth={"watch": "console", "session": session.id})
    until(lambda: seen, "a view")
    line.seen = seen
    return line


def test_revoking_cuts_what_is_open(shared: Served, console: Console) -> None:
    """The page is told to look again, and hears no more."""
    session = console.make()
    line = watching(shared, opened(shared, made(console, session, "reviewer")), session)
    revoke(console, session, "reviewer")
    until(lambda: not line.connected, "the cut")
    assert line.seen[-1]["page"] == "shut"


def test_a_new_console_link_ends_the_old_one(served: Served) -> None:
    """The link, the cookies and the open pages of other browsers; ours goes on."""
    ours, theirs = served.console(), served.console()
    session = ours.make()
    line = watching(served, theirs.http, session)
    answer = ours.post("/console/link")
    (token,) = re.findall(r"token=([\w-]+)", answer.text)
    until(lambda: not line.connected, "the cut")
    assert_page(theirs.get("/console"), 401)
    assert_page(requests.get(f"{served.url}/console?token={served.token}"), 401)
    assert_page(ours.get(f"/console/{session.id}"), 200)
    assert_page(requests.Session().get(f"{served.url}/console?token={token}"), 200)
    served.stop()
    served.start()
    assert served.token == token
    ours.close()
    theirs.close()


def test_leaving_a_browser(shared: Served, console: Console) -> None:
    """It forgets the console, or the link; nothing else is ended."""
    session = console.make()
    leaving = shared.console()
    assert_page(leaving.post("/console/leave"), 401)
    assert_page(leaving.get("/console"), 401)
    leaving.close()
    browser = opened(shared, made(console, session, "reviewer"))
    assert_page(browser.post(f"{shared.url}/console/{session.id}/leave"), 401)
    assert_page(browser.get(f"{shared.url}/console/{session.id}"), 401)
    assert_page(console.get(f"/console/{session.id}"), 200)
