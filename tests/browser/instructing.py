"""What the tests of the instructor's screens share: one page, its screens, a line to pull."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, Request, Route, ViewportSize

from tests.browser.looking import LINE
from tests.browsers import PHONE
from tests.builders import NOW
from tests.web import instructor_screens as screens
from tools.preview import served

WALL: ViewportSize = {"width": 1280, "height": 720}


@contextmanager
def screens_page(browser: Browser) -> Iterator[Page]:
    """One page for all screens; a fault in a script fails the file."""
    known = screens.MAKERS
    with served(lambda path: screens.get(path[1:]) if path[1:] in known else None) as home:
        context = browser.new_context(viewport=PHONE, base_url=home, reduced_motion="reduce")
        context.set_default_timeout(20_000)
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.route("**/socket.io.min.js*", _line)
        yield page
        context.close()
        assert not faults


def _line(route: Route) -> None:
    """A line that a test plays, in place of socket.io."""
    body = LINE.replace("if (line.answer)", "if (line.answer && done)")
    route.fulfill(content_type="text/javascript", body=body)


def opened(page: Page, name: str, size: ViewportSize = WALL, scheme: str = "light") -> Page:
    """The screen, as a reader finds it."""
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    page.goto(f"/{name}")
    return page


def pushes(page: Page, regions: dict[str, str], kind: str) -> None:
    """The server says what changed."""
    message = {"version": 1, "now": NOW, "page": kind, "regions": regions}
    page.evaluate("(message) => line.say('view', message)", message)


@contextmanager
def answered(page: Page, path: str, body: str) -> Iterator[list[Request]]:
    """For a while the server answers this address with this page."""
    asked: list[Request] = []

    def answer(route: Route) -> None:
        asked.append(route.request)
        route.fulfill(content_type="text/html", body=body)

    page.route(path, answer)
    yield asked
    page.unroute(path)
