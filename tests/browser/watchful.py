"""Pages that are watched: whatever a script says, breaks or asks of another host is a fault."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

OWN = ("data:", "blob:", "about:")


class Watch:
    """Opens pages in one browser, each in a context of its own, and notes their faults."""

    def __init__(self, browser: Browser, home: str, **settings: Any) -> None:
        self.browser = browser
        self.home = home
        self.settings = settings
        self.faults: list[str] = []
        self.contexts: list[BrowserContext] = []

    def page(self, who: str, **settings: Any) -> Page:
        """A new page of somebody with a browser of their own."""
        context = self.browser.new_context(base_url=self.home, **self.settings, **settings)
        self.contexts.append(context)
        context.set_default_timeout(20_000)  # a step waits for what it expects; nothing sleeps
        return self.watched(who, context.new_page())

    def watched(self, who: str, page: Page) -> Page:
        """The page, its faults noted under this name."""
        page.on("pageerror", lambda fault: self._note(who, str(fault)))
        page.on("console", lambda message: self._said(who, message))
        page.on("request", lambda request: self._asked(who, request))
        return page

    def _said(self, who: str, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self._note(who, message.text)

    def _asked(self, who: str, request: Request) -> None:
        if not request.url.startswith((self.home, *OWN)):
            self._note(who, f"asked for {request.url}")

    def _note(self, who: str, fault: str) -> None:
        self.faults.append(f"{who}: {fault}")


@contextmanager
def watching(browser: Browser, home: str, **settings: Any) -> Iterator[Watch]:
    """At the end nobody's page may have had a fault. `settings` are those of every page."""
    watch = Watch(browser, home, **settings)
    yield watch
    for context in watch.contexts:  # others may be at work in the same browser
        context.close()
    assert watch.faults == []
