"""What a page of the debrief says: its tables, its sentences, its drawings."""

import re
from fractions import Fraction
from functools import lru_cache

from bs4 import BeautifulSoup, Tag

Key = tuple[str, str]
DRAWING = re.compile(r"<svg.*?</svg>", re.DOTALL)
NUMBER = re.compile(r"[+−-]?\d+(?:\.\d+)?")


@lru_cache(maxsize=8)
def soup(html: str) -> BeautifulSoup:
    """The page, not to be changed: the last few are kept, since many tests read the same."""
    return BeautifulSoup(html, "html.parser")


def text(html: str) -> BeautifulSoup:
    """The page without its drawings: most of it, and slow to read."""
    return soup(DRAWING.sub("", html))


def words(node: Tag) -> str:
    """As one reads it, blanks and line breaks evened out."""
    return " ".join(node.get_text(" ").split())


def tables(page: Tag) -> list[tuple[Key, list[list[str]]]]:
    """The tables with a caption: caption and first head, and rows of cells without the heads.

    On the wall a table may be there twice: as large as the room needs it, and for a small screen.
    The report's appendix is not of them: it holds what `analyse --json` prints.
    """
    every = [table for table in page.find_all("table") if table.caption and table.thead]
    found = [table for table in every if not table.find_parent(id="appendix")]
    return [(key_of(table), cells_of(table)) for table in found]


def key_of(table: Tag) -> Key:
    """Caption and first head."""
    assert table.caption
    assert table.thead
    head = table.thead.find("th")
    return words(table.caption), words(head) if isinstance(head, Tag) else ""


def cells_of(table: Tag) -> list[list[str]]:
    """Rows of words."""
    return [[words(cell) for cell in row.find_all(["th", "td"])] for row in rows_of(table)]


def rows_of(table: Tag) -> list[Tag]:
    """The rows under the heads."""
    body = table.tbody
    assert body
    return list(body.find_all("tr"))


def numbers(text: str) -> list[Fraction]:
    """Every number in it, with its sign."""
    return [Fraction(found.replace("−", "-")) for found in NUMBER.findall(text)]


def drawing(page: Tag, label: str) -> list[Tag]:
    """The drawings whose label begins so."""
    return [svg for svg in page.find_all("svg") if str(svg.get("aria-label", "")).startswith(label)]
