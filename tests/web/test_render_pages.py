"""Every screen a student can meet, audited as a page."""

import re
from functools import cache
from itertools import pairwise

import html5lib
import pytest
from bs4 import BeautifulSoup, Tag

from game.web.render import REGIONS, seat_page, seat_regions
from tests.builders import NOW
from tests.web import screens
from tests.web.test_render_wording import BANNED

NAMES = screens.names()
SEATS = list(screens.SEATED)
CONTROLS = "input:not([type=hidden]), select, textarea"


@cache
def soup(name: str) -> BeautifulSoup:
    return BeautifulSoup(screens.get(name).page, "html5lib")


@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_sound(name):
    """One h1, a title that begins with what it says, a language, no id twice, no inline style."""
    page = soup(name)
    ids = [item["id"] for item in page.select("[id]")]

    assert page.html["lang"] == "en"
    assert len(page.select("h1")) == 1
    heading = page.h1.find(string=True).strip()
    assert page.title.string.startswith(heading)
    assert sorted(ids) == sorted(set(ids))
    assert not page.select("[style], style, script:not([src])")
    assert not [item for item in page.find_all(True) if any(k.startswith("on") for k in item.attrs)]
    assert len(page.select("main")) == 1


@pytest.mark.parametrize("name", NAMES)
def test_the_page_parses_strictly(name):
    html5lib.HTMLParser(strict=True).parse(screens.get(name).page)


@pytest.mark.parametrize("name", NAMES)
def test_headings_step_down_one_at_a_time(name):
    levels = [int(item.name[1]) for item in soup(name).select("h1, h2, h3, h4")]

    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", NAMES)
def test_every_control_is_named(name):
    page = soup(name)
    for control in page.select(CONTROLS):
        assert labelled(page, control), control
    for button in page.select("button, a"):
        assert button.get_text(strip=True), button
    for described in page.select("[aria-describedby]"):
        for part in described["aria-describedby"].split():
            assert page.find(id=part), part


def labelled(page: BeautifulSoup, control: Tag) -> bool:
    """By a label of its own, one around it, or a name for those who hear it."""
    return bool(
        control.get("aria-label")
        or control.find_parent("label")
        or (control.get("id") and page.find("label", attrs={"for": control["id"]}))
    )


@pytest.mark.parametrize("name", NAMES)
def test_forms_work_without_scripts(name):
    for form in soup(name).select("form"):
        assert form["method"] == "post"
        assert form["action"].startswith("/")
        assert form.select("button[type=submit]")
        if not form.get("data-command"):
            continue
        assert form["action"] == f"/play/{form['data-command']}"
        hidden = {item["name"]: item["value"] for item in form.select("input[type=hidden]")}
        assert {"_round", "_stage", "_id"} <= hidden.keys()
        assert hidden["_id"] == f"{screens.NONCE}-{form['id']}"


@pytest.mark.parametrize("name", NAMES)
def test_every_id_in_a_form_carries_its_round(name):
    """So that the next round's form comes back empty (toolchain notes, section 3)."""
    for form in soup(name).select("form[data-command]"):
        number = form.select_one("[name=_round]")["value"]
        ids = [form["id"], *(item["id"] for item in form.select("[id]"))]
        assert form.has_attr("data-own")
        assert all(f"-r{number}" in item for item in ids if not is_map(form, item)), ids


def is_map(form: Tag, item: str) -> bool:
    """The preview map is a picture: its ids stay the same so that units can walk."""
    found = form.find(id=item)
    return found is not None and found.find_parent("figure") is not None


@pytest.mark.parametrize("name", [name for name in NAMES if "hostile" not in name])
def test_no_banned_word_is_read_during_play(name):
    page = soup(name).body
    heard = " ".join(str(item["aria-label"]) for item in page.select("[aria-label]"))
    read = f"{page.get_text(' ')} {heard}"

    assert not BANNED.search(read), BANNED.search(read)


@pytest.mark.parametrize("name", ["hostile", "hostile-reckoning"])
def test_what_was_written_never_runs(name):
    page = soup(name)
    source = screens.get(name).page

    assert "<script>alert" not in source
    assert not page.select("a[href^='javascript']")
    assert all(item.get("src", "").startswith("/static/") for item in page.select("script"))
    assert 'alert("1")' in page.get_text()


@pytest.mark.parametrize("name", SEATS)
def test_a_push_is_the_page_in_parts(name):
    """The same view gives the same regions, and the page is made of them."""
    shown = screens.get(name)
    regions = seat_regions(shown.view, shown.frame)
    page = BeautifulSoup(seat_page(shown.view, shown.frame, NOW, ""), "html5lib")

    assert tuple(sorted(regions)) == tuple(sorted(REGIONS))
    assert regions == seat_regions(shown.view, shown.frame)
    for region, html in regions.items():
        found = page.find(id=region)
        assert found or region == "cables"
        if found and region != "mast":  # the clock is the page's own
            assert squeezed(BeautifulSoup(html, "html5lib").body) == squeezed(found)


def squeezed(item: Tag) -> str:
    return re.sub(r"\s+", " ", item.get_text(" "))


@pytest.mark.parametrize("name", SEATS)
def test_only_pages_on_which_nothing_must_be_typed_renew_themselves(name):
    """Who waits may change an answer, or say what to expect: those pages can be held still."""
    waiting = screens.get(name).view.task in ("wait", "brief")
    typing = bool(soup(name).select("#now form")) and not waiting
    refused = "refused" in name or "late" in name

    assert ('http-equiv="refresh"' in screens.get(name).page) == (not typing and not refused)


@pytest.mark.parametrize("name", SEATS)
def test_the_number_of_rounds_is_never_told(name):
    assert not re.search(r"[Rr]ound \d+ of", soup(name).get_text(" "))
