"""A class plays from the printed link to the zip: a real server, real pages, nothing but clicks."""

import zipfile

import pytest
from playwright.sync_api import expect

from tests.browser.looking import audit
from tests.browser.seminar import Seminar, seminar

pytestmark = [pytest.mark.browser, pytest.mark.live]

FOUR = ("Ann", "Ben", "Chloë", "Dimitra")
LOOKED_AT = ("1-dispatch", "2-response")


def test_four_students_play_to_the_debrief(browser, served):
    """The one that always runs: after two rounds the bell rings, and the instructor ends the game.
    Axe looks at some stages, and at the debrief."""
    with seminar(browser, served, title="Seminar") as room:
        the_door(room)
        room.joined_by(*FOUR)
        expect(room.wall.locator("#top")).to_contain_text("4 have come in")
        what_one_expects(room)
        room.begins()
        for place in room.stages():
            if place in LOOKED_AT:
                look_over(room)
            if place == "2-reckoning":
                room.desk.presses("End the game")
                for student in room.students:
                    student.sees("over")
                break
        the_debrief(room)
        for page in (room.wall, room.desk.page, room.students[0].page):
            assert audit(page) == [], page.url
        the_export(room)


@pytest.mark.slow
@pytest.mark.parametrize("design", ["D2", "D3"])
def test_thirteen_students_play_with_talk(browser, served, design):
    """Four groups, all six stages of every round."""
    with seminar(browser, served, design=design, cut="full") as room:
        room.joined_by(*(f"Student {number}" for number in range(1, 14)))
        room.begins().plays_on()
        the_debrief(room)
        the_export(room)


# ------------------------------------------------------------------ what is looked at


def look_over(room: Seminar) -> None:
    """Axe is silent on the wall, the console and one phone of each role."""
    seats = {student.task: student.page for student in room.students}
    for page in (room.wall, room.desk.page, *seats.values()):
        assert audit(page) == [], page.url


def the_door(room: Seminar) -> None:
    """The wall shows the code, and beside it a picture that fills its frame."""
    expect(room.wall.locator("#main h1")).to_contain_text(room.desk.code[:3])
    drawn, frame = (
        room.wall.locator(f"#main .qr svg{part}").bounding_box() for part in (" path", "")
    )
    assert drawn
    assert frame
    assert drawn["width"] > 0.9 * frame["width"]


def what_one_expects(room: Seminar) -> None:
    """Kept as it is tapped, and as soon as one stops typing; the console counts."""
    page = room.students[0].page
    page.get_by_role("radio", name="trust it more").check()
    expect(page.locator("#prediction [role=status]")).to_contain_text("Kept.")
    with page.expect_response("**/play/prediction"):
        page.get_by_label("Because").press_sequentially("It came.")
    expect(room.desk.page.locator("#status")).to_contain_text("1 of 4 has said what they expect.")
    page.reload()
    expect(page.get_by_role("radio", name="trust it more")).to_be_checked()
    expect(page.get_by_label("Because")).to_have_value("It came.")


def the_debrief(room: Seminar) -> None:
    """Nothing of it before the instructor begins; then page by page, and every phone follows."""
    room.shows("The game is over")
    phone = room.students[0].page
    phone.get_by_role("link", name="To the debrief").click()
    room.desk.presses("Begin the debrief")
    pages = room.desk.page.locator(".contents button")
    expect(pages.first).to_have_attribute("aria-current", "page")  # now with the claims
    count = pages.count()
    assert count > 10
    for place in range(1, count + 1):
        expect(room.wall.locator("#foot")).to_contain_text(f"page {place} of {count}")
        expect(pages.nth(place - 1)).to_have_attribute("aria-current", "page")
        if place < count:
            room.desk.presses("Next page")
    title = room.wall.locator("#top h1").inner_text()
    expect(phone.locator("#onscreen")).to_contain_text(title.rstrip("?")[:9])


def the_export(room: Seminar) -> None:
    """The zip comes down and is whole."""
    with room.desk.page.expect_download() as coming:
        room.desk.page.get_by_role("link", name="The data", exact=True).click()
    with zipfile.ZipFile(coming.value.path()) as folder:
        assert folder.testzip() is None
        assert len(folder.namelist()) > 5
