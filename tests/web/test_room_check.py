"""The room check: what phones report, what the instructor reads, and what is never kept."""

from dataclasses import replace

import pytest

from game.web.doctor import FINE, MEND, NOTE
from game.web.instructor_pages import room_page, room_regions
from game.web.room.check_page import check_page
from game.web.room.phones import FRESH_MS, MOST, Phones, Report, family_of, read_report
from game.web.room.reported import reported
from game.web.wording import check
from tests.builders import NOW
from tests.web import auditing
from tests.web import instructor_screens as screens
from tests.web.auditing import read, soup_of

FINE_PHONE = Report("websocket", "Chrome", cookies=True, trip=40, offset=-300, at=NOW)
AGENT = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) AppleWebKit/605 Version/17.0 Safari/604.1"
PAGES = [name for name in screens.names() if name.startswith(("room", "check"))]


def by_check(*reports):
    return {finding.check: finding for finding in reported(reports)}


# ------------------------------------------------------------------ reports


def test_a_report_is_figures_and_a_family_and_nothing_else():
    posted = {"way": "websocket", "trip": "41", "offset": "-61000", "steady": "1", "name": "Ada"}
    found = read_report(posted, AGENT, cookies=True, at=NOW)

    assert found == Report("websocket", "Safari", True, True, 41, -61_000, NOW)


@pytest.mark.parametrize("way", ["", "carrier pigeon", "WEBSOCKET"])
def test_what_is_no_report_is_not_kept(way):
    assert read_report({"way": way}, AGENT, cookies=True, at=NOW) is None


@pytest.mark.parametrize("typed", ["", "x", "1e9", "٣", "9" * 400, "--1"])
def test_a_figure_that_is_none_is_left_out(typed):
    found = read_report({"way": "polling", "trip": typed, "offset": typed}, "", False, NOW)

    assert found is not None
    assert (found.trip, found.offset) == (None, 0)


@pytest.mark.parametrize(
    ("agent", "family"),
    [
        ("Mozilla/5.0 Chrome/120 Mobile Safari/537.36", "Chrome"),
        ("Mozilla/5.0 Chrome/120 Safari/537.36 Edg/120", "Edge"),
        ("Mozilla/5.0 SamsungBrowser/23 Chrome/115 Safari/537", "Samsung Internet"),
        ("Mozilla/5.0 (iPhone) FxiOS/120 Safari/605", "Firefox"),
        (AGENT, "Safari"),
        ("curl/8", "another browser"),
    ],
)
def test_a_browser_is_known_by_its_family_alone(agent, family):
    assert family_of(agent) == family


def test_a_phone_that_tries_again_counts_once_and_old_reports_are_forgotten():
    moment = [NOW]
    phones = Phones(lambda: moment[0])
    phones.note("a", FINE_PHONE)
    phones.note("a", replace(FINE_PHONE, trip=90))
    phones.note("b", replace(FINE_PHONE, at=NOW + 1000))
    assert [report.trip for report in phones.lately()] == [90, 40]

    moment[0] = NOW + FRESH_MS + 500
    assert len(phones.lately()) == 1


def test_no_flood_of_reports_fills_the_memory():
    phones = Phones(lambda: NOW)
    for number in range(MOST + 50):
        phones.note(str(number), FINE_PHONE)

    assert len(phones.lately()) == MOST


# ------------------------------------------------------------------ what they amount to


def test_before_anybody_has_reported_it_says_what_to_do():
    assert [finding.check for finding in reported(())] == ["phones"]


def test_a_room_that_is_fine_has_nothing_to_do():
    found = by_check(FINE_PHONE, replace(FINE_PHONE, family="Safari"))

    assert {finding.state for finding in found.values()} == {FINE}
    assert "Chrome 1 and Safari 1" in found["phones"].fact
    assert "2 by WebSocket, 0 by polling" in found["ways"].fact


@pytest.mark.parametrize(
    ("changed", "name", "state"),
    [
        ({"way": "polling"}, "ways", NOTE),
        ({"way": "plain", "trip": None}, "plain", NOTE),
        ({"way": "none", "steady": False}, "none", MEND),
        ({"cookies": False}, "cookies", MEND),
        ({"steady": False}, "lost", MEND),
        ({"trip": 2400}, "trip", MEND),
        ({"offset": 200_000}, "clocks", NOTE),
        ({"offset": -200_000}, "clocks", NOTE),
    ],
)
def test_each_trouble_has_its_line_and_what_to_do(changed, name, state):
    found = by_check(FINE_PHONE, replace(FINE_PHONE, **changed))

    assert found[name].state == state
    assert found[name].todo


def test_a_phone_that_never_connected_has_not_lost_a_connection():
    assert "lost" not in by_check(replace(FINE_PHONE, way="none", steady=False))


# ------------------------------------------------------------------ pages


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_sound(name):
    for audit in auditing.ALL:
        audit(screens.get(name))


def test_what_was_written_never_runs():
    auditing.harmless(screens.get("room-hostile"))


def test_every_line_of_the_phone_has_a_sign_and_a_word():
    soup = soup_of(screens.get("check-phone"))
    marks = [mark.get_text().split() for mark in soup.select("[data-mark]")]

    assert len(marks) == len(check.LINES)
    assert all(len(mark) >= 2 for mark in marks)


def test_each_sentence_that_scripts_may_need_stands_in_the_page():
    soup = soup_of(screens.get("check-phone"))
    for name, said in check.LINES.items():
        if name == "page":
            continue
        line = soup.select_one(f"#check-{name}")
        assert {state: line[f"data-{state}"] for state in said} == dict(said)


def test_without_scripts_it_says_so_and_a_button_tries_the_cookie():
    plain = read(check_page("192.168.1.20:8000", NOW))
    assert "by 192.168.1.20:8000" in plain
    assert "Scripts are off. The game works all the same" in plain

    kept = read(check_page("h", NOW, told=True, cookies=True))
    assert "This phone is ready." in kept
    lost = read(check_page("h", NOW, told=True, cookies=False))
    assert "Allow cookies for this address" in lost


def test_a_push_brings_the_phones_and_leaves_what_the_server_found():
    assert tuple(room_regions(screens.ROOM)) == ("phones",)
    assert "2 phones have reported" in room_regions(screens.ROOM)["phones"]
    assert room_page(screens.ROOM, NOW) == room_page(screens.ROOM, NOW)
