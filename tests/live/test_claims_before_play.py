"""The claims are shown to whom they concern before the end; what came of them to nobody."""

import pytest
import requests

from game.analysis.claims import claims_hash
from game.analysis.claims.reading import read_claims
from tests.live.faces import assert_page
from tests.live.served import Served
from tests.live.test_links import made, opened

pytestmark = pytest.mark.live

QUESTION = read_claims().claim("C1").question


def test_instructors_read_the_claims_in_play_and_nobody_reads_a_result(shared: Served) -> None:
    """In play the console describes: no debrief, no verdict, on no address there is."""
    console = shared.console()
    session = console.make()
    base = f"{shared.url}/console/{session.id}"
    student = requests.Session()
    student.post(f"{shared.url}/join", data={"code": session.code, "name": "Ada"})
    for action in ("deal", "begin"):
        session.order(action)

    for role in ("co_instructor", "reviewer"):
        browser = opened(shared, made(console, session, role))
        assert_page(browser.get(base), 200, QUESTION, claims_hash())
        assert_page(browser.get(f"{base}/claims"), 200, QUESTION, claims_hash())
        assert browser.get(f"{base}/debrief").status_code == 404
    assert_page(console.http.get(base), 200, QUESTION, claims_hash())
    assert console.http.get(f"{base}/debrief").status_code == 404

    hall = opened(shared, made(console, session, "projector"))
    assert_page(hall.get(f"{base}/claims"), 403)
    assert_page(student.get(f"{base}/claims"), 401)
    for seen in ("/play", "/debrief", f"/wall/{session.code}"):
        assert QUESTION not in student.get(shared.url + seen).text
    assert "Ada" in session.page()  # the student is in

    assert session.order("end").status_code == 200
    assert console.http.get(f"{base}/debrief").status_code == 200
    console.close()
