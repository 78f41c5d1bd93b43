"""Lines that schools have: WebSockets blocked, two students at one browser, answers that fail."""

import pytest
from playwright.sync_api import expect

from tests.browser.seminar import seminar
from tests.browser.student import Student
from tests.browsers import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.live]
LOST = ("ERR_INTERNET_DISCONNECTED", "WebSocket", "ERR_NETWORK", "ERR_FAILED", "503")
BLOCKED = """window.WebSocket = class {
  constructor() { setTimeout(() => { this.onerror?.(new Event("error")); this.onclose?.({}); }); }
  close() {}
};"""


@pytest.fixture
def room(browser, served):
    """A class in its lobby."""
    with seminar(browser, served, pace="instructor") as room:
        yield room
        watch = room.watch
        watch.faults = [f for f in watch.faults if not any(word in f for word in LOST)]


def test_a_page_whose_websockets_are_blocked_is_live_all_the_same(room):
    page = room.watch.page("Ann", viewport=PHONE)
    page.add_init_script(BLOCKED)
    room.students.append(Student(page, "Ann").joins(room.desk.code))

    room.begins()

    room.seat("belief" if page.locator("[data-screen^=belief]").count() else "read")


def test_a_page_of_somebody_who_was_here_before_moves_for_nobody(room):
    """Two students, one browser: the seat is the one that came last."""
    room.joined_by("Ann", "Ben", "Cem").begins()
    ann = room.seat("belief")
    other = room.watch.watched("Dora", ann.page.context.new_page())
    Student(other, "Dora").joins(room.desk.code)

    ann.page.context.set_offline(True)
    expect(ann.page.locator("#line")).to_contain_text("No connection.")
    ann.page.context.set_offline(False)

    expect(ann.page.locator("#line")).to_contain_text("You have moved to another device.")
    expect(ann.page.locator("[data-screen^=belief]")).to_be_attached()


def test_a_form_that_failed_goes_when_it_is_sent_again(room):
    """The server answered nothing; what was typed since is what counts."""
    room.joined_by("Ann", "Ben", "Cem").begins()
    ally = room.seat("belief")
    page = ally.page
    page.context.set_offline(True)
    expect(page.locator("#line")).to_contain_text("No connection.")
    number = page.locator("#now input[type=number]").first
    number.fill("30")
    page.get_by_role("button", name="Keep this answer").click()
    expect(page.get_by_role("alert").filter(has_text="It is kept here")).to_be_visible()

    number.fill("70")
    page.get_by_role("button", name="Keep this answer").click()
    page.context.set_offline(False)

    ally.sees("wait")
    page.reload()
    expect(page.locator("#now")).to_contain_text("70")
