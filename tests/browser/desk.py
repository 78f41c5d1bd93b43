"""The instructor's desk: the console by the printed link, a session by the form, the projector."""

import re

from playwright.sync_api import Page, expect

from tests.browser.watchful import Watch
from tests.browsers import DESKTOP


class Desk:
    """The instructor at the console."""

    def __init__(self, watch: Watch, token: str) -> None:
        self._watch = watch
        self.page = watch.page("console", viewport=DESKTOP)
        self.page.goto(f"/console?token={token}")
        expect(self.page).to_have_url(re.compile("/console$"))

    def makes(
        self,
        scenario: str = "the-straits",
        design: str = "D2",
        cut: str = "short",
        pace: str = "instructor",
        title: str = "",
        clocks: str = "1",
    ) -> "Desk":
        """A session with the form; the scenario and the rest as the form offers them. With
        `clocks` empty no stage closes by itself."""
        page = self.page
        page.get_by_role("link", name="New session").click()
        chosen = {"scenario": scenario, f"cut.{scenario}": cut, "design": design, "pace": pace}
        for name, value in chosen.items():
            page.locator(f"input[name='{name}'][value='{value}']").check()
        page.locator("input[name=timers]").set_checked(bool(clocks))
        page.get_by_label("Title").fill(title)
        page.get_by_role("button", name="Make the session").click()
        expect(page.locator("#controls")).to_be_visible()
        return self

    @property
    def code(self) -> str:
        """The join code, as the link to the projector has it."""
        link = self.page.get_by_role("link", name="Projector").get_attribute("href") or ""
        return link.rsplit("/", 1)[1]

    def wall(self) -> Page:
        """The projector."""
        wall = self._watch.page("wall", viewport={"width": 1280, "height": 720})
        wall.goto(f"/wall/{self.code}")
        return wall

    def presses(self, name: str) -> "Desk":
        """A button, and yes to the question it asks."""
        button = self.page.locator("#controls .btn", has_text=name).first
        asks = button.get_attribute("data-ask")
        button.click()
        if asks:
            self.page.locator(f"#{asks}[open] form button").click()
        return self

    def goes_on(self, reading: bool = False) -> "Desk":
        """Open the next stage. One that leaves time to read is closed first: all have read."""
        controls = self.page.locator("#controls")
        if reading:
            controls.get_by_role("button", name="Close the stage now").click()
        controls.get_by_role("button", name="Open the next stage").click()
        return self
