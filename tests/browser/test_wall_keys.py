"""The wall as it is used: its keys, what lies over it, and what is pushed."""

import pytest
from playwright.sync_api import expect

from game.core.vocabulary import Stage
from game.web.wall_render import wall_regions
from tests.browser.instructing import WALL, answered, opened, pushes, screens_page
from tests.browser.looking import audit
from tests.web import instructor_screens as screens

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser):
    """One page for all of them."""
    with screens_page(browser) as page:
        yield page


def test_b_blanks_and_j_brings_the_code_back(page):
    opened(page, "wall-response")
    page.keyboard.press("b")
    expect(page.locator("#blank")).to_be_visible()
    page.keyboard.press("B")
    expect(page.locator("#blank")).to_be_hidden()

    page.keyboard.press("j")
    expect(page.locator("#code")).to_be_visible()
    expect(page.locator("#code .code")).to_have_text("HK7 M4R")
    assert audit(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("#code")).to_be_hidden()


def test_a_question_mark_shows_the_keys_and_one_thing_lies_over_the_wall_at_a_time(page):
    opened(page, "wall-response")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_contain_text("full screen")
    assert audit(page) == []
    page.keyboard.press("b")
    expect(page.locator("#keys")).to_be_hidden()
    page.keyboard.press("j")
    expect(page.locator("#blank")).to_be_hidden()
    expect(page.locator("#code")).to_be_visible()
    page.keyboard.press("?")
    page.keyboard.press("?")
    expect(page.locator(".overlay:visible")).to_have_count(0)


def test_a_blank_wall_stays_blank_whatever_is_pushed_or_lost(page):
    opened(page, "wall-response")
    page.keyboard.press("b")
    frame, view = screens.moment(screens.at(3, Stage.CRISIS))
    pushes(page, wall_regions(frame, view), "wall")
    page.evaluate("line.connected = false; line.say('disconnect')")
    expect(page.locator("#line")).to_contain_text("What you see may be old.")

    black = page.locator("#blank").bounding_box()
    assert black == {"x": 0, "y": 0, "width": WALL["width"], "height": WALL["height"]}
    on_top = "document.elementFromPoint(640, 700).id + document.elementFromPoint(60, 40).id"
    assert page.evaluate(on_top) == "blankblank"


def test_the_code_comes_back_in_the_debrief_too(page):
    opened(page, "debrief-three-map-1")
    page.keyboard.press("j")

    expect(page.locator("#code .code")).to_have_text("HK7 M4R")


def test_keys_do_nothing_while_one_types(page):
    opened(page, "wall-response")
    page.evaluate("document.querySelector('main').append(document.createElement('input'))")
    page.locator("main input").press("b")

    expect(page.locator("#blank")).to_be_hidden()


def test_f_asks_for_the_full_screen(page):
    opened(page, "wall-response")
    page.evaluate(
        "document.documentElement.requestFullscreen = async () => { window.asked = true; }"
    )
    page.keyboard.press("f")

    assert page.evaluate("window.asked")


def test_arrows_ask_the_server_to_turn(page):
    opened(page, "wall-response")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")

    assert page.evaluate("line.sent") == [{"by": 1}, {"by": -1}]


def test_in_a_map_arrows_go_round_by_round_before_they_turn(page):
    opened(page, "debrief-three-map-1")
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#w-map-1-6")).to_have_attribute("aria-label", "Map of group 1, round 6")
    assert page.locator("#w-map-1-6 figure").is_visible()
    assert page.evaluate("line.sent") == []

    page.keyboard.press("ArrowRight")
    assert page.evaluate("line.sent") == [{"by": 1}]
    page.keyboard.press("ArrowLeft")
    assert page.locator("#w-map-1-5 figure").is_visible()
    assert page.evaluate("line.sent") == [{"by": 1}]


def test_no_key_works_together_with_control(page):
    opened(page, "wall-response")
    page.keyboard.press("Control+b")

    expect(page.locator("#blank")).to_be_hidden()


def test_without_a_line_an_arrow_follows_the_link(page):
    opened(page, "wall-response")
    page.evaluate("line.connected = false")
    with answered(page, "**/wall/HK7M4R?group=2", "<title>Group 2</title>"):
        page.keyboard.press("ArrowRight")
        page.wait_for_url("**/wall/HK7M4R?group=2")


def test_a_round_that_is_pushed_lets_the_units_walk(page):
    """A unit keeps its id from map to map, so that it can be seen to go."""
    opened(page, "wall-commitment")
    page.emulate_media(reduced_motion="no-preference")
    played = screens.at(3, Stage.RESPONSE)
    frame, view = screens.moment(played)
    before = page.locator(".wide .unit-g").first.get_attribute("id")
    pushes(page, wall_regions(frame, view), "wall")

    assert page.evaluate("document.getAnimations().length") > 0
    assert page.locator(".wide .unit-g").first.get_attribute("id") == before
    page.emulate_media(reduced_motion="reduce")


def test_without_scripts_the_wall_shows_one_round_and_links_to_the_others(page):
    still = page.context.browser.new_context(java_script_enabled=False, viewport=WALL)
    other = still.new_page()
    other.goto(f"{page.url.rsplit('/', 1)[0]}/debrief-three-map-1")

    assert other.locator("#w-map-1-1 figure").is_visible()
    assert not other.locator("#w-map-1-2 figure").is_visible()
    other.locator(".wide .steps__nav a").nth(1).click()
    assert other.locator("#w-map-1-2 figure").is_visible()
    still.close()
