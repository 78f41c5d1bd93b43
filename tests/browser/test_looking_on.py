"""A phone without a seat: late, or set to look on. It shows what goes on, and keeps up with it."""

import pytest
from playwright.sync_api import expect

from tests.browser.seminar import seminar
from tests.browser.student import Student
from tests.browsers import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.live]


@pytest.fixture(scope="module")
def room(browser, served):
    """Six students in two groups; round 1 is open."""
    with seminar(browser, served) as room:
        yield room.joined_by("Ann", "Ben", "Cem", "Dee", "Eva", "Fay").begins()


def late(room, name, **settings):
    """Somebody comes now."""
    page = room.watch.page(name, viewport=PHONE, **settings)
    return Student(page, name).joins(room.desk.code).page


def test_without_scripts_it_renews_itself_and_steps_from_group_to_group(room):
    page = late(room, "Hal", java_script_enabled=False)
    page.get_by_role("link", name="Group before").click()
    expect(page.locator("#looking h3")).to_have_text("Group 2 of 2")
    expect(page.locator("#looking")).to_contain_text("Round 1 · Dispatch")
    assert page.locator("meta[http-equiv=refresh]").get_attribute("content") == "8"
    expect(page.locator("#looking svg").first).to_be_visible()


def test_a_latecomer_sees_what_goes_on_and_is_set_to_look_on(room):
    page = late(room, "Gus")
    expect(page.locator("#now")).to_contain_text("You get a seat when the next round begins")
    page.get_by_role("link", name="Next group").click()
    expect(page.locator("#looking h3")).to_have_text("Group 2 of 2")
    page.evaluate("window.stayed = true")
    room.desk.presses("Close the stage now").presses("Open the next stage")
    expect(page.locator("#looking")).to_contain_text("Round 1 · Commitment")
    assert page.evaluate("window.stayed")  # by a push, and still of the group one chose
    expect(page.locator("#looking h3")).to_have_text("Group 2 of 2")

    desk = room.desk.page
    desk.get_by_role("link", name="Gus").click()
    desk.get_by_role("button", name="Let them look on").click()
    expect(page.locator("#mast h1")).to_have_text("You look on")
    assert not page.locator("main form[data-command]").count()
    desk.get_by_role("link", name="Back to the console").click()
    room.desk.presses("End the game")
    page.get_by_role("link", name="To the debrief").click()
    expect(page.locator("h1")).to_contain_text("Debrief")
