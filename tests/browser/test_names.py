"""Names as people have them: long ones, short ones, ones that are written from right to left."""

import pytest
import requests
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.looking import audit
from tests.browser.seminar import home_of
from tests.browser.watchful import watching
from tests.browsers import DESKTOP, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.live]

LONG = "Maria Anastasia von und zu Hohenlohe-Lan"
RIGHT_TO_LEFT = "عبد الرحمن بن خالد"
NAMES = (
    LONG, "W" * 40, RIGHT_TO_LEFT, "Ю", "José María", "李小龍", "Zoë", "O’Neill", "<b>Bo</b>",
    "Nguyễn Thị Minh Khai", "Ásgeir", "שרה", "Jean-Baptiste",
)  # fmt: skip
SIDEWAYS = "() => document.documentElement.scrollWidth - innerWidth"
ORDER = "(item) => getComputedStyle(item.querySelector('bdi')).direction"


@pytest.fixture
def desk(browser, served):
    """A console whose lobby holds a class of thirteen."""
    assert len(LONG) == 40
    with watching(browser, home_of(served)) as watch:
        desk = Desk(watch, served.token).makes()
        for name in NAMES:
            sent = {"code": desk.code, "name": name}
            assert requests.post(f"{served.url}/api/join", json=sent).status_code == 200
        expect(desk.page.locator(".people li")).to_have_count(13)
        yield desk


def looked_at(page):
    """No sideways scroll on a phone or on a desk, and axe is silent."""
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        assert page.evaluate(SIDEWAYS) <= 0, size
        assert audit(page) == []


def test_a_class_with_all_kinds_of_names_fits_from_the_lobby_on(desk):
    page = desk.page
    looked_at(page)
    for name in NAMES:
        expect(page.locator(".people")).to_contain_text(name)
    desk.presses("Deal the seats")
    expect(page.get_by_role("button", name="Begin round 1")).to_be_visible()
    expect(page.locator("dialog[open], [aria-busy=true]")).to_have_count(0)
    looked_at(page)
    desk.presses("Begin round 1")
    expect(page.locator("#mast")).to_contain_text("Round 1")
    looked_at(page)


def test_a_name_from_right_to_left_turns_nothing_else_round(desk):
    person = desk.page.locator(".people li", has_text=RIGHT_TO_LEFT)

    assert person.evaluate(ORDER) == "rtl"
    name, remove = person.locator("bdi"), person.get_by_role("button")
    assert name.bounding_box()["x"] < remove.bounding_box()["x"]
