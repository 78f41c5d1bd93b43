"""The replay in a browser: keys and the slider go from moment to moment without a new page, and a
seat's page is there to be looked at."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.watchful import watching
from tests.browsers import DESKTOP

pytestmark = pytest.mark.browser
GROUP = "/group/1/at/"


@pytest.fixture(scope="module")
def session(served):
    """A dry run."""
    console = served.console()
    made = console.make(do="dry", expected="4", group_size="4", title="Replay")
    yield made
    console.close()


@pytest.fixture
def page(browser, served, session):
    """The instructor, at event 30 of group 1 through the eyes of A1."""
    with watching(browser, served.url, reduced_motion="reduce") as watch:
        page = watch.page("reader", viewport=DESKTOP)
        page.goto(f"/console?token={served.token}")
        page.goto(f"/console/{session.id}{GROUP}30/as/A1")
        page.evaluate("window.same = true")
        yield page
        assert page.evaluate("window.same"), "the page was loaded anew"


def there(page, position):
    """The address, the slider, the line and the seat's page all say so."""
    expect(page).to_have_url(re.compile(f"{GROUP}{position}/as/A1$"))
    expect(page.locator("#happened .is-here")).to_have_id(f"line-{position}")
    expect(page.locator("#scrub")).to_have_value(str(position))
    expect(page.locator("#at")).to_have_value(str(position))
    expect(page.locator("#screen")).to_have_attribute("title", re.compile(f" {position}$"))


def leads(page, kind, rel):
    """The position to which this arrow leads."""
    return page.locator(f"#go-{kind} a[rel={rel}]").get_attribute("data-at")


def test_keys_and_slider_go_from_moment_to_moment(page):
    inside = page.frame_locator("#screen")
    expect(inside.locator("#mast h1")).to_contain_text("seat A1")
    for key, kind, rel in (
        ("ArrowRight", "event", "next"),
        ("Shift+ArrowRight", "opened", "next"),
        ("h", "hedge", "next"),
        ("c", "crisis", "next"),
        ("Shift+H", "hedge", "prev"),
        ("ArrowLeft", "event", "prev"),
    ):
        to = leads(page, kind, rel)
        page.keyboard.press(key)
        there(page, to)
    page.keyboard.press("Home")
    there(page, 1)
    page.keyboard.press("Shift+H")
    expect(page.locator("#line")).to_have_text("No hedge before this event.")
    expect(inside.locator("#now .title").first).to_contain_text("You are")
    page.keyboard.press("End")
    there(page, page.locator("#scrub").get_attribute("max"))
    expect(inside.locator("#mast")).to_contain_text("The game is over")
    page.locator("#scrub").fill("40")
    there(page, 40)
    page.locator("#happened li a").first.click()
    there(page, 36)


def test_other_eyes_leave_the_page_and_the_focus_where_they_are(page):
    """An arrow key in the list is a seat; what is typed at the foot stays."""
    page.locator("#note-text").fill("Look")
    page.locator("#eyes").focus()
    for key, seat in (("ArrowDown", "A2"), ("ArrowUp", "A1"), ("Home", "")):
        page.keyboard.press(key)
        expect(page.locator("#hidden" if not seat else "#screen")).to_be_visible()
        expect(page).to_have_url(re.compile(f"{GROUP}30{f'/as/{seat}' if seat else ''}$"))
        expect(page.locator("#eyes")).to_be_focused()
    expect(page.locator("#note-text")).to_have_value("Look")


def test_without_a_network_the_page_stays(page):
    """It says so, and goes on when the network is back."""
    page.evaluate("[window.kept, window.fetch] = [fetch, () => Promise.reject(new TypeError())]")
    page.locator("#play").click()
    expect(page.locator("#line")).to_contain_text("stays at event 30")
    expect(page.locator("#play")).to_have_text("Play")
    there(page, 30)
    page.evaluate("void (window.fetch = window.kept)")
    page.locator("#happened-h").focus()
    page.keyboard.press("ArrowRight")
    there(page, 31)
    expect(page.locator("#line")).to_be_hidden()


def test_letters_belong_to_a_field_that_has_the_focus(page):
    """And what is typed in it stays, with the event that it is about."""
    page.locator("#note-text").fill("Look")
    page.locator("#note-text").press("h")
    page.locator("#note-text").press("ArrowRight")
    there(page, 30)
    page.locator("#happened-h").focus()
    page.keyboard.press("ArrowRight")
    there(page, 31)
    expect(page.locator("#note-text")).to_have_value("Lookh")
    expect(page.locator("#noted")).to_contain_text("About event 30.")


def test_it_plays_by_itself_until_it_is_stopped(page):
    page.locator("#speed").select_option("800")
    page.locator("#happened-h").focus()
    page.keyboard.press("Space")
    expect(page.locator("#play")).to_have_text("Stop")
    there(page, 32)
    page.keyboard.press("Space")
    expect(page.locator("#play")).to_have_text("Play")


def test_nothing_on_a_seat_s_page_can_be_used_but_its_parts(page):
    """No control takes anything; its tabs show what they show in play."""
    inside = page.frame_locator("#screen")
    page.keyboard.press("Home")
    page.keyboard.press("Shift+ArrowRight")
    there(page, 2)
    controls = inside.locator("button, input:not([type=hidden]), select, textarea")
    expect(controls.first).to_be_disabled()
    for control in controls.all():
        expect(control).to_be_disabled()
    page.locator("#points").scroll_into_view_if_needed()  # the tabs are at the foot of the phone
    inside.get_by_role("link", name="Record").click()
    expect(inside.get_by_role("heading", name="The record so far")).to_be_visible()
    page.locator("#go-event a[rel=next]").click()
    there(page, 3)
    expect(inside.get_by_role("heading", name="The record so far")).to_be_visible()
