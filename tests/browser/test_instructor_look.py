"""The instructor's screens, the wall and the debrief: by axe and by measure."""

import re

import pytest

from tests.browser.instructing import opened, screens_page
from tests.browser.looking import audit_the_rest, audit_twice, sparing
from tests.browsers import DESKTOP, PHONE
from tests.web import instructor_screens as screens

pytestmark = pytest.mark.browser

NARROW = {"width": 320, "height": 640}
CHOSEN = (
    *("thirteen-", "vietnam-record", "vietnam-readings-1", "three-beliefs", "groups-map-1"),
    *("authors-claim-2", "authors-others-1", "authors-gauge", "authors-limits-1"),
)
OTHERS = ("map-", "strips-2", "strips-3", "strips-4", "points-2", "reveal-2", "questions-2")
ALIKE = (
    "console-lobby-forty",
    "console-dealt",
    "console-closed",
    "console-refused",
    "console-over",
    "wall-simulated",
    "wall-consultation",
    "wall-new-government",
    "wall-reckoning",
    "wall-reckoning-five",
    "confirm-end",
    "console-undo",
    "console-stopped",
    "sessions-new-link",
    "roster-preview-windows",
    "roster-over",
    "roster-erased",
    "erase-all",
    "erase-too-early",
    "room-nobody",
    "seat-covered",
    "student-lobby",
    "student-watching",
    "by-hand-done",
    "library-none",
    "library-remove",
)
ALIKE_TO_AXE = (  # what is measured is measured on all
    "console-empty",
    "console-opening",
    "console-paused",
    "console-nothing-played",
    "sessions-none",
    "new-session-checked",
    "phone-patron",
    "phone-vietnam",
    "chronicle-chosen",
    "chronicle-nothing",
    "compare-nothing",
    "coding-text-again",
    "coding-pause",
    "coding-bring",
    "review-talk",
    "review-later",
    "review-nowhere",
    "library-chosen",
    "library-given-back",
    "roster-none",
    "roster-all",
    "seat-dealt",
    "student-dealt",
    "wall-dispatch",
    "wall-crisis",
    "wall-over",
    "debrief-three-beliefs",
)


def worth_a_look(name: str) -> bool:
    """Every kind of page once: thirteen maps are one kind, and so are two walls but for a word."""
    if not name.startswith("debrief"):
        return name not in ALIKE
    kind = name.removeprefix("debrief-thirteen-")
    many = any(kind.startswith(other) for other in OTHERS) and kind != "map-1"
    return any(part in name for part in CHOSEN) and not (name != f"debrief-{kind}" and many)


NAMES = [name for name in screens.names() if worth_a_look(name)]
PROJECTED = [name for name in screens.names() if name.startswith(("wall", "debrief"))]
# Of other groups, of the same kind; and a class of nine, where less stands on the same pages.
MORE = re.compile(r"debrief-.*-(map|strips|points)-(?!1$)\d+|debrief-three-(?!beliefs|map|movers)")
TARGETS = (
    "button, select, summary, textarea, .btn, .link, label.choice, .debrief .contents a, "
    ".debrief .steps__nav a, input:not([type=hidden]):not([type=radio]):not([type=checkbox])"
)
# 44 px for a thumb; on a wide console the rows of seats are for a mouse, and have WCAG's 24.
SMALL = """(targets) => Array.from(document.querySelectorAll(targets))
  .filter((item) => item.offsetParent && item.checkVisibility())
  .map((item) => [item.getBoundingClientRect(), item])
  .map(([box, item]) => [box, item, innerWidth > 959 && item.matches('.group li *, .lane__ways *')])
  .map(([box, item, mouse]) => [box, item, mouse ? 24 : 43.9])
  .filter(([box, , least]) => box.width < least || box.height < least)
  .map(([box, item]) => `${item.outerHTML.slice(0, 90)} ${box.width}x${box.height}`)"""
SIDEWAYS = "() => document.documentElement.scrollWidth - innerWidth"
SPILT = """() => {
  const foot = document.getElementById('foot').getBoundingClientRect();
  const main = document.getElementById('main');
  const top = document.getElementById('top').getBoundingClientRect().bottom;
  return Array.from(main.querySelectorAll('*'))
    .filter((item) => item.checkVisibility() && !item.closest('.vh') &&
      (item.tagName === 'svg' || !item.closest('svg')))
    .map((item) => [item.getBoundingClientRect(), item])
    .filter(([box]) => box.width && (box.bottom > foot.top + 1 || box.top < top - 1 ||
      box.right > innerWidth + 1))
    .map(([box, item]) => `${item.tagName} ${item.className} ${box.bottom} > ${foot.top}`);
}"""
SCROLLBARS = """() => [document.documentElement.scrollHeight - innerHeight,
  document.documentElement.scrollWidth - innerWidth]"""
