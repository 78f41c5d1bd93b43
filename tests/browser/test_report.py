"""The report as a file: the button prints, the PDF has tags and an outline, paper is light."""

import re

from tests.browser.looking import phone
from tests.web.debrief_screens import paper_claims
from tools.preview import served as previewed

PAGES = re.compile(rb"/Type\s*/Page\b")


def test_one_click_prints_and_the_file_is_tagged(browser):
    """In dark, with scripts; without any the button is not there and a sentence says how."""
    with previewed(lambda path: paper_claims() if path == "/report" else None) as address:
        with phone(browser, color_scheme="dark") as context:
            page = context.new_page()
            page.goto(f"{address}/report")
            page.evaluate("() => { window.print = () => { window.printed = 1 } }")
            page.get_by_role("button", name="Print").click()
            assert page.evaluate("window.printed") == 1
            made = page.pdf(tagged=True, outline=True, prefer_css_page_size=True)
            page.emulate_media(media="print")
            body = page.evaluate("getComputedStyle(document.body).backgroundColor")
            assert body in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
            assert not page.get_by_role("button", name="Print").is_visible()
        with phone(browser, java_script_enabled=False) as context:
            page = context.new_page()
            page.goto(f"{address}/report")
            assert not page.get_by_role("button", name="Print").is_visible()
            assert page.get_by_text("Save as PDF”. Paper").is_visible()
    assert b"/StructTreeRoot" in made
    assert b"/Outlines" in made
    assert 10 < len(PAGES.findall(made)) < 80
