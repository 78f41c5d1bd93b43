"""What a page of the debrief says: its tables, its sentences, its drawings."""

import re
from fractions import Fraction

from bs4 import BeautifulSoup, Tag

NUMBER = re.compile(r"[+−-]?\d+(?:\.\d+)?")


def soup(html: str) -> BeautifulSoup:
    """The page."""
    return BeautifulSoup(html, "html.parser")


def words(node: Tag) -> str:
    """As one reads it, blanks and line breaks evened out."""
    return " ".join(node.get_text(" ").split())


def tables(page: Tag) -> dict[tuple[str, str], list[list[str]]]:
    """The tables with a caption, by caption and first head: rows of cells, without the heads."""
    found: dict[tuple[str, str], list[list[str]]] = {}
    for table in page.find_all("table"):
        if table.caption and table.thead:
            key = (words(table.caption), words(table.thead.find("th")))
            rows = [[words(cell) for cell in row.find_all(["th", "td"])] for row in rows_of(table)]
            assert found.setdefault(key, rows) == rows  # the wall has a page twice: also for print
    return found


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
