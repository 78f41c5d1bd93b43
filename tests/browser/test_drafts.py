"""What was typed outlives a reload, a closed tab, another tab and a lost line, in every stage."""

from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.browser.seminar import seminar
from tests.browser.student import Student
from tests.browsers import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.live]

TYPED = """(form) => Object.fromEntries(
  Array.from(new FormData(form)).filter(([name]) => !name.startsWith('_')))"""
LOST_LINE = ("ERR_INTERNET_DISCONNECTED", "WebSocket", "ERR_NETWORK", "ERR_CONNECTION")
CABLE = "We need one more week; “soon” is not a date."


@contextmanager
def begun(browser, served, *names, **choices):
    """Round 1 is open; a lost line may be heard in the browsers' consoles."""
    with seminar(browser, served, **choices) as room:
        yield room.joined_by(*names).begins()
        watch = room.watch
        watch.faults = [f for f in watch.faults if not any(word in f for word in LOST_LINE)]


@pytest.fixture
def room(browser, served):
    """A class of three, for one test."""
    with begun(browser, served, "Ann", "Ben", "Cem", cut="full", clocks="") as room:
        yield room


@pytest.fixture(scope="module")
def talking(browser, served):
    """A class of three whose first consultation is open."""
    with begun(browser, served, "Ann", "Ben", "Cem", cut="full", clocks="") as room:
        yield to(room, "consultation")


@pytest.fixture(scope="module")
def dispatch(browser, served):
    """Nine in the dispatch, whose six allies are asked one question: a test takes one of them."""
    names = ("Ann", "Ben", "Cem", "Dee", "Eli", "Fay", "Gus", "Hal", "Ida")
    with begun(browser, served, *names, cut="short", clocks="") as room:
        yield room


@pytest.fixture
def ally(dispatch):
    """One who has not answered yet."""
    return dispatch.seat("belief")


def typed(student):
    """What stands in the form that is asked for now."""
    return student.form(student.task).evaluate(TYPED)


def reloaded(student):
    """The page, fetched anew: the same screen, and the same in the form."""
    screen, before = student.screen, typed(student)
    student.page.reload()
    assert (student.screen, typed(student)) == (screen, before)


def writes(student, words=CABLE):
    """Half a cable, in the stage in which they talk."""
    text = student.page.locator("#now textarea").first
    if not text.is_visible():  # a patron chooses the ally first
        student.page.locator("#now details:has(textarea) > summary").first.click()
    text.fill(words)
    return text


def touches_one_scale(student):
    """A scale that nobody touched is still untouched after a reload."""
    page = student.page
    page.get_by_role("spinbutton").nth(0).fill("70")
    page.reload()
    values = [number.input_value() for number in page.get_by_role("spinbutton").all()]
    empty = page.locator("#now [data-belief].is-empty")
    assert values == ["70", "", ""]
    expect(empty).to_have_count(2)


def to(room, stage):
    """Play until this stage is open."""
    for place in room.stages():
        if place.endswith(stage):
            return room
    raise AssertionError(stage)


def test_in_every_stage_a_reload_keeps_the_place_and_what_was_typed(room):
    """Of each student, before each move, for one round; then at the end."""
    seen = set()
    for place in room.stages():
        if place.startswith("2"):
            break
        for student in room.students:
            seen.add(student.task)
            if student.task == "talk":
                text = writes(student)
                student.page.reload()
                expect(text).to_be_visible()
                expect(text).to_have_value(CABLE)
            while student.task in ("belief", "commit", "appraise", "respond", "orders"):
                seen.add(student.task)
                if student.task == "appraise":
                    touches_one_scale(student)
                student.fills()
                reloaded(student)
                student.sends()
            if student.task != "wait":
                student.page.reload()
                assert student.screen.endswith(place)
    assert {"belief", "talk", "commit", "appraise", "respond", "orders", "crisis"} <= seen
    assert "reckoning" in seen

    room.desk.presses("End the game")
    over = room.students[0].sees("over")
    screen = over.screen
    over.page.reload()
    assert over.screen == screen


def test_a_tab_that_was_closed_opens_again_with_what_was_typed(dispatch, ally):
    ally.fills()
    before, context = typed(ally), ally.page.context
    ally.page.close()

    ally.page = dispatch.watch.watched("again", context.new_page())
    ally.page.goto("/play")

    assert typed(ally) == before
    ally.sends().sees("wait")
    ally.page.reload()
    expect(ally.page.locator("#now")).to_contain_text(f"You said {before['belief']} in 100.")
    number = ally.page.locator("#now input[type=number]")  # to answer again; what was sent
    expect(number).to_have_value("")  # is no draft


