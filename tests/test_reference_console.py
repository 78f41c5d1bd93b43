"""The pages for the instructor against the screens: buttons, choices, keys, the debrief."""

import re
from functools import lru_cache

import pytest
from bs4 import BeautifulSoup

import tests.web.instructor_screens  # noqa: F401  registers the screens
from game.web.debrief_render import debrief_pages
from game.web.wording.console import EXPORTS, KEYS
from tests.pages import DOCS, read, rows, section
from tests.web.analysed import AUTHORS
from tests.web.auditing import soup_of
from tests.web.classes import pictured, shipped
from tests.web.debrief_screens import with_answers
from tests.web.instructor_scenes import get, names

TEACH = DOCS / "teach"
CONSOLE = read(TEACH / "console.md")
DEBRIEF = [row[0] for row in rows(read(TEACH / "debrief.md"))]
OWN = (
    "console",
    "confirm",
    "sessions",
    "new-session",
    "roster",
    "erase",
    "seat",
    "student",
    "by-hand",
    "archive",
    "library",
)
BOLD = re.compile(r"\*\*([A-Z+][^*\n]+)\*\*")
SAID = {  # what is set in bold and stands on a screen
    label
    for path in TEACH.glob("*.md")
    for label in BOLD.findall(read(path))
    if not label.endswith((".", ":", "?"))
}


@lru_cache(maxsize=1)
def screens() -> dict[str, BeautifulSoup]:
    """The instructor's own screens, by name."""
    return {name: soup_of(get(name)) for name in names() if name.startswith(OWN)}


@lru_cache(maxsize=1)
def shown() -> frozenset[str]:
    """Every text of these screens, bit by bit."""
    return frozenset(
        " ".join(text.split()) for soup in screens().values() for text in soup.stripped_strings
    )


@lru_cache(maxsize=1)
def buttons() -> frozenset[str]:
    """What can be pressed on the console of a session."""
    return frozenset(
        found.get_text(" ", strip=True)
        for name, soup in screens().items()
        for found in soup.select(".controls button, .controls a")
        if name.startswith("console")
    )


def explained() -> set[str]:
    """The buttons of the page's table, one by one."""
    told = [row[0] for row in rows(section(CONSOLE, "A session"))]
    return {label.partition(" (")[0] for cell in told for label in cell.split(", ")}


def test_every_button_is_explained_and_is_there():
    """Two that mirror others go without saying: hiding what was shown, and the way back."""
    unsaid = {"Hide beliefs and moves", "All sessions", "End this session"}

    assert buttons() - unsaid <= explained()
    assert explained() <= buttons() | {"Remove", "Nudge", "Lower"}


def test_many_buttons_are_named():
    """That the next test looks at something."""
    assert len(SAID) > 15


@pytest.mark.parametrize("label", sorted(SAID))
def test_what_is_set_in_bold_can_be_found_on_a_screen(label):
    """A reader who is told to press it finds it, in these words."""
    assert label in shown() or label in {key for key, _ in KEYS}


@pytest.mark.parametrize("row", list(rows(section(CONSOLE, "New session"))), ids=lambda row: row[0])
def test_every_choice_of_a_new_session_is_on_the_form(row):
    """By the names that the form gives them."""
    for label in row[0].split(", "):
        assert any(text.startswith(label) for text in shown())


def test_the_keys_are_those_of_the_projector():
    """Each with a row."""
    keys = [row[0] for row in rows(section(CONSOLE, "Keys on the projector page"))]

    assert keys == [key for key, _ in KEYS]


def test_what_can_be_taken_away_is_named():
    """The links of the console, in the page about data."""
    told = {row[0] for row in rows(read(TEACH / "names-and-data.md"))}

    assert {name for _, name, _ in EXPORTS} <= told


def plain(title: str) -> str:
    """A title without what differs from page to page."""
    return re.sub(r",? ?\(?\d.*$", "", title)


def titles() -> set[str]:
    """The pages of both shipped scenarios' debriefs."""
    return {
        plain(page.title)
        for name in ("the-straits", "vietnam-1964-75")
        for page in debrief_pages(with_answers(pictured(9, name)), shipped(name), "", AUTHORS)
    }


def test_every_page_of_the_debrief_has_a_row_and_every_row_a_page():
    """By its title on the console."""
    told = " | ".join(DEBRIEF)

    assert {title for title in titles() if title not in told} == set()
    assert [row for row in DEBRIEF if not any(title in row for title in titles())] == []
