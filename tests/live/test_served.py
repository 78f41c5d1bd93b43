"""The server starts, says where it is, and goes away when told."""

import pytest

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
    import requests

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
