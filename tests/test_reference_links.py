"""Every link within the documents leads somewhere: to a file that is there, to a heading in it."""

import re
from pathlib import Path

import pytest

from tests.pages import DOCS, ROOT, anchors, every_page, prose, read

LINK = re.compile(r"(?<!`)!?\[[^\]]*\]\(([^)\s]+)\)|<img src=\"([^\"]+)\"")
OUTSIDE = ("http://", "https://", "mailto:")


def links(path: Path) -> list[str]:
    """The relative targets of a page."""
    found = ["".join(pair) for pair in LINK.findall(prose(read(path)))]
    return [target for target in found if not target.startswith(OUTSIDE)]


LINKS = sorted({(path, target) for path in every_page() for target in links(path)})


def named(item: tuple[Path, str]) -> str:
    """A link as the report of a failure says it."""
    return f"{item[0].relative_to(ROOT)}->{item[1]}"


def test_there_are_many_links():
    """That the next test looks at something."""
    assert len(LINKS) > 80


@pytest.mark.parametrize("link", LINKS, ids=named)
def test_a_link_leads_to_what_is_there(link):
    """To a file, and in it to a heading of that name."""
    page, target = link
    name, _, anchor = target.partition("#")
    leads = (page.parent / name).resolve() if name else page

    assert leads.exists(), f"there is no {leads}"
    assert leads.is_relative_to(ROOT)
    assert not anchor or anchor in anchors(read(leads)), f"{leads.name} has no #{anchor}"


def test_every_document_can_be_reached():
    """From README.md one finds every page, in however many steps."""
    seen, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in seen or page.suffix != ".md":
            continue
        seen.add(page)
        waiting += [(page.parent / target.partition("#")[0]).resolve() for target in links(page)]

    assert set(DOCS.rglob("*.md")) <= seen
