"""Browsers in which no script runs: pages are looked at again, forms are posted."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.student import Student
from tests.browsers import DESKTOP

LOOKS = 100  # a stage closes within a second


def again_until(page: Page, seen: Locator) -> Locator:
    """Look at the page again until this is there, as somebody does who waits for news."""
    for _ in range(LOOKS):
        if seen.count():
            return seen
        page.reload()
    raise AssertionError(f"never seen: {seen}")


class PlainStudent(Student):
    """A student whose phone runs no scripts."""

    def sees(self, task: str) -> "PlainStudent":
        """Look again until this is asked."""
        again_until(self.page, self.page.locator(f'#now [data-screen^="{task}-"]'))
        return self

    def posts(self, name: str) -> "PlainStudent":
        """Press a button and read the page that comes."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name, exact=True).click()
        return self

    def trusts_nothing(self, form: str) -> "PlainStudent":
        """From now on this phone's browser checks no number by itself."""
        self.page.locator(form).evaluate("(form) => { form.noValidate = true; }")
        return self


class PlainDesk:
    """The console without scripts: every button is a form, and a question a page."""

    def __init__(self, page: Page, token: str) -> None:
        self.page = page
        page.set_viewport_size(DESKTOP)
        page.goto(f"/console?token={token}")

    def makes(self, students: int) -> str:
        """A session; how they would sit is asked with a button. Its code."""
        page = self.page
        page.get_by_role("link", name="New session").click()
        page.get_by_label("How many students do you expect?").fill(str(students))
        page.get_by_role("button", name="Check").click()
        expect(page.locator("#seating")).to_contain_text(f"{students} students make 1 group")
        page.locator("input[name=pace][value=instructor]").check()
        page.get_by_role("button", name="Make the session").click()
        return page.locator(".code--big").inner_text()

    def presses(self, name: str) -> "PlainDesk":
        """A button, as soon as it stands there."""
        button = self.page.locator(".controls .btn", has_text=name)
        with self.page.expect_navigation():
            again_until(self.page, button).click()
        return self

    def confirms(self) -> "PlainDesk":
        """Yes to the question that came."""
        with self.page.expect_navigation():
            self.page.locator("main form .btn").click()
        return self
