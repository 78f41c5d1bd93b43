"""How the controls behave under a thumb, with scripts and without."""

import pytest
from playwright.sync_api import expect

from game.core.commands import SealOrders, StateAppraisal
from game.core.vocabulary import PATRON, SeatId, Stage
from game.web.render import preview_map
from tests.browser.looking import phone, table
from tests.builders import A1, A2
from tests.web.scenes import group, seen
from tests.web.screens import get

pytestmark = pytest.mark.browser


# ------------------------------------------------------------------ belief


def test_a_word_a_scale_and_a_number_are_one_answer(seat):
    page = seat.sit(get("belief").view).page
    number, scale = page.locator("#belief-r3-belief"), page.get_by_label("The same on a scale")
    said = page.locator("#belief-r3-belief-say")
    expect(page.locator(".is-empty")).to_have_count(1)
    expect(number).to_have_value("")

    page.get_by_role("button", name="75 likely").click()
    expect(number).to_have_value("75")
    expect(scale).to_have_value("75")
    expect(said).to_have_text(
        "75 in 100: likely. In 20 such rounds Meridia would come in about 15."
    )
    expect(page.locator(".is-empty")).to_have_count(0)

    page.get_by_role("button", name="5 less").click()
    expect(number).to_have_value("70")
    scale.focus()
    page.keyboard.press("ArrowRight")
    expect(number).to_have_value("71")
    number.fill("9")
    expect(scale).to_have_value("9")
    number.press("PageUp")
    expect(number).to_have_value("19")
    expect(page.locator("[aria-pressed=true]")).to_have_count(0)


def test_a_tap_on_the_middle_of_an_empty_scale_is_an_answer(seat):
    page = seat.sit(get("belief").view).page

    page.get_by_label("The same on a scale").click()

    expect(page.locator("#belief-r3-belief")).to_have_value("50")


def test_an_empty_answer_is_refused_by_a_sentence_not_by_the_browser(seat):
    page = seat.sit(get("belief").view).page
    sentence = "No answer yet: tap a word, slide, or type a number from 0 to 100."
    seat.answers({"ok": False, "code": "malformed", "sentence": sentence, "field": "belief"})

    page.get_by_role("button", name="Keep this answer").click()

    expect(page.get_by_role("alert").filter(has_text=sentence)).to_be_visible()
    assert seat.sent()[0]["args"] == {"belief": ""}


def test_a_number_that_was_refused_stands_as_it_was_typed(seat):
    seat.shown["/play"] = get("belief-refused").page
    seat.page.goto(f"{seat.address}/play")

    expect(seat.page.locator("#belief-r3-belief")).to_have_value("620")


# ------------------------------------------------------------------ dividing


def test_a_posture_and_its_units_follow_each_other(seat):
    page = seat.sit(get("commit").view).page
    theatre = page.get_by_role("spinbutton", name="The Straits")
    reserve = page.locator("[data-reserve]")

    page.get_by_role("radio", name="Escalate").check()
    expect(theatre).to_have_value("5")
    expect(reserve).to_have_text("3")
    expect(page.locator("[data-row=theatre] .tally .unit")).to_have_count(5)

    page.get_by_role("button", name="one fewer: The Straits").click()
    expect(theatre).to_have_value("4")
    expect(page.get_by_role("radio", name="Hold")).to_be_checked()

    page.get_by_role("button", name="one more: Arven lands").click()
    expect(reserve).to_have_text("3")
    page.get_by_role("button", name="one more: Arven lands").click()  # two are the most
    expect(page.get_by_role("spinbutton", name="Arven lands")).to_have_value("2")


def test_a_promise_of_units_is_remembered_beside_the_division(seat):
    page = seat.sit(get("commit").view).page
    line = page.locator("[data-promised]")

    expect(line).to_have_text("You promised more: you leave 1. Belmar will see it.")
    page.get_by_role("button", name="one more: Belmar lands").click()
    expect(line).to_have_text("")


def test_the_map_shows_the_division_before_it_is_sent(seat):
    view = get("commit").view
    drawn = preview_map(view, 6, {SeatId("A1"): 1, SeatId("A2"): 0})
    seat.shown["/play/map.svg"] = drawn
    page = seat.sit(view).page

    page.get_by_role("radio", name="Escalate").check()

    expect(page.locator("#now [data-told]")).to_contain_text("Six of Meridia’s ten units")
    expect(page.locator("#now svg.forces text", has_text="6 of 10 units")).to_be_visible()


def test_a_commitment_is_sent_by_its_round_and_stage(seat):
    page = seat.sit(get("commit").view).page
    page.get_by_role("radio", name="Draw down").check()
    page.get_by_role("button", name="Commit, in sight of all").click()

    sent = seat.sent()[0]
    assert (sent["name"], sent["round"], sent["stage"]) == ("commit_forces", 3, "commitment")
    assert sent["args"]["posture"] == "draw_down"
    assert sent["args"]["garrisons"] == {"A1": "1", "A2": "1"}
    assert len(sent["id"]) == 24


# ------------------------------------------------------------------ words


def test_the_list_shows_the_field_its_line_needs(seat):
    page = seat.sit(get("talk-ally").view).page
    units, case = page.get_by_label("How many units"), page.get_by_label("In which case")
    expect(units).to_be_hidden()

    page.get_by_label("What", exact=True).select_option("promise_units")
    expect(units).to_be_visible()
    expect(case).to_be_hidden()
    page.get_by_label("What", exact=True).select_option("warn_elsewhere")
    expect(case).to_be_visible()
    expect(units).to_be_hidden()


def test_a_cable_leaves_an_empty_field_and_a_refused_one_its_text(seat):
    page = seat.sit(get("talk-ally").view).page
    words, send = (
        page.get_by_label("Write to Meridia").last,
        page.get_by_role("button", name="Send"),
    )

    words.fill("Will you come?")
    expect(page.locator("#cable-P-r3-text-count")).to_have_text("14 of 280")
    send.click()
    expect(words).to_have_value("")
    expect(page.locator("#cable-P-r3-text-count")).to_have_text("at most 280 letters")

    seat.answers({"ok": False, "code": "limit_reached", "sentence": "You have sent 3 cables."})
    words.fill("Once more.")
    send.click()
    expect(words).to_have_value("Once more.")
    expect(page.get_by_role("alert").filter(has_text="You have sent 3 cables.")).to_be_visible()
    assert [sent["args"]["to"] for sent in seat.sent()] == ["P", "P"]


# ------------------------------------------------------------------ without scripts


def test_everything_is_there_without_scripts(browser):
    script = group().at(3, Stage.RESPONSE).seat(A2, StateAppraisal(70, 45, 55))
    script.seat(PATRON, SealOrders({A1: True, A2: False}))
    with phone(browser, java_script_enabled=False) as plain, table(plain) as seat:
        page = seat.sit(get("belief").view).page
        expect(page.locator("#belief-r3-belief")).to_be_editable()
        expect(page.get_by_label("The same on a scale")).to_be_hidden()
        page.get_by_role("link", name="Record").click()
        expect(page.get_by_role("heading", name="The record so far")).to_be_visible()
        expect(page.locator("#belief-r3-belief")).to_be_hidden()

        seat.sit(get("talk-ally").view)
        expect(page.get_by_label("How many units")).to_be_visible()
        seat.sit(get("commit").view)
        expect(page.get_by_role("spinbutton", name="The Straits")).to_be_editable()
        expect(page.get_by_role("button", name="one more: The Straits")).to_be_hidden()
        seat.sit(seen(script, A2))
        expect(page.get_by_role("radio", name="Stand with Meridia")).to_be_visible()
