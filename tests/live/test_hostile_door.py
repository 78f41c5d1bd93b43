"""At the door: codes, names, links and numbers as hostile or clumsy people send them."""

import re

import pytest
import requests

from game.web.limits import CODES, NUMBERS
from tests.live.faces import assert_code, assert_page, brief
from tests.live.pupils import Seated, pupil
from tests.live.served import Served

pytestmark = [pytest.mark.live, pytest.mark.hostile]

WRONG_CODES = ("", " ", "XXXXXX", "<script>alert(1)</script>", "A" * 10_000, "\u202eHK7M4R", "🙂")
BAD_NAMES = {
    "": "name_empty",
    " \t\n\u00a0\u200b": "name_empty",
    "\ud800": "name_empty",
    "x" * 61: "name_too_long",
    "x" * 10_000: "name_too_long",
    "Student 1": "name_taken",
    " student  1\u202e": "name_taken",
}
ODD_NAMES = ("<b>Ada</b>", "\u202eAda", "🙂 Ada", "=1+1", "Ada\x00 Null", "العربية", "{{ 7*7 }}")


def joined(url: str, code: str, name: str, **more: str) -> requests.Response:
    """The form of the door, posted by a browser without scripts; not followed."""
    form = {"code": code, "name": name, **more}
    return requests.post(f"{url}/join", data=form, allow_redirects=False, timeout=20)


@pytest.mark.parametrize("code", WRONG_CODES, ids=brief)
def test_a_wrong_code_is_a_page_that_keeps_what_was_typed(calm: Seated, code: str) -> None:
    """People get the door again with a sentence, programs a code; nothing is echoed as HTML."""
    url = calm.served.url
    answer = joined(url, code, "Mallory")
    assert_page(answer, 409, "Mallory")
    assert "<script>alert" not in answer.text
    programs = requests.post(f"{url}/api/join", json={"code": code, "name": "M"}, timeout=20)
    assert_code(programs, 409, "unknown_code")


@pytest.mark.parametrize("name", BAD_NAMES, ids=brief)
def test_a_name_that_cannot_be_used(calm: Seated, name: str) -> None:
    """Empty, too long or taken: said at its field, and nobody comes in."""
    url, code = calm.served.url, calm.session.code
    programs = requests.post(f"{url}/api/join", json={"code": code, "name": name}, timeout=20)
    assert_code(programs, 409, BAD_NAMES[name])
    assert_page(joined(url, code, name.encode("utf-8", "ignore").decode()), 409, "name-wrong")


@pytest.mark.parametrize("name", ODD_NAMES, ids=brief)
def test_an_odd_name_is_text_and_nothing_else(shared: Served, name: str) -> None:
    """It stands on the instructor's list as text, without signs that turn the line around."""
    session = shared.console().make()
    assert joined(shared.url, session.code, name).status_code == 303
    page = session.page()
    assert "<b>Ada" not in page
    assert "49" not in re.findall(r"[^<>]*Ada[^<>]*", page)
    assert not set("\u202e\x00") & set(page)


def test_a_link_previewer_takes_no_seat(calm: Seated) -> None:
    """Messengers open the link, again and again: only the button takes a place."""
    url, code = calm.served.url, calm.session.code
    before = calm.session.page().count("Student ")
    for method in ("GET", "HEAD", "GET"):
        answer = requests.request(method, f"{url}/join/{code}", timeout=20)
        assert answer.status_code == 200
        assert "dw_seat" not in answer.headers.get("Set-Cookie", "")
    assert calm.session.page().count("Student ") == before


def test_a_double_tap_at_the_door_takes_one_place(shared: Served) -> None:
    """The same form twice is one student with one seat, and no sentence about a name taken."""
    session = shared.console().make()
    door = requests.get(f"{shared.url}/join/{session.code}", timeout=20).text
    form = re.findall(r'name="_id" value="([^"]+)"', door)[0]
    first, second = (joined(shared.url, session.code, "Ada", _id=form) for _ in range(2))
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.cookies["dw_seat"] == second.cookies["dw_seat"]
    assert joined(shared.url, session.code, "Ada", _id="another").status_code == 409


