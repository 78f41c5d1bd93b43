"""A seat that a bot holds: back with a touch, or with a button where no scripts run."""

import pytest
from playwright.sync_api import expect

from tests.browser.seminar import seminar
from tests.browsers import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.live]

HOLDS = "A bot is holding your seat."


@pytest.fixture
def room(browser, served):
    """A class of three whose round 1 is open."""
    with seminar(browser, served, clocks="") as room:
        yield room.joined_by("Ann", "Ben", "Cem").begins()


@pytest.fixture
def gone(room):
    """An ally whose phone lies on the table through two stages, in sight and untouched."""
    gone = room.seat("belief")
    for asked, stage in (("belief", "Commitment"), ("commit", "Response"), ("appraise", "Crisis")):
        for other in room.students:
            if other is not gone:
                other.plays()
        if asked != "commit":  # the patron was there: nobody is awaited any more
            room.desk.presses("Close the stage now")
        room.desk.presses("Open the next stage")
        expect(gone.page.locator("#mast")).to_contain_text(stage)
    expect(gone.page.locator("#banner")).to_contain_text(HOLDS)
    expect(card(room, gone)).to_contain_text("bot for now")
    return gone


def card(room, student):
    """The student's line on the console."""
    return room.desk.page.locator(".group li", has_text=student.name)


def test_a_line_that_comes_back_in_a_pocket_takes_no_seat_and_a_touch_does(room, gone):
    page = gone.page
    page.context.set_offline(True)
    expect(page.locator("#line")).to_contain_text("No connection.")
    page.context.set_offline(False)
    expect(page.locator("#line")).to_be_hidden()
    expect(page.locator("#banner")).to_contain_text(HOLDS)

    page.locator("#mast h1").tap()

    expect(page.locator("#banner")).not_to_contain_text(HOLDS)
    expect(card(room, gone)).not_to_contain_text("bot for now")
    room.watch.faults = [f for f in room.watch.faults if "ERR_INTERNET" not in f]


@pytest.mark.slow
def test_a_page_that_is_opened_again_is_somebody_who_is_back(room, gone):
    gone.page.reload()

    expect(gone.page.locator("#banner")).not_to_contain_text(HOLDS)
    expect(card(room, gone)).not_to_contain_text("bot for now")


@pytest.mark.slow
def test_without_scripts_a_button_says_it(room, gone):
    """Looking alone is not enough there: such a page renews itself in a pocket, too."""
    state = gone.page.context.storage_state()
    gone.page.close()
    plain = room.watch.page("plain", viewport=PHONE, java_script_enabled=False, storage_state=state)
    plain.goto("/play")
    expect(plain.locator("#banner")).to_contain_text(HOLDS)

    plain.get_by_role("button", name="I am back").click()

    expect(plain.locator("#banner")).not_to_contain_text(HOLDS)
    expect(card(room, gone)).not_to_contain_text("bot for now")
