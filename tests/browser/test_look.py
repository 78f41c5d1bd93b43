"""Every screen, looked at on a phone and on a desk, light and dark, by axe and by measure."""

import pytest

from tests.browser.looking import audit_the_rest, audit_twice, screens_served, sparing
from tests.browsers import DESKTOP, PHONE
from tests.web import screens

pytestmark = pytest.mark.browser

NARROW = {"width": 320, "height": 640}
PARTS = [
    f"{name}#{part}"
    for name in ("talk-ally", "reckoning", "over", "five-allies", "hostile")
    for part in ("cables", "record", "seat")
]
ALIKE = (  # to axe; what is measured is measured on all
    "join-seated",
    "join-name-taken",
    "join-return-refused",
    "lobby-late",
    "lobby-late-dealt",
    "lobby-over",
    "elsewhere",
    "ended",
    "malformed",
    "not-found",
    "not-taken",
    "belief-first-round",
    "belief-new-government",
    "read-new-government",
    "talk-nothing-yet",
    "talk-patron-five-allies",
    "talk-last-words",
    "commit-first-round",
    "commit-five-allies",
    "orders-five-allies",
    "wait-for-the-patron",
    "wait-refused",
    "wait-orders-sealed",
    "wait-other-groups",
    "crisis-partner",
    "crisis-bystander",
    "crisis-read",
    "reckoning-patron",
    "over-stopped",
    "late-form",
    "hostile-reckoning",
    *(part for part in PARTS if not part.startswith(("talk-ally", "over"))),
)
TARGETS = (
    "button, select, summary, textarea, .btn, .link, .tabs a, label.choice, input[type=range], "
    "input:not([type=hidden]):not([type=radio]):not([type=checkbox])"
)
SMALL = """(targets) => Array.from(document.querySelectorAll(targets))
  .filter((item) => item.offsetParent && item.checkVisibility())
  .map((item) => [item.getBoundingClientRect(), item])
  .filter(([box]) => box.width < 43.9 || box.height < 43.9)
  .map(([box, item]) => `${item.outerHTML.slice(0, 90)} ${box.width}x${box.height}`)"""
SIDEWAYS = """() => [document.documentElement.scrollWidth - innerWidth,
  Array.from(document.querySelectorAll('body *')).filter((item) =>
    item.getBoundingClientRect().right > innerWidth + 1 && !item.closest('.scroll, svg, .vh'))
    .slice(0, 3).map((item) => item.outerHTML.slice(0, 90))]"""


@pytest.fixture(scope="module")
def page(browser):
    """One page for all: going on to the next screen is cheap, opening a browser is not."""
    with screens_served() as address:
        context = browser.new_context(viewport=PHONE, base_url=address, reduced_motion="reduce")
        yield context.new_page()
        context.close()


def opened(page, name, size=PHONE):
    """The screen, as a reader finds it."""
    page.set_viewport_size(size)
    page.emulate_media(color_scheme="light")
    page.goto("about:blank")  # an address that differs in its part alone is not fetched anew
    page.goto(f"/{name}")
    return page


@pytest.mark.parametrize("name", sparing([*screens.names(), *PARTS], ALIKE))
def test_axe_finds_nothing(page, name):
    opened(page, name)
    assert audit_twice(page) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", [*screens.names(), *PARTS])
def test_axe_finds_nothing_in_the_other_sizes_and_colours(page, name):
    opened(page, name, DESKTOP)

    assert audit_the_rest(page) == []


@pytest.mark.parametrize("name", [*screens.names(), *PARTS])
def test_nothing_scrolls_sideways_and_every_target_can_be_hit(page, name):
    opened(page, name)
    assert page.evaluate(SMALL, TARGETS) == []
    for size in (NARROW, PHONE, DESKTOP):
        page.set_viewport_size(size)
        over, culprits = page.evaluate(SIDEWAYS)
        assert over <= 0, (size, culprits)
    page.set_viewport_size(PHONE)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    over, culprits = page.evaluate(SIDEWAYS)
    assert over <= 0, ("200 %", culprits)


@pytest.mark.parametrize("name", ["belief", "talk-ally", "commit", "appraise", "respond", "orders"])
def test_what_has_the_focus_is_never_behind_the_tabs(page, name):
    """Tabbed through from first to last on a phone."""
    opened(page, name)
    bars = page.evaluate(
        "[document.querySelector('.mast').getBoundingClientRect().bottom,"
        " document.querySelector('.tabs').getBoundingClientRect().top]"
    )
    for _ in range(60):
        page.keyboard.press("Tab")
        place = page.evaluate(
            "() => { const on = document.activeElement; if (!on.closest('#now')) return null;"
            " const box = (on.closest('label.choice') ?? on).getBoundingClientRect();"
            " return [box.top, box.bottom]; }"
        )
        if place:
            assert place[0] >= bars[0] - 1
            assert place[1] <= bars[1] + 1


def test_headings_and_controls_are_read_in_their_order(page):
    opened(page, "belief")
    told = page.locator("main").aria_snapshot()

    order = ["The front in the Straits", "If you were attacked", "5 less", "The same on a scale"]
    found = [told.index(part) for part in [*order, "Keep this answer"]]
    assert found == sorted(found)


def test_the_page_prints_without_its_chrome(page):
    opened(page, "reckoning")
    page.emulate_media(media="print")

    assert not page.locator(".tabs").is_visible()
    assert not page.locator(".btn").first.is_visible()
    assert page.locator("#record table").first.is_visible()
    assert len(page.pdf()) > 10_000
    page.emulate_media(media="screen")


def test_in_forced_colours_the_choice_and_the_stage_still_show(page, browser_path):
    opened(page, "commit-refused")
    page.emulate_media(forced_colors="active")
    chosen = page.locator(".choice:has(:checked)")

    assert chosen.evaluate("(item) => getComputedStyle(item).outlineStyle") == "solid"
    page.emulate_media(forced_colors="none")