def test_a_shared_browser_shows_nobody_what_another_typed(talking):
    """The next student in the same browser finds nothing, and nothing is left of it."""
    room = talking
    first = room.students[1]
    writes(first, "Only for me.")
    context = first.page.context

    other = Student(room.watch.watched("Dora", context.new_page()), "Dora").joins(room.desk.code)

    assert "Only for me." not in other.page.content()
    other.page.wait_for_load_state()  # its scripts have run by then
    assert "Only for me." not in other.page.evaluate("() => JSON.stringify(localStorage)")


def test_words_of_a_stage_that_closed_meanwhile_are_offered_until_they_are_put_away(talking):
    room = talking
    student = room.students[0]
    page = student.page
    writes(student)
    context = page.context
    page.close()
    room.desk.presses("Close the stage now").presses("Open the next stage")
    expect(room.desk.page.locator("#mast")).to_contain_text("Commitment")

    page = room.watch.watched("later", context.new_page())
    page.goto("/play")
    expect(page.locator("#toast")).to_contain_text(CABLE)
    page.reload()
    expect(page.locator("#toast")).to_contain_text(CABLE)

    page.locator("#toast").get_by_role("button", name="Close").click()
    page.reload()
    expect(page.locator("#now")).to_be_visible()
    expect(page.locator("#toast")).to_be_hidden()


def test_a_move_sent_without_a_line_goes_after_a_reload_and_once(dispatch, ally):
    """The page that promised it is gone; the next one keeps the promise."""
    page = ally.page
    page.context.set_offline(True)
    expect(page.locator("#line")).to_contain_text("No connection.")
    page.get_by_role("spinbutton").fill("62")
    expect(page.locator("#line")).to_contain_text("Nothing of yours is lost.")
    page.get_by_role("button", name="Keep this answer").click()
    expect(page.locator("#line")).to_contain_text("not sent yet; it is kept on this phone")

    page.context.set_offline(False)
    page.goto("/play")

    expect(page.locator("#now")).to_contain_text("You said 62 in 100.")
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_a_browser_that_stores_nothing_plays_as_well(dispatch, ally):
    """A private window may refuse: then nothing is kept, and nothing breaks."""
    ally.page.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });"
    )
    ally.page.reload()

    ally.fills().sends().sees("wait")


def test_the_old_tab_says_so_and_the_number_opens_another_device(dispatch, ally):
    """By the return number; the other phone sends nothing any more, and can be used again."""
    old, screen = ally.page, ally.screen
    number = old.locator("#seat .facts .code").nth(1).text_content()

    new = dispatch.watch.page("another device", viewport=PHONE, has_touch=True)
    new.goto(f"/join/{dispatch.desk.code}")
    new.get_by_text("I was here before, on another phone").click()
    new.get_by_label("Return number").fill(number)
    new.get_by_role("button", name="Back to my seat").click()

    expect(new.locator("#now [data-screen]")).to_have_attribute("data-screen", screen)
    expect(old.locator("#line")).to_contain_text("You have moved to another device.")
    ally.page = new
    ally.fills().sends().sees("wait")


def test_a_page_out_of_the_browsers_memory_asks_for_the_whole_again(dispatch, ally):
    """Back and forward in some browsers bring the page as it was left, with a dead line."""
    page = ally.page
    page.evaluate("document.querySelector('#mast').textContent = 'old'")

    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")

    expect(page.locator("#mast")).to_contain_text("Dispatch")
    ally.moves()
    ally.sees("wait")


@pytest.mark.slow
def test_in_every_stage_a_line_may_go_and_come_back_while_the_others_play_on(room):
    """What was typed stands there afterwards, and what is sent then is taken."""
    for place in room.stages():
        if place.startswith("2"):
            break
        gone = room.students[1]
        asked = gone.task in ("belief", "commit", "appraise", "respond", "orders")
        before = typed(gone.fills()) if asked else {}
        gone.page.context.set_offline(True)
        expect(gone.page.locator("#line")).to_contain_text("No connection.")
        for other in (room.students[0], room.students[2]):
            other.plays()
        gone.page.context.set_offline(False)
        expect(gone.page.locator("#line")).to_be_hidden()
        if asked:
            assert typed(gone) == before
            gone.sends()
