"""What a push may never touch, and what is said when the line is down."""

import pytest
from playwright.sync_api import expect

from game.core.commands import StateBelief
from game.core.vocabulary import Stage
from tests.browser.looking import phone, table
from tests.builders import A1
from tests.web.scenes import at_commitment, at_response, at_talk, group, seen
from tests.web.screens import get

pytestmark = pytest.mark.browser


def at(stage, number=3):
    """A group of three in this stage."""
    return group().at(number, stage)


# ------------------------------------------------------------------ islands


def test_typing_survives_every_push(seat):
    view = get("respond").view
    page = seat.sit(view).page
    reason = page.locator("#respond-r3-reason")
    page.get_by_role("radio", name="Build up our own arms").check()
    page.get_by_role("button", name="one more").click()
    reason.press_sequentially("It may ")

    for _ in range(5):
        seat.push(view)
        reason.press_sequentially("well ")

    expect(reason).to_have_value("It may " + "well " * 5)
    expect(reason).to_be_focused()
    expect(page.get_by_role("radio", name="Build up our own arms")).to_be_checked()
    expect(page.locator("#respond-r3-units")).to_have_value("1")


def test_a_slider_one_has_left_keeps_its_answer(seat):
    view = get("appraise").view
    page = seat.sit(view).page
    page.get_by_role("button", name="75 likely").first.click()
    page.get_by_role("button", name="25 unlikely").nth(1).click()
    page.evaluate("document.activeElement.blur()")

    seat.push(view).push(view)

    expect(page.locator("#appraise-r3-would")).to_have_value("75")
    expect(page.locator("#appraise-r3-could-scale")).to_have_value("25")
    expect(page.locator("#appraise-r3-would-say")).to_contain_text("75 in 100")


def test_the_next_rounds_form_comes_back_empty(seat):
    script = at(Stage.DISPATCH)
    page = seat.sit(seen(script, A1, 5)).page
    page.locator("#belief-r3-belief").fill("62")

    seat.push(seen(script.at(4, Stage.DISPATCH), A1, 9))

    expect(page.locator("#belief-r4-belief")).to_have_value("")
    expect(page.locator("#belief-r4-belief-scale")).to_have_value("50")
    expect(page.locator(".is-empty")).to_have_count(1)
    expect(page.locator("#banner")).to_contain_text("A new government")


def test_what_was_opened_stays_open(seat):
    view = get("belief").view
    page = seat.sit(view).page
    page.locator("#now summary", has_text="How forecasts are paid").click()

    seat.push(view)

    expect(page.locator("#now").get_by_text("One of your rounds was drawn")).to_be_visible()


def test_an_older_push_is_dropped(seat):
    script = at(Stage.DISPATCH)
    before = seen(script, A1, 5)
    page = seat.sit(seen(script.seat(A1, StateBelief(62)), A1, 6)).page

    seat.push(before)

    expect(page.get_by_role("heading", name="Waiting for Arven")).to_be_visible()


def test_words_of_a_stage_that_closed_are_kept(seat):
    script = at_talk()
    page = seat.sit(seen(script, A1, 5)).page
    page.get_by_label("Write to Meridia").last.fill("We need one more week.")

    seat.push(seen(script.all_ready().at(3, Stage.COMMITMENT), A1, 9))

    expect(page.locator("#toast")).to_contain_text("We need one more week.")
    expect(page.get_by_role("heading", name="Waiting for Meridia")).to_be_visible()


def test_what_was_sealed_is_no_draft(seat):
    """The decision that could be opened again goes with its screen, and nothing is said of it."""
    view = get("wait-sealed").view
    page = seat.sit(view).page

    seat.push(get("crisis-defended").view, version=view.version + 1)

    expect(page.get_by_role("heading", name="You are attacked")).to_be_visible()
    expect(page.locator("#toast")).to_be_hidden()


def test_a_decision_sealed_again_folds_away(seat):
    view = get("wait-sealed").view
    page = seat.sit(view).page
    page.get_by_text("Open my decision again").click()
    page.get_by_role("radio", name="Stand with Meridia").check()
    page.get_by_role("button", name="Seal it again").click()

    expect(page.get_by_role("button", name="Seal it again")).to_be_hidden()
    assert seat.sent()[0]["args"]["move"] == "stand"


# ------------------------------------------------------------------ tabs


def test_a_half_written_form_survives_a_look_at_the_record(seat):
    page = seat.sit(get("respond").view).page
    page.locator("#respond-r3-reason").fill("Half a sen")
    tabs = page.get_by_role("navigation", name="Parts of the game")
    read_to = page.evaluate("scrollY")

    tabs.get_by_role("link", name="Record").click()
    expect(page.get_by_role("heading", name="The record so far")).to_be_visible()
    expect(page.locator("#respond-r3-reason")).to_be_hidden()
    expect(tabs.get_by_role("link", name="Record")).to_have_attribute("aria-current", "true")
    tabs.get_by_role("link", name="Now").click()

    expect(page.locator("#respond-r3-reason")).to_have_value("Half a sen")
    assert read_to > 0
    assert abs(page.evaluate("scrollY") - read_to) < 2