def test_the_code_of_a_class_that_has_ended(shared: Served) -> None:
    """No new place, on no way in; the wall and the old seats still open, on any device."""
    session = shared.console().make()
    ada = pupil(shared.url, session.code, "Ada")
    session.order("end")
    assert_page(joined(shared.url, session.code, "Bo"), 409, "This class has ended")
    link = requests.get(f"{shared.url}/join/{session.code}", timeout=20)
    assert_page(link, 409, "This class has ended")
    back = {"code": session.code, "number": ada.return_number}
    answer = requests.post(f"{shared.url}/api/return", json=back, timeout=20)
    assert answer.status_code == 200, "the debrief is read at home"


def test_return_numbers_cannot_be_guessed(shared: Served) -> None:
    """After many wrong ones in a minute even the right one waits; other classes are not hit."""
    session, other = (shared.console().make() for _ in range(2))
    ada, bo = (pupil(shared.url, s.code, "Ada") for s in (session, other))
    wrong = f"{(int(ada.return_number) + 1) % 10**8:08}"
    answers = [_back(shared.url, session.code, wrong) for _ in range(NUMBERS.strangers)]
    assert {answer.json()["code"] for answer in answers} == {"unknown_number"}
    last = _back(shared.url, session.code, ada.return_number)
    assert_code(last, 409, "too_many_tries")
    assert _back(shared.url, other.code, bo.return_number).status_code == 200


def _back(url: str, code: str, number: str) -> requests.Response:
    return requests.post(f"{url}/api/return", json={"code": code, "number": number}, timeout=20)


def test_who_was_taken_off_the_list_is_told_and_may_come_again(shared: Served) -> None:
    """The open page is told at once, the next one says it, and the name is free again."""
    session = shared.console().make()
    ada = pupil(shared.url, session.code, "Ada").connect()
    session.order("remove", participant=ada.participant)
    ada.sees(lambda message: message["phase"] == "removed")
    cookie = {"dw_seat": ada.token}
    page = requests.get(f"{shared.url}/play", cookies=cookie, timeout=20)
    assert_page(page, 410, "You are no longer in this class")
    ada.close()
    assert joined(shared.url, session.code, "Ada").status_code == 303


def test_a_flood_of_wrong_codes_keeps_no_browser_out(served: Served) -> None:
    """Programs share one budget and wait; a browser is marked by its first answer and comes in, at
    the door as on the projector. A browser that fails too often waits alone."""
    session = served.console().make()
    url, code = served.url, session.code
    wrong = [requests.post(f"{url}/api/join", json={"code": "XXXXXX", "name": "M"}, timeout=20)
             for _ in range(CODES.strangers + 1)]  # fmt: skip
    assert_code(wrong[-2], 409, "unknown_code")
    assert_code(wrong[-1], 409, "too_many_tries")
    right = {"code": code, "name": "Mallory"}
    assert_code(requests.post(f"{url}/api/join", json=right, timeout=20), 409, "too_many_tries")
    with requests.Session() as browser:
        assert_page(browser.get(f"{url}/join/{code}", timeout=20), 409, "once more")
        assert_page(browser.get(f"{url}/wall/{code}", timeout=20), 200)
        came = browser.post(f"{url}/join", data=right, timeout=20)
        assert (came.status_code, came.url) == (200, f"{url}/play")
    with requests.Session() as browser:
        browser.get(url, timeout=20)
        for _ in range(CODES.device):
            assert_page(browser.post(f"{url}/join", data={"code": "YYYYYY"}, timeout=20), 409)
        ours = {"code": code, "name": "Hasty"}
        assert_page(browser.post(f"{url}/join", data=ours, timeout=20), 409, "Wait a minute")
        forged = {"dw_device": browser.cookies["dw_device"][:-2] + "xx"}
        assert requests.get(f"{url}/wall/{code}", cookies=forged, timeout=20).status_code == 429
