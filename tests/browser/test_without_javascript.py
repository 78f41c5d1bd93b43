"""Where no script runs: the door, a whole round of both roles, the console and the wall."""

import pytest
from playwright.sync_api import expect

from tests.browser.plain import PlainDesk, PlainStudent, again_until
from tests.browser.seminar import home_of
from tests.browser.watchful import watching
from tests.browsers import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.live]


class Room:
    """A console, a wall and two phones, all plain; one student is the patron, one the ally."""

    def __init__(self, watch, token):
        self._watch = watch
        self.desk = PlainDesk(self._page("console"), token)
        self.code = self.desk.makes(2)
        self.wall = self._page("wall")
        self.wall.goto(f"/wall/{self.code.replace(' ', '')}")
        self.students = [self.student("Ann"), self.student("Ben")]

    def _page(self, who):
        return self._watch.page(who, viewport=PHONE, java_script_enabled=False)

    def student(self, name):
        """Somebody at the door, with a phone."""
        student = PlainStudent(self._page(name), name)
        student.page.goto("/")
        return student

    def seat(self, task):
        """Who is asked this."""
        return next(student for student in self.students if student.task == task)


@pytest.fixture
def room(browser, served):
    with watching(browser, home_of(served)) as watch:
        yield Room(watch, served.token)
        # a refusal is an answer with a status of its own; the browser notes it, and nothing else
        watch.faults = [fault for fault in watch.faults if "409 (CONFLICT)" not in fault]


def join(room, student):
    page = student.page
    page.get_by_label("Code on the screen").first.fill(room.code.lower())
    page.get_by_label("Your name").fill(student.name)
    student.posts("Take a seat")
    expect(page.get_by_role("heading", name="You are in")).to_be_visible()


def test_a_whole_round_by_plain_forms(room):
    a_wrong_code_is_kept(room)
    for student in room.students:
        join(room, student)
    expect(room.wall.get_by_role("heading")).to_contain_text(room.code)
    what_is_expected_is_kept(room.students[0])
    again_until(room.wall, room.wall.locator("#top", has_text="2 have come in"))
    room.desk.presses("Deal the seats")  # nobody is missing: a page asked for counts as well
    for student in room.students:
        student.sees("brief")
    room.desk.presses("Begin round 1")
    ally, patron = (
        student.sees(task) for student, task in zip(in_order(room), ("belief", "read"), strict=True)
    )

    a_wrong_number_is_kept(ally)
    a_double_tap_on_a_cable_is_one_cable(room, ally, patron)
    the_patron_commits(room, ally, patron)
    the_response(room, ally, patron)
    the_end(room, ally, patron)


def in_order(room):
    """The ally, then the patron."""
    said = [student.page.locator("#mast").inner_text() for student in room.students]
    return room.students[::-1] if "patron" in said[0] else room.students


def a_wrong_code_is_kept(room):
    page = room.students[0].page
    page.get_by_label("Code on the screen").first.fill("BCDFGH")
    page.get_by_label("Your name").fill("Zoë")
    room.students[0].posts("Take a seat")

    expect(page.get_by_role("alert")).to_contain_text("No class is open under BCD FGH.")
    expect(page.get_by_label("Code on the screen").first).to_have_value("BCDFGH")
    expect(page.get_by_label("Your name")).to_have_value("Zoë")


def what_is_expected_is_kept(student):
    page = student.page
    page.get_by_role("link", name="Hold it still").click()
    page.get_by_role("radio", name="trust it less").check()
    page.get_by_label("Because").fill("It is busy.")
    student.posts("Keep my prediction")

    expect(page.get_by_role("radio", name="trust it less")).to_be_checked()
    expect(page.get_by_label("Because")).to_have_value("It is busy.")


def a_wrong_number_is_kept(ally):
    page = ally.page
    page.get_by_role("spinbutton").fill("620")
    ally.trusts_nothing("#now form[data-command]").posts("Keep this answer")

    expect(page.get_by_role("alert").filter(has_text="You typed 620.")).to_be_visible()
    expect(page.get_by_role("spinbutton")).to_have_value("620")
    page.get_by_role("spinbutton").fill("62")
    ally.posts("Keep this answer")
    expect(page.locator("#now")).to_contain_text("You said 62 in 100.")


def a_double_tap_on_a_cable_is_one_cable(room, ally, patron):
    again_until(room.wall, room.wall.locator("#top", has_text="Dispatch"))
    room.desk.presses("Open the next stage")
    ally.sees("talk")
    words = ally.page.get_by_label("Write to Corvane").last
    words.fill("Will you come?")
    with ally.page.expect_navigation():
        ally.page.get_by_role("button", name="Send", exact=True).dblclick()

    expect(ally.page.locator("#now .cable")).to_have_count(1)
    expect(ally.page.locator("#now")).to_contain_text("Two of three cables left this round.")
    again_until(patron.page, patron.page.locator("#now .cable", has_text="Will you come?"))


