"""What the tests of the look share: a server of screens, one browser, and a line one can pull.

No game server runs here. Pages come from tests/web/screens.py under the real content policy; in
place of socket.io a stand-in is served, by which a test plays the server.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Route

from game.core.views.own import SeatView
from game.web.render import seat_page, seat_regions
from tests.browsers import DESKTOP, PHONE, QUIET
from tests.builders import NOW
from tests.web import screens
from tools.preview import served

AXE = Path(__file__).resolve().parents[1] / "vendor" / "axe-core" / "4.14.1" / "axe.min.js"
SIZES_AND_COLOURS = ["color-contrast", "target-size"]
LINE = """
window.line = { connected: true, handlers: {}, sent: [], signs: [], answer: { ok: true } };
line.say = (name, message) => line.handlers[name].forEach((told) => told(message));
window.io = () => ({
  get connected() { return line.connected; },
  on(name, handler) { (line.handlers[name] ??= []).push(handler); },
  connect() {},
  disconnect() { line.connected = false; },
  timeout() { return this; },
  emit(name, message, done) {
    if (name === "here") return line.signs.push(message);
    line.sent.push(message);
    line.done = done;
    if (line.answer) done(null, line.answer);
  },
});
"""


@contextmanager
def browser_of(driver: Playwright, path: Path) -> Iterator[Browser]:
    """One browser for a whole file of tests."""
    browser = driver.chromium.launch(executable_path=path, args=list(QUIET))
    yield browser
    browser.close()


@contextmanager
def screens_served() -> Iterator[str]:
    """Every screen under its name."""
    known = set(screens.names())
    with served(lambda path: screens.get(path[1:]).page if path[1:] in known else None) as address:
        yield address


@dataclass
class Table:
    """A student's phone with a line to a server that the test plays."""

    page: Page
    address: str
    shown: dict[str, str]

    def sit(self, view: SeatView) -> "Table":
        """Open the seat's page as it is now."""
        self.shown["/play"] = seat_page(view, screens.FRAME, NOW, "n")
        self.page.goto(f"{self.address}/play")
        return self

    def push(self, view: SeatView, **changes: Any) -> "Table":
        """The server says what this seat sees now."""
        message = {"version": view.version, "now": NOW, "page": "seat"}
        message["regions"] = seat_regions(view, screens.FRAME)
        return self.event("view", message | changes)

    def event(self, name: str, message: object = None) -> "Table":
        """Any event from the server."""
        self.page.evaluate("([name, message]) => line.say(name, message)", [name, message])
        return self

    def sent(self) -> list[dict[str, Any]]:
        """The commands that were sent."""
        return self.page.evaluate("line.sent")

    def answers(self, answer: object) -> None:
        """How the server answers from now on; None: not at all."""
        self.page.evaluate("(answer) => { line.answer = answer; }", answer)


@contextmanager
def table(context: BrowserContext) -> Iterator[Table]:
    """A table of its own in a shared browser."""
    shown: dict[str, str] = {}
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.route("**/socket.io.min.js*", _line)
    with served(shown.get) as address:
        yield Table(page, address, shown)
        page.close()
    assert not faults


def _line(route: Route) -> None:
    route.fulfill(content_type="text/javascript", body=LINE)


def sparing(names: Sequence[str], alike: Collection[str]) -> list[Any]:
    """All names for a test, those that are like another one marked slow."""
    slow = pytest.mark.slow
    return [pytest.param(name, marks=slow) if name in alike else name for name in names]


def phone(browser: Browser, **changes: Any) -> BrowserContext:
    """A phone; what it asks of motion is set by the test."""
    return browser.new_context(viewport=PHONE, has_touch=True, **changes)


def audit_twice(page: Page) -> list[str]:
    """All rules on the open phone in the light; what place and colours change, on a dark desk."""
    found = audit(page)
    page.set_viewport_size(DESKTOP)
    page.emulate_media(color_scheme="dark")
    return found + audit(page, SIZES_AND_COLOURS)


def audit_the_rest(page: Page) -> list[str]:
    """All rules on the open desk in the dark; colours on a desk in the light and a dark phone."""
    page.emulate_media(color_scheme="dark")
    found = audit(page)
    page.emulate_media(color_scheme="light")
    found += audit(page, SIZES_AND_COLOURS)
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="dark")
    return found + audit(page, SIZES_AND_COLOURS)


def audit(page: Page, rules: list[str] | None = None) -> list[str]:
    """What axe finds, one line each; all rules without any named."""
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(AXE.read_text("utf-8"))
    wish: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules:
        wish["runOnly"] = {"type": "rule", "values": rules}
    found = page.evaluate("(wish) => axe.run(document, wish)", wish)
    return [
        f"{fault['id']}: {node['target']} {node['failureSummary']}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
