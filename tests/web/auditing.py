"""What every page of the instructor, the wall and the debrief has to keep to."""

from collections.abc import Callable
from functools import cache
from itertools import pairwise

import html5lib
from bs4 import BeautifulSoup, Tag

# words that no page about results may say (docs/explain/statistics.md)
BANNED = (
    r"\bprove[sn]?\b|\bconfirm(s|ed)?\b|\brefute[sd]?\b|\bdisprove[sd]?\b|significan|\bno effect\b"
)
CONTROLS = "input:not([type=hidden]), select, textarea"


@cache
def soup_of(source: str) -> BeautifulSoup:
    """The page as a browser reads it."""
    return BeautifulSoup(source, "html5lib")


def read(source: str, part: str = "body") -> str:
    """What is read or heard of a part of the page, spaces squeezed."""
    found = soup_of(source).select_one(part)
    assert found is not None, part
    heard = " ".join(str(item["aria-label"]) for item in found.select("[aria-label]"))
    return " ".join(f"{found.get_text(' ')} {heard}".split())


def sound(source: str) -> None:
    """One h1, one main, a language, a title, no id twice, no style or script inside."""
    page = soup_of(source)
    ids = [item["id"] for item in page.select("[id]")]
    assert page.html["lang"] == "en"
    assert page.title.string
    assert len(page.select("h1")) == 1
    assert len(page.select("main")) == 1
    assert sorted(ids) == sorted(set(ids))
    assert not page.select("[style], style, script:not([src])")
    assert not [item for item in page.find_all(True) if any(k.startswith("on") for k in item.attrs)]
    assert all(item["src"].startswith("/static/") for item in page.select("script"))
    html5lib.HTMLParser(strict=True).parse(source)


def folded(source: str) -> str:
    """The text while the claims stay in their fold: who opens it has asked for them."""
    page = soup_of(source)
    for fold in page.select("details#tested:not([open])"):
        fold.decompose()
    return page.get_text()


def stepped(source: str) -> None:
    """The first heading is the h1, and none skips a level."""
    levels = [int(item.name[1]) for item in soup_of(source).select("h1, h2, h3, h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels


def named(source: str) -> None:
    """Every control has a label, every button and link a text, every reference an end."""
    page = soup_of(source)
    for control in page.select(CONTROLS):
        assert _labelled(page, control), control
    for button in page.select("button, a"):
        assert button.get_text(strip=True), button
    for name in ("aria-describedby", "aria-labelledby"):
        for item in page.select(f"[{name}]"):
            assert all(page.find(id=part) for part in item[name].split()), item


def plain_forms(source: str) -> None:
    """Every form posts to us and has a button: nothing needs scripts."""
    for form in soup_of(source).select("form"):
        assert form["method"] == "post"
        assert form["action"].startswith("/")
        assert form.select("button[type=submit]")


def harmless(source: str) -> None:
    """What somebody wrote stands there as text and runs nowhere."""
    page = soup_of(source)
    assert "<script>alert" not in source
    assert not page.select("a[href^='javascript']")
    values = " ".join(str(item["value"]) for item in page.select("[value]"))
    assert 'alert("1")' in page.get_text() + values


def _labelled(page: BeautifulSoup, control: Tag) -> bool:
    return bool(
        control.get("aria-label")
        or control.find_parent("label")
        or (control.get("id") and page.find("label", attrs={"for": control["id"]}))
    )


ALL: tuple[Callable[[str], None], ...] = (sound, stepped, named, plain_forms)