def the_patron_commits(room, ally, patron):
    for student in (ally, patron):
        student.posts("I have nothing more to say")
    room.desk.presses("Open the next stage")
    patron.sees("commit").page.get_by_role("radio", name="Escalate").check()
    patron.page.get_by_role("spinbutton").first.fill("5")
    patron.posts("Commit, in sight of all")
    room.desk.presses("Open the next stage")
    again_until(room.wall, room.wall.locator("#top", has_text="Corvane escalated"))


def the_response(room, ally, patron):
    ally.sees("appraise")
    for number, value in enumerate(("70", "40", "50")):
        ally.page.get_by_role("spinbutton").nth(number).fill(value)
    ally.posts("Next: what you do")
    ally.page.get_by_role("radio", name="Stand with Corvane").check()
    ally.page.get_by_role("radio", name="Endorse").check()
    ally.page.get_by_label("Why? One sentence.").fill("It came & it <stays>.")
    ally.posts("Seal this decision")
    expect(ally.page.locator("#now")).to_contain_text("Sealed.")
    what_was_sealed_can_be_sealed_again(ally)
    a_question_is_a_page(room)
    patron.sees("orders").page.get_by_role("radio", name="Come", exact=False).first.check()
    patron.posts("Seal these orders")


def what_was_sealed_can_be_sealed_again(ally):
    """By opening it; going back in the browser changes nothing."""
    page = ally.page
    page.get_by_text("Open my decision again").click()
    page.get_by_role("radio", name="Say nothing").check()
    ally.posts("Seal it again")
    page.go_back()
    page.goto("/play")
    expect(page.locator("#now")).to_contain_text("In public: say nothing.")


def a_question_is_a_page(room):
    """What hits people is asked first; one can leave it."""
    room.desk.presses("Close the stage now")
    page = room.desk.page
    expect(page.get_by_role("heading", level=1)).to_contain_text("with 1 seat missing?")
    page.locator("a.btn").click()
    expect(page.locator("#controls")).to_contain_text("Close the stage now")


def the_end(room, ally, patron):
    room.desk.presses("Open the next stage")
    for student in (ally, patron):
        student.sees("crisis").posts("I have read this")
    room.desk.presses("Open the next stage")
    ally.sees("reckoning")
    expect(ally.page.locator("#now table").first).to_contain_text("This round")
    room.desk.presses("End the game").confirms()
    ally.sees("over").page.get_by_role("link", name="To the debrief").click()
    expect(ally.page.get_by_role("heading", name="You, among the class")).to_be_visible()
    room.desk.presses("Begin the debrief")
    again_until(room.wall, room.wall.locator("#foot [data-turn='1']")).click()
    expect(room.wall.locator("#foot")).to_contain_text("page 1 of")  # only who conducts may turn
    room.desk.presses("Next page")
    again_until(room.wall, room.wall.locator("#foot", has_text="page 2 of"))


def test_the_way_back_on_another_device(room):
    """By the number at the foot of “My seat”; a wrong one is kept, with a sentence."""
    for student in room.students:
        join(room, student)
    room.desk.presses("Deal the seats")  # nobody is missing: a page asked for counts as well
    old = room.students[0].sees("brief")
    old.page.get_by_role("link", name="My seat").click()
    number = old.page.locator("#seat dl.facts .code").nth(1).inner_text()
    who = old.page.locator("#mast h1").inner_text()

    new = room.student("Ann again")
    new.page.get_by_text("I was here before, on another phone").click()
    way = new.page.locator("form[action='/return']")
    way.get_by_label("Code on the screen").fill(room.code)
    way.get_by_label("Return number").fill("12345")
    new.posts("Back to my seat")
    expect(new.page.get_by_role("alert")).to_contain_text("Nobody in this class has that return")
    expect(way.get_by_label("Return number")).to_have_value("12345")
    way.get_by_label("Return number").fill(number)
    new.posts("Back to my seat")
    expect(new.page.locator("#mast h1")).to_have_text(who)


def test_pages_on_which_nothing_is_typed_renew_themselves(room):
    """The lobby, the console and the wall; never a page with a form one may be writing in."""
    join(room, room.students[0])
    for page in (room.students[0].page, room.desk.page, room.wall):
        expect(page.locator("head meta[http-equiv=refresh]")).to_have_count(1)
