"""Phones that sleep, are reloaded, are left, opened twice, or come late: on a real server."""

from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.browser.seminar import seminar
from tests.browser.student import Student
from tests.browsers import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.live]


@contextmanager
def begun(browser, served, **choices):
    """Three students whose round 1 is open; a lost line may be heard in the console."""
    with seminar(browser, served, **choices) as room:
        yield room.joined_by("Ann", "Ben", "Cem").begins()
        lost = ("ERR_INTERNET_DISCONNECTED", "WebSocket", "ERR_NETWORK")
        watch = room.watch
        watch.faults = [f for f in watch.faults if not any(word in f for word in lost)]


@pytest.fixture
def room(browser, served):
    """A class for one test."""
    with begun(browser, served) as room:
        yield room


@pytest.fixture(scope="module")
def dispatch(browser, served):
    """A class that stays in its first dispatch, for the tests that need no more."""
    with begun(browser, served, clocks="") as room:
        yield room


def reloaded(student):
    """The page, fetched anew; it must show what it showed."""
    before = student.screen
    student.page.reload()
    assert student.screen == before
    return student.page


@pytest.mark.slow
def test_a_reload_in_any_stage_changes_nothing(room):
    """Before one has moved and after; what is sealed stays sealed, and nothing is asked twice."""
    for place in room.stages():
        if place.startswith("2"):
            break
        for student in room.students:
            reloaded(student)
            while student.moves():
                page = reloaded(student)
                expect(page.locator("#line")).to_be_hidden()


def test_a_sealed_decision_is_there_after_a_reload(room):
    for place in room.stages():
        if "response" in place:
            break
    ally = room.seat("appraise")
    ally.moves()
    ally.page.get_by_role("radio", name="Build up our own arms").check()
    ally.page.get_by_role("radio", name="Dissociate").check()
    ally.page.get_by_label("Why? One sentence.").fill("They are far away.")
    ally.page.get_by_role("button", name="Seal this decision").click()
    ally.sees("wait")

    page = reloaded(ally)

    expect(page.locator("#now")).to_contain_text("Sealed.")
    page.get_by_text("Open my decision again").click()
    expect(page.get_by_role("radio", name="Build up our own arms")).to_be_checked()
    expect(page.get_by_label("Why? One sentence.")).to_have_value("They are far away.")


# ------------------------------------------------------------------ a phone that sleeps


def test_a_phone_without_a_line_keeps_its_move_and_comes_back_by_itself(dispatch):
    ally = dispatch.seat("belief")
    page = ally.page
    page.context.set_offline(True)
    expect(page.locator("#line")).to_contain_text("No connection.")
    page.get_by_role("spinbutton").fill("62")
    page.get_by_role("button", name="Keep this answer").click()
    expect(page.locator("#line")).to_contain_text("it is kept on this phone")

    page.context.set_offline(False)

    expect(page.locator("#now")).to_contain_text("You said 62 in 100.", timeout=15_000)
    expect(page.locator("#line")).to_be_hidden()


def test_a_phone_that_slept_through_a_stage_wakes_in_the_next(room):
    """It shows what it showed; back again, what is asked now."""
    sleeper = room.seat("belief")
    asleep = sleeper.screen
    sleeper.page.context.set_offline(True)
    room.desk.presses("Close the stage now")
    room.desk.presses("Open the next stage")
    assert sleeper.screen == asleep

    sleeper.page.context.set_offline(False)

    sleeper.leaves(asleep).sees("wait")
    expect(sleeper.page.locator("#mast")).to_contain_text("Commitment")


def test_a_lost_line_is_said_on_the_wall_and_the_console(dispatch):
    """Neither stands still in silence."""
    room = dispatch
    for page in (room.desk.page, room.wall):
        page.context.set_offline(True)
    expect(room.desk.page.locator("#line")).to_contain_text("What you see may be old.")

    for page in (room.desk.page, room.wall):
        page.context.set_offline(False)

    expect(room.desk.page.locator("#line")).to_be_hidden(timeout=15_000)


# ------------------------------------------------------------------ doors and tabs


def test_who_comes_late_has_a_seat_in_round_two(room):
    late = Student(room.watch.page("Dora", viewport=PHONE), "Dora").joins(room.desk.code)
    expect(late.page.locator("#now")).to_contain_text("You get a seat when the next round begins")

    for place in room.stages():
        if place.startswith("2"):
            break

    expect(late.page.locator("#mast")).to_contain_text("Round 2")
    assert late.sees("belief").moves()
    late.sees("wait")


def test_a_second_tab_takes_over_and_can_be_sent_back(dispatch):
    first = dispatch.students[0].page
    second = dispatch.watch.watched("second tab", first.context.new_page())

    second.goto("/play")

    expect(first.locator("#line")).to_contain_text("You have moved to another device.")
    first.get_by_role("button", name="Use this one again").click()
    expect(second.locator("#line")).to_contain_text("You have moved to another device.")
    expect(first.locator("#line")).to_be_hidden()


def test_the_back_button_leads_to_the_door_and_the_door_back_to_the_seat(dispatch):
    student = dispatch.students[1]
    screen, page = student.screen, student.page

    page.go_back()
    expect(page.locator(".banner")).to_contain_text("This phone holds a seat in")
    page.get_by_role("link", name="To my seat").click()

    assert student.screen == screen
