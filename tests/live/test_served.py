"""The server starts, says where it is, and goes away when told."""

import csv
import io
import zipfile

import pytest
import requests

from tests.live.served import Served

pytestmark = pytest.mark.live


def test_a_session_is_made_by_the_printed_link(shared: Served) -> None:
    """The link opens the console, its form makes a session with a code, and the wall shows it."""
    session = shared.console().make()
    assert len(session.code) == 6
    wall = shared.console().get(f"/wall/{session.code}")
    assert session.code[:3] in wall.text


def test_without_the_link_the_console_stays_shut(shared: Served) -> None:
    """Neither a missing nor a wrong token opens it, and the page says where the link is."""
    for query in ("", "?token=", "?token=wrong"):
        answer = requests.get(f"{shared.url}/console{query}")
        assert answer.status_code == 401
        assert "terminal" in answer.text


def test_it_stops_on_request(served: Served) -> None:
    """Ctrl+C ends it quietly."""
    served.stop()
    assert served.process is not None
    assert served.process.returncode == 0
    assert "Traceback" not in served.errors()


def test_an_empty_box_is_no_agreement(served: Served) -> None:
    """Only the rows of those who ticked it are in a research export."""
    session = served.console().make(pace="instructor")
    for name in ("Ada", "Bo", "Cem"):
        join = {"code": session.code, "name": name}
        cookies = requests.post(f"{served.url}/join", data=join, timeout=20).history[0].cookies
        if name == "Ada":
            requests.post(
                f"{served.url}/play/consent", data={"consent": "1"}, cookies=cookies, timeout=20
            )
    for order in ("deal", "begin", "end"):
        assert session.order(order).status_code == 200
    exports = (session.export(query) for query in ("", "?research=1"))
    own, research = ([row["consent"] for row in seats_of(file)] for file in exports)
    assert sorted(own) == ["0", "0", "1"]
    assert research == ["1"]


def seats_of(file: bytes) -> list[dict[str, str]]:
    """The seats of students in a zip."""
    with zipfile.ZipFile(io.BytesIO(file)) as zipped:
        lines = zipped.read("seats.csv").decode().splitlines()
    return [row for row in csv.DictReader(lines) if row["holders"]]
