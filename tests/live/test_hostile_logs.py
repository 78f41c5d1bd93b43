"""What the server writes down: no name in any log, no address of anybody anywhere."""

import sqlite3
from contextlib import closing

import pytest
import requests

from tests.live.house import NAMES
from tests.live.pupils import pupil
from tests.live.served import Served

pytestmark = [pytest.mark.live, pytest.mark.hostile]

WORDS = ("Zenobia", "Quux", "Secretly")


def test_errors_name_nobody(served: Served) -> None:
    """With the tables taken from under it the server fails at everything, and says so without a
    name, a return number, a token or what was typed."""
    console = served.console()
    session = console.make(title="Secretly")
    pupils = [pupil(served.url, session.code, name) for name in NAMES]
    pupils[0].connect()
    with closing(sqlite3.connect(served.folder / "distant-war.db")) as database:
        for table in ("roster", "events", "links"):
            database.execute(f"alter table {table} rename to {table}_gone")
        database.commit()
    url, one = served.url, pupils[0]
    broken = [
        requests.post(f"{url}/join", data={"code": session.code, "name": "Quux"}, timeout=20),
        requests.post(f"{url}/api/join", json={"code": session.code, "name": "Quux"}, timeout=20),
        requests.post(f"{url}/play/consent", cookies={"dw_seat": one.token}, timeout=20),
        session.order("deal"),
        console.post(f"/console/{session.id}/links", role="reviewer", label="Secretly"),
    ]
    assert [answer.status_code for answer in broken] == [500] * len(broken)
    said = (served.folder / "stderr.txt").read_text()
    assert said.count("broken request") >= len(broken)
    told = [*WORDS, *(one.token for one in pupils), *(one.return_number for one in pupils)]
    assert [word for word in told if word in said] == []
    assert all(word not in answer.text for answer in broken for word in NAMES)
    one.close()
    console.close()


def test_no_address_is_kept(served: Served) -> None:
    """Neither in the database nor in any other file beside it."""
    console = served.console()
    session = console.make()
    for name in NAMES:
        pupil(served.url, session.code, name)
    requests.get(f"{served.url}/open/nothing", timeout=20)
    console.close()
    served.stop()
    files = [file for file in served.folder.rglob("*") if file.is_file()]
    assert any(file.suffix == ".db" for file in files)
    assert [file.name for file in files if b"127.0.0.1" in file.read_bytes()] == []


def test_secrets_stand_in_no_address_that_is_shown(served: Served) -> None:
    """The console's token and a link's secret become cookies, and leave the address bar."""
    console = served.console()
    session = console.make()
    opened = requests.get(
        f"{served.url}/console", params={"token": served.token}, timeout=20, allow_redirects=False
    )
    assert opened.headers["Location"] == "/console"
    cookie = opened.headers["Set-Cookie"]
    assert all(flag in cookie for flag in ("; HttpOnly", "; SameSite=Lax", "; Path=/"))
    page = console.post(f"/console/{session.id}/links", role="projector").text
    secret = page.partition("/open/")[2].partition("<")[0]
    projected = requests.get(f"{served.url}/open/{secret}", timeout=20)
    assert projected.url == f"{served.url}/wall/{session.code}"
    for shown in (projected.text, session.page(), console.get("/console").text):
        assert secret not in shown
        assert served.token not in shown
    console.close()