SMALLEST = """() => Math.min(...Array.from(document.querySelectorAll('#top *, #main *, #foot *'))
  .filter((item) => item.checkVisibility() && !item.closest('.vh') &&
    Array.from(item.childNodes).some((node) => node.nodeType === 3 && node.data.trim()))
  .map((item) => parseFloat(getComputedStyle(item).fontSize) *
    (item.getScreenCTM?.().d ?? item.currentCSSZoom)))"""
FULL_HD = {"width": 1920, "height": 1080}
TINY = """() => Array.from(document.querySelectorAll('#top *, #main *, #foot *'))
  .filter((item) => item.checkVisibility() && !item.closest('.vh') &&
    Array.from(item.childNodes).some((node) => node.nodeType === 3 && node.data.trim()))
  .filter((item) => parseFloat(getComputedStyle(item).fontSize) < 19.5)
  .map((item) => `${item.tagName} ${item.className.baseVal ?? item.className} ` +
    `${getComputedStyle(item).fontSize} ${item.textContent.slice(0, 40)}`)"""


@pytest.fixture(scope="module")
def page(browser):
    """One page for all of them."""
    with screens_page(browser) as page:
        yield page


# ------------------------------------------------------------------ every screen


@pytest.mark.parametrize("name", sparing(NAMES, ALIKE_TO_AXE))
def test_axe_finds_nothing(page, name):
    opened(page, name, PHONE)
    assert audit_twice(page) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing_in_the_other_sizes_and_colours(page, name):
    opened(page, name, DESKTOP)

    assert audit_the_rest(page) == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_scrolls_sideways_and_every_target_can_be_hit(page, name):
    opened(page, name, NARROW)
    for size in (NARROW, PHONE, DESKTOP):
        page.set_viewport_size(size)
        assert page.evaluate(SIDEWAYS) <= 0, size
        if not name.startswith(("wall", "debrief")):
            assert page.evaluate(SMALL, TARGETS) == []
    page.set_viewport_size(PHONE)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(SIDEWAYS) <= 0, "200 %"


# ------------------------------------------------------------------ the wall, measured


@pytest.mark.parametrize("name", sparing(PROJECTED, [*filter(MORE.match, PROJECTED)]))
def test_the_wall_never_scrolls_and_nothing_spills(page, name):
    opened(page, name)
    rounds = page.locator("#main .wide [data-to]").count()
    for step in range(max(1, rounds)):
        if step:
            page.keyboard.press("ArrowRight")
        assert page.evaluate(SPILT) == [], step
        over_down, over_right = page.evaluate(SCROLLBARS)
        assert (over_down <= 0, over_right <= 0) == (True, True), step


@pytest.mark.parametrize("name", [n for n in NAMES if n.startswith(("wall", "debrief"))])
def test_nothing_on_the_wall_is_smaller_than_can_be_read_from_the_last_row(page, name):
    opened(page, name)

    assert page.evaluate(TINY) == []


@pytest.mark.parametrize("name", [n for n in NAMES if n.startswith(("wall", "debrief"))])
def test_a_larger_projector_shows_it_larger_and_whole(page, name):
    """In full HD the smallest letter is a fortieth of the height, and nothing is cut off."""
    opened(page, name, FULL_HD)

    assert page.evaluate(SMALLEST) >= FULL_HD["height"] / 40
    assert page.evaluate(SPILT) == []
    foot = page.locator("#foot").bounding_box()
    assert foot["y"] + foot["height"] <= FULL_HD["height"] + 1


def test_a_class_of_forty_is_seen_at_once(page):
    for name in ("console-opening", "console-forty", "console-closed"):
        opened(page, name, DESKTOP)
        last = page.locator(".group").evaluate_all(
            "(cards) => Math.max(...cards.map((card) => card.getBoundingClientRect().bottom))"
        )
        assert page.locator(".group").count() == 13
        assert last <= DESKTOP["height"], name
