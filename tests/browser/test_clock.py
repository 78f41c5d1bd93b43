"""The clock on a student's page: silent but for three marks, and when asked. And a screen that
stays awake as long as a stage is open."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests.web.screens import get

pytestmark = pytest.mark.browser


def test_the_clock_turns_over_under_thirty_seconds_and_says_so_once(seat):
    view = get("belief").view
    page = seat.sit(view).page
    expect(page.locator(".clock")).not_to_have_class("clock is-short")

    seat.push(view, now=view.public.deadline - 29_500)

    expect(page.locator(".clock.is-short")).to_contain_text("0:29")
    expect(page.locator("#say")).to_have_text("Half a minute left.")


@pytest.mark.parametrize(
    ("left_s", "said"),
    [(75, ""), (60, "One minute left."), (50, ""), (30, "Half a minute left."), (20, ""),
     (10, "Ten seconds left."), (4, "")],
)  # fmt: skip
def test_the_clock_is_silent_but_at_a_minute_half_a_minute_and_ten_seconds(seat, left_s, said):
    view = get("belief").view
    page = seat.sit(view).page

    seat.push(view, now=view.public.deadline - 1000 * left_s + 200)

    expect(page.locator("[data-clock]")).to_have_text(f"{left_s // 60}:{left_s % 60:02}")
    expect(page.locator("#say")).to_have_text(said)


def test_a_clock_that_has_run_out_while_another_has_extra_time_asks_for_a_moment(seat):
    """No alarm that nobody can still: the class waits, and is not told for whom."""
    view = get("belief").view
    page = seat.sit(view).page
    expect(page.get_by_text("one moment")).to_be_hidden()

    seat.push(view, now=view.public.deadline + 3_000)

    expect(page.locator(".clock")).to_have_class("clock is-over")
    expect(page.get_by_text("one moment")).to_be_visible()
    expect(page.locator(".clock").get_by_text("left", exact=True)).to_be_hidden()


def test_the_clock_says_how_much_is_left_when_it_is_asked(seat):
    """By mouse or by keyboard, again and again, into the polite status line."""
    view = get("belief").view
    page = seat.sit(view).page
    seat.push(view, now=view.public.deadline - 75_500)
    ask = page.get_by_role("button", name="Say how much time is left")

    ask.click()
    expect(page.locator("#say")).to_have_text(re.compile("^1 minute 1[3-6] seconds left.$"))
    assert page.locator("#say").get_attribute("role") == "status"
    seat.push(view, now=view.public.deadline - 21_500)
    ask.press("Enter")
    expect(page.locator("#say")).to_have_text(re.compile("^(22|21|20|19) seconds left.$"))


def test_a_clock_that_stands_says_so(seat):
    view = get("paused").view
    page = seat.sit(view).page
    page.get_by_role("button", name="Say how much time is left").click()

    expect(page.locator("#say")).to_contain_text("The clock stands at")


# ------------------------------------------------------------------ the screen stays awake

AWAKE = """
const held = (count) => { document.documentElement.dataset.held = count; };
Object.defineProperty(navigator, "wakeLock", { value: { async request() {
  const lock = new EventTarget();
  lock.release = () => { held(0); lock.dispatchEvent(new Event("release")); };
  held(Number(document.documentElement.dataset.held ?? 0) + 1);
  return lock;
} } });
"""  # a browser that can; how many locks it holds is written on the page


def test_a_screen_stays_awake_while_a_stage_is_open_and_no_longer(seat):
    view = get("belief").view
    seat.page.add_init_script(AWAKE)
    page = seat.sit(view).page
    html = page.locator("html")
    expect(html).to_have_attribute("data-held", "1")
    seat.push(view)
    expect(html).to_have_attribute("data-held", "1")

    seat.push(replace(view, public=replace(view.public, open=False)), version=view.version + 1)
    expect(html).to_have_attribute("data-held", "0")
    seat.push(view, version=view.version + 2)
    expect(html).to_have_attribute("data-held", "1")


def test_where_a_screen_cannot_be_kept_awake_nothing_is_said(seat):
    """On plain http, as in most rooms, browsers offer no such thing."""
    seat.page.add_init_script("delete Navigator.prototype.wakeLock")
    page = seat.sit(get("belief").view).page

    assert page.evaluate("'wakeLock' in navigator") is False
    expect(page.locator("#line")).to_be_hidden()
