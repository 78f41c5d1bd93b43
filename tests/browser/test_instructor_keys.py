"""Console and debrief as they are used: keys, questions, pushes, and what scripts add."""

import pytest
from playwright.sync_api import expect

from game.web.instructor_pages import console_regions
from tests.browser.instructing import answered, opened, pushes, screens_page
from tests.browser.looking import audit
from tests.browsers import DESKTOP, PHONE
from tests.builders import NOW
from tests.web import instructor_screens as screens

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser):
    """One page for all of them."""
    with screens_page(browser) as page:
        yield page


# ------------------------------------------------------------------ the console, by keyboard


def test_a_dangerous_button_asks_first_and_can_be_left(page):
    opened(page, "console-forty", DESKTOP)
    page.get_by_role("link", name="Close the stage now").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")

    expect(dialog).to_be_visible()
    assert audit(page) == []
    expect(dialog).to_contain_text("Close the stage with 4 seats missing?")
    dialog.get_by_role("button", name="Go on waiting").click()
    expect(dialog).to_be_hidden()
    expect(page.locator("#do-close")).to_be_focused()


def test_what_is_confirmed_is_posted_and_the_answer_taken_over(page):
    opened(page, "console-forty", DESKTOP)
    after = screens.shown(screens.console(screens.at_response()[:2], 6))
    with answered(page, "**/console/s1a2b3/close", after) as asked:
        page.get_by_role("link", name="Close the stage now").click()
        page.get_by_role("button", name="Close it").click()
        expect(page.locator(".group")).to_have_count(2)

    assert asked[0].method == "POST"
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_refusal_is_read_where_one_is(page):
    opened(page, "console-forty", DESKTOP)
    refused = screens.get("console-refused")
    with answered(page, "**/console/s1a2b3/extend", refused):
        page.get_by_role("button", name="+ 30 seconds").click()
        expect(page.locator("#banner")).to_contain_text("This stage has had its extra time.")


def test_a_push_leaves_the_question_open(page):
    opened(page, "console-forty", DESKTOP)
    page.get_by_role("link", name="End the game").click()
    played = screens.at_response()
    pushes(page, console_regions(screens.console(played, 40, extended=True)), "console")

    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.get_by_role("button", name="+ 30 seconds")).to_have_count(0)


