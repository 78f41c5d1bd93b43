"""The room check in a real browser, against a real server: phones find out, the console is told."""

import pytest
from playwright.sync_api import expect

from tests.browser.looking import audit
from tests.browser.watchful import watching
from tests.browsers import CLASSROOM, DESKTOP, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.live]
READY = "This phone is ready."
STOPPED = """
window.WebSocket = class {
  constructor() { queueMicrotask(() => this.onerror?.(new Event("error"))); }
  close() {}
};
"""  # what a page sees of a filter that stops WebSockets


@pytest.fixture
def watch(browser, served):
    """Pages as in a classroom: plain http, and an address that is not one's own."""
    with watching(browser, f"http://{CLASSROOM}:{served.port}") as watch:
        yield watch


@pytest.fixture
def desk(watch, served):
    """The instructor, looking at the room check."""
    page = watch.page("console", viewport=DESKTOP)
    page.goto(f"/console?token={served.token}")
    page.get_by_role("link", name="Room check").click()
    expect(page.locator("#phones")).to_be_visible()
    return page


def verdict(page, said):
    """What it comes to, after ten seconds and what a busy machine adds."""
    expect(page.locator("#verdict")).to_contain_text(said, timeout=45_000)


def ten_seconds_pass(page):
    """By the page's own clock, once all is tried but whether the connection holds."""
    expect(line(page, "trip")).to_contain_text("fine")
    page.clock.fast_forward(10_000)


def line(page, name):
    return page.locator(f"#check-{name}")


def test_a_phone_finds_everything_fine_and_the_console_is_told_at_once(watch, desk):
    phone = watch.page("phone", viewport=PHONE)
    phone.goto("/check")
    verdict(phone, READY)

    for name in ("page", "scripts", "cookies", "socket", "trip", "clock", "steady"):
        expect(line(phone, name)).to_contain_text("✓ fine")
    assert audit(phone) == []
    expect(desk.locator("#phones")).to_contain_text("by WebSocket, 0 by polling")
    expect(desk.locator("#phones")).to_contain_text("Chrome")
    assert audit(desk) == []


def test_where_websockets_are_stopped_polling_will_do(watch, desk):
    phone = watch.page("phone", viewport=PHONE)
    phone.add_init_script(STOPPED)
    phone.clock.install()
    phone.goto("/check")

    expect(line(phone, "socket")).to_contain_text("polling: slower, but it will do")
    ten_seconds_pass(phone)
    verdict(phone, READY)
    expect(desk.locator("#phones")).to_contain_text("1 by polling")


def test_a_clock_that_is_off_is_said_and_does_no_harm(watch):
    phone = watch.page("phone", viewport=PHONE)
    phone.clock.install()
    phone.clock.resume()
    phone.add_init_script("const now = Date.now; Date.now = () => now() - 200_000;")
    phone.goto("/check")

    expect(line(phone, "clock")).to_contain_text("200 seconds behind the server’s.")
    expect(line(phone, "clock")).to_contain_text("It does no harm")


def test_a_phone_that_keeps_no_cookie_is_told_what_to_do(watch):
    phone = watch.page("phone", viewport=PHONE)
    phone.route("**/check/ask", lambda route: route.fulfill(json={"now": 0, "cookies": False}))
    phone.clock.install()
    phone.goto("/check")

    ten_seconds_pass(phone)
    verdict(phone, "Allow cookies for this address")


def test_a_connection_that_breaks_within_ten_seconds_is_not_steady(watch):
    phone = watch.page("phone", viewport=PHONE)
    phone.clock.install()
    phone.goto("/check")
    expect(line(phone, "trip")).to_contain_text("fine")
    phone.context.set_offline(True)
    ten_seconds_pass(phone)
    expect(line(phone, "steady")).to_contain_text("did not hold")
    phone.context.set_offline(False)

    verdict(phone, "Move nearer")
    lost = ("ERR_INTERNET_DISCONNECTED", "WebSocket", "ERR_NETWORK")
    watch.faults = [f for f in watch.faults if not any(word in f for word in lost)]


def test_without_scripts_the_cookie_is_tried_by_a_button(watch, desk):
    phone = watch.page("phone", viewport=PHONE, java_script_enabled=False)
    phone.goto("/check")
    expect(line(phone, "scripts")).to_contain_text("The game works all the same")
    phone.get_by_role("button", name="See whether cookies are kept").click()

    verdict(phone, "This phone is ready. Scripts are off")
    expect(line(phone, "cookies")).to_contain_text("✓ fine")
    expect(desk.locator("#phones")).to_contain_text("1 phone without scripts.")
