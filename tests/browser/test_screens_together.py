"""Two consoles and two projectors at once, on a real server: none loses anything, not even when
the server is killed and starts again."""

import re

import pytest
import requests
from playwright.sync_api import expect

from tests.browser.seminar import seminar
from tests.browsers import DESKTOP

pytestmark = [pytest.mark.browser, pytest.mark.live]
LOST = ("ERR_INTERNET_DISCONNECTED", "WebSocket", "ERR_NETWORK", "ERR_CONNECTION", "502")
PAGE = re.compile(r'name="page" value="([^"]+)"')


@pytest.fixture
def room(browser, served):
    """A class of three whose round 1 is open."""
    with seminar(browser, served) as room:
        yield room.joined_by("Ann", "Ben", "Cem").begins()
        watch = room.watch
        watch.faults = [f for f in watch.faults if not any(word in f for word in LOST)]


def second_desk(room, served):
    """The instructor's other device, come in by the printed link."""
    page = room.watch.page("other console", viewport=DESKTOP)
    page.goto(f"/console?token={served.token}")
    page.goto(room.desk.page.url)
    return page


def stays(page):
    """A mark that a reload would wipe away."""
    page.evaluate("window.stays = true")
    return page


def stayed(page):
    return page.evaluate("window.stays")


def test_two_consoles_and_two_walls_show_the_same_and_either_console_conducts(room, served):
    other, wall = stays(second_desk(room, served)), stays(room.desk.wall())
    screens = [stays(room.desk.page), stays(room.wall), other, wall]
    heads = [page.locator("#mast" if "console" in page.url else "#top") for page in screens]
    for head in heads:
        expect(head).to_contain_text("Dispatch")

    other.get_by_role("button", name="Pause all").click()
    expect(room.desk.page.locator("#mast")).to_contain_text("paused")
    for page in (room.wall, wall):
        expect(page.locator("main")).to_contain_text("The game is paused.")
    room.desk.presses("Go on")
    expect(other.get_by_role("button", name="Pause all")).to_be_visible()
    wall.keyboard.press("b")
    for student in room.students:
        student.plays()
    room.desk.goes_on()

    for head in heads:
        expect(head).to_contain_text("Commitment")
    expect(wall.locator("#blank")).to_be_visible()
    expect(room.wall.locator("#blank")).to_be_hidden()
    assert all(stayed(page) for page in screens)


def test_after_a_kill_and_a_start_every_screen_goes_on_without_a_reload(room, served):
    other = second_desk(room, served)
    screens = [stays(page) for page in (room.desk.page, room.wall, other)]
    served.kill()
    expect(room.wall.locator("#line")).to_contain_text("What you see may be old.")
    served.start()
    for page in screens:
        expect(page.locator("#line")).to_be_hidden(timeout=30_000)

    room.desk.presses("Close the stage now")
    room.desk.presses("Open the next stage")

    expect(room.wall.locator("#top")).to_contain_text("Commitment")
    expect(other.locator("#mast")).to_contain_text("Commitment")
    assert all(stayed(page) for page in screens)


def test_a_move_that_comes_too_late_is_not_taken_and_its_text_is_kept(room):
    """Written without a line, sent when the stage has closed; the student reads it, and why."""
    for place in room.stages():
        if place.endswith("response"):
            break
    ally = room.seat("appraise")
    ally.moves()
    page = ally.sees("respond").page
    page.get_by_role("radio", name="Build up our own arms").check()
    page.get_by_role("radio", name="Say nothing").check()
    page.get_by_label("Why? One sentence.").fill("They are far away.")
    page.context.set_offline(True)
    expect(page.locator("#line")).to_contain_text("No connection.")
    page.get_by_role("button", name="Seal this decision").click()
    expect(page.locator("#line")).to_contain_text("it is kept on this phone")
    room.desk.presses("Close the stage now")
    room.desk.presses("Open the next stage")
    page.context.set_offline(False)

    expect(page.locator("#toast")).to_contain_text("The stage closed before this was sent.")
    expect(page.locator("#toast")).to_contain_text("They are far away.")
    expect(page.locator("#now")).not_to_contain_text("Sealed.")


def test_what_the_class_has_not_been_shown_is_in_no_page_of_the_wall(room, served):
    """By whatever address it is asked, until the instructor turns to it."""
    room.desk.presses("End the game")
    expect(room.desk.page.locator(".contents")).to_be_visible()
    pages = PAGE.findall(room.desk.page.content())
    assert len(set(pages)) > 5
    address = f"{served.url}/wall/{room.desk.code}"
    plain = body(address)
    assert {body(f"{address}?page={page}") for page in pages} == {plain}
    assert "The game is over" in plain

    room.desk.presses("Begin the debrief")
    expect(room.wall.locator("#foot")).to_contain_text("page 1 of")
    shown = body(address)
    assert shown != plain
    assert {body(f"{address}?page={page}") for page in pages} == {shown}


def body(address):
    """What anybody in the room gets, but for the time of day in it."""
    return re.sub(r'data-now="\d+"', "", requests.get(address, timeout=20).text)