def test_a_button_that_is_gone_after_the_press_leaves_the_focus_where_it_stood(page):
    opened(page, "console-forty", DESKTOP)
    after = screens.shown(screens.console(screens.at_response(), 40, extended=True))
    with answered(page, "**/console/s1a2b3/extend", after):
        page.get_by_role("button", name="+ 30 seconds").press("Enter")
        expect(page.get_by_role("button", name="+ 30 seconds")).to_have_count(0)

    expect(page.get_by_role("group", name="Pace")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#do-close")).to_be_focused()


def test_the_second_tap_of_two_does_not_press_what_took_the_place_of_the_first(page):
    opened(page, "console-lobby-forty", DESKTOP)
    dealt = screens.get("console-dealt")
    with (
        answered(page, "**/console/s1a2b3/deal", dealt),
        answered(page, "**/begin", dealt) as begun,
    ):
        box = page.locator("#do-deal").bounding_box()
        page.mouse.move(box["x"] + 20, box["y"] + 20)
        for tap in (1, 2):
            page.mouse.down(click_count=tap)
            page.mouse.up(click_count=tap)
            expect(page.locator("#do-begin")).to_be_visible()
        assert begun == []
        page.locator("#do-begin").click()
        expect(page.locator("[aria-busy=true]")).to_have_count(0)

    assert len(begun) == 1


def test_keys_find_a_group_and_the_next_that_is_awaited(page):
    opened(page, "console-forty", DESKTOP)
    page.keyboard.press("n")
    expect(page.locator("#group-4")).to_be_focused()
    page.keyboard.press("n")
    expect(page.locator("#group-9")).to_be_focused()
    page.keyboard.press("7")
    expect(page.locator("#group-7")).to_be_focused()


def test_the_clock_goes_on_by_itself(page):
    opened(page, "console-forty", DESKTOP)
    frame = screens.console(screens.at_response(), 40, deadline=NOW + 20_000)
    pushes(page, {"mast": console_regions(frame)["mast"]}, "console")

    expect(page.locator("[data-clock]")).to_have_text("0:20")
    expect(page.locator(".clock")).to_have_class("clock is-short")


def test_a_lost_line_is_said_and_taken_back(page):
    opened(page, "console-forty", DESKTOP)
    page.evaluate("line.connected = false; line.say('disconnect')")
    expect(page.locator("#line")).to_contain_text("What you see may be old.")
    page.evaluate("line.connected = true; line.say('connect')")
    expect(page.locator("#line")).to_be_hidden()


# ------------------------------------------------------------------ a new session


def test_how_the_class_would_sit_is_said_while_one_types(page):
    opened(page, "new-session", DESKTOP)
    with answered(page, "**/console/new", screens.get("new-session-checked")) as asked:
        page.locator("#students").fill("13")
        expect(page.locator("#seating")).to_contain_text("13 students make 4 groups (4, 3, 3, 3).")

    assert "do=check" in asked[-1].post_data
    assert "students=13" in asked[-1].post_data


def test_only_what_belongs_to_the_scenario_chosen_is_shown(page):
    opened(page, "new-session", DESKTOP)
    expect(page.locator("#cut-the-straits-full")).to_be_visible()
    expect(page.locator("#cut-vietnam-1964-75-full")).to_be_hidden()
    page.get_by_text("Vietnam 1964–75", exact=True).click()

    expect(page.locator("#cut-the-straits-full")).to_be_hidden()
    expect(page.locator("#cut-vietnam-1964-75-full")).to_be_visible()


def test_treatments_are_shown_with_the_design_that_uses_them(page):
    opened(page, "new-session", DESKTOP)
    fold = page.get_by_text("For “Groups compared”: what differs between groups")
    expect(fold).to_be_hidden()
    page.get_by_text("Groups compared", exact=True).click()

    expect(fold).to_be_visible()


# ------------------------------------------------------------------ the debrief on a phone


def test_the_phone_marks_the_page_on_the_wall_as_it_is_turned(page):
    opened(page, "phone-ally", PHONE)
    marked = page.locator(".contents [aria-current]")
    expect(marked).to_contain_text("round by round?")

    html = '<p data-current="points">Now: <a href="?at=points-1#points">Points</a></p>'
    pushes(page, {"onscreen": html}, "debrief")
    expect(marked).to_have_attribute("href", "#points")
    page.locator("#onscreen a").click()
    assert page.url.endswith("#points")
    expect(page.locator("#points")).to_be_focused()


def test_rounds_of_ones_own_map_can_be_stepped_through(page):
    opened(page, "phone-ally", PHONE)
    expect(page.locator("#map-1-2")).to_be_hidden()
    page.locator("#map-1 .steps__nav a").nth(1).click()

    expect(page.locator("#map-1-2")).to_be_visible()
    expect(page.locator("#map-1-1")).to_be_hidden()
    expect(page.locator("#map-1 .steps__nav [aria-current]")).to_contain_text("2")


def test_a_page_of_another_kind_never_takes_the_readers_place(page):
    opened(page, "phone-ally", PHONE)
    pushes(page, {"onscreen": "<p>No.</p>"}, "wall")

    expect(page.locator("#onscreen")).to_contain_text("On the screen now")


def test_the_debrief_prints_whole(page):
    opened(page, "phone-ally", DESKTOP)
    page.emulate_media(media="print")

    assert page.locator("#map-1-6").is_visible()
    assert not page.locator(".contents").is_visible()
    assert page.locator("#you details table").first.is_visible()
    page.emulate_media(media="screen")
