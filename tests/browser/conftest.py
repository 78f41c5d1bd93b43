"""One browser and one server for the folder, one phone for each file, a seat for each test."""

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.looking import browser_of, phone, table
from tests.live.served import Served

PATIENCE = 20_000  # ms; nothing waits longer than it must, and CI's machines are slow
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="package")
def browser(browser_path):
    """One for the folder: to open it takes longer than most tests do."""
    with sync_playwright() as driver, browser_of(driver, browser_path) as browser:
        yield browser


@pytest.fixture(scope="package")
def served(tmp_path_factory):
    """One real server for the folder; it has nothing to complain of at the end."""
    server = Served(tmp_path_factory.mktemp("served")).start()
    yield server
    server.kill()
    assert "Traceback" not in server.errors()


@pytest.fixture(scope="module")
def context(browser):
    """One phone for all tests: motion is asked for by those that look at it."""
    with phone(browser, reduced_motion="reduce") as context:
        context.set_default_timeout(PATIENCE)
        yield context


@pytest.fixture
def seat(context):
    with table(context) as seated:
        yield seated
