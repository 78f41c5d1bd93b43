"""Real pages in a real browser, left open while the server dies: they come back by themselves."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.looking import browser_of
from tests.browsers import DESKTOP, PHONE, Viewport
from tests.live.pupils import Seated, a_class
from tests.live.served import Served

pytestmark = [pytest.mark.live, pytest.mark.chaos, pytest.mark.browser]
PATIENCE = 30_000  # ms: the pages look for the server every few seconds
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def browser(browser_path: Path) -> Iterator[Browser]:
    """One browser, as many devices in it as a test wants."""
    with sync_playwright() as driver, browser_of(driver, browser_path) as browser:
        yield browser


@contextmanager
def device(browser: Browser, url: str, screen: Viewport = PHONE, **cookie: str) -> Iterator[Page]:
    """A device of its own; a fault in a script on it fails the test."""
    context = browser.new_context(viewport=screen, base_url=url)
    context.set_default_timeout(PATIENCE)
    context.add_cookies(
        [{"name": name, "value": value, "url": url} for name, value in cookie.items()]
    )
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    yield page
    context.close()
    assert not faults


def opened(page: Page, path: str) -> Page:
    """The page, once its socket is up and it has been told what there is."""
    with page.expect_websocket(lambda line: "socket.io" in line.url) as line:
        page.goto(path)
    line.value.wait_for_event("framereceived", lambda frame: str(frame).startswith("42"))
    return page


def hang_up(seated: Seated) -> None:
    """The programs leave: the seats belong to the browser's pages now."""
    for one in seated.pupils:
        one.close()


def test_a_students_page_comes_back_with_what_was_sent_meanwhile(
    served: Served, browser: Browser
) -> None:
    """It says that there is no line, keeps the answer, and sends it when the server is there."""
    with a_class(served) as seated:
        ada = seated.at("A1")
        hang_up(seated)
        with device(browser, served.url, dw_seat=ada.token) as page:
            opened(page, "/play")
            page.locator("[name=belief][type=number]").fill("64")
            served.kill()
            expect(page.locator("#line")).to_be_visible()
            page.locator("form[data-command=state_belief] button[type=submit]").first.click()
            served.start()
            expect(page.locator("#line")).to_be_hidden()
            expect(page.locator("#now")).to_contain_text("You said 64 in 100.")
        ada.connect()
        assert ada.view["ally"]["beliefs"][-1]["before"] == 64
    assert "Traceback" not in served.errors()


@pytest.mark.slow
def test_the_console_and_the_wall_come_back(served: Served, browser: Browser) -> None:
    """The console says that it is lost; afterwards both show what happens from then on."""
    with a_class(served) as seated:
        session = seated.session
        with (
            device(browser, served.url, DESKTOP) as console,
            device(browser, served.url, DESKTOP) as wall,
        ):
            console.goto(f"/console?token={served.token}")
            opened(console, f"/console/{session.id}")
            opened(wall, f"/wall/{session.code}")
            served.kill()
            expect(console.locator("#line")).to_be_visible()
            served.start()
            expect(console.locator("#line")).to_be_hidden()
            session.order("pause")
            expect(console.locator("main")).to_contain_text("All clocks stand")
            expect(wall.locator("body")).to_contain_text("aused")
    assert "Traceback" not in served.errors()
