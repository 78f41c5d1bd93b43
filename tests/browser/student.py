"""A student with a phone: joins by the link, reads what is asked, and clicks."""

from random import Random

from playwright.sync_api import Locator, Page, expect

from tests.browser.moves import COMMANDS, MOVES

SCREEN = "#now [data-screen]"


class Student:
    """One student's page. Chance is the student's own, so that a class can be played again."""

    def __init__(self, page: Page, name: str, seed: str = "") -> None:
        self.page = page
        self.name = name
        self.luck = Random(f"{seed}{name}")

    def joins(self, code: str) -> "Student":
        """By the address that the picture on the wall holds."""
        self.page.goto(f"/join/{code}")
        self.page.get_by_label("Your name").fill(self.name)
        self.page.get_by_role("button", name="Take a seat").click()
        expect(self.page.get_by_role("heading", name="You are in")).to_be_visible()
        return self

    # ------------------------------------------------------------------ what is asked

    @property
    def country(self) -> str:
        """Whose part the student plays, and in which role."""
        return self.page.locator("#mast h1").inner_text()

    @property
    def group(self) -> str:
        """The number of the group, from the foot of “My seat”."""
        return self.page.locator("#seat .facts dd").nth(2).text_content() or ""

    @property
    def screen(self) -> str:
        """What is shown now, as task-round-stage."""
        return self.page.locator(SCREEN).get_attribute("data-screen") or ""

    @property
    def task(self) -> str:
        """What is asked of the seat."""
        return self.screen.split("-")[0]

    def sees(self, task: str) -> "Student":
        """Wait until this is asked."""
        expect(self.page.locator(f'#now [data-screen^="{task}-"]')).to_be_attached()
        return self

    def leaves(self, screen: str) -> "Student":
        """Wait until something else is asked than this."""
        expect(self.page.locator(SCREEN)).not_to_have_attribute("data-screen", screen)
        return self

    def form(self, task: str, screen: str = "") -> Locator:
        """The form that this task is done by, perhaps on this screen alone; one that is opened
        again is another."""
        where = f':has([data-screen="{screen}"])' if screen else ""
        command = f"form[data-command={COMMANDS[task]}]"
        return self.page.locator(f"#now{where} {command}:not([data-again] form)")

    # ------------------------------------------------------------------ what is done

    def fills(self) -> "Student":
        """Fill in what is asked, and send nothing yet."""
        MOVES[self.task](self.form(self.task), self.luck)
        return self

    def sends(self) -> "Student":
        """Press the button; the form goes."""
        screen, task = self.screen, self.task
        self.form(task).locator("button[type=submit]").click()
        expect(self.form(task, screen)).to_have_count(0)
        return self

    def moves(self) -> bool:
        """Do the one thing that is asked now; False where nothing is."""
        if self.task not in MOVES or not self.form(self.task).count():
            return False
        self.fills().sends()
        return True

    def plays(self) -> "Student":
        """Do all that this stage asks."""
        while self.moves():
            pass
        return self