# ------------------------------------------------------------------ the line


def test_two_taps_are_one_move(seat):
    page = seat.sit(get("orders").view).page
    seat.answers(None)
    for choice in page.get_by_role("radio", name="Come", exact=False).all()[::2]:
        choice.check()
    button = page.get_by_role("button", name="Seal these orders")
    button.click()
    button.click()

    assert len(seat.sent()) == 1
    expect(page.get_by_role("alert").filter(has_text="The first of your two taps")).to_be_visible()


def test_a_move_without_a_line_is_kept_and_goes_by_itself(seat):
    page = seat.sit(get("belief").view).page
    page.locator("#belief-r3-belief").fill("62")
    page.evaluate("line.connected = false")
    page.get_by_role("button", name="Keep this answer").click()
    expect(page.get_by_role("alert").filter(has_text="It is kept here")).to_be_visible()
    seat.event("disconnect")
    expect(page.locator("#line")).to_contain_text("No connection.")
    expect(page.locator("#line")).to_contain_text("is not certain. It is kept on this phone")

    page.evaluate("line.connected = true")
    seat.event("connect")

    expect(page.locator("#line")).to_be_hidden()
    assert [sent["args"] for sent in seat.sent()] == [{"belief": "62"}]


def test_a_move_that_went_without_a_line_and_came_too_late_is_not_lost_in_silence(seat):
    """It was promised that it goes by itself; its form is gone when the answer comes."""
    view = get("belief").view
    page = seat.sit(view).page
    page.locator("#belief-r3-belief").fill("62")
    page.evaluate("line.connected = false")
    page.get_by_role("button", name="Keep this answer").click()
    expect(page.get_by_role("alert").filter(has_text="It is kept here")).to_be_visible()
    late = {"ok": False, "code": "LATE", "sentence": "The stage closed before your move came."}
    seat.answers(late)
    page.evaluate("line.connected = true")

    seat.push(get("crisis-defended").view, version=view.version + 1)
    seat.event("connect")

    expect(page.locator("#toast")).to_contain_text("The stage closed before your move came.")
    page.locator("#toast").get_by_role("button", name="Close").click()
    expect(page.locator("#toast")).to_be_hidden()


def test_a_lost_line_is_seen_by_who_has_scrolled_to_the_form(seat):
    page = seat.sit(get("respond").view).page
    page.locator("#respond-r3-reason").fill("Half a sen")
    assert page.evaluate("scrollY") > 0
    page.evaluate("line.connected = false")
    seat.event("disconnect")

    expect(page.locator("#line")).to_contain_text("What you are writing is not sent yet")
    expect(page.locator("#line")).to_be_in_viewport(ratio=1)


def test_the_banner_says_that_the_last_move_is_safe(seat):
    page = seat.sit(get("belief").view).page
    page.locator("#belief-r3-belief").fill("62")
    page.get_by_role("button", name="Keep this answer").click()
    page.evaluate("line.connected = false")
    seat.event("disconnect")

    expect(page.locator("#line")).to_contain_text("is safe on the server.")


def test_a_seat_taken_elsewhere_says_so(seat):
    page = seat.sit(get("belief").view).page

    seat.event("elsewhere", {"sentence": "You have moved to another device."})

    expect(page.locator("#line")).to_contain_text("You have moved to another device.")
    expect(page.get_by_role("button", name="Use this one again")).to_be_visible()


# ------------------------------------------------------------------ the map


def walking(page):
    return page.evaluate(
        "document.getAnimations()"
        ".filter((one) => one.effect.target?.classList.contains('unit-g')).length"
    )


def test_units_march_only_where_motion_is_welcome(browser, seat):
    before, after = seen(at_commitment(), A1, 5), seen(at_response(), A1, 9)
    seat.sit(before).push(after)
    assert walking(seat.page) == 0

    with phone(browser, reduced_motion="no-preference") as lively, table(lively) as moving:
        moving.sit(before).push(after)
        assert walking(moving.page) > 0
        moving.push(after)  # another push on the way: the threads still wait for the last unit
        hidden = "getComputedStyle(document.querySelector('#now .thread')).opacity"
        assert moving.page.evaluate(hidden) == "0"


def test_a_new_question_is_read_aloud_and_stands_at_the_top(seat):
    script = group().at(3, Stage.DISPATCH)
    page = seat.sit(seen(script, A1, 5)).page
    page.get_by_role("button", name="Keep this answer").focus()
    assert page.evaluate("scrollY") > 0

    seat.push(seen(script.at(3, Stage.RESPONSE), A1, 9))

    expect(page.locator("#say")).to_have_text("Meridia draws down")
    assert page.evaluate("scrollY") == 0
    expect(page.locator("#now")).to_be_focused()


def test_a_push_of_the_same_question_moves_nothing(seat):
    view = get("wait-sealed").view
    page = seat.sit(view).page
    page.evaluate("scrollTo(0, 300)")

    seat.push(view)

    assert page.evaluate("scrollY") == 300
