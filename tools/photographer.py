"""What is photographed when: a room of browsers in which a class plays, and an album."""

import re
from collections.abc import Callable, Mapping
from functools import cached_property

from playwright.sync_api import Page, expect

from tests.browser.seminar import Seminar
from tests.browser.student import Student
from tools.album import DESK, ON_DESKS, ON_PHONES, ON_WALLS, PHONE, Album

NAMES = ("Ada", "Bruno", "Chloë", "Dimitra", "Emre", "Fatima", "Giulia")
ASKED = "Two units at home would tell us more than words. Would you come?"
SAID = "You shall have them, and we shall come."
BELIEFS = ("75", "40", "55")  # would, could, all in all
WHY = "It sent more to the war and still left two units here; I doubt that it has a third."
ROOM = "/console/room"
STUDENT, INSTRUCTOR, PROJECTOR, READER, OTHERS = (
    "On the students’ phones",
    "On the instructor’s desk",
    "On the wall",
    "On the reader’s desk, days later",
    "Doors and dead ends",
)


class Photographer:
    """Knows the room and the album; takes each screen when it is there."""

    def __init__(self, room: Seminar, album: Album) -> None:
        self.room = room
        self.album = album
        self.stages: Mapping[str, Callable[[], None]] = {
            "dispatch": self.dispatch,
            "consultation": self.consultation,
            "commitment": self.commitment,
            "response": self.response,
            "crisis": self.crisis,
            "reckoning": self.reckoning,
        }

    @cached_property
    def group(self) -> list[Student]:
        """Who sits in group 1, which the wall shows; the patron first."""
        group = [student for student in self.room.students if student.group == "1"]
        return sorted(group, key=lambda student: "the patron" not in student.country)

    @property
    def patron(self) -> Student:
        """The patron of group 1."""
        return self.group[0]

    @property
    def ally(self) -> Student:
        """An ally of group 1."""
        return self.group[1]

    def phone(self, screen: str, page: Page) -> None:
        """A student's screen."""
        self.album.take(STUDENT, screen, page, ON_PHONES)

    def desk(self, screen: str) -> None:
        """The console."""
        self.album.take(INSTRUCTOR, screen, self.room.desk.page, ON_DESKS)

    def wall(self, screen: str) -> None:
        """The projector."""
        self.album.take(PROJECTOR, screen, self.room.wall, ON_WALLS)

    def other(self, screen: str, page: Page) -> None:
        """What stands around the game."""
        self.album.take(OTHERS, screen, page, ON_PHONES)

    def led(self, link: str) -> str:
        """Where the first such link on the console leads."""
        return str(self.room.desk.page.locator(link).first.get_attribute("href"))

    # ------------------------------------------------------------------ before the game

    def door(self) -> None:
        """The ways in, and the sessions on the instructor's desk."""
        watch = self.room.watch  # a dead end is no fault: the stranger's page is not watched
        stranger = watch.browser.new_context(base_url=watch.home, **watch.settings).new_page()
        for screen, path in (("door", "/"), ("not-found", "/nowhere"), ("no-link", "/console")):
            stranger.goto(path)
            self.other(screen, stranger)
        stranger.goto("/join/BCDFGH")
        self.other("unknown-code", stranger)
        stranger.goto(f"/join/{self.room.desk.code}")
        self.phone("join", stranger)
        stranger.goto("/check")
        stranger.get_by_text("This phone is ready").wait_for()
        self.other("check", stranger)
        self.pages(
            {"console-sessions": "/console", "console-new": "/console/new", "room-check": ROOM}
        )

    def pages(self, leading: Mapping[str, str], chapter: str = INSTRUCTOR) -> None:
        """Pages of the instructor beside the console, by where they lead."""
        desk = self.room.desk.page.context.new_page()
        for screen, path in leading.items():
            desk.goto(path)
            self.album.take(chapter, screen, desk, ON_DESKS)
        desk.close()

    def lobby(self) -> None:
        """Who has come in."""
        self.room.shows(f"{len(NAMES)} have come in")
        self.phone("lobby", self.room.students[0].page)
        self.desk("console-lobby")
        self.wall("wall-join")

    def cards(self) -> None:
        """Everybody reads: both roles."""
        self.wall("wall-dealt")
        self.desk("console-dealt")
        self.pages({"seat-page": self.led("[id^=seat-]"), "roster": self.led("[href$='/roster']")})
        self.phone("role-ally", self.ally.page)
        self.phone("role-patron", self.patron.page)

    # ------------------------------------------------------------------ a round

    def dispatch(self) -> None:
        """The news, and one question."""
        self.phone("dispatch-empty", self.ally.page)
        self.phone("dispatch", self.ally.fills().page)
        self.phone("dispatch-patron", self.patron.page)
        self.wall("wall-dispatch")

    def consultation(self) -> None:
        """A cable, its answer, and a promise."""
        ally, patron = self.ally.page, self.patron.page
        ally.locator("#now textarea").first.fill(ASKED)
        ally.get_by_role("button", name="Send", exact=True).first.click()
        party = patron.locator("#now details.party", has_text="1 from it")
        party.locator("summary").click()
        party.locator("textarea").fill(SAID)
        party.get_by_role("button", name="Send", exact=True).click()
        party.get_by_text("Two of three cables left").wait_for()
        ally.locator("#now .cable", has_text=SAID).wait_for()
        self.phone("talk", ally)
        self.phone("talk-patron", patron)
        self.wall("wall-talk")

    def commitment(self) -> None:
        """The patron escalates and leaves an ally without."""
        page = self.patron.page
        page.get_by_role("radio", name="Escalate").check()
        with page.expect_response(re.compile(r"/play/map\.svg.*=1$")):  # what all will see
            page.get_by_role("button", name="one fewer").last.click()
        with page.expect_response(re.compile(r"/play/map\.svg.*=1$")):
            page.set_viewport_size(DESK)
        page.set_viewport_size(PHONE)
        self.phone("commit", page)
        self.phone("waiting", self.ally.page)
        self.wall("wall-commitment")
        self.patron.sends()

    def response(self) -> None:
        """What is now believed, what is done, and the orders meanwhile."""
        self.wall("wall-response")
        self.desk("console-response")
        numbers = self.ally.fills().page.get_by_role("spinbutton")
        for place, value in enumerate(BELIEFS):
            numbers.nth(place).fill(value)
        self.phone("appraise", self.ally.page)
        self.ally.sends().fills().page.get_by_role("textbox").fill(WHY)
        self.ally.page.get_by_role("radio", name="Say nothing").check()
        self.phone("respond", self.ally.page)
        self.phone("sealed", self.ally.sends().page)
        self.phone("orders", self.patron.fills().page)
        console = self.room.desk.page
        console.get_by_role("link", name="Close the stage now").click()
        self.desk("console-question")
        console.locator("dialog[open] [data-close]").click()
        self.pages({"move-by-hand": f"{self.led('[id^=seat-]')}/move"})

    def crisis(self) -> None:
        """Who is attacked."""
        self.phone("crisis", self.ally.page)
        self.wall("wall-crisis")

    def reckoning(self) -> None:
        """Points and why; on the wall what everybody did."""
        self.phone("reckoning", self.ally.page)
        for part in ("record", "seat", "cables"):
            self.ally.page.locator(f".tabs a[href='#{part}']").click()
            self.phone(part, self.ally.page)
        self.ally.page.locator(".tabs a[href='#now']").click()
        self.wall("wall-reveal")

    # ------------------------------------------------------------------ afterwards

    def debrief(self) -> None:
        """The end, and every page of the debrief."""
        self.room.shows("The game is over")
        self.wall("wall-over")
        self.desk("console-over")
        self.phone("over", self.ally.page)
        self.phone("over-patron", self.patron.page)
        self.room.desk.presses("Begin the debrief")
        pages = self.room.desk.page.locator(".contents button")
        pages.first.wait_for()
        for number in range(1, pages.count() + 1):
            shown = self.room.wall.locator("#foot")
            expect(shown).to_contain_text(f"page {number} of {pages.count()}")
            self.wall(f"wall-debrief-{number:02d}")
            if number < pages.count():
                self.room.desk.presses("Next page")
        self.desk("console-debrief")
        self.ally.page.get_by_role("link", name="To the debrief").click()
        self.ally.page.get_by_role("heading", name="You, among the class").wait_for()
        self.phone("debrief", self.ally.page)

    def review(self) -> None:
        """The class read again: the library, a moment, a seat's eyes, the text, the coding."""
        own = "/console/" + self.led("[href$='/review']").split("/")[2]
        desk = self.room.desk.page.context.new_page()
        desk.goto(f"{own}/review")
        moment = str(desk.locator("table tbody a[href*='/at/']").nth(1).get_attribute("href"))
        desk.goto(f"{own}/coding/reasons/codebook")
        desk.get_by_role("button", name="Open the coding").click()
        desk.get_by_role("link", name="Code here").click()
        desk.get_by_role("button", name="Begin").click()
        desk.close()
        self.pages(
            {
                "library": "/console/library",
                "review": f"{own}/review",
                "replay": moment,
                "replay-as-seat": f"{moment}/as/A1",
                "chronicle": f"{own}/group/1/chronicle",
                "compare": f"{own}/compare?left=g1&right=g2",
                "search": f"{own}/search?q=units",
                "coding": f"{own}/coding",
                "coding-book": f"{own}/coding/reasons/codebook",
                "coding-text": f"{own}/coding/reasons/queue",
            },
            READER,
        )
