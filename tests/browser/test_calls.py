"""What student and instructor say to each other beside the game: hands, nudges, a covered seat."""

import pytest
from playwright.sync_api import expect

from tests.browser.seminar import seminar

pytestmark = [pytest.mark.browser, pytest.mark.live]


@pytest.fixture(scope="module")
def room(browser, served):
    """Three students whose round 1 is open, the dispatch first."""
    with seminar(browser, served, clocks="") as room:
        yield room.joined_by("Ann", "Ben", "Cem").begins()


def card(room, student):
    """The student's line on the console."""
    return room.desk.page.locator(".group li", has_text=student.name)


def nudge(room, student):
    """Press the button with the student's country on it."""
    country = student.country.split()[0]
    room.desk.page.get_by_role("button", name=f"Nudge {country} in group 1").click()


def test_a_hand_is_seen_at_once_by_the_instructor_alone_and_lowered_there(room):
    student, other = room.students[:2]
    student.page.get_by_role("button", name="Ask for help").click()

    hand = room.desk.page.locator("#hands .hand")
    expect(hand).to_contain_text(f"{student.name} asks for help.")
    expect(hand).to_contain_text(f"{student.country.split()[0]} in group 1, since")
    expect(student.page.locator("#help")).to_contain_text("Your hand is up.")
    expect(other.page.get_by_role("button", name="Ask for help")).to_be_visible()
    assert student.name not in room.wall.locator("body").inner_text()

    hand.get_by_role("button", name="Lower").click()
    expect(hand).to_have_count(0)
    expect(student.page.get_by_role("button", name="Ask for help")).to_be_visible()


def test_a_student_takes_the_hand_down_and_loses_no_word_by_it(room):
    student = room.seat("belief")
    student.page.get_by_role("spinbutton").fill("41")
    student.page.get_by_role("button", name="Ask for help").click()
    student.page.get_by_role("button", name="Take my hand down").click()

    expect(room.desk.page.locator("#hands .hand")).to_have_count(0)
    expect(student.page.get_by_role("button", name="Ask for help")).to_be_visible()
    expect(student.page.get_by_role("spinbutton")).to_have_value("41")


def test_a_nudge_stands_on_the_page_is_said_and_marks_the_title_until_the_move(room):
    student = room.seat("belief")
    line = card(room, student)
    nudge(room, student)

    banner = student.page.locator("[data-nudge]")
    expect(banner).to_contain_text("Your instructor is waiting for your move.")
    expect(student.page.locator("#say")).to_contain_text("Your instructor is waiting")
    assert student.page.title().startswith("Your move · ")
    expect(line).to_contain_text("nudged, and seen")

    student.page.reload()
    expect(banner).to_be_visible()
    student.moves()
    expect(banner).to_have_count(0)
    assert not student.page.title().startswith("Your move")


def test_a_nudge_that_nobody_sees_says_so(room):
    """The line is gone: the page cannot know. It is told when it comes back."""
    student = room.seat("belief")
    student.page.context.set_offline(True)
    expect(student.page.locator("#line")).to_contain_text("No connection.")
    line = card(room, student)

    nudge(room, student)
    expect(line).to_contain_text("nudged, not seen yet")
    student.page.context.set_offline(False)

    expect(student.page.locator("[data-nudge]")).to_be_visible()
    expect(line).to_contain_text("nudged, and seen")
    room.watch.faults = [f for f in room.watch.faults if "ERR_INTERNET" not in f]
